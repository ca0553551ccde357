import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Queues, saved searches and searches of the settings")
struct QueueReaderTests {
  private let transport = PlayedTransport()

  private static let support = #"{"id":"3","Name":"Support","Lifecycle":"default","Disabled":"0"}"#
  private static let closed = #"{"id":"4","Name":"Closed","Lifecycle":"default","Disabled":"1"}"#
  private static let saved =
    #"{"id":"12","Name":"SavedSearch","Description":"Zoë's","Content":{"Query":"Owner = 'x'","SearchType":"Ticket","OrderBy":"Priority|id","Order":"DESC|ASC"}}"#
  private static let builtIn =
    #"{"id":"4","Name":"Search - My Tickets","Description":"[_1] mine","Content":{"Query":" Owner = '__CurrentUser__' "}}"#
  private static let asset =
    #"{"id":"9","Name":"SavedSearch","Description":"Assets","Content":{"Query":"x","SearchType":"Asset"}}"#

  @Test("All of them are listed, the queues with what they hold")
  func list() throws {
    transport.answer("GET", "/queues", Played.list([Self.support, Self.closed]))
    transport.answer("GET", "/tickets", Played.list([], total: "20"))
    transport.answer("GET", "/searches", Played.list([Self.saved, Self.builtIn, Self.asset]))
    let queues = try transport.parts(Played.settings(#","searches":{"Late":"Due < 'now'"}"#)).queues
      .list()
    #expect(
      queues == [
        DeskQueue(id: "3", name: "Support", total: .exact(20)),
        DeskQueue(id: "search:12", name: "Zoë's", source: .saved),
        DeskQueue(id: "search:4", name: "My Tickets", source: .saved),
        DeskQueue(id: "named:Late", name: "Late", source: .saved),
      ])
  }

  @Test("Only the queues of the settings are shown, and one that is not there is told")
  func chosen() throws {
    transport.answer("GET", "/queues", Played.list([Self.support]))
    #expect(
      try transport.parts(Played.settings(#","queues":["Support"]"#)).queues.queues().map(\.name) == [
        "Support"
      ])
    #expect(throws: AdapterFault.self) {
      try transport.parts(Played.settings(#","queues":["Sales"]"#)).queues.queues()
    }
  }

  @Test("Without the right to load searches the queues are there all the same")
  func noRight() throws {
    transport.answer("GET", "/queues", Played.list([Self.support]))
    transport.answer("GET", "/tickets", Played.list([]))
    transport.answer("GET", "/searches", #"{"message":"Forbidden"}"#, status: 403)
    #expect(try transport.parts(Played.settings()).queues.list().map(\.id) == ["3"])
  }

  @Test("An id stands for its tickets")
  func selections() throws {
    transport.answer("GET", "/search/12", Self.saved)
    transport.answer("GET", "/search/9", Self.asset)
    transport.answer("GET", "/search/77", "{}", status: 404)
    let queues = try transport.parts(
      Played.settings(#","queues":["It's"],"searches":{"Late":"Due < 'now'"}"#)
    ).queues
    #expect(try queues.selection("3") == QueueSelection(query: "Queue = '3'", isActiveOnly: true))
    #expect(
      try queues.selection("search:12")
        == QueueSelection(
          query: "Owner = 'x'", order: .fields(["Priority", "id"], directions: ["DESC", "ASC"]),
          isActiveOnly: false))
    #expect(try queues.selection("named:Late") == QueueSelection(query: "Due < 'now'", isActiveOnly: false))
    #expect(try queues.selection(nil).query == #"(Queue = 'It\'s')"#)
    for id in ["search:77", "search:9", "search:x/y", "named:None", "nonsense", "-3", "3 OR id > 0"] {
      #expect(throws: AdapterFault.notFound(.queue, id: id)) { try queues.selection(QueueID(id)) }
    }
  }

  @Test("An order that is more than names of fields is left to us")
  func oddOrders() throws {
    for order in ["Priority, id", "a;b", "CF.{x}", ""] {
      let search = try Played.record(#"{"Content":{"OrderBy":"\#(order)"}}"#)
      #expect(QueueReader.order(of: search.json) == nil)
    }
  }

  @Test("A page of a queue leaves resolved tickets out unless somebody asks for a status")
  func pages() throws {
    transport.answer("GET", "/tickets", Played.list([#"{"id":"7","Status":"open"}"#], total: "3"))
    let lister = try transport.parts(Played.settings()).lister(now: Played.now)
    let page = try lister.conversations(ConversationsParams(queue: "3", limit: 2))
    #expect(page.items.map(\.summary.id) == ["7"])
    #expect(page.next == "2x2" && page.total == .exact(3) && page.isSorted && page.unfiltered.isEmpty)
    #expect(transport.targets("GET")[0].contains("Active"))
    let filtered = try lister.conversations(
      ConversationsParams(
        queue: "3", filter: [.tag("x"), .status("resolved")], sort: .burning, cursor: "2x2", limit: 9))
    #expect(
      !transport.targets("GET")[1].contains("Active")
        && transport.targets("GET")[1].contains("per_page=2&page=2"))
    // The row that RT gave is open: it is dropped, and the total is nobody's.
    #expect(
      filtered.items.isEmpty && filtered.total == .unknown && filtered.unfiltered == [0] && !filtered.isSorted
    )
    for cursor in ["x", "0x5", "2x101", "2x", "-2x5", "2x5x1"] {
      #expect(throws: AdapterFault.cursorExpired) {
        try lister.conversations(ConversationsParams(cursor: PageCursor(cursor)))
      }
    }
  }

  @Test("A null total is no total, and only a page without anything ends the list")
  func nullTotals() throws {
    transport.answer("GET", "/tickets", Played.list([#"{"id":"7"}"#]), once: true)
    transport.answer("GET", "/tickets", Played.list([]), once: true)
    let lister = try transport.parts(Played.settings()).lister(now: Played.now)
    let page = try lister.conversations(ConversationsParams())
    #expect(page.total == .unknown && page.next != nil)
    #expect(try lister.conversations(ConversationsParams(cursor: page.next)).next == nil)
  }

  @Test("Statuses come from RT's own lifecycle, from the settings, or from what tickets show")
  func statuses() throws {
    transport.answer(
      "GET", "/tickets?query=%28%28Queue%20%3D%20%275%27%29%29%20AND%20Status%20%3D%20%27__Active",
      Played.list([#"{"id":"1","Status":"announced","_hyperlinks":[{"ref":"lifecycle","to":"refused"}]}"#]))
    transport.answer(
      "GET", "/tickets?query=%28%28Queue%20%3D%20%275%27%29%29%20AND%20Status%20%3D%20%27__Inactive",
      Played.list([#"{"id":"2","Status":"refunded"}"#]))
    let queues = [
      RTQueue(id: "3", name: "Support", lifecycle: "default"),
      RTQueue(id: "4", name: "Returns", lifecycle: "returns"),
      RTQueue(id: "5", name: "Other", lifecycle: "other"),
    ]
    let settings = try Played.settings(#","statuses":{"returns":{"received":"new","gone":"resolved"}}"#)
    let catalogue = try StatusReader(client: transport.client, settings: settings).catalogue(queues)
    #expect(catalogue.category("stalled", queue: "3") == .pending)
    #expect(catalogue.category("received", queue: "4") == .new)
    #expect(catalogue.category("refunded", queue: "5") == .resolved)
    #expect(catalogue.category("announced", queue: "5") == .open)
    #expect(catalogue.statuses.first { $0.id == "refused" }?.queues == ["5"])
    #expect(catalogue.statuses.first { $0.id == "new" }?.queues == ["3"])
  }
}
