import AdapterProtocol
import DeskLink
import DeskModel
import LocalDesk

extension ServedDesk {
  /// Answers a call that changes nothing and needs no waiting.
  func read(_ call: AdapterCall) throws(AdapterFault) -> AdapterAnswer {
    switch call {
    case .queues: .queues(queues())
    case .agents: .agents(try agents())
    case .conversations(let params): .conversations(try conversations(params))
    case .conversation(let params): .conversation(try conversation(params.conversation))
    case .thread(let params): .thread(try thread(params))
    case .contact(let params): .contact(try contact(params))
    case .upload(let params): .upload(try upload(params))
    default: throw .unknownMethod(call.method.rawValue)
    }
  }

  private func ask(_ request: DeskRequest) throws(AdapterFault) -> DeskAnswer {
    // The desk answers reading before it returns.
    let box = AnswerBox()
    desk.handle(request) { box.put($0) }
    do throws(DeskError) { return try box.answer.get() } catch { throw AdapterFault(error) }
  }

  private func queues() -> QueueList {
    QueueList(
      QueueView.allCases.map { view in
        DeskQueue(
          id: QueueID(view.rawValue), name: view.name,
          total: .exact(desk.page(of: DeskSelection(view), limit: 0).total))
      })
  }

  private func agents() throws(AdapterFault) -> AssigneeList {
    guard case .agents(let agents) = try ask(.agents) else { throw .mixedUp }
    return AssigneeList(
      agents.map { Assignee(.agent, id: AssigneeID($0.id.rawValue), name: $0.name) })
  }

  private func conversations(_ params: ConversationsParams) throws(AdapterFault) -> ConversationsPage {
    var view: QueueView?
    if let queue = params.queue {
      guard let known = QueueView(rawValue: queue.rawValue) else {
        throw .notFound(.queue, id: queue.rawValue)
      }
      view = known
    }
    let sort = params.sort ?? .burning
    var place: DeskPlaceInOrder?
    if let cursor = params.cursor { place = try PageToken.rows(cursor, queue: view, sort: sort) }
    let selection = DeskSelection(view, filter: QueueFilter(terms: params.filter), sort: sort)
    let page = desk.page(of: selection, after: place, limit: params.limit)
    var budget = PageBudget()
    let rows = page.rows.map(\.record)
    let fitting = Array(rows.prefix { budget.takes($0.summary.textBytes) })
    if fitting.count < rows.count {
      // Fewer fit than were found: the last that fits ends the page.
      let short = desk.page(of: selection, after: place, limit: fitting.count)
      return ConversationsPage(
        items: short.rows.map(\.record), next: short.next.map { PageToken.rows($0, queue: view, sort: sort) },
        total: .exact(short.total))
    }
    return ConversationsPage(
      items: rows, next: page.next.map { PageToken.rows($0, queue: view, sort: sort) },
      total: .exact(page.total))
  }

  private func conversation(_ id: ConversationID) throws(AdapterFault) -> ConversationRecord {
    guard case .conversation(let conversation) = try ask(.conversation(id)) else { throw .mixedUp }
    return ConversationRecord(
      conversation, version: VersionTag(String(conversation.version)),
      category: conversation.statusCategory,
      assignees: conversation.assignee.map {
        [Assignee(.agent, id: AssigneeID($0.id.rawValue), name: $0.name)]
      } ?? [])
  }

  private func thread(_ params: ThreadParams) throws(AdapterFault) -> ThreadPage {
    let id = params.conversation
    let conversation: Conversation
    let keys: [EntryID: ClientKey]
    do throws(DeskError) { (conversation, keys) = try desk.history(of: id) } catch {
      throw AdapterFault(error)
    }
    let entries = conversation.entries
    func token(_ index: Int) -> PageCursor { PageToken.thread(index, params.order, id) }
    var budget = PageBudget()
    var range: Range<Int>
    var next: PageCursor?
    // Entries are only ever added at the end, so numbers stay what they are.
    switch params.order {
    case .oldestFirst:
      let start = try params.cursor.map { cursor throws(AdapterFault) in
        try PageToken.thread(cursor, params.order, id, count: entries.count)
      }
      range = (start ?? 0)..<(start ?? 0)
      while range.upperBound < entries.count, range.count < params.limit,
        budget.takes(entries[range.upperBound].fitting.textBytes)
      { range = range.lowerBound..<range.upperBound + 1 }
      if range.upperBound < entries.count { next = token(range.upperBound) }
    case .newestFirst:
      let end = try params.cursor.map { cursor throws(AdapterFault) in
        try PageToken.thread(cursor, params.order, id, count: entries.count)
      }
      range = (end ?? entries.count)..<(end ?? entries.count)
      while range.lowerBound > 0, range.count < params.limit,
        budget.takes(entries[range.lowerBound - 1].fitting.textBytes)
      { range = range.lowerBound - 1..<range.upperBound }
      if range.lowerBound > 0 { next = token(range.lowerBound) }
    }
    return ThreadPage(
      entries: entries[range].map { EntryRecord($0.fitting, clientKey: keys[$0.id]) }, next: next,
      version: VersionTag(String(conversation.version)))
  }

  private func contact(_ params: ContactParams) throws(AdapterFault) -> ContactPage {
    let all = desk.conversations(of: params.contact)
    guard let latest = all.first else { throw .notFound(.contact, id: params.contact.rawValue) }
    guard case .conversation(let conversation) = try ask(.conversation(latest.summary.id)) else {
      throw .mixedUp
    }
    var rest = all[...]
    if let cursor = params.cursor {
      let (at, id) = try PageToken.contact(cursor)
      rest = rest.drop { ($0.summary.lastActivity, id) > (at, $0.summary.id.rawValue) }
      if let first = rest.first?.summary, first.lastActivity == at, first.id.rawValue == id {
        rest = rest.dropFirst()
      }
    }
    var budget = PageBudget()
    let rows = Array(
      rest.prefix(params.limit).map(\.record).prefix { budget.takes($0.summary.textBytes) })
    let hasMore = rows.count < rest.count
    return ContactPage(
      contact: ContactRecord(conversation.contact), conversations: rows,
      next: hasMore ? rows.last.map { PageToken.contact($0.summary) } : nil)
  }

  private func upload(_ params: UploadParams) throws(AdapterFault) -> UploadProgress {
    guard desk.version(of: params.conversation) != nil else {
      throw .notFound(.conversation, id: params.conversation.rawValue)
    }
    return UploadProgress(received: try uploads.take(params))
  }
}

extension DeskListRow {
  /// The row as it goes on the wire.
  fileprivate var record: ConversationRow {
    ConversationRow(summary.fitting, version: VersionTag(String(version)))
  }
}

extension QueueView {
  /// The name of the queue.
  fileprivate var name: String {
    switch self {
    case .mine: "Mine"
    case .unassigned: "Unassigned"
    case .all: "All open"
    case .snoozed: "Snoozed"
    case .resolved: "Resolved"
    }
  }
}

extension AdapterFault {
  static let mixedUp = AdapterFault.internalFailure(reason: "the desk has mixed up its answers")
}
