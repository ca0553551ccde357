import AdapterProtocol
import DeskModel

/// What answers mean.
extension Outbox {
  /// Questions and attempts in vain after which a person is asked.
  static let patience = 8

  mutating func take(
    _ result: Result<ApplyOutcome, CallFailure>, of key: ClientKey, _ now: Timestamp,
    _ effects: inout [OutboxEffect]
  ) {
    guard let item = items[key], item.state == .sending else { return }
    switch result {
    case .success(let outcome): take(outcome, of: item, now, &effects)
    case .failure(let failure): take(failure, of: item, now, &effects)
    }
  }

  mutating func take(
    _ result: Result<Reconciliation, CallFailure>, of key: ClientKey, _ now: Timestamp,
    _ effects: inout [OutboxEffect]
  ) {
    guard let item = items[key] else { return }
    switch item.state {
    case .uncertain, .accepted: break
    default: return
    }
    switch result {
    case .success(.known(.accepted)), .success(.known(.unknown)):
      // Still on its way, or still nobody knows: ask again, with growing pauses, as long as there is hope.
      if case .success(.known(.accepted)) = result { set(.accepted, key, &effects) }
      askLater(item, now, &effects)
    case .success(.known(let outcome)): take(outcome, of: item, now, &effects)
    case .success(.nothing):
      activities[key] = Activity()
      queueUndone(key, until: nil, &effects)
    case .failure(.fault(.notFound)), .failure(.fault(.denied)), .failure(.fault(.unsupported)),
      .failure(.fault(.unknownMethod)):
      fail(.cannotTell(reason: reason(of: item)), key, &effects)
    case .failure: askLater(item, now, &effects)
    }
  }

  mutating func take(
    _ result: Result<[EntryRecord], CallFailure>, for purpose: ReadBackPurpose, of key: ClientKey,
    _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    guard let item = items[key], let rules, !item.state.isSettled else { return }
    let entries: [EntryRecord]
    switch result {
    case .success(let read): entries = read
    case .failure(.fault(.notFound)) where purpose == .beforeSaying:
      return fail(.refused(.denied(reason: "the conversation is not there any more")), key, &effects)
    case .failure: return askLater(item, now, &effects)
    }
    if purpose != .beforeSaying,
      let found = ReadBack.find(item, in: entries, me: rules.me, claimed: claimed(besides: key))
    {
      return settle(item, as: found, &effects)
    }
    let isToBeSaid = purpose != .confirming && !item.state.isUncertain
    if isToBeSaid, rules.readsBeforeSaying {
      let newer = ReadBack.newerByOthers(in: entries, than: item.intent, me: rules.me)
      guard newer.isEmpty else {
        return fail(.refused(.conflict(newer: newer, version: nil)), key, &effects)
      }
    }
    switch purpose {
    case .confirming: notFoundAfterwards(item, now, &effects)
    case .beforeRetry where item.state.isUncertain:
      switch rules.idempotency {
      case .clientKey, .readBack: set(.queued(notBefore: nil), key, &effects)
      case .none where activities[key]?.questions ?? 0 < 2: askLater(item, now, &effects)
      case .none: fail(.cannotTell(reason: reason(of: item)), key, &effects)
      }
      activities[key, default: Activity()].isReadBack = true
    case .beforeRetry, .beforeSaying: activities[key, default: Activity()].isReadBack = true
    }
  }

  /// Takes what an entry on the backend shows.
  private mutating func settle(
    _ item: OutboxItem, as found: EntryRecord, _ effects: inout [OutboxEffect]
  ) {
    let meant = item.intent.saying?.audience
    if let meant, found.entry.audience != meant {
      return fail(.wrongAudience(stored: found.entry.audience), item.key, &effects)
    }
    let facts = AppliedFacts(entry: found.entry.id, audience: found.entry.audience)
    set(.applied(facts, isConfirmed: true), item.key, &effects)
  }

  private mutating func notFoundAfterwards(
    _ item: OutboxItem, _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    if activities[item.key]?.questions ?? 0 < 4 { return askLater(item, now, &effects) }
    fail(.vanished, item.key, &effects)
  }

  /// Entries that other intents have made.
  private func claimed(besides key: ClientKey) -> Set<EntryID> {
    var result: Set<EntryID> = []
    let conversation = items[key]?.intent.conversation
    for item in items.values where item.key != key && item.intent.conversation == conversation {
      if case .applied(let facts, _) = item.state, let entry = facts.entry { result.insert(entry) }
    }
    return result
  }

  private mutating func take(
    _ outcome: ApplyOutcome, of item: OutboxItem, _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    let key = item.key
    switch outcome {
    case .applied(let facts):
      switch item.intent.audienceEcho(in: outcome) {
      case .differs(let stored): fail(.wrongAudience(stored: stored), key, &effects)
      case .matches, .missing:
        activities[key] = Activity()
        // An entry that another answer has made is not this one's: whoever said so has mixed up the same words.
        if let entry = facts.entry, claimed(besides: key).contains(entry) {
          return set(.queued(notBefore: nil), key, &effects)
        }
        set(.applied(facts, isConfirmed: item.intent.saying == nil), key, &effects)
      }
    case .accepted:
      activities[key] = Activity()
      set(.accepted, key, &effects)
      askLater(items[key] ?? item, now, &effects)
    case .partial(let reports, _):
      if case .differs(let stored) = item.intent.audienceEcho(in: outcome) {
        return fail(.wrongAudience(stored: stored), key, &effects)
      }
      if reports.allSatisfy({ $0.verdict == .applied }), reports.count == item.intent.steps.count {
        return take(.applied(AppliedFacts()), of: item, now, &effects)
      }
      fail(.refused(outcome), key, &effects)
    case .conflict, .denied, .invalid, .moved: fail(.refused(outcome), key, &effects)
    case .failed(let reason): tryLater(item, reason, now, &effects)
    case .busy(let seconds): pause(item, seconds: seconds, now, &effects)
    case .unknown(let reason): doubt(item, reason, &effects)
    }
  }

  private mutating func take(
    _ failure: CallFailure, of item: OutboxItem, _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    let key = item.key
    switch failure {
    case .fault(.busy(let seconds)): pause(item, seconds: seconds, now, &effects)
    case .fault(.away(let reason, let seconds)):
      if let seconds { pausedUntil = now.adding(seconds: Int64(seconds)) }
      tryLater(item, reason, now, &effects)
    // Nothing left us, or the desk wants to be asked anew: that is no attempt in vain.
    case .notSent, .fault(.unauthorized), .fault(.notInitialized), .fault(.cancelled):
      queueUndone(key, until: now.adding(seconds: 1), &effects)
    case .fault(.moved(let target)): fail(.refused(.moved(to: target)), key, &effects)
    case .tooLong(let error):
      fail(.refused(.invalid(field: "steps", reason: error.description)), key, &effects)
    case .fault(let fault) where fault.saysNothingWasDone:
      fail(.refused(.denied(reason: fault.message)), key, &effects)
    case .fault(let fault): doubt(item, fault.message, &effects)
    case .unreadable(let error): doubt(item, error.description, &effects)
    case .overdue: doubt(item, "no answer came in time", &effects)
    case .interrupted: doubt(item, "the adapter ended meanwhile", &effects)
    }
  }

  private mutating func doubt(_ item: OutboxItem, _ reason: String, _ effects: inout [OutboxEffect]) {
    let questions = activities[item.key]?.questions ?? 0
    activities[item.key] = Activity(questions: questions)
    set(.uncertain(reason: reason), item.key, &effects)
  }

  private mutating func tryLater(
    _ item: OutboxItem, _ reason: String, _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    guard item.attempts < Self.patience else { return fail(.gaveUp(reason: reason), item.key, &effects) }
    activities[item.key] = Activity()
    queueUndone(item.key, until: Self.later(now, after: item.attempts), &effects)
  }

  private mutating func pause(
    _ item: OutboxItem, seconds: Int, _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    let moment = now.adding(seconds: Int64(min(max(1, seconds), 3_600)))
    pausedUntil = max(pausedUntil ?? moment, moment)
    activities[item.key] = Activity()
    queueUndone(item.key, until: moment, &effects)
  }

  private mutating func askLater(_ item: OutboxItem, _ now: Timestamp, _ effects: inout [OutboxEffect]) {
    var activity = activities[item.key] ?? Activity()
    activity.questions += 1
    activity.isBusy = false
    guard activity.questions <= Self.patience * 4 else {
      return fail(.cannotTell(reason: reason(of: item)), item.key, &effects)
    }
    activity.notBefore = Self.later(now, after: activity.questions)
    activities[item.key] = activity
  }

  /// 1, 2, 4, … at most 60 seconds later.
  private static func later(_ now: Timestamp, after count: Int) -> Timestamp {
    now.adding(seconds: min(60, 1 << Int64(min(max(0, count - 1), 6))))
  }
}

extension OutboxState {
  var isUncertain: Bool { if case .uncertain = self { true } else { false } }
}
