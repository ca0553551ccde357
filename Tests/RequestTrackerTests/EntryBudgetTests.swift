import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("What fits into a message")
struct EntryBudgetTests {
  private static func entry(_ bytes: Int) -> EntryRecord {
    EntryRecord(
      Entry(
        id: "1", at: Played.now, author: Author(kind: .agent, id: "a"), audience: .internal,
        text: String(repeating: "\u{1}", count: bytes)))
  }

  @Test("At least one entry goes, and no more than fit")
  func counts() {
    let part = EntryBudget.bytes / 4
    #expect(EntryBudget.count([]) == 0)
    #expect(EntryBudget.count([Self.entry(part * 8)]) == 1)
    #expect(EntryBudget.count([Self.entry(part), Self.entry(part), Self.entry(part), Self.entry(part)]) == 3)
    #expect(EntryBudget.count([Self.entry(1), Self.entry(part * 8), Self.entry(1)]) == 1)
  }

  @Test("The worst text that fits makes a line that may be written")
  func worst() throws {
    let entry = Self.entry(MessageBodies.textLimit)
    let many = Array(repeating: entry, count: 100)
    let page = ThreadPage(entries: Array(many.prefix(EntryBudget.count(many))))
    #expect(page.entries.count > 1)
    #expect(try AdapterMessage.answer(.number(1), .thread(page)).line().count <= ProtocolLimits.lineBytes)
  }
}
