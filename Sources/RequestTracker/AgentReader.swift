import AdapterProtocol
import DeskModel
import JSONText

/// Finds those to whom a ticket can be given.
///
/// RT's interface has no list of agents, and tells only of one user at a time whether they are one. So those are told whom
/// the settings name; without that, we ourselves, the owners of the latest tickets, and, where RT has few users, all of
/// them who are agents.
struct AgentReader: Sendable {
  let client: RTClient
  let people: PeopleDirectory
  let settings: RTSettings
  let me: Person

  /// The most users that are looked at one by one.
  static let lookLimit = 60

  /// The agents, by name.
  func agents() throws(AdapterFault) -> [Assignee] {
    var names: Set<String> = [me.id]
    if settings.agents.isEmpty {
      names.formUnion(try owners())
      names.formUnion(try users())
    } else {
      names = Set(settings.agents)
    }
    var result: [Assignee] = []
    for name in names.sorted() {
      let person = try people.person(name, client: client)
      guard person.kind == .agent || !settings.agents.isEmpty else { continue }
      result.append(Assignee(.agent, id: AssigneeID(person.id), name: person.name ?? person.id))
    }
    return result
  }

  private func owners() throws(AdapterFault) -> [String] {
    let target = RTTarget.of(
      ["tickets"],
      [
        "query": "Owner != 'Nobody'", "orderby": "LastUpdated", "order": "DESC", "per_page": "100",
        "fields": "Owner",
      ])
    return try client.read(target).json.list("items").map { $0.reference("Owner") }.filter { !$0.isEmpty }
  }

  private func users() throws(AdapterFault) -> [String] {
    let target = RTTarget.of(["users"], ["per_page": String(Self.lookLimit), "query": "[]"])
    guard let answer = try client.readIfThere(target)?.json else { return [] }
    // More than that are customers, and not for us to go through.
    guard let total = answer.number("total"), total <= Self.lookLimit else { return [] }
    return answer.list("items").map { $0.text("id") }.filter { !$0.isEmpty }
  }
}
