import DeskLink
import DeskModel
import Synchronization
import Testing

@testable import LocalDesk

@Suite("What others change all day")
struct LongTailTests {
  private func tail(_ desk: EmbeddedDesk) -> Int { desk.state.withLock { $0.tailCount } }

  @Test(
    "A console that only watches does not keep every change of a colleague in memory",
    arguments: [true, false])
  func watching(writerHasIndex: Bool) throws {
    let fixture = try DeskFixture()
    // A writer that never writes an index leaves it to the one who watches.
    let writer = try fixture.open(options: EmbeddedDeskOptions(tailLimit: writerHasIndex ? 100 : .max))
    try writer.take(DeskFixture.line("c-1"))
    let watcher = try fixture.open(me: DeskFixture.budi)
    for round in 0..<12 {
      for number in 0..<100 {
        writer.apply(.setStatus(number % 2 == 0 ? "pending" : "open"), key: ClientKey("k-\(round)-\(number)"))
      }
      watcher.refresh()
      watcher.settle()
    }
    // What was begun behind the scenes is finished by closing.
    watcher.close()
    #expect(tail(watcher) < 1_000)
    #expect(watcher.state.withLock { $0.row(0)?.version } == 1_201)
    writer.close()
    let later = try fixture.open()
    #expect(later.read()?.status == "open")
    #expect(later.read()?.version == 1_201)
  }
}
