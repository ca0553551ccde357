import DeskModel
import Rehearsals
import SeededRandom
import Testing

@Suite("Pseudonyms")
struct PseudonymsTests {
  private func made(
    _ text: String,
    _ contact: Contact = Contact(id: "u-1", full: "Marek Novak", given: "Marek", family: "Novak"),
    locale: String = "en-GB", more: [(Character, String)] = [], seed: UInt64 = 1
  ) -> String {
    Pseudonyms(Talks.talk([("c", text)] + more, contact: contact, locale: locale), seed: seed).replaced(text)
  }

  @Test(
    "an address, a number or a handle in the place of a name is no name: the customer gets another one",
    arguments: [
      "zquint@gmail.com", "+380671234567", "@zquint", "Marek88", "Marek Novak (0671234567)", "\u{3164}",
    ])
  func noName(_ name: String) {
    let talk = Talks.talk([("c", "Hello")], contact: Contact(id: "u", full: name, company: "quint.com"))
    let contact = Pseudonyms(talk, seed: 1).contact
    #expect(contact.full?.isEmpty == false && contact.full != name)
    for left in ["quint", "0671234567", "Marek", "88"] { #expect(!"\(contact)".contains(left), "\(contact)") }
  }

  @Test(
    "fields that hold people and towns of several words go, too",
    arguments: [
      ("Cc", "Zelda Quint <zelda@quint.example>", "zelda"), ("Прізвище", "Квінт", "квінт"),
      ("Місто", "Біла Церква", "церква"),
    ])
  func fields(_ name: String, _ value: String, _ left: String) {
    let talk = Talks.talk(
      [("c", "Hello")], contact: Talks.dewi, contactFields: [Field(name: name, values: [value])])
    let made = Pseudonyms(talk, seed: 1).contact.fields.flatMap(\.values).joined()
    #expect(!made.lowercased().contains(left), "\(made)")
  }

  // MARK: - Names

  @Test(
    "names of the customer go, whatever their capitals, their case and what is tied to them",
    arguments: [
      (Talks.dewi, "id", "Saya DEWI, dewi lestari. Dewi’s, Lestarinya?", ["dewi", "lestari"]),
      (
        Talks.olena, "uk", "Олено, Олени, Олені, ОЛЕНОЮ; Шевченко; пані Олені Іванівні",
        ["олен", "шевченк", "іванівн"]
      ),
      (Talks.olena, "uk", "ТОВ «Каштан Плюс» і Каштан Плюс", ["каштан"]),
      (
        Talks.pavel, "ru", "Павла, Павлу, Павлом, Кузнецова, Кузнецову, КУЗНЕЦОВЫМ, о Павле",
        ["павл", "павел", "кузнецов"]
      ),
      (
        Talks.anna, "pl", "Anny, Annie, Annę, Aniu? Kowalskiej, KOWALSKĄ",
        ["anny", "annie", "annę", "kowalsk"]
      ),
      (
        Contact(id: "u", full: "Ольга Зуб", given: "Ольга", family: "Зуб", locale: "uk"), "uk",
        "Ользі, Ольгою, Зубом",
        ["ольг", "ольз", "зуб"]
      ),
      (
        Contact(id: "u", full: "Ayşe Yıldırım", given: "Ayşe", family: "Yıldırım"), "tr",
        "Ayşe’nin, AYŞE, ayse",
        ["ayşe", "ayse"]
      ),
      (
        Contact(id: "u", full: "Seán O’Brien-Long", given: "Seán", family: "O’Brien-Long"), "en",
        "Sean O'Brien's, SEÁN, Mr Long, o’brien", ["sean", "seán", "brien", "long"]
      ),
      (Contact(id: "u", full: "山田太郎", given: "太郎", family: "山田"), "ja", "山田様、太郎さん、山田太郎です", ["山田", "太郎"]),
      (
        Contact(id: "u", full: "محمد الحسن", given: "محمد", family: "الحسن"), "ar", "لمحمد ومُحَمَّد والحسن",
        ["محمد", "الحسن"]
      ),
      (Contact(id: "u", full: "김민준", given: "민준", family: "김"), "ko", "민준이는 김민준씨", ["민준"]),
      (Contact(id: "u", full: "สมชาย ใจดี", given: "สมชาย", family: "ใจดี"), "th", "คุณสมชายครับ", ["สมชาย"]),
      (
        Contact(id: "u", full: "प्रिया शर्मा", given: "प्रिया", family: "शर्मा"), "hi",
        "प्रिया जी, शर्मा", ["प्रिया", "शर्मा"]
      ),
      (
        Contact(id: "u", full: "Jürgen Schmidt", given: "Jürgen"), "de", "Jurgen, Schmidts, Schmidtchen",
        ["jurgen", "jürgen", "schmidt"]
      ),
    ] as [(Contact, String, String, [String])])
  func names(contact: Contact, locale: String, text: String, gone: [String]) {
    let result = made(text, contact, locale: locale)
    for name in gone { #expect(!result.lowercased().contains(name), "\(name) in \(result)") }
    #expect(result != text)
  }

  @Test("a name that is declined stays declined")
  func declined() throws {
    let names = Pseudonyms(Talks.talk([("c", "Олену")], contact: Talks.olena, locale: "uk"), seed: 3)
    let given = try #require(names.contact.given)
    #expect(given.hasSuffix("а"))
    let stem = given.dropLast()
    #expect(names.replaced("Олено, Олену і Оленою") == "\(stem)о, \(stem)у і \(stem)ою")
    #expect(names.replaced("ОЛЕНА") == given.uppercased())
  }

  @Test("other words stay as they are")
  func otherWords() {
    for text in [
      "Remarkable marketing, the market and remarks", "2 weeks, 10-12 days, 24/7, 50 %",
      "09:30, 12 May, the 2nd at 5pm",
      "10.15.7 and 12.05", "iPhone14, 5GB, B2B, COVID-19", "10x15cm, 1x24, 2h30m",
      "KAK TOLONG KODE PROMO SAYA", "well-known e-mail", "{\"a\": [1, 2]}",
    ] { #expect(made(text, Contact(id: "u", full: "Mark Nova")) == text) }
  }

  @Test(
    "names that only the texts tell go, too",
    arguments: [
      ("en", "My name is Alexis and I’m late", [], ["Alexis"]),
      ("en", "tyler jones", [("a", "Could I get your full name, please?")], ["tyler", "jones"]),
      ("en", "It was Cooper", [("a", "What was your mother’s maiden name?")], ["Cooper"]),
      ("en", "My doctor is Dr. Morgan, not dr johnson.", [], ["Morgan", "johnson"]),
      ("en", "Thank you!\nBest regards,\nZelda Quint", [], ["Zelda", "Quint"]),
      ("uk", "Мене звати Ярина Коваль, де посилка?", [], ["Ярин", "Ковал"]),
      ("ru", "Меня зовут Захар. Где Захара посылка?", [], ["Захар"]),
      ("id", "Nama saya Wulandari, pak Slamet", [], ["Wulandari", "Slamet"]),
      ("de", "Ich heiße Gisela Brot und warte auf die Bestellung.", [], ["Gisela", "Brot"]),
      ("es", "Me llamo Ximena Puig", [], ["Ximena", "Puig"]),
      ("fr", "Je m’appelle Océane Petit", [], ["Océane", "Petit"]),
      ("pl", "Nazywam się Zbigniew Wrona", [], ["Zbigniew", "Wrona"]),
      ("tr", "Benim adım Çağla", [], ["Çağla"]),
      ("en", "Same here", [("s", "CustomerName: Quill; HotelName: Fjord Inn")], ["Quill", "Fjord"]),
    ] as [(String, String, [(Character, String)], [String])])
  func introductions(locale: String, text: String, before: [(Character, String)], gone: [String]) {
    let talk = Talks.talk(before + [("c", text), ("a", "Hello " + gone[0])], locale: locale)
    let names = Pseudonyms(talk, seed: 5)
    for entry in talk.entries {
      let result = names.replaced(entry.text)
      for name in gone { #expect(!result.contains(name), "\(name) in \(result)") }
    }
  }

  @Test("who introduces themselves is the customer, and authors have names of their own")
  func people() {
    let talk = Talks.talk([
      ("a", "Your name, please?"), ("c", "Mark"), ("a", "Thanks, Mark. Nastya here."), ("o", "Me too"),
    ])
    let names = Pseudonyms(talk, seed: 2)
    let customer = names.contact
    #expect(
      names.replaced("Mark, mark!") == "\(customer.given ?? "-"), \((customer.given ?? "-").lowercased())!")
    #expect(customer.full == "\(customer.given ?? "-") \(customer.family ?? "-")")
    #expect(names.name(of: talk.entries[1].author) == customer.full)
    let agent = names.name(of: talk.entries[0].author)
    #expect(names.replaced("Nastya here") == agent + " here")
    let stranger = names.name(of: talk.entries[3].author)
    #expect(Set([customer.given, agent, stranger]).count == 3)
    #expect(!stranger.contains("Mykola") && !stranger.contains("Horbal"))
  }

  @Test("forms of address are the customer’s name in its case, and neither a bot nor a page is a person")
  func addressed() {
    var talk = Talks.talk(
      [
        ("a", "Пані Олено, добрий день! Мене звати Діма. Знайшла."), ("c", "Дякую, Діма"),
        ("o", "Halo, Олено"),
      ],
      contact: Talks.olena, locale: "uk", shape: .publicThread, agent: "Halo Post")
    var names = Pseudonyms(talk, seed: 4)
    let stem = (names.contact.given ?? "-").dropLast()
    #expect(names.replaced(talk.entries[0].text).hasPrefix("Пані \(stem)о, добрий день! Мене звати "))
    #expect(names.replaced(talk.entries[0].text).hasSuffix(" Знайшла."))
    #expect(names.replaced(talk.entries[2].text) == "Halo, \(stem)о")
    #expect(!names.name(of: talk.entries[0].author).contains("Halo"))
    talk.entries[0].author = Author(kind: .bot, id: "b", name: "Halo")
    names = Pseudonyms(talk, seed: 4)
    #expect(names.replaced("Halo, kak") == "Halo, kak")
  }

  @Test("names are of the customer’s language, gender and script")
  func languages() throws {
    let woman = Pseudonyms(Talks.talk([("c", "x")], contact: Talks.olena, locale: "uk"), seed: 1).contact
    #expect(woman.patronymic?.hasSuffix("івна") == true)
    let full = try #require(woman.full)
    let patronymic = try #require(woman.patronymic)
    #expect(full.split(separator: " ").count == 3 && full.hasSuffix(" " + patronymic))
    #expect(full.unicodeScalars.allSatisfy { $0 == " " || $0.value > 0x400 })
    let man = Pseudonyms(Talks.talk([("c", "x")], contact: Talks.pavel, locale: "ru"), seed: 1).contact
    #expect(man.family.map { !$0.hasSuffix("а") } == true)
    let contact = Contact(id: "u", full: "Elsa Holm", given: "Elsa", gender: .female)
    #expect(made("Elsa", contact, locale: "sv") != "Elsa")
  }

  // MARK: - Numbers and addresses

  @Test(
    "numbers keep their shape",
    arguments: [
      "4471", "0314", "Order #88213, please", "ORD-4471-0093", "+380 67 123-45-67", "(067) 123 45 67",
      "4111 1111 1111 1111",
      "12 345,50", "INV_2031_77", "12 34 56", "1 2 3 4", "٠٦٧١٢٣٤", "९८७६५", "４４７１", "019 EAS",
      "06.12.34.56.78", "192.168.10.20",
      "f81d4fae-7dec-11d0-a765", "84.90 €", "USD 12.50", "1,299.00",
    ])
  func shapes(text: String) {
    let result = made(text)
    func shape(_ text: String) -> [String] {
      text.unicodeScalars.map { scalar in
        if scalar.properties.numericType != nil { return "9" + String(scalar.value >> 7) }
        return scalar.properties.isUppercase ? "A" : scalar.properties.isLowercase ? "a" : String(scalar)
      }
    }
    #expect(shape(result) == shape(text), "\(result)")
    #expect(result != text)
    for run in text.split(whereSeparator: { !$0.isNumber }) where run.count >= 3 {
      #expect(!result.contains(run), "\(run) in \(result)")
    }
  }

  @Test("the same number is the same in every writing, and the last four digits are its last four")
  func sameNumbers() {
    let text = "4111222233334444, 4111 2222 3333 4444, ending in 4444; order 5120, ORD-5120, ５１２０"
    let parts = made(text).split { $0 == "," || $0 == ";" }.map { $0.split(separator: " ").joined() }
    #expect(parts[0] == parts[1])
    #expect(parts[0].suffix(4) == parts[2].suffix(4))
    #expect(parts[3].suffix(4) == parts[4].suffix(4))
    #expect(parts[5].compactMap(\.wholeNumberValue) == parts[4].suffix(4).compactMap(\.wholeNumberValue))
  }

  @Test("dates stay dates")
  func dates() {
    let result = made(
      "Ordered 12.05.2025 at 09:30, born 3/4/1951 and October 3, 1951; 2025-05-12T10:00; back in 2027.")
    #expect(result.contains("at 09:30") && result.contains("12.05.20") && result.contains("-05-12T10:00"))
    for gone in ["2025", "2027", "1951", "3/4/", "October 3,"] {
      #expect(!result.contains(gone), "\(gone) in \(result)")
    }
    let years = result.split { !$0.isNumber }.filter { $0.count == 4 }.compactMap { Int($0) }
    #expect(years.count == 5)
    // What was two years apart still is.
    #expect((years.last ?? 0) - (years.first ?? 0) == 2)
  }

  @Test(
    "addresses, handles and secrets go",
    arguments: [
      ("Write to marek.novak77@gmail.com", ["marek", "novak77", "gmail"]),
      ("mail: ＭＡＲＥＫ＠firma.cz", ["ＭＡＲＥＫ", "firma"]),
      ("See https://shop.novak.cz/orders/4471?u=marek!", ["novak", "4471", "marek", "shop"]),
      ("www.novak-tools.com and t.me/marek_n", ["novak", "marek"]),
      ("I’m @marek_n on Telegram, marek_n", ["marek"]),
      ("DE89 3704 0044 0532 0130 00", ["89", "3704", "0044", "0532", "0130"]),
      ("UA213223130000026007233566001", ["21322313", "7233566001"]),
      ("221B Baker Street, Apt 4", ["221", "Baker"]), ("I live at 12 Main Street.", ["12 Main"]),
      ("вул. Садова-Нова, 14, кв. 7", ["Нова", "14", "кв. 7"]), ("ул. Мира 5/12", ["Мира", "5/12"]),
      ("Jl. Sudirman No. 10", ["Sudirman", "10"]), ("Hauptstraße 12a", ["Haupt", "12a"]),
      ("12 rue de Rivoli", ["12 rue", "Rivoli"]),
      ("Calle Mayor 5", ["Mayor", "5"]), ("ul. Długa 7 m. 3", ["Długa", "7 m", "3"]),
      ("Atatürk Caddesi No: 15", ["Atatürk", "15"]),
      ("password: hunter", ["hunter"]), ("my password is Xk!9b", ["Xk!9b"]), ("pa55word it is", ["pa55word"]),
      ("use SPRING25", ["SPRING25", "SPRING"]),
      ("пароль: соловей", ["соловей"]), ("rabbit42", ["rabbit", "42"]), ("code HALOBARU used", ["HALOBARU"]),
      ("149rb", ["149"]),
    ] as [(String, [String])])
  func addresses(text: String, gone: [String]) {
    let result = made(text)
    for part in gone { #expect(!result.contains(part), "\(part) in \(result)") }
  }

  @Test("what masking has left is told in words")
  func marks() {
    #expect(made("It is ‹password ••••••›, ‹PIN removed›") == "It is (a password), (a PIN)")
    #expect(made("‹card •••• 4242› ‹card code removed›") == "(a card number) (a card code)")
    #expect(made("‹something •••• 77›") == "(a secret)")
    #expect(made("‹a quotation›") == "‹a quotation›")
  }

  @Test("fields are replaced as texts are, and what they hold is an original")
  func fields() {
    let fields = [
      Field(name: "Order", values: ["4471", "4472, paid"]),
      Field(name: "Address", values: ["Zelena 9, Brno"]),
      Field(name: "City", values: ["Olomouc"]), Field(name: "Login", values: ["quartzfox"]),
      Field(name: "plan", values: ["Pro"]),
    ]
    let talk = Talks.talk([("c", "4471 to Zelena 9, Brno near Olomouc, quartzfox")], contactFields: fields)
    let names = Pseudonyms(talk, seed: 1)
    let text = names.replaced(talk.entries[0].text)
    let values = names.contact.fields.flatMap(\.values).joined(separator: " ")
    for gone in ["447", "Zelena", "Brno", "Olomouc", "quartzfox"] { #expect(!(text + values).contains(gone)) }
    #expect(text.contains("(an address)") && values.contains("Pro"))
    #expect(names.contact.fields[0].values[0] == String(text.prefix(4)))
  }

  // MARK: - Hostile text

  @Test("what is invisible hides nothing")
  func invisible() {
    for text in [
      "Ma\u{200B}rek No\u{AD}vak", "44\u{200D}71 and 4\u{2060}471", "M\u{301}arek", "\u{202E}Marek\u{202C}",
      "4\u{FE0F}\u{20E3}4\u{FE0F}\u{20E3}7\u{FE0F}\u{20E3}1",
      "\u{1B}[31mMarek\u{7}", "Ma\u{0}rek",
    ] {
      let result = made(text, more: [("c", "4471")])
      let plain = String(String.UnicodeScalarView(result.unicodeScalars.filter { $0.value < 0x300 }))
      #expect(!plain.lowercased().contains("marek") && !plain.contains("4471"), "\(result)")
      #expect(
        !result.unicodeScalars.contains {
          $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        })
    }
    #expect(made("👩‍👩‍👧 ❤️ می‌خواهم") == "👩‍👩‍👧 ❤️ می‌خواهم")
  }

  @Test("a conversation of nothing but numbers gets others, as long as there are any")
  func manyNumbers() {
    let all = (100...999).map(String.init)
    let some = all.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    for numbers in [some, all] {
      let text = numbers.joined(separator: ", ") + " and 1234567890123456"
      let result = made(text)
      let found = Set(result.split { !$0.isNumber }.filter { $0.count == 3 }.map(String.init))
      #expect(found.isDisjoint(with: numbers))
      #expect(found.count == (numbers.count == 900 ? 0 : numbers.count))
    }
  }

  @Test("two hundred strangers have two hundred names")
  func strangers() {
    var talk = Talks.talk([("c", "Hello")], shape: .publicThread)
    talk.entries += (0..<200).map { place in
      let letter = Character(Unicode.Scalar(UInt8(0x41 + place % 26)))
      return Entry(
        id: EntryID("s-\(place)"), at: Timestamp(milliseconds: 0),
        author: Author(
          kind: .stranger, id: "s-\(place)",
          name: "\(letter)quor\(String(repeating: "a", count: place / 26))b"),
        audience: .world, kind: .comment, text: "x")
    }
    let names = Pseudonyms(talk, seed: 1)
    #expect(Set(talk.entries.dropFirst().map { names.name(of: $0.author) }).count == 200)
  }

  // MARK: - The same again

  @Test("the same seed gives the same, another seed another thing")
  func seeds() {
    let text = "Marek Novak, 4471, marek@novak.cz, @marek_n, 12 Main Street"
    #expect(made(text, seed: 9) == made(text, seed: 9))
    #expect(Set((1...6).map { made(text, seed: $0) }).count == 6)
  }
}
