import AdapterProtocol
import DeskModel

/// Queues and agents.
enum ListChecks {
  static let all = [
    ConformanceCheck(
      "lists.queues", "`queues` can be read, and no id stands twice.", SpecificationPlace(.methods, "queues"),
      queues),
    ConformanceCheck(
      "lists.agents",
      "`agents` can be read, nobody stands twice, and all are of kinds that the manifest names.",
      SpecificationPlace(.methods, "agents"), agents),
    ConformanceCheck(
      "lists.queueTotals", "A queue whose total is exact has so many conversations.",
      SpecificationPlace(.objects, "Totals"), queueTotals),
    ConformanceCheck(
      "lists.unknownQueue", "A queue that does not exist has no conversations: -32006, or an empty page.",
      SpecificationPlace(.outcomes, "Errors"), unknownQueue),
  ]

  private static func read(_ probe: Probe) throws(Finding) -> (queues: [DeskQueue], exchange: Exchange) {
    try probe.need(.queues)
    let exchange = try probe.ask(.queues)
    let queues: [DeskQueue] = try exchange.value(.queues) {
      guard case .queues(let list) = $0 else { return nil }
      return list.queues
    }
    return (queues, exchange)
  }

  private static func queues(_ probe: Probe) throws(Finding) {
    let (queues, exchange) = try read(probe)
    guard Set(queues.map(\.id)).count == queues.count else {
      throw exchange.failure("an id of its own for each queue")
    }
  }

  private static func agents(_ probe: Probe) throws(Finding) {
    try probe.need(.agents)
    let kinds = try probe.manifest().statuses.assignees
    let exchange = try probe.ask(.agents)
    let assignees: [Assignee] = try exchange.value(.agents) {
      guard case .agents(let list) = $0 else { return nil }
      return list.assignees
    }
    guard Set(assignees.map { "\($0.kind) \($0.id.rawValue)" }).count == assignees.count else {
      throw exchange.failure("everybody once")
    }
    if let stranger = assignees.first(where: { !kinds.contains($0.kind) }) {
      throw exchange.failure("only kinds that statuses.assignees names; \(stranger.kind.rawValue) is none")
    }
  }

  private static func queueTotals(_ probe: Probe) throws(Finding) {
    let (queues, _) = try read(probe)
    var counted = 0
    for queue in queues.prefix(5) {
      guard case .exact(let count) = queue.total, count <= 500 else { continue }
      counted += 1
      let pages = try probe.conversations(ConversationsParams(queue: queue.id, limit: 100), most: 20)
      guard !pages.isWhole || pages.items.count == count else {
        throw (pages.exchanges.last ?? pages.exchanges[0]).failure(
          "\(count) conversations in the queue “\(queue.name)”, as its exact total says; there are \(pages.items.count)"
        )
      }
    }
    if counted == 0 { throw .notApplicable("no queue has an exact total") }
  }

  private static func unknownQueue(_ probe: Probe) throws(Finding) {
    try probe.need(.queues)
    let exchange = try probe.ask(
      .conversations(ConversationsParams(queue: "sapa-no-such-queue", limit: 5)))
    if case .answer? = exchange.heard?.content {
      let items: [ConversationRow] = try exchange.value(.conversations) {
        guard case .conversations(let page) = $0 else { return nil }
        return page.items
      }
      if items.isEmpty { return }
      throw exchange.failure("an error -32006, or no conversation, because there is no such queue")
    }
    try exchange.expectFault([-32_006, -32_602], "an error -32006, because there is no such queue")
  }
}
