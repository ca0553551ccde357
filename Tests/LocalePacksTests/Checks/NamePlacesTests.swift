import DeskModel
import Testing

@testable import LocalePacks

@Suite("The places of a person's name in a draft")
struct NamePlacesTests {
  private static func places(_ text: String, _ person: Person, _ pack: LocalePack = AddressFixtures.pack())
    -> NamePlaces
  {
    NamePlaces(
      ReadDraft(PackDraft(text: text, person: person), pack, nil), pack.nameParts(of: person))
  }

  private static func told(_ text: String, _ places: NamePlaces, _ pack: LocalePack = AddressFixtures.pack())
    -> [String]
  {
    let read = PackText(text, pack.text)
    return places.found.map { name in
      let part = name.part.map { "\($0)" } ?? "any"
      return "\(part)\(name.isVocative ? "!" : "") \(CheckFixtures.words(text, read.bytes(name.places)))"
    }
  }

  @Test(
    "are found with their part, the longest first, whatever their case",
    arguments: [
      ("Anna Weber and anna, WEBER", ["full Anna Weber", "given anna", "family WEBER"]),
      ("Annabelle Webers Johanna", []), ("„Anna“ steht in der langen Liste der Namen", []),
      ("Anna-Lena", ["given Anna"]), ("Anna’s", ["given Anna"]), ("", []),
    ])
  func parts(_ text: String, _ expected: [String]) {
    #expect(Self.told(text, Self.places(text, AddressFixtures.anna)) == expected)
  }

  @Test("of a person whose given and family name are the same are of no part")
  func sameNames() {
    let person = Person(given: "Anna", family: "Anna")
    #expect(Self.told("Hi Anna", Self.places("Hi Anna", person)) == ["any Anna"])
  }

  @Test("are found in the vocative too, and the patronymic as such")
  func vocative() {
    let pack = AddressFixtures.pack("declension: \"uk\",")
    let person = Person(given: "Олександр", patronymic: "Іванович", gender: .male)
    let text = "Олександре, Олександр Іванович"
    let places = Self.places(text, person, pack)
    #expect(
      Self.told(text, places, pack) == ["given! Олександре", "given Олександр", "patronymic Іванович"])
    #expect(places.givenVocative == "Олександре")
    #expect(Self.places(text, AddressFixtures.anna).givenVocative == nil)
  }

  @Test("are found inside a run of characters only where words have no spaces")
  func unspaced() {
    let person = Person(family: "田中")
    let pack = AddressFixtures.pack(text: "text: {unspaced: true},")
    #expect(Self.told("田中様へ", Self.places("田中様へ", person, pack), pack) == ["family 田中"])
    #expect(Self.told("田中様へ", Self.places("田中様へ", person)) == [])
  }

  @Test("know whether there is any name at all")
  func known() {
    #expect(!Self.places("Hi", Person()).isKnown)
    #expect(Self.places("Hi", Person(family: "Weber")).isKnown)
    #expect(Self.places("Hi", AddressFixtures.anna).isEmpty)
    #expect(!Self.places("Hi Anna", AddressFixtures.anna).isEmpty)
    let named = Self.places("", Person(given: "Anna", family: "Weber", patronymic: "P"))
    #expect(
      [NamePlaces.Part.given, .family, .full, .patronymic].map(named.text) == [
        "Anna", "Weber", "Anna Weber", "P",
      ])
  }

  /// The places of words in a text.
  private static func range(_ words: String, _ text: String) -> Range<Int> {
    let all = Array(text)
    let wanted = Array(words)
    let start = all.indices.first { all[$0...].starts(with: wanted) } ?? 0
    return start..<start + wanted.count
  }

  @Test(
    "are beside a term across blanks, the full stop of an abbreviation and titles, and nothing else",
    arguments: [
      ("Mr Weber", "Mr", true), ("Mr. Weber", "Mr", true), ("Frau  Weber", "Frau", true),
      ("Frau Dr. Weber", "Frau", true), ("Frau Prof. Dr. Weber", "Frau", true),
      ("Frau, Weber", "Frau", false),
      ("Frau und Weber", "Frau", false), ("Frau Klein Weber", "Frau", false), ("Frau-Weber", "Frau", false),
      ("Weber Frau", "Frau", false),
    ])
  func beside(_ text: String, _ term: String, _ isBeside: Bool) {
    let places = Self.places(text, AddressFixtures.anna)
    #expect(places.isBeside(Self.range(term, text), Self.range("Weber", text)) == isBeside)
    #expect((places.name(beside: Self.range(term, text), .before) != nil) == isBeside)
  }

  @Test("stand before a term that comes after them")
  func after() {
    let places = Self.places("Max Bey", AddressFixtures.max)
    #expect(places.name(beside: 4..<7, .after)?.part == .given)
    #expect(places.name(beside: 4..<7, .before) == nil)
  }

  @Test(
    "leave a term alone where a mark or the end of the text stands on its side",
    arguments: [
      ("Danke, Herr.", AddressTerm.Position.before, true), ("Herr", .before, true),
      ("Herr, danke", .before, true),
      ("Herr Klein", .before, false), ("Herr\nKlein", .before, true), ("Herr", .after, true),
      ("Klein Herr", .after, false), ("Klein, Herr", .after, true),
    ])
  func alone(_ text: String, _ position: AddressTerm.Position, _ isAlone: Bool) {
    let places = Self.places(text, AddressFixtures.anna)
    #expect(places.standsAlone(Self.range("Herr", text), position) == isAlone)
  }

  @Test(
    "are called where a mark follows and nothing or a mark goes before",
    arguments: [
      ("Anna, danke", true), ("Danke, Anna", true), ("Danke, Anna!", true), ("Danke. Anna: hier", true),
      ("Danke Anna", false), ("Anna hat", false), ("Danke, Anna hat", false), ("Anna …", true),
    ])
  func called(_ text: String, _ isCalled: Bool) {
    #expect(Self.places(text, AddressFixtures.anna).isCalled(Self.range("Anna", text)) == isCalled)
  }

  @Test(
    "of others are words with a capital beside a term near the beginning, with a mark behind them",
    arguments: [
      ("Hi Frau Klein,", "Klein"), ("Hi Frau Klein", "Klein"), ("Hi Frau Klein: ja", "Klein"),
      ("Hi Frau klein,", nil), ("Hi Frau K,", nil), ("Hi Frau Klein kommt", nil), ("Hi Frau Weber,", nil),
      ("Hi Frau Kak,", nil), ("Hi Frau Dr.", nil), ("a b c d e Frau Klein,", nil), ("Hi Frau, Klein", nil),
    ] as [(String, String?)])
  func others(_ text: String, _ expected: String?) {
    let places = Self.places(text, AddressFixtures.anna)
    let found = places.otherName(beside: Self.range("Frau", text), .before)
    #expect(found.map { String(Array(text)[$0]) } == expected)
  }

  @Test("are looked for beside a term at the nearest name alone")
  func nearest() {
    let text = "Anna Weber, Anna Bey. Frau Weber, Anna"
    let places = Self.places(text, AddressFixtures.anna)
    let bey = Self.range("Bey", text)
    let frau = Self.range("Frau", text)
    #expect(places.name(beside: bey, .after).map { String(Array(text)[$0.places]) } == "Anna")
    #expect(places.name(beside: bey, .before) == nil)
    #expect(places.name(beside: frau, .before).map { String(Array(text)[$0.places]) } == "Weber")
    #expect(places.name(beside: frau, .after) == nil)
  }

  @Test("know whether a term stands before them")
  func termBefore() {
    let text = "Frau Dr. Weber, Weber"
    let places = Self.places(text, AddressFixtures.anna)
    #expect(places.found.map { places.hasTerm(before: $0.places) } == [true, false])
  }

  @Test("are none that run into a muted place")
  func muted() {
    #expect(
      Self.told("Hi Anna `Weber` da", Self.places("Hi Anna `Weber` da", AddressFixtures.anna)) == [
        "given Anna"
      ])
  }

  @Test("are none that nobody is called by, of more than 128 characters", arguments: [(128, 1), (129, 0)])
  func longName(_ length: Int, _ count: Int) {
    let name = String(repeating: "a", count: length)
    #expect(Self.places("Hi " + name, Person(given: name)).found.count == count)
  }
}
