import AdapterProtocol
import DeskModel

/// A step of an intent that RT can do.
enum PlannedStep: Sendable, Hashable {
  /// Say something.
  case say(String, route: MessageRoute, files: [UploadedFile])
  /// Set the status.
  case status(String)
  /// Give it to somebody; nil gives it to nobody.
  case owner(String?)
  /// Set a field.
  case field(String, [String])
  /// Make it a part of another one.
  case merge(into: String)
  /// Tie it to another one.
  case link(LinkKind, to: String)
}

/// What keeps an intent from being begun.
struct PlanProblem: Error, Sendable, Hashable {
  /// The field, as `steps[0].text`.
  var field: String
  /// Why, for people.
  var reason: String

  /// As an outcome: nothing was done.
  var outcome: ApplyOutcome { .invalid(field: field, reason: reason) }
}

/// Looks at all steps of an intent before the first one is done, so that as little as possible is left half done.
struct StepPlanner: Sendable {
  let uploads: UploadStore

  /// The steps.
  func plan(_ intent: BackendIntent) throws(PlanProblem) -> [PlannedStep] {
    var result: [PlannedStep] = []
    for (place, step) in intent.steps.enumerated() {
      do { result.append(try plan(step, intent.conversation)) } catch {
        throw PlanProblem(field: "steps[\(place)].\(error.field)", reason: error.reason)
      }
    }
    return result
  }

  private func plan(_ step: IntentStep, _ conversation: ConversationID) throws(PlanProblem) -> PlannedStep {
    switch step {
    case .say(let saying): return try say(saying, conversation)
    case .status(let word):
      guard !word.isEmpty else {
        throw PlanProblem(field: "status", reason: "there is no status without a name")
      }
      return .status(word)
    case .assign(let assignees): return try owner(assignees)
    case .field(let name, let values):
      guard !name.isEmpty else {
        throw PlanProblem(field: "name", reason: "there is no field without a name")
      }
      return .field(name, values)
    case .merge(let target): return .merge(into: try number(target, "into"))
    case .link(let target, let kind):
      guard let known = LinkKind(rawValue: kind) else {
        let words = LinkKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw PlanProblem(field: "kind", reason: "RT knows the links \(words)")
      }
      return .link(known, to: try number(target, "to"))
    case .edit, .delete, .redact, .hide, .unhide, .tag, .snooze, .followUp, .access, .markRead,
      .runTemplate:
      throw PlanProblem(field: "step", reason: "RT cannot do \(step.name.rawValue)")
    }
  }

  private func say(_ saying: Saying, _ conversation: ConversationID) throws(PlanProblem) -> PlannedStep {
    guard let route = MessageRoute(saying.audience) else {
      throw PlanProblem(
        field: "audience", reason: "RT has customers and colleagues, and nothing that the world reads")
    }
    guard saying.kind != .comment else {
      throw PlanProblem(field: "kind", reason: "RT has no public comments")
    }
    var files: [UploadedFile] = []
    for id in saying.uploads {
      guard let file = uploads.file(id, for: conversation) else {
        throw PlanProblem(field: "uploads", reason: "the file \(id.rawValue) is not here whole")
      }
      files.append(file)
    }
    if let problem = MessageForm.problem(saying.text, files: files) {
      throw PlanProblem(field: problem.field, reason: problem.reason)
    }
    return .say(saying.text, route: route, files: files)
  }

  private func owner(_ assignees: [Assignee]) throws(PlanProblem) -> PlannedStep {
    guard assignees.count <= 1 else { throw PlanProblem(field: "to", reason: "a ticket of RT has one owner") }
    guard let assignee = assignees.first else { return .owner(nil) }
    guard assignee.kind == .agent else {
      throw PlanProblem(field: "to", reason: "a ticket of RT belongs to a person")
    }
    return .owner(assignee.id.rawValue)
  }

  private func number(_ id: ConversationID, _ field: String) throws(PlanProblem) -> String {
    guard RTTarget.isNumber(id.rawValue) else {
      throw PlanProblem(field: field, reason: "no ticket has the number \(id.rawValue)")
    }
    return id.rawValue
  }
}
