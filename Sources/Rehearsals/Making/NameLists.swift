/// Names that stand for those of a conversation.
struct NameLists: Sendable {
  let female: [String]
  let male: [String]
  /// Of a man, and of anybody where the language has one form.
  let family: [String]
  /// Of a woman, in the order of `family`.
  let familyOfWomen: [String]
  let patronymic: [String]
  let patronymicOfWomen: [String]
  let companies: [String]
  let places: [String]
  /// Names of streets, without the word for a street.
  let streets: [String]

  private init(
    female: String, male: String, family: String, women: String? = nil, patronymic: String = "",
    ofWomen: String = "", companies: [String], places: String, streets: String
  ) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    self.female = words(female)
    self.male = words(male)
    self.family = words(family)
    familyOfWomen = words(women ?? family)
    self.patronymic = words(patronymic)
    patronymicOfWomen = words(ofWomen)
    self.companies = companies
    self.places = words(places)
    self.streets = words(streets)
  }

  /// The lists of a language by its tag without a region; English for one that has none.
  static func language(_ tag: String) -> NameLists { all[tag] ?? english }

  /// The languages that have lists.
  static var languages: [String] { all.keys.sorted() }

  private static let english = NameLists(
    female: """
      Claire Hannah Megan Olivia Naomi Audrey Harriet Phoebe Isla Bethany \
      Imogen Tessa Philippa Rosalind Winifred Georgina Matilda Cordelia
      """,
    male: """
      Oliver Simon Edmund Harvey Callum Duncan Felix Owen Hugh Gareth \
      Rupert Toby Alistair Clement Desmond Fergus Leonard Percival
      """,
    family: "Walker Bennett Carter Hughes Fletcher Turner Whitfield Harding Lawson Ellison Prescott Marlow",
    companies: ["Northgate Supplies", "Brightwell Foods", "Lindholm Tools", "Harrow Books"],
    places: "Millbrook Ashford Eastlea", streets: "Maple Orchard Chapel Willow Meadow")

  private static let all: [String: NameLists] = [
    "en": english,
    "uk": NameLists(
      female: """
        Богдана Ярина Лідія Руслана Інна Алла Жанна Раїса Мотря Стефанія Уляна Емілія \
        Оксана Тетяна Галина Лариса Людмила Марина Наталія Вікторія Юлія Зоряна Мирослава Соломія
        """,
      male: """
        Ростислав Всеволод Любомир Орест Левко Матвій Тимофій Зіновій Устим Валерій Борис Гліб \
        Богдан Тарас Роман Остап Назар Андрій Сергій Віталій Юрій Василь Павло Дмитро Петро Микита
        """,
      family: """
        Савченко Бондаренко Лисенко Панчук Гнатюк Мельничук Залеський Білецький \
        Сорока Журба Кравчук Литвиненко Стельмах Гончаренко
        """,
      women: """
        Савченко Бондаренко Лисенко Панчук Гнатюк Мельничук Залеська Білецька \
        Сорока Журба Кравчук Литвиненко Стельмах Гончаренко
        """,
      patronymic: "Петрович Іванович Степанович Романович", ofWomen: "Петрівна Іванівна Степанівна Романівна",
      companies: ["Світанок", "Дубрава", "Зелений Гай"], places: "Липове Вербівка Ясенівка",
      streets: "Садова Лісова Вишнева Лугова"),
    "ru": NameLists(
      female: """
        Ирина Светлана Татьяна Галина Лариса Марина Людмила Виктория Наталия Юлия \
        Евгения Алла Лидия Инна Раиса Жанна Варвара Тамара
        """,
      male: """
        Роман Виктор Антон Кирилл Андрей Сергей Юрий Виталий Игорь Никита \
        Степан Глеб Борис Валерий Тимофей Леонид Матвей Фёдор
        """,
      family: "Громов Соколов Лебедев Калинин Зайцев Белинский Раевский Савченко Панчук",
      women: "Громова Соколова Лебедева Калинина Зайцева Белинская Раевская Савченко Панчук",
      patronymic: "Петрович Иванович Андреевич Николаевич", ofWomen: "Петровна Ивановна Андреевна Николаевна",
      companies: ["Рассвет", "Дубрава", "Белый Парус"], places: "Липовка Вербное Ясенево",
      streets: "Садовая Лесная Луговая Вишнёвая"),
    "id": NameLists(
      female: "Sari Ratna Wulan Putri Indah Fitri Lina Maya Kartika Laras",
      male: "Budi Agus Hendra Rizky Bayu Dimas Eko Joko Yoga Galih",
      family: "Santoso Wijaya Pratama Kusuma Hidayat Saputra Nugroho Setiawan Hartono Wibowo",
      companies: ["Toko Melati", "Warung Sejahtera", "Mitra Cahaya"],
      places: "Sukamaju Karangsari Bojongasri",
      streets: "Melati Kenanga Anggrek Cempaka"),
    "de": NameLists(
      female: "Sabine Heike Petra Ulrike Katrin Birgit Franziska Johanna Dagmar Friederike",
      male: "Jürgen Stefan Matthias Holger Florian Andreas Sebastian Uwe Torsten Lennart",
      family: "Krüger Vogel Lehmann Brandt Hartmann Seidel Winkler Arnold Pfeiffer Böhm",
      companies: ["Lindner Technik", "Seeblick Handel", "Morgenrot Verlag"],
      places: "Lindenau Seefeld Altmühl",
      streets: "Garten Linden Birken Wiesen"),
    "es": NameLists(
      female: "Lucía Carmen Elena Pilar Marta Rocío Beatriz Inés Noelia Raquel",
      male: "Javier Álvaro Sergio Pablo Andrés Diego Rubén Hugo Ignacio Marcos",
      family: "Navarro Romero Molina Castillo Ortega Serrano Márquez Herrera Pascual Rivas",
      companies: ["Talleres Aurora", "Librería Cervera", "Huerta Clara"],
      places: "Villaclara Fuenteseca Monteazul",
      streets: "Olmo Rosal Almendro Romero"),
    "fr": NameLists(
      female: "Élodie Manon Sophie Nathalie Aurélie Chloé Pauline Camille Margaux Sylvie",
      male: "Julien Antoine Mathieu Nicolas Guillaume Thierry Olivier Bastien Quentin Fabrice",
      family: "Moreau Lefèvre Girard Fontaine Chevalier Marchand Perrin Renaud Besson Collet",
      companies: ["Maison Verdier", "Atelier du Lac", "Papeterie Soleil"],
      places: "Valmont Clairbois Montfleury",
      streets: "Tilleuls Moulin Lilas Cerisiers"),
    "pl": NameLists(
      female: "Agnieszka Katarzyna Magdalena Joanna Beata Dorota Justyna Elżbieta Iwona Natalia",
      male: "Tomasz Paweł Marcin Krzysztof Jakub Łukasz Rafał Michał Grzegorz Szymon Jerzy",
      family: "Wiśniewski Zieliński Nowicki Kamiński Wójcik Mazur Walczak Sikora Zaręba",
      women: "Wiśniewska Zielińska Nowicka Kamińska Wójcik Mazur Walczak Sikora Zaręba",
      companies: ["Zakład Jodła", "Księgarnia Lipa", "Młyn Polny"], places: "Lipowo Jasionka Dębina",
      streets: "Lipowa Ogrodowa Leśna Polna"),
    "tr": NameLists(
      female: "Elif Zeynep Merve Ayşe Esra Büşra Selin Gamze Nazlı Sibel",
      male: "Emre Burak Kerem Serkan Hakan Cem Tolga Volkan Orhan Mert",
      family: "Yılmaz Kaya Demir Aydın Çelik Şahin Koç Arslan Polat Erdoğdu",
      companies: ["Yıldız Ticaret", "Lale Kitabevi", "Çınar Gıda"], places: "Çamlıca Yenibağ Kavaklı",
      streets: "Lale Çınar Papatya Menekşe"),
  ]

  /// What stands for venues, banks and the like that a look-up has found.
  static let things = [
    "Copper Lantern", "Blue Heron", "Silver Birch", "Harbour View", "Green Door", "Stone Bridge", "White Owl",
    "Amber Court", "Quiet Garden", "Round Tower", "Red Kettle", "Juniper House",
  ]

  /// Hosts that belong to nobody (RFC 2606).
  static let hosts = ["example.com", "example.org", "example.net", "site.test", "host.invalid"]
}
