import AdapterProtocol
import DeskModel
import JSONText

/// What became of one step.
enum StepResult: Sendable, Hashable {
  /// It is done; what was said has an id and readers.
  case applied(entry: EntryID? = nil, audience: Audience? = nil)
  /// Nothing of it was done.
  case refused(ApplyOutcome)
  /// The ticket has changed meanwhile; nothing of it was done.
  case outdated
  /// Nobody knows.
  case unknown(reason: String)
}

/// Does single steps, and looks afterwards whether RT has done what it said.
///
/// RT answers 200 to changes that it refuses, with a sentence for people in its own language: what counts is what the
/// ticket holds then.
struct StepWriter: Sendable {
  let client: RTClient
  let reader: TicketReader
  let me: Person

  /// Does a step on a ticket as it was read; `guarded`: only if nobody has changed it since.
  func perform(_ step: PlannedStep, on ticket: TicketRecord, guarded: Bool) throws(AdapterFault) -> StepResult
  {
    switch step {
    case .say(let text, let route, let files):
      return try say(text, route, files, ticket)
    case .status(let word):
      return try put("status", object(["Status": .string(word)]), ticket, guarded) { Self.isStatus(word, $0) }
    case .owner(let name): return try setOwner(name ?? PeopleDirectory.nobody, ticket, guarded)
    case .field(let name, let values):
      let change: FieldChange
      do { change = try FieldChange(name, values, in: ticket) } catch { return .refused(error.outcome) }
      return try put("values", change.body, ticket, guarded) { change.isMade(in: $0) }
    case .merge(let target):
      return try put("into", object(["MergeInto": .string(target)]), ticket, guarded) { $0.id == target }
    case .link(let kind, let target):
      let body = JSONValue.object([JSONMember(key: "Add\(kind.rawValue)", value: .array([.string(target)]))])
      return try put("to", body, ticket, guarded) { ticket in
        ticket.links.contains { $0.kind == kind.rawValue && $0.id.rawValue == target }
      }
    }
  }

  /// Whether what a step wants holds already; for what is said, that cannot be told from the ticket.
  func holds(_ step: PlannedStep, _ ticket: TicketRecord, asked: String) -> Bool {
    switch step {
    case .say: false
    case .status(let word): Self.isStatus(word, ticket)
    case .owner(let name): ticket.owner == name ?? PeopleDirectory.nobody
    case .field(let name, let values):
      (try? FieldChange(name, values, in: ticket))?.isMade(in: ticket) ?? false
    case .merge(let target): ticket.id == target && asked != target
    case .link(let kind, let target):
      ticket.links.contains { $0.kind == kind.rawValue && $0.id.rawValue == target }
    }
  }

  // MARK: - Saying

  private func say(
    _ text: String, _ route: MessageRoute, _ files: [UploadedFile], _ ticket: TicketRecord
  ) throws(AdapterFault) -> StepResult {
    let request = MessageForm.request(text, route: route, ticket: ticket.id, files: files)
    switch try client.write(request) {
    case .refused(.invalid(_, let reason)): return .refused(.invalid(field: "text", reason: reason))
    case .refused(let outcome): return .refused(outcome)
    case .outdated: return .outdated
    case .unknown(let reason): return .unknown(reason: reason)
    case .taken(let response):
      guard let place = response.headers["location"]?.split(separator: "/").last.map(String.init),
        RTTarget.isNumber(place)
      else { return .unknown(reason: "RT did not tell the number of the new message") }
      // The audience as RT has stored it; where it cannot be read now, the console reads back.
      let stored = try? client.read(RTTarget.of(["transaction", place])).json.text("Type")
      return .applied(entry: EntryID(place), audience: stored.flatMap { MessageRoute(type: $0)?.audience })
    }
  }

  // MARK: - Changing

  /// Changes a ticket, by an action of RT's own where one is named; `field` is the step's field that RT may refuse.
  private func put(
    _ field: String, _ body: JSONValue, action: String? = nil, _ ticket: TicketRecord, _ guarded: Bool,
    _ isMade: (TicketRecord) -> Bool
  ) throws(AdapterFault) -> StepResult {
    var request = HTTPRequest(
      "PUT", RTTarget.of(["ticket", ticket.id] + (action.map { [$0] } ?? [])), body: body.bytes)
    if guarded { request.ifMatch = ticket.version.map { "\"\($0.rawValue)\"" } }
    switch try client.write(request) {
    case .refused(.invalid(_, let reason)): return .refused(.invalid(field: field, reason: reason))
    case .refused(let outcome): return .refused(outcome)
    case .outdated: return .outdated
    case .unknown(let reason):
      // What was changed can be seen, unlike what was said twice.
      if let now = try? reader.ticket(ConversationID(ticket.id)), isMade(now) { return .applied() }
      return .unknown(reason: reason)
    case .taken(let response):
      let now: TicketRecord
      do { now = try reader.ticket(ConversationID(ticket.id)) } catch {
        return .unknown(reason: "it could not be read back: \(error.message)")
      }
      return isMade(now) ? .applied() : .refused(Self.refusal(RTClient.messages(response), field, ticket.id))
    }
  }

  private func setOwner(_ name: String, _ ticket: TicketRecord, _ guarded: Bool) throws(AdapterFault)
    -> StepResult
  {
    if ticket.owner == name { return .applied() }
    let isOwner: (TicketRecord) -> Bool = { $0.owner == name }
    // The ways that need the least rights; where they do not do, the general one.
    let action: String? =
      switch (name, ticket.owner) {
      case (me.id, PeopleDirectory.nobody): "take"
      case (me.id, _): "steal"
      case (PeopleDirectory.nobody, me.id): "untake"
      default: nil
      }
    if let action {
      let result = try put("to", .object([]), action: action, ticket, guarded, isOwner)
      guard case .refused = result else { return result }
    }
    return try put("to", object(["Owner": .string(name)]), ticket, guarded, isOwner)
  }

  private static func isStatus(_ word: String, _ ticket: TicketRecord) -> Bool {
    ticket.status.lowercased() == word.lowercased()
  }

  /// What RT's sentences mean, when the ticket does not hold what it should.
  static func refusal(_ messages: [String], _ field: String, _ ticket: String) -> ApplyOutcome {
    let sentences = messages.map { String($0.trimmingPrefix("Ticket \(ticket): ")) }.filter { !$0.isEmpty }
    let text =
      sentences.isEmpty ? "RT has changed nothing and does not say why" : sentences.joined(separator: "; ")
    let isRight = ["Permission Denied", "may not own", "You can only"].contains { text.contains($0) }
    return isRight
      ? .denied(reason: "RT says: \(text)") : .invalid(field: field, reason: "RT says: \(text)")
  }
}
