import AdapterProtocol
import DeskLink
import DeskModel
import LocalDesk

/// Why an intent is not for this desk.
struct StepRefusal: Error, Sendable, Hashable {
  /// The field, as `steps[0].text`.
  let field: String
  /// Why, for a person.
  let reason: String
}

extension ServedDesk {
  /// An intent in the desk's words; `files` stand for the uploads of what is said.
  ///
  /// `isNew` looks whether its values are those of this desk, which may have changed since they were taken.
  func steps(
    _ intent: BackendIntent, files: [AttachmentUpload], isNew: Bool = true
  ) throws(StepRefusal) -> DeskSteps {
    var actions: [IntentAction] = []
    for (number, step) in intent.steps.enumerated() {
      let place = "steps[\(number)]"
      if isNew { try check(step, place, intent.conversation) }
      actions.append(try action(step, place, files))
    }
    var basis: DeskBasis?
    if let version = intent.basedOn?.version.flatMap({ Int($0.rawValue) }) {
      basis = .version(version)
    } else if let entry = intent.basedOn?.entry {
      basis = .entry(entry)
    } else if intent.basedOn?.version != nil {
      // No version of ours; the desk refuses it.
      basis = .version(0)
    }
    return DeskSteps(
      clientKey: intent.clientKey, conversation: intent.conversation, basedOn: basis,
      by: settings.trustsAgents ? intent.by : settings.me, actions: actions)
  }

  private func action(
    _ step: IntentStep, _ place: String, _ files: [AttachmentUpload]
  ) throws(StepRefusal) -> IntentAction {
    switch step {
    case .say(let saying):
      return .say(
        text: saying.text, kind: saying.kind, audience: saying.audience, parent: saying.parent,
        attachments: files)
    case .status(let word): return .setStatus(word)
    case .assign(let assignees):
      guard let first = assignees.first else { return .assign(nil) }
      guard assignees.count == 1, first.kind == .agent else {
        throw StepRefusal(field: "\(place).to", reason: "a conversation is given to one agent, or to nobody")
      }
      return .assign(
        agent(AgentID(first.id.rawValue)) ?? Agent(id: AgentID(first.id.rawValue), name: first.name))
    case .tag(let add, let remove): return .tag(add: add, remove: remove)
    case .snooze(.until(let moment)): return .snooze(until: moment)
    case .snooze(.reply): return .snooze(until: .untilWoken)
    case .snooze(.now): return .snooze(until: nil)
    case .followUp(let followUp): return .followUp(followUp)
    case .access(let access): return .access(access)
    case .markRead(let entry): return .markRead(upTo: entry)
    case .edit, .delete, .redact, .hide, .unhide, .field, .merge, .link, .runTemplate:
      throw StepRefusal(field: "\(place).step", reason: "this desk cannot do \(step.name.rawValue)")
    }
  }

  /// Refuses values that this desk does not have.
  private func check(
    _ step: IntentStep, _ place: String, _ conversation: ConversationID
  ) throws(StepRefusal) {
    switch step {
    case .say(let saying):
      if saying.text.utf8.count > DeskManifest.textLimit {
        throw StepRefusal(
          field: "\(place).text", reason: "longer than \(DeskManifest.textLimit) bytes of UTF-8")
      }
    case .status(let word):
      let isKnown =
        DeskManifest.statuses.contains { $0.id == word } || StatusCategory(backendStatus: word) != .open
      // Whoever takes a change back puts a word in that an import has brought.
      if !isKnown, (try? desk.statuses(of: conversation).contains(word)) == false {
        throw StepRefusal(field: "\(place).status", reason: "this desk has no such status")
      }
    case .assign(let assignees):
      if let first = assignees.first, first.kind == .agent, agent(AgentID(first.id.rawValue)) == nil {
        throw StepRefusal(field: "\(place).to[0].id", reason: "nobody on this desk has this id")
      }
    case .tag(let add, let remove):
      if (add + remove).contains("") {
        throw StepRefusal(field: place, reason: "a tag must not be empty")
      }
    default: break
    }
  }

  private func agent(_ id: AgentID) -> Agent? {
    if id == settings.me.id { return settings.me }
    let box = AnswerBox()
    desk.handle(.agents) { box.put($0) }
    guard case .success(.agents(let agents)) = box.answer else { return nil }
    return agents.first { $0.id == id }
  }
}
