import AdapterProtocol
import DeskModel

/// The statuses of the queues: RT has lifecycles, and no list of them in its interface.
struct StatusCatalogue: Sendable, Hashable {
  /// The statuses, each with the queues that have it.
  private(set) var statuses: [DeskStatus] = []
  private var categories: [String: [String: StatusCategory]] = [:]

  /// RT's own lifecycle.
  static let usual: [(String, StatusCategory)] = [
    ("new", .new), ("open", .open), ("stalled", .pending), ("resolved", .resolved), ("rejected", .resolved),
    ("deleted", .resolved),
  ]

  /// Makes an empty catalogue.
  init() {}

  /// Adds statuses of a lifecycle, and the queues that have it.
  ///
  /// Of a status that stands in several lifecycles with different meanings, each is kept apart.
  mutating func add(_ words: [(String, StatusCategory)], queues: [QueueID]) {
    for (word, category) in words {
      for queue in queues { categories[queue.rawValue, default: [:]][word.lowercased()] = category }
      if let place = statuses.firstIndex(where: { $0.id == word && $0.category == category }) {
        statuses[place].queues += queues.filter { !statuses[place].queues.contains($0) }
      } else {
        statuses.append(DeskStatus(id: word, name: word, category: category, queues: queues))
      }
    }
  }

  /// What a status means in a queue.
  func category(_ status: String, queue: String) -> StatusCategory {
    categories[queue]?[status.lowercased()] ?? StatusCategory(backendStatus: status)
  }
}

/// A queue of RT.
struct RTQueue: Sendable, Hashable {
  /// Its number.
  var id: QueueID
  /// Its name.
  var name: String
  /// The name of its lifecycle.
  var lifecycle: String
}

/// Finds the statuses of queues.
struct StatusReader: Sendable {
  let client: RTClient
  let settings: RTSettings

  /// All that can be known: RT's own lifecycle, what the settings say, and for others what their tickets show.
  func catalogue(_ queues: [RTQueue]) throws(AdapterFault) -> StatusCatalogue {
    var catalogue = StatusCatalogue()
    var lifecycles: [String: [RTQueue]] = [:]
    for queue in queues { lifecycles[queue.lifecycle, default: []].append(queue) }
    for (lifecycle, queues) in lifecycles.sorted(by: { $0.key < $1.key }) {
      let ids = queues.map(\.id)
      if lifecycle == "default" { catalogue.add(StatusCatalogue.usual, queues: ids) }
      let said = settings.statuses[lifecycle] ?? [:]
      let words = said.sorted { $0.key < $1.key }.map {
        ($0.key, StatusCategory(rawValue: $0.value) ?? .open)
      }
      catalogue.add(words, queues: ids)
      if lifecycle != "default", said.isEmpty { catalogue.add(try found(queues), queues: ids) }
    }
    return catalogue
  }

  /// The statuses that tickets of these queues have, and those that RT offers them as the next.
  private func found(_ queues: [RTQueue]) throws(AdapterFault) -> [(String, StatusCategory)] {
    let queue = TicketSQL.any(queues.map { TicketSQL.equals("Queue", $0.id.rawValue) })
    var result: [String: StatusCategory] = [:]
    for (condition, isEnded) in [("__Active__", false), ("__Inactive__", true)] {
      let query = "(\(queue)) AND Status = '\(condition)'"
      let target = RTTarget.of(
        ["tickets"],
        ["query": query, "orderby": "id", "order": "DESC", "per_page": "100", "fields": "Status,_hyperlinks"])
      for ticket in try client.read(target).json.list("items") {
        let word = ticket.text("Status")
        let usual = StatusCategory(backendStatus: word)
        if !word.isEmpty { result[word] = isEnded ? .resolved : usual == .resolved ? .open : usual }
        for next in RightsReader.nextStatuses(ticket) where result[next] == nil {
          result[next] = StatusCategory(backendStatus: next)
        }
      }
    }
    return result.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
