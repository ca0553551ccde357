import AdapterHost
import AdapterProtocol
import Testing

struct CallTableTests {
  private func table(limit: Int = 1) -> CallTable<String> {
    var table = CallTable<String>()
    table.limit = limit
    return table
  }

  /// Opens what can be opened.
  private func opened(_ table: inout CallTable<String>) -> [String] {
    var result: [String] = []
    while let call = table.openNext() { result.append(call.payload) }
    return result
  }

  @Test func `Sending goes before what is shown, and that before the rest`() {
    var table = table(limit: 10)
    _ = table.enqueue(.conversations, .background, "pages")
    _ = table.enqueue(.thread, .shown, "thread")
    _ = table.enqueue(.apply, .sending, "reply")
    _ = table.enqueue(.conversation, .shown, "conversation")
    #expect(opened(&table) == ["reply", "thread", "conversation", "pages"])
  }

  @Test func `No more calls are open than the adapter takes, given up ones included`() {
    var table = table(limit: 2)
    for name in ["a", "b", "c", "d"] { _ = table.enqueue(.thread, .shown, name) }
    #expect(opened(&table) == ["a", "b"])
    let given = table.abandon(1)
    #expect(given?.payload == "a")
    #expect(opened(&table) == [])
    #expect(table.abandonedMethod(1) == .thread)
    let late = table.close(.number(1))
    #expect(late != nil && late.flatMap { $0 } == nil)
    #expect(opened(&table) == ["c"])
    #expect(table.waitingCount == 1)
  }

  @Test(arguments: [RequestID.number(7), .text("1"), .number(0)])
  func `An answer that nobody asked for closes nothing`(id: RequestID) {
    var table = table()
    _ = table.enqueue(.thread, .shown, "a")
    _ = table.openNext()
    let results = [table.close(id), table.close(.number(1)), table.close(.number(1))]
    #expect(results.map { $0??.payload } == [nil, "a", nil])
  }

  @Test func `A call is cancelled once, and one that waits is taken back instead`() {
    var table = table()
    _ = table.enqueue(.search, .shown, "a")
    let second = table.enqueue(.search, .shown, "b")
    _ = table.openNext()
    let cancelled = [table.cancel(1), table.cancel(1), table.cancel(second)]
    #expect(cancelled == [true, false, false])
    let withdrawn = [table.withdraw(second), table.withdraw(second)]
    #expect(withdrawn == ["b", nil])
  }

  @Test func `At the end sent and unsent calls are told apart`() {
    var table = table()
    for name in ["a", "b"] { _ = table.enqueue(.apply, .sending, name) }
    _ = table.openNext()
    let unsent = table.removeWaiting()
    let sent = table.removeOpen().map(\.payload)
    #expect(unsent == ["b"])
    #expect(sent == ["a"])
    #expect(table.waitingCount == 0)
  }
}
