import AdapterProtocol
import DeskModel
import Testing

@testable import AdapterHost

struct StatusWordsTests {
  private let rt = [
    AdapterProtocol.DeskStatus(id: "new", name: "new", category: .new),
    .init(id: "open", name: "open", category: .open),
    .init(id: "stalled", name: "stalled", category: .pending),
    .init(id: "resolved", name: "resolved", category: .resolved),
    .init(id: "rejected", name: "rejected", category: .resolved),
  ]

  @Test(arguments: [
    ("open", "open"), ("rejected", "rejected"), ("pending", "stalled"), ("closed", "resolved"),
    ("solved", "resolved"),
  ])
  func `The same word where there is one, else the first that means the same`(word: String, theirs: String) {
    #expect(StatusWords.backendWord(word, rt) == theirs)
  }

  @Test func `A desk without such a status has no word, one that tells none takes ours`() {
    #expect(StatusWords.backendWord("pending", [.init(id: "1", name: "x", category: .open)]) == nil)
    #expect(StatusWords.backendWord("pending", []) == "pending")
  }
}
