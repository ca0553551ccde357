import AdapterProtocol
import DeskLink
import DeskModel

extension OutboxFailure {
  /// What the console is told of it.
  var pending: PendingFailure {
    switch self {
    case .refused(.conflict(let newer, _)): .conflict(newer: newer.map(\.entry))
    case .refused(.denied(let reason)): .refused(reason: reason)
    case .refused(.invalid(let field, let reason)): .refused(reason: "\(field): \(reason)")
    case .refused(.moved(let target)): .refused(reason: "it is a part of \(target.rawValue) now")
    case .refused(.partial(let reports, _)): .partial(reports.map { StepOutcome($0) })
    case .refused: .refused(reason: "")
    case .wrongAudience(let stored): .wrongAudience(stored: stored)
    case .vanished: .vanished
    case .gaveUp(let reason): .gaveUp(reason: reason)
    case .cannotTell(let reason): .cannotTell(reason: reason)
    case .earlierNotDone: .earlierNotDone
    }
  }

  /// The outcome for a console that still holds what was said; nil when the outbox keeps it for a person.
  func outcome(version: Int) -> Outcome? {
    switch self {
    case .refused(.conflict(let newer, _)): .conflict(newer: newer.map(\.entry), version: version)
    case .refused(.denied(let reason)): .denied(reason: reason)
    case .refused(.invalid(let field, let reason)): .invalid(field: field, reason: reason)
    case .refused(.moved(let target)): .denied(reason: "it is a part of \(target.rawValue) now")
    case .refused(.partial(let reports, _)): .partial(reports.map { StepOutcome($0) })
    case .refused: .denied(reason: "")
    case .gaveUp(let reason): .denied(reason: reason)
    case .earlierNotDone: .denied(reason: "the answer before it was not sent")
    case .wrongAudience(let stored): .applied(entry: nil, audience: stored, version: version)
    case .vanished, .cannotTell: nil
    }
  }
}

extension StepOutcome {
  init(_ report: StepReport) {
    self.init(
      step: "\(report.step + 1)", isApplied: report.verdict == .applied,
      reason: report.reason.isEmpty ? report.verdict.rawValue : report.reason)
  }
}

extension OutboxState {
  /// What the console is told of it; nil when it is over.
  var pending: PendingState? {
    switch self {
    case .queued(let notBefore): .waiting(until: notBefore)
    case .sending: .sending
    case .uncertain(let reason): .uncertain(reason: reason)
    case .accepted: .accepted
    case .applied(_, let isConfirmed): isConfirmed ? nil : .accepted
    case .failed(let failure): .failed(failure.pending)
    case .discarded: nil
    }
  }
}

extension OutboxItem {
  /// What the console is told of it; nil when it is over, or when it is nothing that the console has asked for.
  var pending: PendingIntent? {
    guard let state = state.pending, let action else { return nil }
    let intent = Intent(
      clientKey: key, conversation: self.intent.conversation, by: self.intent.by, action: action)
    return PendingIntent(intent, state, addedAt: addedAt, attempts: attempts)
  }

  /// What the console wanted.
  private var action: IntentAction? {
    guard let step = intent.steps.first else { return nil }
    return switch step {
    case .say(let saying):
      .say(
        text: saying.text, kind: saying.kind, audience: saying.audience, parent: saying.parent,
        attachments: files.map { AttachmentUpload(path: $0.path, name: $0.name) })
    case .status(let word): .setStatus(word)
    case .assign(let assignees):
      .assign(assignees.first.map { Agent(id: AgentID($0.id.rawValue), name: $0.name) })
    case .tag(let add, let remove): .tag(add: add, remove: remove)
    case .snooze(.until(let moment)): .snooze(until: moment)
    case .snooze: .snooze(until: nil)
    case .followUp(let followUp): .followUp(followUp)
    case .access(let access): .access(access)
    case .markRead(let entry): .markRead(upTo: entry)
    case .edit, .delete, .redact, .hide, .unhide, .field, .merge, .link, .runTemplate: nil
    }
  }
}

extension DeskAbsence {
  /// What the console is told of it.
  var reason: AwayReason {
    switch self {
    case .starting: .starting
    case .cannotStart(let program, let reason): .cannotStart(program: program, reason: reason)
    case .noToken(let error): .noToken(reason: error.reason)
    case .ended(.exited(let code)): .ended(code: code)
    case .ended(.killed(let signal)): .ended(code: 128 + signal)
    case .ended(.hung(let method)): .misbehaved(reason: "no answer to \(method.rawValue)")
    case .ended(.flooded(let lines)): .misbehaved(reason: "\(lines) lines that nobody asked for")
    case .ended(.broken(let reason)): .misbehaved(reason: reason)
    case .ended(.closed): .starting
    case .refused(.unauthorized(let reason)): .unauthorized(reason: reason)
    case .refused(.unsupportedVersion(let known)):
      .unusable(reason: AdapterFault.unsupportedVersion(known: known).message)
    case .refused(let fault) where isOfSettings: .wrongSettings(reason: fault.message)
    case .refused(let fault): .unreachable(reason: fault.message)
    case .unusable(let reason): .unusable(reason: reason)
    }
  }
}
