import AdapterHost
import DeskLink
import DeskModel
import Testing

/// The backend's own queues, as a console sees them by way of a real adapter process.
struct RemoteDeskQueuesTests {
  private func desk(_ backend: BackendFixture) throws -> WatchedDesk {
    let desk = WatchedDesk(try backend.open())
    desk.waitUntilUp()
    return desk
  }

  @Test func `Queues are told with their counts, and one that is chosen has its conversations, page by page`()
    throws
  {
    let backend = try BackendFixture(conversations: 120)
    try backend.offer("parts=waiting for parts", "rest=open")
    for number in [3, 7] { try backend.set("waiting for parts", of: "c-\(number)") }
    let desk = try desk(backend)
    defer { desk.desk.close() }
    desk.wait("the queues") { desk.queues.count == 2 }
    #expect(
      desk.queues == [
        BackendQueue(id: "parts", desk: "desk", name: "Queue parts", size: .exact(2)),
        BackendQueue(id: "rest", desk: "desk", name: "Queue rest", size: .exact(118)),
      ])
    // Three pages of at most 50.
    desk.wait("all of the long one") { desk.rows(in: "rest").ids.count == 118 }
    #expect(Set(desk.rows(in: "rest").ids).isDisjoint(with: ["c-3", "c-7"]))
    desk.wait("the short one") { desk.rows(in: "parts").ids == ["c-3", "c-7"] }
    desk.wait("the end of the reading") { desk.queues.allSatisfy { $0.reading == .whole } }
    #expect(desk.open("c-7")?.entries.map(\.text) == ["halo 7"])
  }

  @Test func `The queue of a status that is done has its conversations, and a filter narrows it`() throws {
    let backend = try BackendFixture(conversations: 4)
    try backend.offer("done=closed")
    for number in [1, 2, 4] { try backend.set("closed", of: "c-\(number)") }
    let desk = try desk(backend)
    defer { desk.desk.close() }
    desk.wait("the queue") { desk.rows(in: "done").ids == ["c-1", "c-2", "c-4"] }
    let filter = try QueueFilter(parsing: #""halo 4""#)
    #expect(desk.rows(in: "done", filter: filter).ids == ["c-4"])
    #expect(desk.rows(in: "done", filter: filter).whole == 3)
    let query = QueueQuery(.all, sort: .oldest, queue: "done")
    #expect(desk.ask(.place(of: "c-4", in: query)) == .success(.place("c-4", query, 2)))
    #expect(desk.ask(.place(of: "c-3", in: query)) == .success(.place("c-3", query, nil)))
    let all = QueueQuery(.all)
    #expect(desk.ask(.counts([query, all])) == .success(.counts([query: 3, all: 1])))
  }

  @Test func `What moves on the backend, or by us, enters and leaves the queue that is looked at`() throws {
    let backend = try BackendFixture(conversations: 3)
    try backend.offer("done=closed")
    try backend.set("closed", of: "c-1")
    let desk = try desk(backend)
    defer { desk.desk.close() }
    desk.wait("the queue") { desk.rows(in: "done").ids == ["c-1"] }
    try backend.set("closed", of: "c-3")
    desk.wait("the one that came") { desk.rows(in: "done").ids == ["c-1", "c-3"] }
    #expect(desk.apply(backend.intent(.setStatus("open"), in: "c-1")) != nil)
    desk.wait("the one that left") { desk.rows(in: "done").ids == ["c-3"] }
    desk.wait("the count") { desk.queues.first?.size == .exact(1) }
  }

  @Test
  func `While the desk is away its queues show what was read before, also to a console that starts then`()
    throws
  {
    let backend = try BackendFixture(conversations: 3)
    try backend.offer("done=closed", "rest=open")
    try backend.set("closed", of: "c-2")
    do {
      let desk = try desk(backend)
      defer { desk.desk.close() }
      desk.wait("the queue") { desk.rows(in: "done").ids == ["c-2"] }
      desk.wait("all of it") { desk.queues.first?.reading == .whole }
    }
    try backend.setAway(true)
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.wait("the absence") { desk.status?.away != nil && desk.status?.away != .starting }
    #expect(
      desk.queues == [
        BackendQueue(id: "done", desk: "desk", name: "Queue done", size: .about(1)),
        BackendQueue(id: "rest", desk: "desk", name: "Queue rest", size: .about(2)),
      ])
    #expect(desk.rows(in: "done").ids == ["c-2"])
    #expect(desk.rows(in: "rest").ids == [])
    try backend.setAway(false)
    // Looked at while it was away: read without being asked for again.
    desk.wait("the reading") { desk.queues.allSatisfy { $0.reading == .whole } }
    #expect(desk.rows(in: "rest").ids == ["c-1", "c-3"])
  }

  @Test(arguments: ["conversations die-before", "conversations nonsense"])
  func `A reading that breaks is done again`(fault: String) throws {
    let backend = try BackendFixture(conversations: 3)
    try backend.offer("rest=open")
    let desk = try desk(backend)
    defer { desk.desk.close() }
    desk.wait("the queues") { desk.queues.count == 1 }
    try backend.fail(fault)
    desk.wait("the queue") { desk.rows(in: "rest").ids == ["c-1", "c-2", "c-3"] }
  }

  @Test func `Queues that come and go on the backend come and go here; one that is not there has no rows`()
    throws
  {
    let backend = try BackendFixture()
    try backend.offer("rest=open")
    let desk = try desk(backend)
    defer { desk.desk.close() }
    desk.wait("the queue") { !desk.rows(in: "rest").ids.isEmpty }
    try backend.offer("done=closed")
    desk.wait("the other one") { desk.queues.map(\.id) == ["done"] }
    #expect(desk.rows(in: "rest").ids == [])
    #expect(desk.rows(in: "nowhere").ids == [])
  }

  @Test func `A backend without queues is asked for none`() throws {
    let backend = try BackendFixture()
    let desk = try desk(backend)
    defer { desk.desk.close() }
    #expect(desk.queues.isEmpty)
    #expect(desk.ask(.countQueues) == .success(.done))
    desk.desk.settle()
    #expect(desk.status?.away == nil && desk.queues.isEmpty)
  }
}
