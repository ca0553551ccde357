import AdapterProtocol
import DeskModel
import JSONText
import Synchronization

/// Somebody whom RT knows.
struct Person: Sendable, Hashable {
  /// The name that is the id.
  var id: String
  /// The name to show; nil where RT has none.
  var name: String?
  /// The address; nil where there is none or it is hidden.
  var address: String?
  /// What they are: only `GET /user/NAME` tells who is an agent.
  var kind: AuthorKind
}

/// Knows people, and asks RT once for each.
final class PeopleDirectory: Sendable {
  private let known = Mutex<[String: Person]>([:])

  /// Somebody by name or by the number that histories have; nobody is missing: who cannot be seen is a customer.
  func person(_ id: String, client: RTClient) throws(AdapterFault) -> Person {
    if let person = known.withLock({ $0[id] }) { return person }
    let person = try ask(id, client: client)
    known.withLock {
      // A directory of strangers that only grows would be a leak.
      if $0.count > 20_000 { $0 = [:] }
      $0[id] = person
      $0[person.id] = person
    }
    return person
  }

  /// The author of a row whose creator was expanded.
  func author(_ creator: JSONValue?, client: RTClient) throws(AdapterFault) -> Author {
    let id = creator?.text("id") ?? ""
    guard !id.isEmpty else { return Author(kind: .system, id: "unknown") }
    let person = try person(id, client: client)
    return Author(kind: person.kind, id: person.id, name: person.name)
  }

  /// Nobody, the owner of what nobody has.
  static let nobody = "Nobody"

  private func ask(_ id: String, client: RTClient) throws(AdapterFault) -> Person {
    switch id {
    case "RT_System": return Person(id: id, name: "RT", kind: .system)
    case Self.nobody: return Person(id: id, kind: .system)
    default: break
    }
    guard let json = try client.readIfThere(RTTarget.of(["user", id]))?.json else {
      return Person(id: id, kind: .customer)
    }
    func text(_ key: String) -> String? {
      let value = json.text(key)
      return value.isEmpty ? nil : value
    }
    let name = text("Name") ?? id
    guard name != Self.nobody, name != "RT_System" else { return Person(id: name, kind: .system) }
    return Person(
      id: name, name: text("RealName"), address: text("EmailAddress"),
      kind: json.number("Privileged") == 1 ? .agent : .customer)
  }
}
