import AdapterProtocol
import JSONText
import Testing

@testable import RequestTracker

@Suite("Lists without totals")
struct VisibleRowsTests {
  private let transport = PlayedTransport()

  private func page(_ ids: [Int]) -> String { Played.list(ids.map { #"{"id":"\#($0)"}"# }) }

  @Test("A page without rows that we may see is not the end")
  func hidden() throws {
    // Of 350 rows, we may see 3, 4 and 320.
    transport.answer("GET", "/queues?orderby=id&order=DESC", page([320, 4, 3]))
    transport.answer("GET", "/queues?orderby=id&order=ASC", page([3, 4]), once: true)
    for _ in 1...3 { transport.answer("GET", "/queues?orderby=id&order=ASC", page([]), once: true) }
    transport.answer("GET", "/queues?orderby=id&order=ASC", page([320]), once: true)
    let rows = try VisibleRows(client: transport.client).all(["queues"], fields: "Name")
    #expect(rows.map { $0.text("id") } == ["3", "4", "320"])
    // What was asked for went on behind the hidden ones.
    let asked = transport.targets("GET").dropFirst().map { target in
      target.contains("%22value%22%3A%22304%22")
    }
    #expect(asked.last == true)
  }

  @Test("A list in which we see nothing ends")
  func nothing() throws {
    transport.answer("GET", "/articles", page([]))
    #expect(try VisibleRows(client: transport.client).all(["articles"], fields: "Name").isEmpty)
    #expect(transport.requests.count == VisibleRows.emptyPages)
  }

  @Test("A list whose newest rows are hidden is read to the last that we see")
  func hiddenEnd() throws {
    transport.answer("GET", "/queues?orderby=id&order=DESC", page([]), once: true)
    transport.answer("GET", "/queues?orderby=id&order=DESC", page([7]), once: true)
    transport.answer("GET", "/queues?orderby=id&order=ASC", page([7]))
    #expect(try VisibleRows(client: transport.client).all(["queues"], fields: "").count == 1)
  }

  @Test("No more than the limit is gone through")
  func limit() throws {
    transport.answer("GET", "/queues?orderby=id&order=DESC", page([900]))
    transport.answer("GET", "/queues?orderby=id&order=ASC", page(Array(1...100)), once: true)
    #expect(try VisibleRows(client: transport.client).all(["queues"], fields: "", limit: 100).count == 100)
  }

  @Test("A list that has no end is given up")
  func endless() {
    transport.answer("GET", "/queues?orderby=id&order=DESC", page([9_000_000_000]))
    transport.answer("GET", "/queues?orderby=id&order=ASC", page([]))
    #expect { _ = try VisibleRows(client: transport.client).all(["queues"], fields: "") } throws: { error in
      (error as? AdapterFault)?.code == -32_603
    }
    #expect(transport.requests.count == VisibleRows.requestLimit + 1)
  }
}
