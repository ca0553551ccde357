import AdapterProtocol

/// Says in words what a row of the history tells that is no message.
struct HistoryEvents: Sendable {
  let client: RTClient
  let people: PeopleDirectory
  /// Names of custom fields by their ids: a row has only the id.
  let fieldNames: [String: String]

  /// One line for people.
  func text(_ row: HistoryRow) throws(AdapterFault) -> String {
    switch (row.type, row.field) {
    case ("Status", _): return change("status", row.old, row.new)
    case ("Set", "Owner"), ("Take", _), ("Untake", _), ("Steal", _), ("Give", _), ("Force", _):
      return change("owner", try name(row.old), try name(row.new))
    case ("Set", "Queue"): return change("queue", row.old, row.new)
    case ("Set", let field): return change(field.isEmpty ? "something" : field.lowercased(), row.old, row.new)
    case ("CustomField", let id): return change(fieldNames[id] ?? "field \(id)", row.old, row.new)
    case ("AddWatcher", let role): return "\(role) added: \(try name(row.new))"
    case ("DelWatcher", let role): return "\(role) removed: \(try name(row.old))"
    case ("AddLink", let kind): return "link added: \(kind) \(Self.target(row.new))"
    case ("DeleteLink", let kind): return "link removed: \(kind) \(Self.target(row.old))"
    case (let type, let field):
      let about = [type, field, row.data.trimmed].filter { !$0.isEmpty }.joined(separator: " ")
      return row.old.isEmpty && row.new.isEmpty ? about : change(about, row.old, row.new)
    }
  }

  private func change(_ what: String, _ old: String, _ new: String) -> String {
    switch (old.isEmpty, new.isEmpty) {
    case (true, true): "\(what) changed"
    case (true, false): "\(what): \(new)"
    case (false, true): "\(what): \(old) removed"
    case (false, false): "\(what): \(old) → \(new)"
    }
  }

  /// Whom a number names; numbers stand where people would expect names.
  private func name(_ id: String) throws(AdapterFault) -> String {
    guard RTTarget.isNumber(id) else { return id }
    let person = try people.person(id, client: client)
    return person.id == PeopleDirectory.nobody ? "nobody" : person.name ?? person.id
  }

  private static func target(_ address: String) -> String {
    HistoryRow.ticketNumber(address).map { "#\($0)" } ?? address
  }
}
