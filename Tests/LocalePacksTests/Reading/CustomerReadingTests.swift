import Testing

@testable import LocalePacks

@Suite("Reading what customers write")
struct CustomerReadingTests {
  private static func rule(_ id: String, _ kind: String, _ form: String, _ more: String = "") -> String {
    "{id: \"\(id)\", kind: \"\(kind)\", forms: [\"\(form)\"], why: \"means \(id)\", better: \"do \(id)\", \(more) \(PackFixtures.sourced)}"
  }

  private static let pack = PackFixtures.pack(
    """
    softNo: [
      \(rule("later", "weak", "nanti", "unlessTime: true,")), \(rule("think", "weak", "pikir dulu")),
      \(rule("no", "strong", "belum dulu")),
    ],
    appeals: [
      \(rule("poor", "pity", "kasihan")), \(rule("now", "pressure", "sekarang juga")), \(rule("press", "threat", "viral")),
    ],
    falseFriends: [
      \(rule("rude", "looksRude", "air")), \(rule("gift", "falseFriend", "gift", "audience: \"de\","))
    ]
    """)

  private static func told(_ text: String, _ agent: String = "en", _ pack: LocalePack = pack) -> [String] {
    CustomerReading.signals(in: text, pack, agentLanguage: agent).map {
      "\($0.kind) \($0.rule): \(CheckFixtures.words(text, $0.range))"
    }
  }

  @Test(
    "names each kind of signal, in the order of the text",
    arguments: [
      ("Saya pikir dulu ya", ["softNo think: pikir dulu"]), ("Belum dulu, kak", ["softNo no: Belum dulu"]),
      ("Kasihan saya", ["pity poor: Kasihan"]), ("Kirim sekarang juga!", ["pressure now: sekarang juga"]),
      ("Saya buat viral", ["threat press: viral"]), ("Air minum", ["looksRude rude: Air"]),
      ("Viral, kasihan, nanti", ["threat press: Viral", "pity poor: kasihan", "softNo later: nanti"]),
      ("Pesanan saya di mana?", []), ("", []), ("Dia bilang “nanti” kepada saya kemarin", []),
    ])
  func kinds(_ text: String, _ expected: [String]) {
    #expect(Self.told(text) == expected)
  }

  @Test("counts a weak no only in a message of up to twelve words, and a strong one in any")
  func weak() {
    let twelve = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh pikir dulu"
    #expect(Self.told(twelve) == ["softNo think: pikir dulu"])
    #expect(Self.told("nol " + twelve) == [])
    #expect(Self.told("belum dulu " + twelve) == ["softNo no: belum dulu"])
  }

  @Test(
    "takes a no with a time in the sentence for a promise, and not with one elsewhere",
    arguments: [
      ("Nanti jam 5 saya bayar", 0), ("Nanti saya bayar", 1), ("Nanti saya bayar. Jam 5?", 1),
    ])
  func time(_ text: String, _ count: Int) {
    #expect(Self.told(text).count == count)
  }

  @Test("explains words only to agents whose language is meant", arguments: [("de", 1), ("en", 0), ("", 0)])
  func audience(_ agent: String, _ count: Int) {
    #expect(Self.told("a gift for you", agent).count == count)
  }

  @Test("tells each rule once a message, at its first place")
  func once() {
    #expect(Self.told("nanti ya, nanti") == ["softNo later: nanti"])
    let signals = CustomerReading.signals(in: "nanti ya, nanti", Self.pack, agentLanguage: "en")
    #expect(signals.map(\.range) == [0..<5])
  }

  @Test("tells the longest of forms of one list that lie in each other, and both of two lists")
  func nested() {
    let pack = PackFixtures.pack(
      """
      softNo: [\(Self.rule("short", "strong", "dulu")), \(Self.rule("long", "strong", "pikir dulu"))],
      appeals: [\(Self.rule("think", "pity", "pikir"))],
      """)
    #expect(Self.told("pikir dulu", "en", pack) == ["pity think: pikir", "softNo long: pikir dulu"])
    #expect(Self.told("pikir dulu, dulu", "en", pack).count == 3)
  }

  @Test("does not lose a form in a longer one that does not count")
  func nestedInSilent() {
    let friends = PackFixtures.pack(
      """
      falseFriends: [
        \(Self.rule("long", "falseFriend", "gift card", "audience: \"de\",")), \(Self.rule("short", "looksRude", "card")),
      ]
      """)
    #expect(Self.told("a gift card", "en", friends) == ["looksRude short: card"])
    #expect(Self.told("a gift card", "de", friends) == ["falseFriend long: gift card"])
    let refusals = PackFixtures.pack(
      "softNo: [\(Self.rule("weak", "weak", "not now")), \(Self.rule("strong", "strong", "not"))]")
    #expect(Self.told("not now a b c d e f g h i j k", "en", refusals) == ["softNo strong: not"])
  }

  @Test("hands over meaning, next step and provenance")
  func details() {
    let signals = CustomerReading.signals(in: "nanti", Self.pack, agentLanguage: "en")
    #expect(signals.map { $0.why?.text(in: "en") } == ["means later"])
    #expect(signals.map { $0.next?.text(in: "en") } == ["do later"])
    #expect(signals.map(\.provenance.status) == [.sourced])
  }
}
