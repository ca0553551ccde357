import DeskModel
import Testing

@testable import AdapterHost

struct RefreshQueueTests {
  private func next(_ queue: inout RefreshQueue) -> String? {
    queue.next().map { "\($0.id.rawValue)\($0.isShown ? "!" : "")" }
  }

  @Test func `What a person looks at goes first, the last one before all`() {
    var queue = RefreshQueue()
    queue.want("a", isShown: false)
    queue.want("b", isShown: true)
    queue.want("c", isShown: true)
    queue.want("a", isShown: false)
    let order = (0..<4).map { _ in next(&queue) }
    #expect(order == ["c!", "b!", "a", nil])
  }

  @Test func `Only some are read at once, whatever a person looks at is`() {
    var queue = RefreshQueue()
    for number in 0..<9 { queue.want(ConversationID("\(number)"), isShown: false) }
    let first = (0..<9).compactMap { _ in next(&queue) }
    #expect(first.count == RefreshQueue.atOnce)
    queue.want("8", isShown: true)
    let shown = next(&queue)
    let then = next(&queue)
    #expect(shown == "8!" && then == nil)
  }

  @Test func `One that changes while it is read is read again`() {
    var queue = RefreshQueue()
    queue.want("a", isShown: false)
    _ = queue.next()
    queue.want("a", isShown: false)
    let early = queue.next()?.id
    let isAgain = queue.finish("a")
    let late = next(&queue)
    let isDone = !queue.finish("a")
    #expect(early == nil && isAgain && late == "a" && isDone && queue.count == 0)
  }

  @Test func `What was being read when the desk went away is read when it is back`() {
    var queue = RefreshQueue()
    queue.want("a", isShown: true)
    _ = queue.next()
    queue.forgetRunning()
    let again = next(&queue)
    #expect(again == "a")
  }
}
