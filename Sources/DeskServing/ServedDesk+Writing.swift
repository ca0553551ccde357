import AdapterProtocol
import AdapterServing
import DeskLink
import DeskModel
import LocalDesk

extension ServedDesk {
  /// Does something.
  func apply(_ intent: BackendIntent, _ reply: OpenCall, _ done: @escaping @Sendable () -> Void) {
    if let reason = desk.cannotWriteReason {
      reply.answer(.apply(.denied(reason: "this desk can only be read: \(reason)")))
      return done()
    }
    let uploads = intent.saying?.uploads ?? []
    let files = self.uploads.files(uploads, of: intent.conversation)
    let steps: DeskSteps
    do throws(StepRefusal) {
      // A file that is gone is no matter when it has been sent already.
      steps = try self.steps(intent, files: files.map { $0 ?? AttachmentUpload(path: "", name: "") })
    } catch {
      reply.answer(.apply(.invalid(field: error.field, reason: error.reason)))
      return done()
    }
    if let missing = files.firstIndex(of: nil) {
      let say = intent.steps.firstIndex { $0.name == .say } ?? 0
      let refusal = ApplyOutcome.invalid(
        field: "steps[\(say)].uploads[\(missing)]", reason: "this file has not come, or not as a whole")
      return desk.reconcile(steps) { result in
        switch result {
        case .success(.applied(let entry, let audience, let version)?):
          reply.answer(.apply(Self.applied(entry, audience, version)))
        case .success: reply.answer(.apply(refusal))
        case .failure(let error): Self.fail(error, reply)
        }
        done()
      }
    }
    desk.apply(steps) { [self] result in
      switch result {
      case .success(let outcome):
        if case .applied = outcome { self.uploads.drop(uploads) }
        reply.answer(.apply(Self.outcome(outcome, of: intent)))
      case .failure(let error): Self.fail(error, reply)
      }
      done()
    }
  }

  /// Says what became of something.
  func reconcile(_ intent: BackendIntent, _ reply: OpenCall, _ done: @escaping @Sendable () -> Void) {
    let uploads = intent.saying?.uploads.map { _ in AttachmentUpload(path: "", name: "") } ?? []
    let steps: DeskSteps
    do throws(StepRefusal) {
      steps = try self.steps(intent, files: uploads, isNew: false)
    } catch {
      // What the desk never takes has never been done.
      reply.answer(.reconcile(.nothing))
      return done()
    }
    desk.reconcile(steps) { result in
      switch result {
      case .success(nil): reply.answer(.reconcile(.nothing))
      case .success(let outcome?): reply.answer(.reconcile(.known(Self.outcome(outcome, of: intent))))
      case .failure(let error):
        // Whoever asks is not certain, and we are not either.
        reply.fail(AdapterFault(error))
      }
      done()
    }
  }

  /// Nothing was written when the desk fails; whether trying again helps, nobody knows.
  private static func fail(_ error: DeskError, _ reply: OpenCall) {
    switch error {
    case .away(let reason), .cannotWrite(let reason): reply.answer(.apply(.failed(reason: reason)))
    case .unknownConversation, .unsupported: reply.fail(AdapterFault(error))
    }
  }

  private static func applied(_ entry: EntryID?, _ audience: Audience?, _ version: Int) -> ApplyOutcome {
    .applied(AppliedFacts(entry: entry, audience: audience, version: VersionTag(String(version))))
  }

  private static func outcome(_ outcome: DeskStepsOutcome, of intent: BackendIntent) -> ApplyOutcome {
    switch outcome {
    case .applied(let entry, let audience, let version): applied(entry, audience, version)
    case .conflict(let newer, let version):
      .conflict(newer: newer.newest, version: VersionTag(String(version)))
    case .partial(let done, let entry, let audience, let reason):
      .partial(
        done.enumerated().map { step, isDone in
          isDone ? StepReport(step: step, .applied) : StepReport(step: step, .skipped, reason: reason)
        }, AppliedFacts(entry: entry, audience: audience))
    case .invalid(let step?, let field, let reason):
      .invalid(field: "steps[\(step)].\(field.inProtocol(intent.steps[step]))", reason: reason)
    case .invalid(nil, let field, let reason): .invalid(field: field, reason: reason)
    case .otherSteps:
      .invalid(field: "clientKey", reason: "something else was done with this key before")
    case .unknown: .unknown(reason: "it is written, but the disk has not confirmed it")
    }
  }
}

extension [Entry] {
  /// The last of what others have written, as much as fits into an answer.
  fileprivate var newest: [EntryRecord] {
    var budget = PageBudget()
    let last = reversed().prefix(100).map(\.fitting).prefix { budget.takes($0.textBytes) }
    return last.reversed().map { EntryRecord($0) }
  }
}

extension String {
  /// The desk's name of a value, as the protocol calls it in a step.
  fileprivate func inProtocol(_ step: IntentStep) -> String {
    switch (self, step.name) {
    case ("upTo", _): "entry"
    default: self
    }
  }
}
