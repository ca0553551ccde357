import DeskModel
import LocalePacks
import Testing

@Suite("The vocative of a Ukrainian name")
struct UkrainianVocativeTests {
  @Test(
    "is right for every given name of the tables",
    arguments: UkrainianWomensNames.classes + UkrainianMensNames.classes)
  func tables(_ names: NameClass) {
    for (name, vocative) in names.names {
      #expect(UkrainianVocative.form(of: name, as: .given, gender: names.gender) == vocative, "\(name)")
    }
  }

  @Test(
    "is that of the gender or none, when the gender is not known",
    arguments: UkrainianWomensNames.classes + UkrainianMensNames.classes)
  func unknownGender(_ names: NameClass) {
    for (name, vocative) in names.names {
      let form = UkrainianVocative.form(of: name, as: .given, gender: nil)
      #expect(form == vocative || form == nil, "\(name)")
    }
  }

  @Test(
    "is known without a gender where the name leaves no doubt",
    arguments: [
      ("Олена", "Олено"), ("Микола", "Миколо"), ("Саша", "Сашо"), ("Марія", "Маріє"), ("Андрій", "Андрію"),
      ("Олександр", "Олександре"), ("Ярослав", "Ярославе"), ("Яків", "Якове"), ("Павло", "Павле"),
      ("Любов", "Любове"),
      ("Рене", "Рене"), ("Кармен", "Кармен"),
    ])
  func inferred(_ name: String, _ vocative: String) {
    #expect(UkrainianVocative.form(of: name, as: .given, gender: nil) == vocative)
  }

  @Test(
    "keeps the writing of the name",
    arguments: [
      ("ОЛЕНА", "ОЛЕНО"), ("олена", "олено"), (" Олена ", "Олено"), ("Анна-Марія", "Анно-Маріє"),
      ("АННА-МАРІЯ", "АННО-МАРІЄ"),
      ("Дар'я", "Дар'є"), ("Дар’я", "Дар’є"), ("Дарʼя", "Дарʼє"), ("ДАР'Я", "ДАР'Є"),
      ("Анна Марія", "Анно Маріє"),
      ("Майя", "Майє"), ("Маи\u{306}я", "Майє"),
    ])
  func writing(_ name: String, _ vocative: String) {
    #expect(UkrainianVocative.form(of: name, as: .given, gender: .female) == vocative)
  }

  @Test(
    "keeps the writing of a man's name",
    arguments: [
      ("АНДРІЙ", "АНДРІЮ"), ("Андріи\u{306}", "Андрію"), ("Дем'ян", "Дем'яне"), ("Лукʼян", "Лукʼяне"),
      ("ЯКІВ", "ЯКОВЕ"),
      ("яків", "якове"), ("Жан-Поль", "Жан-Полю"), ("Жан-Жак", "Жан-Жаку"), ("Іван-Павло", "Іване-Павле"),
      ("В'ячеслав", "В'ячеславе"),
    ])
  func masculineWriting(_ name: String, _ vocative: String) {
    #expect(UkrainianVocative.form(of: name, as: .given, gender: .male) == vocative)
  }

  @Test(
    "of a given name is not known where it is not certain",
    arguments: [
      ("", nil), ("О.", .female), ("О", .female), ("Olena", .female), ("Оленa", .female), ("John", .male),
      ("Олена1", .female),
      ("Олена@", .female), ("Артём", .male), ("Дмитрий", .male), ("Игорь", .male), ("Наталья", .female),
      ("Оль", .female),
      ("Олександр", .female), ("Любов", .male), ("Джордан", nil), ("Кейко", nil), ("Пн", .male),
    ].map { ($0.0, $0.1 as Gender?) })
  func unknown(_ name: String, _ gender: Gender?) {
    #expect(UkrainianVocative.form(of: name, as: .given, gender: gender) == nil)
  }

  @Test(
    "of a patronymic needs no gender",
    arguments: [
      ("Петрович", "Петровичу"), ("Андрійович", "Андрійовичу"), ("Ілліч", "Іллічу"), ("Лукич", "Лукичу"),
      ("Кузьмич", "Кузьмичу"),
      ("Яковлевич", "Яковлевичу"), ("Петрівна", "Петрівно"), ("Андріївна", "Андріївно"),
      ("Іллівна", "Іллівно"), ("Лукінічна", "Лукінічно"),
      ("Кузьминична", "Кузьминично"), ("Савична", "Савично"), ("Лук'янівна", "Лук'янівно"),
      ("ПЕТРІВНА", "ПЕТРІВНО"), ("В'ячеславович", "В'ячеславовичу"),
    ])
  func patronymics(_ name: String, _ vocative: String) {
    for gender in [nil, vocative.lowercased().hasSuffix("у") ? Gender.male : .female] {
      #expect(UkrainianVocative.form(of: name, as: .patronymic, gender: gender) == vocative)
    }
    #expect(
      UkrainianVocative.form(
        of: name, as: .patronymic, gender: vocative.lowercased().hasSuffix("у") ? .female : .male) == nil)
  }

  @Test(
    "of what is no patronymic is not known",
    arguments: ["Іванова", "Петрова дочка", "Петренко", "Ivanovych", "П.", ""])
  func noPatronymic(_ name: String) {
    #expect(UkrainianVocative.form(of: name, as: .patronymic, gender: .male) == nil)
  }
}
