import DeskModel
import Testing

@testable import LocalePacks

@Suite("The check of the register")
struct RegisterCheckTests {
  private static func marker(_ id: String, _ kind: String, _ form: String, _ more: String = "") -> String {
    "{id: \"\(id)\", kind: \"\(kind)\", forms: [\"\(form)\"], \(more.isEmpty ? PackFixtures.sourced : more)}"
  }

  private static func pack(_ fields: String, _ markers: [String]) -> LocalePack {
    PackFixtures.pack("register: {\(fields), markers: [\(markers.joined(separator: ", "))]}")
  }

  private static let ambiguous = "ambiguous: true, " + PackFixtures.sourced
  private static let german = [
    marker("du", "informal", "du"), marker("sie", "formal", "Ihnen"),
    marker("ihr", "informal", "ihr", ambiguous), marker("euch", "informal", "euch", ambiguous),
    marker("bitte", "polite", "bitte"),
  ]

  @Test(
    "tells of each form of the register that the team does not use, and of mixed ones as such",
    arguments: [
      ("formal", "Kannst du warten?", ["register.informal: du"]),
      ("formal", "Kannst du warten, wenn du magst?", ["register.informal: du", "register.informal: du"]),
      ("formal", "Wir danken Ihnen.", []),
      ("formal", "Wir danken Ihnen, du.", ["register.mixed: du"]),
      ("formal", "Einen Moment.", []),
      ("informal", "Wir danken Ihnen.", ["register.formal: Ihnen"]),
      ("informal", "Kannst du warten?", []),
      ("informal", "Wir danken Ihnen, du.", ["register.mixed: Ihnen"]),
      ("formal", "„du“ steht im Text, wir danken Ihnen.", []),
      ("formal", "Schreiben Sie an du@firma.de oder https://du.de/du, du.de/x, /home/du/x und C:\\du\\x", []),
      (
        "formal", "Kannst du/ihr und du/Sie?",
        ["register.informal: du", "register.informal: ihr", "register.informal: du"]
      ),
    ])
  func markers(_ preferred: String, _ text: String, _ expected: [String]) {
    let pack = Self.pack("method: \"markers\", preferred: \"\(preferred)\"", Self.german)
    #expect(CheckFixtures.told(RegisterCheck(), text, pack) == expected)
  }

  @Test(
    "counts an ambiguous marker beside a certain one or another ambiguous one, and never alone",
    arguments: [
      ("Habt ihr Fragen?", []),
      ("Habt ihr Fragen, ihr Lieben?", []),
      ("Habt ihr Fragen an euch?", ["register.informal: ihr", "register.informal: euch"]),
      ("Habt ihr Fragen, du?", ["register.informal: ihr", "register.informal: du"]),
      ("Habt ihr Fragen? Wir danken Ihnen.", []),
    ])
  func ambiguity(_ text: String, _ expected: [String]) {
    let pack = Self.pack("method: \"markers\"", Self.german)
    #expect(CheckFixtures.told(RegisterCheck(), text, pack) == expected)
  }

  private static let japanese = [
    marker("masu", "polite", "です"), marker("go", "formal", "ございます"), marker("dayo", "informal", "だよ"),
  ]

  @Test(
    "by absence asks for a polite marker, and points at what makes it informal",
    arguments: [
      ("formal", "荷物は明日届きます予定です。", []),
      ("formal", "ありがとうございます。", []),
      ("formal", "荷物は明日届く予定。", ["register.informal: 荷物は明日届く予定"]),
      ("formal", "荷物は明日届くだよ。", ["register.informal: だよ"]),
      ("formal", "荷物は明日です。そうだよ。", ["register.mixed: だよ"]),
      ("informal", "荷物は明日届く予定。", []),
      ("informal", "ありがとうございます。", ["register.formal: ございます"]),
    ])
  func absence(_ preferred: String, _ text: String, _ expected: [String]) {
    let pack = PackFixtures.pack(
      """
      text: {unspaced: true},
      register: {method: "absence", preferred: "\(preferred)", markers: [\(Self.japanese.joined(separator: ", "))]}
      """)
    #expect(CheckFixtures.told(RegisterCheck(), text, pack) == expected)
  }

  @Test(
    "by absence is silent in what holds no sentence: up to five letters, marks, links, quotations",
    arguments: [
      ("了解", 0), ("はい、確認。", 0), ("12345", 0), ("123456", 1), ("🙂🙂🙂🙂🙂🙂🙂", 0), ("", 0),
      ("x「これはとても長い引用」", 1), ("見て「今日明」ね", 0), ("見 x://example.com/aaaaaaaaaaaa", 0),
    ])
  func short(_ text: String, _ count: Int) {
    let pack = PackFixtures.pack("text: {unspaced: true}, register: {method: \"absence\"}")
    #expect(CheckFixtures.told(RegisterCheck(), text, pack).count == count)
  }

  @Test("says nothing in a language without registers, whatever its markers")
  func none() {
    let pack = Self.pack("method: \"none\"", Self.german)
    #expect(CheckFixtures.told(RegisterCheck(), "Kannst du warten?", pack) == [])
  }

  @Test(
    "only hints where nobody has confirmed the marker, whatever its severity",
    arguments: [
      (PackFixtures.sourced, Severity.warn), ("severity: \"error\", " + PackFixtures.sourced, .error),
      ("severity: \"hint\", " + PackFixtures.sourced, .hint), (CheckFixtures.unsourced, .hint),
      ("severity: \"error\", " + CheckFixtures.unsourced, .hint),
      ("severity: \"error\", src: [], status: \"reviewed\"", .error),
    ])
  func severity(_ fields: String, _ severity: Severity) {
    let pack = Self.pack("method: \"markers\"", [Self.marker("du", "informal", "du", fields)])
    let found = CheckFixtures.findings(RegisterCheck(), PackDraft(text: "Kannst du?"), pack)
    #expect(found.map(\.severity) == [severity])
  }

  @Test("hands over what the marker says: reason, better words, replacement and record")
  func details() {
    let said = "why: \"too close\", better: \"Sie\", \(PackFixtures.sourced)"
    let draft = PackDraft(text: "Kannst du?")
    let plain = Self.pack("method: \"markers\"", [Self.marker("du", "informal", "du", said)])
    let found = CheckFixtures.findings(RegisterCheck(), draft, plain)
    #expect(found.map(\.messageKey) == ["finding.register.informal"])
    #expect(found.map(\.arguments) == [["du"]])
    #expect(found.map { $0.why?.text(in: "en") } == ["too close"])
    #expect(found.map { $0.better?.text(in: "en") } == ["Sie"])
    #expect(found.map(\.replacement) == [nil])
    #expect(found.map(\.records) == [["markers/du"]])
    let replacing = Self.pack(
      "method: \"markers\"", [Self.marker("du", "informal", "du", "replace: true, " + said)])
    #expect(CheckFixtures.findings(RegisterCheck(), draft, replacing).map(\.replacement) == ["Sie"])
  }

  @Test("has a sentence of its own for a message without any polite marker")
  func noPolite() {
    let pack = PackFixtures.pack(
      "name: \"Japanese\", text: {unspaced: true}, register: {method: \"absence\"}")
    let found = CheckFixtures.findings(RegisterCheck(), PackDraft(text: "荷物は明日届く"), pack)
    #expect(found.map(\.messageKey) == ["finding.register.noPolite"])
    #expect(found.map(\.arguments) == [["Japanese"]])
    #expect(found.map(\.records) == [[]])
  }

  @Test(
    "only hints that no polite marker is there while nobody has confirmed one",
    arguments: [
      ([], Severity.hint), ([marker("a", "polite", "です", CheckFixtures.unsourced)], .hint),
      ([marker("a", "informal", "だよ")], .hint), ([marker("a", "polite", "です")], .warn),
      ([marker("a", "formal", "です"), marker("b", "polite", "ます", CheckFixtures.unsourced)], .warn),
    ])
  func noPoliteSeverity(_ markers: [String], _ severity: Severity) {
    let pack = PackFixtures.pack(
      """
      text: {unspaced: true}, register: {method: "absence", markers: [\(markers.joined(separator: ", "))]}
      """)
    let found = CheckFixtures.findings(RegisterCheck(), PackDraft(text: "荷物は明日届く"), pack)
    #expect(found.map(\.severity) == [severity])
  }
}
