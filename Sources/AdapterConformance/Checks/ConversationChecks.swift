import AdapterProtocol
import DeskModel

/// One conversation.
enum ConversationChecks {
  private static let place = SpecificationPlace(.methods, "conversation")
  private static let object = SpecificationPlace(.objects, "Conversation")

  static let all = [
    ConformanceCheck(
      "conversation.readable", "Each conversation of a page can be read by its id.", place, readable),
    ConformanceCheck(
      "conversation.agrees", "A conversation says the same of itself as its row.", object, agrees),
    ConformanceCheck(
      "conversation.unknown", "An id that does not exist is answered with -32006, its kind and itself.",
      SpecificationPlace(.outcomes, "Errors"), unknown),
    ConformanceCheck(
      "conversation.alias", "An alias leads to the conversation, or with -32007 to its id.", place, alias),
    ConformanceCheck(
      "conversation.status", "The category of each status is told, there or in the manifest.", object, status),
    ConformanceCheck(
      "conversation.assignee", "`assignee` is the agent among `assignees`.", object, assignee),
    ConformanceCheck(
      "conversation.rights", "Where rights are told, a conversation carries `allowed`.",
      SpecificationPlace(.manifest, "read"), rights),
  ]

  /// The first conversations of the desk, read.
  private static func samples(
    _ probe: Probe
  ) throws(Finding) -> [(row: ConversationRow, record: ConversationRecord, exchange: Exchange)] {
    var result: [(row: ConversationRow, record: ConversationRecord, exchange: Exchange)] = []
    for row in try probe.rows().prefix(5) {
      do throws(Finding) {
        let (record, exchange) = try probe.conversation(row.summary.id)
        result.append((row, record, exchange))
      } catch { throw error.asSkipped("conversation.readable") }
    }
    return result
  }

  private static func readable(_ probe: Probe) throws(Finding) {
    for row in try probe.rows().prefix(5) {
      let id = row.summary.id
      let (record, exchange) = try probe.conversation(id)
      guard record.conversation.id == id || record.aliases.contains(id) else {
        throw exchange.failure("the conversation \(id.rawValue), or one that has it among its aliases")
      }
    }
  }

  private static func agrees(_ probe: Probe) throws(Finding) {
    for (row, record, exchange) in try samples(probe) where row.summary.id == record.conversation.id {
      let (summary, conversation) = (row.summary, record.conversation)
      let pairs: [(String, String, String)] = [
        ("status", summary.status, conversation.status), ("channel", summary.channel, conversation.channel),
        ("shape", summary.shape.rawValue, conversation.shape.rawValue),
        ("contact", summary.contactID.rawValue, conversation.contact.id.rawValue),
        // Absent where lists do not tell it.
        (
          "version", (row.version ?? record.version)?.rawValue ?? "",
          (record.version ?? row.version)?.rawValue ?? ""
        ),
      ]
      for (field, told, found) in pairs where told != found {
        throw exchange.failure(
          "the \(field) that its row has, “\(Shortened.text(told))” (unless it changed just now)")
      }
    }
  }

  private static func unknown(_ probe: Probe) throws(Finding) {
    let id: ConversationID = "sapa-no-such-conversation"
    let exchange = try probe.ask(.conversation(ConversationParams(id)))
    let expected = "an error -32006 with kind conversation and the id in its data"
    try exchange.expectFault([-32_006], expected)
    guard case .fault(_, .notFound(.conversation, id.rawValue))? = exchange.heard?.content else {
      throw exchange.failure(expected)
    }
  }

  private static func alias(_ probe: Probe) throws(Finding) {
    var count = 0
    for (_, record, _) in try samples(probe) {
      guard let alias = record.aliases.first else { continue }
      count += 1
      let exchange = try probe.ask(.conversation(ConversationParams(alias)))
      if case .fault(_, .moved(let target))? = exchange.heard?.content, target == record.conversation.id {
        continue
      }
      let found: ConversationRecord = try exchange.value(.conversation) {
        guard case .conversation(let record) = $0 else { return nil }
        return record
      }
      guard found.conversation.id == record.conversation.id else {
        throw exchange.failure("the conversation \(record.conversation.id.rawValue), whose alias this is")
      }
    }
    if count == 0 { throw .notApplicable("no conversation that was read has an alias") }
  }

  private static func status(_ probe: Probe) throws(Finding) {
    let known = try probe.manifest().statuses.statuses.map(\.id)
    for (_, record, exchange) in try samples(probe)
    where record.category == nil && !known.contains(record.conversation.status) {
      throw exchange.failure(
        "a category, because the manifest does not know the status “\(Shortened.text(record.conversation.status))”"
      )
    }
  }

  private static func assignee(_ probe: Probe) throws(Finding) {
    var count = 0
    for (_, record, exchange) in try samples(probe) where !record.assignees.isEmpty {
      count += 1
      let agents = record.assignees.filter { $0.kind == .agent }.map(\.id.rawValue)
      let told = record.conversation.assignee?.id.rawValue
      guard told.map({ agents.contains($0) }) ?? agents.isEmpty else {
        throw exchange.failure("as assignee the agent among the assignees")
      }
    }
    if count == 0 { throw .notApplicable("no conversation that was read names assignees") }
  }

  private static func rights(_ probe: Probe) throws(Finding) {
    guard try probe.manifest().read.rights == .told else {
      throw .notApplicable("the manifest says that rights are tried")
    }
    for (_, record, exchange) in try samples(probe) where record.allowed.isEmpty {
      throw exchange.failure("allowed, because the manifest says that rights are told")
    }
  }
}
