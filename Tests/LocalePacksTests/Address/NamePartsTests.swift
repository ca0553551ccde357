import DeskModel
import Testing

@testable import LocalePacks

@Suite("The parts of a name")
struct NamePartsTests {
  private static func rules(_ change: (inout NameRules) -> Void = { _ in }) -> NameRules {
    var rules = NameRules()
    change(&rules)
    return rules
  }

  private static let titles = [
    TitleRule(
      id: "t", forms: ["Dr.", "Prof.", "Prof. Dr.", "Dr. med.", "Datuk"],
      provenance: Provenance(
        sources: [], status: .unsourced, origin: PackOrigin(tag: .root, layer: "shipped")))
  ]

  private static func parts(_ person: Person, _ rules: NameRules = NameRules()) -> NameParts {
    NameParts(person, rules, titles: titles)
  }

  /// Title, given name, patronymic and family name, `-` for what is not known.
  private static func told(_ parts: NameParts) -> String {
    [parts.title, parts.given, parts.patronymic, parts.family].map { $0 ?? "-" }.joined(separator: " | ")
  }

  @Test(
    "come from a whole name in the order of the language",
    arguments: [
      ("Anna Weber", NameRules.Order.givenFirst, "- | Anna | - | Weber"),
      ("Anna Maria Weber", .givenFirst, "- | Anna Maria | - | Weber"),
      ("Nguyen Thi Minh", .familyFirst, "- | Thi Minh | - | Nguyen"),
      ("Anna", .givenFirst, "- | Anna | - | -"), ("Anna", .familyFirst, "- | Anna | - | -"),
      ("  Anna \t Weber ", .givenFirst, "- | Anna | - | Weber"),
    ])
  func order(_ full: String, _ order: NameRules.Order, _ expected: String) {
    #expect(Self.told(Self.parts(Person(full: full), Self.rules { $0.order = order })) == expected)
  }

  @Test("take the only word for a family name where the language does")
  func single() {
    let japanese = Self.rules { $0.single = .family }
    #expect(Self.told(Self.parts(Person(full: "Tanaka"), japanese)) == "- | - | - | Tanaka")
  }

  @Test(
    "use of a given name the words that the language uses",
    arguments: [
      (NameRules.Words.all, "Dewi Ayu"), (.first, "Dewi"), (.last, "Ayu"),
    ])
  func givenWords(_ words: NameRules.Words, _ expected: String) {
    let rules = Self.rules { $0.givenWords = words }
    #expect(Self.parts(Person(given: "Dewi Ayu", family: "Putri"), rules).given == expected)
    #expect(Self.parts(Person(full: "Dewi Ayu Putri"), rules).given == expected)
    #expect(Self.parts(Person(full: "Dewi Ayu Putri"), rules).full == "Dewi Ayu Putri")
  }

  @Test(
    "leave out what stands behind a connector, and keep a name that begins with one",
    arguments: [
      ("Ahmad bin Abdullah", "- | Ahmad | - | -"), ("Siti Nur Binti Ali", "- | Siti Nur | - | -"),
      ("Bin Abdullah", "- | Bin | - | Abdullah"), ("Robin Abdullah", "- | Robin | - | Abdullah"),
    ])
  func connectors(_ full: String, _ expected: String) {
    let rules = Self.rules { $0.connectors = ["bin", "binti"] }
    #expect(Self.told(Self.parts(Person(full: full), rules)) == expected)
  }

  @Test(
    "keep particles with the family name behind them, and know the first of two family names",
    arguments: [
      (1, "Ludwig van Beethoven", "- | Ludwig | - | van Beethoven"),
      (1, "Anna von der Heide", "- | Anna | - | von der Heide"),
      (1, "Van Morrison", "- | Van | - | Morrison"), (1, "Anna van", "- | Anna | - | van"),
      (2, "María de la Fuente García", "- | María | - | de la Fuente"),
      (2, "Juan Carlos García López", "- | Juan Carlos | - | García"),
      (2, "María García", "- | María | - | García"), (2, "Ana de la Cruz", "- | Ana | - | de la Cruz"),
    ])
  func particles(_ familyWords: Int, _ full: String, _ expected: String) {
    let rules = Self.rules {
      $0.particles = ["van", "von", "der", "de", "la"]
      $0.familyWords = familyWords
    }
    #expect(Self.told(Self.parts(Person(full: full), rules)) == expected)
  }

  @Test(
    "know a patronymic by its ending, before and behind the family name",
    arguments: [
      ("Иван Иванович Петров", "- | Иван | Иванович | Петров"),
      ("Петров Иван Иванович", "- | Иван | Иванович | Петров"),
      ("Иван Иванович Рабинович", "- | Иван | Иванович | Рабинович"),
      ("Рабинович Иван Иванович", "- | Иван | Иванович | Рабинович"),
      ("Иван Петров", "- | Иван | - | Петров"), ("Иван Рабинович", "- | Иван | - | Рабинович"),
      ("Иван Ович Петров", "- | Иван Ович | - | Петров"),
      ("АННА ПЕТРОВНА ИВАНОВА", "- | АННА | ПЕТРОВНА | ИВАНОВА"),
    ])
  func patronymics(_ full: String, _ expected: String) {
    let rules = Self.rules { $0.patronymicEndings = ["ович", "овна"] }
    #expect(Self.told(Self.parts(Person(full: full), rules)) == expected)
  }

  @Test("do not take a patronymic that is given for another name")
  func givenPatronymic() {
    let person = Person(full: "Иван иванович Петров", patronymic: "Иванович")
    #expect(Self.told(Self.parts(person)) == "- | Иван | Иванович | Петров")
  }

  @Test(
    "are split in a name without a space at a listed family name, else behind one character",
    arguments: [
      (false, "김민수", "- | 민수 | - | 김"), (false, "남궁민수", "- | 민수 | - | 남궁"), (false, "남궁", "- | 궁 | - | 남"),
      (false, "Kim", "- | Kim | - | -"), (false, "김", "- | 김 | - | -"),
      (false, "김민수철호", "- | 김민수철호 | - | -"), (true, "남궁민수", "- | 민수 | - | 남궁"),
      (true, "김민수", "- | - | - | -"),
      (true, "김 민수", "- | 민수 | - | 김"),
    ])
  func unspaced(_ onlyListed: Bool, _ full: String, _ expected: String) {
    let rules = Self.rules {
      $0.order = .familyFirst
      $0.isUnspaced = true
      $0.families = ["남궁"]
      $0.splitsOnlyListed = onlyListed
    }
    let parts = Self.parts(Person(full: full), rules)
    #expect(Self.told(parts) == expected)
    #expect(parts.full == full)
  }

  @Test("are joined to a whole name in the language's order, without a space where it has none")
  func joining() {
    let korean = Self.rules {
      $0.order = .familyFirst
      $0.isUnspaced = true
    }
    #expect(Self.parts(Person(given: "민수", family: "김"), korean).full == "김민수")
    #expect(Self.parts(Person(given: "Minsu", family: "Kim"), korean).full == "Kim Minsu")
    #expect(Self.parts(Person(given: "Anna", family: "Weber")).full == "Anna Weber")
    #expect(Self.parts(Person(family: "Weber")).full == "Weber")
    #expect(Self.parts(Person(full: "A. Weber", given: "Anna", family: "Weber")).full == "A. Weber")
  }

  @Test(
    "leave titles aside, of several words too, and spell them as the pack does",
    arguments: [
      ("Dr. Anna Weber", nil, "Dr. | Anna | - | Weber"), ("DATUK Ahmad", nil, "Datuk | Ahmad | - | -"),
      ("Anna Weber", "dr.", "Dr. | Anna | - | Weber"), ("Anna Weber", "Sir", "Sir | Anna | - | Weber"),
      ("Dr. Anna Weber", "Prof.", "Prof. | Anna | - | Weber"),
      ("Prof. Dr. Anna Weber", nil, "Prof. Dr. | Anna | - | Weber"),
      ("Dr. med. Anna Weber", nil, "Dr. med. | Anna | - | Weber"),
      ("Datuk Dr. Anna Weber", nil, "Datuk | Anna | - | Weber"), ("Dr.", nil, "Dr. | - | - | -"),
    ] as [(String, String?, String)])
  func titles(_ full: String, _ title: String?, _ expected: String) {
    #expect(Self.told(Self.parts(Person(full: full, title: title))) == expected)
  }

  @Test(
    "come clean from hostile names: one line, no braces, nothing without a letter",
    arguments: [
      ("", "- | - | - | -"), (" \n\t ", "- | - | - | -"), ("!!! 123 🙂", "- | - | - | -"),
      ("An\nna Weber", "- | An na | - | Weber"), ("{family} Weber", "- | family | - | Weber"),
      ("{{}}", "- | - | - | -"), ("Anna\u{2028}Weber", "- | Anna | - | Weber"),
      ("Anna\r\nWeber", "- | Anna | - | Weber"),
    ])
  func hostile(_ text: String, _ expected: String) {
    #expect(Self.told(Self.parts(Person(full: text))) == expected)
  }

  @Test("given apart are cleaned in the same way, and a family name alone derives nothing")
  func apart() {
    let parts = Self.parts(Person(given: " An\nna{x} ", family: "{}", patronymic: "?", title: "\n"))
    #expect(Self.told(parts) == "- | An na x | - | -")
    #expect(Self.told(Self.parts(Person(full: "Anna Weber", family: "Weber"))) == "- | - | - | Weber")
  }

  @Test("are read of ten thousand characters and words as of few")
  func long() {
    let word = String(repeating: "a", count: 10_000)
    #expect(Self.parts(Person(full: word)).given == word)
    let many = Self.parts(Person(full: String(repeating: "van ", count: 2_500)))
    #expect(many.full?.count == 9_999)
    #expect(many.family == "van")
  }

  @Test("know every spelling of the name, in lower case")
  func spellings() {
    let parts = Self.parts(
      Person(full: "Dr. Anna Weber", patronymic: "Петровна"), Self.rules { $0.givenWords = .first })
    #expect(parts.spellings == ["anna", "weber", "петровна"])
  }
}
