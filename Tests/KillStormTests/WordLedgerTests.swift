import Testing

@testable import KillStorm

@Suite("WordLedger")
struct WordLedgerTests {
  @Test("words are found in any text, and only whole ones")
  func finding() {
    #expect(WordLedger.text(12) == "w000012;")
    let text = #"{"text":"w000012; w00001;ww000013;w0000x4; w123456;w00001"#
    #expect(WordLedger.numbers(in: Array(text.utf8)) == [12, 13, 123_456])
    #expect(WordLedger.numbers(in: []) == [])
  }

  @Test("a word that dies with its console is told by the time for which the screen had shown it")
  func dying() {
    var ledger = WordLedger()
    let words = (0..<3).map { _ in ledger.make(for: 0) }
    _ = ledger.make(for: 1)
    ledger.see([words[0] + " " + words[1]], at: 1_000)
    ledger.see([words[0]], at: 2_000)
    let (lost, violations) = ledger.compare(drafts: [0: 1], journal: [:], killed: (console: 0, at: 5_000))
    // The third was never on the screen; the fourth belongs to a console that lives.
    #expect(lost == [4_000])
    #expect(violations == [])
    #expect(ledger.words.map(\.place) == [.inDraft, .lost, .lost, .inMemory])
  }

  @Test("what was on the disk must stay there, and the journal has it once")
  func staying() {
    var ledger = WordLedger()
    for _ in 0..<3 { _ = ledger.make(for: 0) }
    _ = ledger.compare(drafts: [0: 1, 1: 1, 2: 1], journal: [:], killed: (console: 0, at: 0))
    #expect(ledger.compare(drafts: [0: 1], journal: [1: 1, 2: 1]).violations == [])
    #expect(
      ledger.compare(drafts: [:], journal: [1: 1, 2: 1]).violations == [
        "w000000; was in a draft and is nowhere now"
      ])
    var twice = WordLedger()
    _ = twice.make(for: 0)
    #expect(twice.compare(drafts: [:], journal: [0: 2]).violations == ["w000000; is in the journal 2 times"])
  }

  @Test("at rest each word is in one place, once")
  func resting() {
    var ledger = WordLedger()
    for _ in 0..<6 { _ = ledger.make(for: 0) }
    ledger.see((0..<5).map(WordLedger.text), at: 0)
    _ = ledger.compare(drafts: [0: 1, 1: 1, 2: 1, 4: 1], journal: [:], killed: (console: 0, at: 0))
    #expect(
      ledger.restless(drafts: [0: 1, 1: 1, 2: 2, 3: 1], journal: [1: 1]) == [
        "w000001; is in the journal 1 times and in drafts 1 times",
        "w000002; is in the journal 0 times and in drafts 2 times", "w000003; was lost and has come back",
        "w000004; is in the journal 0 times and in drafts 0 times",
      ])
  }
}
