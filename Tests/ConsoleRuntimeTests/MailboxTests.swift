import ConsoleCore
import ConsoleRuntime
import DeskModel
import Dispatch
import Synchronization
import Testing

@Suite("Mailbox")
struct MailboxTests {
  private final class Bell: Sendable {
    private let count = Atomic(0)
    var rings: Int { count.load(ordering: .sequentiallyConsistent) }
    func ring() { count.add(1, ordering: .sequentiallyConsistent) }
  }

  private static func tick(_ number: Int) -> Action { .tick(Timestamp(milliseconds: Int64(number))) }

  private static func make() -> (Mailbox, Bell) {
    let bell = Bell()
    return (Mailbox { bell.ring() }, bell)
  }

  @Test("what is left is taken in order, once")
  func order() {
    let (box, _) = Self.make()
    for number in 0..<100 { box.post(Self.tick(number)) }
    #expect(box.drain() == (0..<100).map(Self.tick))
    #expect(box.drain().isEmpty)
  }

  @Test("the bell is silent while the loop is awake, also before it has ever slept")
  func awake() {
    let (box, bell) = Self.make()
    box.post(Self.tick(1))
    _ = box.drain()
    _ = box.beginSleep()
    box.endSleep()
    box.post(Self.tick(2))
    #expect(bell.rings == 0)
  }

  @Test("a burst while the loop sleeps costs one ring")
  func asleep() {
    let (box, bell) = Self.make()
    #expect(box.beginSleep())
    for number in 0..<1_000 { box.post(Self.tick(number)) }
    #expect(bell.rings == 1)
    box.endSleep()
    #expect(box.drain().count == 1_000)
    #expect(box.beginSleep())
    box.post(Self.tick(0))
    #expect(bell.rings == 2)
  }

  @Test("a loop with something in the box does not sleep, and is not rung for")
  func notEmpty() {
    let (box, bell) = Self.make()
    box.post(Self.tick(1))
    #expect(!box.beginSleep())
    box.post(Self.tick(2))
    #expect(bell.rings == 0)
    #expect(box.drain().count == 2)
    #expect(box.beginSleep())
  }

  @Test("many threads lose nothing, and each keeps its own order")
  func threads() {
    let (box, _) = Self.make()
    let writers = 8
    let each = 2_000
    let taken = Mutex<[Action]>([])
    DispatchQueue.concurrentPerform(iterations: writers + 1) { worker in
      if worker == writers {
        for _ in 0..<200 {
          let some = box.drain()
          taken.withLock { $0 += some }
        }
        return
      }
      for number in 0..<each { box.post(Self.tick(worker * each + number)) }
    }
    let all = (taken.withLock { $0 } + box.drain()).compactMap { action -> Int? in
      if case .tick(let time) = action { Int(time.milliseconds) } else { nil }
    }
    #expect(all.sorted() == Array(0..<writers * each))
    for worker in 0..<writers {
      let own = all.filter { $0 / each == worker }
      #expect(own == own.sorted())
    }
  }

  @Test("a sleeping loop is always woken: nothing is left behind without a ring")
  func neverMissed() {
    let semaphore = DispatchSemaphore(value: 0)
    let box = Mailbox { semaphore.signal() }
    let count = 5_000
    DispatchQueue.global().async {
      for number in 0..<count { box.post(Self.tick(number)) }
    }
    var seen = 0
    var isWoken = true
    while seen < count, isWoken {
      if box.beginSleep() { isWoken = semaphore.wait(timeout: .now() + 20) == .success }
      box.endSleep()
      seen += box.drain().count
    }
    #expect(seen == count)
  }
}
