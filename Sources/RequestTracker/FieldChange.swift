import DeskModel
import JSONText

/// A change of a field of a ticket, and how one sees that it was made.
struct FieldChange: Sendable, Hashable {
  /// What is sent.
  var body: JSONValue
  private var check: Check

  private enum Check: Sendable, Hashable {
    case text(String, String)
    case time(String, Timestamp?)
    case custom(String, [String], before: [String])
  }

  /// Plans a change; the custom field where a ticket has one of the name, else one of RT's own.
  ///
  /// - Throws: what is wrong with the name or the values.
  init(_ name: String, _ values: [String], in ticket: TicketRecord) throws(PlanProblem) {
    if let field = ticket.json.list("CustomFields").first(where: { $0.text("name") == name }) {
      // A list empties fields of one value and of several; null would put an empty value into the latter.
      body = object([
        "CustomFields": .object([
          JSONMember(key: field.text("id"), value: .array(values.map { .string($0) }))
        ])
      ])
      let before = ticket.fields.first { $0.name == name }?.values ?? []
      check = .custom(name, values, before: before)
      return
    }
    guard values.count <= 1 else { throw PlanProblem(field: "values", reason: "\(name) holds one value") }
    switch name {
    case "Priority":
      guard let number = Int(values.first ?? "0") else {
        throw PlanProblem(field: "values", reason: "a priority is a whole number")
      }
      body = object(["Priority": .string(String(number))])
      check = .text("Priority", String(number))
    case "Subject":
      let subject = values.first ?? ""
      guard !subject.contains(where: \.isNewline) else {
        throw PlanProblem(field: "values", reason: "a subject is one line")
      }
      body = object(["Subject": .string(subject)])
      check = .text("Subject", subject)
    case "Due", "Starts":
      var time: Timestamp?
      if let value = values.first {
        guard let read = Timestamp(rfc3339: value), read.milliseconds > 0 else {
          throw PlanProblem(field: "values", reason: "\(name) is a time such as 2031-02-03T04:05:06Z")
        }
        time = Timestamp(milliseconds: read.milliseconds / 1_000 * 1_000)
      }
      body = object([
        name == "Due" ? "Due" : "Starts": .string(RTDate.text(time ?? Timestamp(milliseconds: 0)))
      ])
      check = .time(name, time)
    default:
      throw PlanProblem(field: "name", reason: "this ticket has no field \(name)")
    }
  }

  /// Whether a ticket holds what was to be put into it.
  func isMade(in ticket: TicketRecord) -> Bool {
    switch check {
    case .text(let name, let value): return ticket.json.text(name) == value
    case .time(let name, let time): return RTDate.timestamp(ticket.json.text(name)) == time
    case .custom(let name, let values, let before):
      let after = ticket.fields.first { $0.name == name }?.values ?? []
      if Set(after) == Set(values) { return true }
      // RT writes some values in its own form, dates above all.
      return !values.isEmpty && after.count == values.count && after != before
    }
  }
}
