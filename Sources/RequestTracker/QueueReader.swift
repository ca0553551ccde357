import AdapterProtocol
import DeskModel
import JSONText

/// What a queue of the console stands for.
struct QueueSelection: Sendable, Hashable {
  /// The tickets, in TicketSQL.
  var query: String
  /// The order that somebody has saved with it; nil for none.
  var order: TicketOrder?
  /// Whether resolved tickets are left out unless a filter names a status: of queues, not of searches.
  var isActiveOnly: Bool
}

/// Reads queues, the searches that people have saved on RT, and those of the settings.
///
/// Ids: a queue's number; `search:` and the number of a saved search; `named:` and the name of one in the settings.
struct QueueReader: Sendable {
  let client: RTClient
  let settings: RTSettings
  let lists: TicketLists

  /// The most queues whose tickets are counted: each costs a request.
  static let countLimit = 20

  /// The queues that we may see, without those that the settings leave out.
  func queues() throws(AdapterFault) -> [RTQueue] {
    let rows = try VisibleRows(client: client).all(["queues"], fields: "Name,Lifecycle,Disabled")
    let queues = rows.filter { $0.text("Disabled") != "1" }.map { queue in
      RTQueue(id: QueueID(queue.text("id")), name: queue.text("Name"), lifecycle: queue.text("Lifecycle"))
    }
    guard !settings.queues.isEmpty else { return queues.sorted { $0.name < $1.name } }
    return try settings.queues.map { name throws(AdapterFault) in
      guard let queue = queues.first(where: { $0.name == name }) else {
        throw .invalidParams(
          path: "settings.queues", expected: "names of queues that we may see", found: name)
      }
      return queue
    }
  }

  /// All selections, counted as far as RT counts.
  func list() throws(AdapterFault) -> [DeskQueue] {
    var result: [DeskQueue] = []
    for (place, queue) in try queues().enumerated() {
      var total = Total.unknown
      if place < Self.countLimit, let count = try lists.count(Self.active(Self.query(queue.id))) {
        total = .exact(count)
      }
      result.append(DeskQueue(id: queue.id, name: queue.name, total: total))
    }
    for search in try savedSearches() {
      result.append(
        DeskQueue(id: QueueID("search:\(search.text("id"))"), name: Self.name(search), source: .saved))
    }
    for search in settings.searches {
      result.append(DeskQueue(id: QueueID("named:\(search.name)"), name: search.name, source: .saved))
    }
    return result
  }

  /// What a queue's id stands for; nil stands for all that the settings show.
  func selection(_ id: QueueID?) throws(AdapterFault) -> QueueSelection {
    guard let id else { return QueueSelection(query: try everything(), isActiveOnly: false) }
    let missing = AdapterFault.notFound(.queue, id: id.rawValue)
    if RTTarget.isNumber(id.rawValue) { return QueueSelection(query: Self.query(id), isActiveOnly: true) }
    if id.rawValue.hasPrefix("named:") {
      guard let search = settings.searches.first(where: { "named:\($0.name)" == id.rawValue }) else {
        throw missing
      }
      return QueueSelection(query: search.query, isActiveOnly: false)
    }
    let number = id.rawValue.replacing("search:", with: "")
    guard id.rawValue.hasPrefix("search:"), RTTarget.isNumber(number),
      let search = try client.readIfThere(RTTarget.of(["search", number]))?.json,
      let query = Self.query(of: search)
    else { throw missing }
    return QueueSelection(query: query, order: Self.order(of: search), isActiveOnly: false)
  }

  /// All tickets of the queues that the settings name, or all that we may see.
  private func everything() throws(AdapterFault) -> String {
    settings.queues.isEmpty
      ? "id > 0" : TicketSQL.any(settings.queues.map { TicketSQL.equals("Queue", $0) })
  }

  private func savedSearches() throws(AdapterFault) -> [JSONValue] {
    let target = RTTarget.of(["searches"], ["per_page": "100", "fields": "Name,Description,Content"])
    // A right that not everybody has.
    let found = try client.readIfThere(target)?.json.list("items") ?? []
    return found.filter { Self.query(of: $0) != nil }
  }

  /// The tickets of a queue by its number.
  static func query(_ id: QueueID) -> String { TicketSQL.equals("Queue", id.rawValue) }

  /// Those of a search that are not resolved.
  static func active(_ query: String) -> String { "(\(query)) AND Status = '__Active__'" }

  /// The TicketSQL of a saved search; nil where it looks for something else than tickets.
  static func query(of search: JSONValue) -> String? {
    guard let content = search["Content"], (content["SearchType"]?.text ?? "Ticket") == "Ticket" else {
      return nil
    }
    let query = content.text("Query").trimmed
    return query.isEmpty ? nil : query
  }

  /// The order that was saved with a search.
  static func order(of search: JSONValue) -> TicketOrder? {
    let content = search["Content"]
    let fields = (content?.text("OrderBy") ?? "").split(separator: "|").map { String($0).trimmed }
    let directions = (content?.text("Order") ?? "").split(separator: "|").map { String($0).trimmed }
    let plain = fields.filter { field in
      !field.isEmpty && field.allSatisfy { $0.isASCII && ($0.isLetter || $0 == ".") }
    }
    return plain.isEmpty || plain != fields.filter { !$0.isEmpty }
      ? nil : .fields(plain, directions: directions)
  }

  /// The name of a saved search: RT's own have it behind `Search - `, those of people in the description.
  static func name(_ search: JSONValue) -> String {
    let name = search.text("Name")
    let description = search.text("Description")
    if name.hasPrefix("Search - ") { return String(name.dropFirst(9)) }
    return description.isEmpty ? name : description
  }
}
