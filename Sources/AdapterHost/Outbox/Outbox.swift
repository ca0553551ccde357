import AdapterProtocol
package import DeskModel

/// Everything that is on its way to a backend: a machine without clock, file or process.
///
/// Events go in, effects come out. An intent is noted on disk before it is acknowledged and before each attempt, so
/// that a crash at any moment leaves either an item that was never attempted, or one that is *uncertain*: it is asked about and looked
/// for, never blindly sent again. Within a conversation one intent follows the other. What needs a person stays until
/// a person has decided.
///
/// A backend is not believed where a mistake would be noticed by a customer: what was said is looked for after it was said to
/// be done, and before it is said again.
package struct Outbox: Sendable {
  /// What only this run knows of an item.
  struct Activity: Sendable, Hashable {
    /// Whether a call for it is open.
    var isBusy = false
    /// How often a question about it has been in vain, in a row.
    var questions = 0
    /// When it may be looked at next; nil: at once.
    var notBefore: Timestamp?
    /// Whether its thread has been read for what comes next.
    var isReadBack = false
  }

  var items: [ClientKey: OutboxItem] = [:]
  var activities: [ClientKey: Activity] = [:]
  /// Keys in the order in which they came, settled ones included.
  var order: [ClientKey] = []
  /// Nil while the desk is away.
  var rules: OutboxRules?
  /// Nothing is sent before that moment: the backend has asked for it.
  var pausedUntil: Timestamp?

  /// Makes an empty outbox.
  package init() {}

  /// Goes on from what was noted on disk, in the order in which it came.
  package init(_ kept: [OutboxItem]) { adopt(kept) }

  /// Goes on with what another console has left; keys that are known stay as they are.
  package mutating func adopt(_ kept: [OutboxItem]) {
    for item in kept where items[item.key] == nil {
      var item = item
      if item.state == .sending { item.state = .uncertain(reason: "the console ended meanwhile") }
      items[item.key] = item
      order.append(item.key)
    }
  }

  /// An item by its key; nil when there is none.
  package subscript(key: ClientKey) -> OutboxItem? { items[key] }

  /// Items that are not done, oldest first.
  ///
  /// - Complexity: O(items).
  package var open: [OutboxItem] {
    order.compactMap { items[$0] }.filter { !$0.state.isOver }
  }

  /// Takes an event and says what is to be done.
  ///
  /// - Complexity: O(items that are not settled).
  package mutating func handle(_ event: OutboxEvent, at now: Timestamp) -> [OutboxEffect] {
    var effects: [OutboxEffect] = []
    switch event {
    case .add(let intent, let files): add(intent, files, now, &effects)
    case .deskUp(let rules): self.rules = rules
    case .deskDown:
      rules = nil
      // What was read is old when it comes back.
      for key in activities.keys { activities[key]?.isReadBack = false }
    case .answered(let key, let attempt, let result):
      guard items[key]?.attempts == attempt else { break }
      activities[key]?.isBusy = false
      take(result, of: key, now, &effects)
    case .reconciled(let key, let result):
      activities[key]?.isBusy = false
      take(result, of: key, now, &effects)
    case .readBack(let key, let purpose, let result):
      activities[key]?.isBusy = false
      take(result, for: purpose, of: key, now, &effects)
    case .retry(let key, let basedOn): retry(key, basedOn, now, &effects)
    case .discard(let key):
      // What is on its way cannot be taken back.
      guard let item = items[key], item.state != .sending, activities[key]?.isBusy != true else { break }
      if case .applied = item.state { break }
      set(.discarded, key, &effects)
    case .tick: break
    }
    advance(now, &effects)
    return effects
  }

  private mutating func add(
    _ intent: BackendIntent, _ files: [OutboxFile], _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    if let known = items[intent.clientKey] { return effects.append(.tell(known)) }
    let item = OutboxItem(intent, files: files, addedAt: now)
    items[item.key] = item
    order.append(item.key)
    effects += [.persist(item), .tell(item)]
  }

  private mutating func retry(
    _ key: ClientKey, _ basedOn: SeenState?, _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    guard var item = items[key], case .failed = item.state else { return }
    if let basedOn { item.intent.basedOn = basedOn }
    items[key] = item
    activities[key] = Activity()
    set(.queued(notBefore: nil), key, &effects)
  }

  // MARK: - Changing an item

  /// Gives an item another state, notes that and tells it.
  mutating func set(_ state: OutboxState, _ key: ClientKey, _ effects: inout [OutboxEffect]) {
    guard var item = items[key], item.state != state else { return }
    item.state = state
    items[key] = item
    effects += [.persist(item), .tell(item)]
    if case .failed = state { failFollowers(of: item, &effects) }
  }

  /// Lets an item wait of which it is certain that nothing was done.
  mutating func queueUndone(_ key: ClientKey, until moment: Timestamp?, _ effects: inout [OutboxEffect]) {
    items[key]?.unsureSince = nil
    set(.queued(notBefore: moment), key, &effects)
  }

  /// Lets the conversation not be closed, put to sleep or handed on when the answer before that has not gone.
  private mutating func failFollowers(of item: OutboxItem, _ effects: inout [OutboxEffect]) {
    guard item.intent.saying != nil, let place = order.firstIndex(of: item.key) else { return }
    for key in order[(place + 1)...] {
      guard let follower = items[key], follower.intent.conversation == item.intent.conversation,
        case .queued = follower.state, follower.attempts == 0, follower.intent.leansOnAnswer
      else { continue }
      set(.failed(.earlierNotDone(item.key)), key, &effects)
    }
  }

  // MARK: - Going on

  /// Begins what can be begun, one thing a conversation.
  private mutating func advance(_ now: Timestamp, _ effects: inout [OutboxEffect]) {
    guard let rules else { return }
    var wake: Timestamp?
    for item in nextItems where !activities[item.key, default: Activity()].isBusy {
      if let moment = waitingTime(item), moment > now {
        wake = min(wake ?? moment, moment)
        continue
      }
      begin(item, rules, now, &effects)
    }
    if let wake { effects.append(.wake(wake)) }
  }

  /// Of each conversation what is on its way, else what waits first.
  ///
  /// One that a person tries again stands before younger ones; still those must come to rest first that are on their way already.
  private var nextItems: [OutboxItem] {
    var result: [OutboxItem] = []
    var places: [ConversationID: Int] = [:]
    for key in order {
      guard let item = items[key], !item.state.isSettled else { continue }
      guard let place = places[item.intent.conversation] else {
        places[item.intent.conversation] = result.count
        result.append(item)
        continue
      }
      if isWaiting(result[place]), !isWaiting(item) { result[place] = item }
    }
    return result
  }

  /// Whether it has not been begun, or not been begun again.
  private func isWaiting(_ item: OutboxItem) -> Bool {
    if case .queued = item.state { return activities[item.key]?.isBusy != true }
    return false
  }

  private func waitingTime(_ item: OutboxItem) -> Timestamp? {
    var moments = [activities[item.key]?.notBefore]
    if case .queued(let notBefore) = item.state { moments += [notBefore, pausedUntil] }
    return moments.compactMap { $0 }.max()
  }

  private mutating func begin(
    _ item: OutboxItem, _ rules: OutboxRules, _ now: Timestamp, _ effects: inout [OutboxEffect]
  ) {
    let key = item.key
    func ask(_ effect: OutboxEffect, _ effects: inout [OutboxEffect], _ outbox: inout Outbox) {
      outbox.activities[key, default: Activity()].isBusy = true
      effects.append(effect)
    }
    switch item.state {
    case .queued:
      let isSaying = item.intent.saying != nil
      let isKnownFresh = activities[key]?.isReadBack == true || !isSaying
      if item.attempts > 0, !isKnownFresh {
        ask(.readBack(item.intent, .beforeRetry), &effects, &self)
      } else if rules.readsBeforeSaying, item.intent.basedOn != nil, !isKnownFresh {
        ask(.readBack(item.intent, .beforeSaying), &effects, &self)
      } else {
        attempt(item, now, &effects)
      }
    case .uncertain:
      if rules.canReconcile {
        ask(.reconcile(item.intent, attemptedAt: item.askedSince), &effects, &self)
      } else if item.intent.saying != nil {
        ask(.readBack(item.intent, .beforeRetry), &effects, &self)
      } else if rules.idempotency == .clientKey {
        set(.queued(notBefore: nil), key, &effects)
        begin(items[key] ?? item, rules, now, &effects)
      } else {
        fail(.cannotTell(reason: reason(of: item)), key, &effects)
      }
    case .accepted:
      let effect: OutboxEffect =
        rules.canReconcile
        ? .reconcile(item.intent, attemptedAt: item.askedSince)
        : .readBack(item.intent, .confirming)
      ask(effect, &effects, &self)
    case .applied: ask(.readBack(item.intent, .confirming), &effects, &self)
    case .sending, .failed, .discarded: break
    }
  }

  private mutating func attempt(_ item: OutboxItem, _ now: Timestamp, _ effects: inout [OutboxEffect]) {
    var item = item
    item.intent.basedOn = currentBase(of: item)
    item.attempts += 1
    item.firstAttempt = item.firstAttempt ?? now
    item.unsureSince = item.unsureSince ?? now
    item.state = .sending
    items[item.key] = item
    activities[item.key] = Activity(isBusy: true)
    effects += [.persist(item), .tell(item), .apply(item)]
  }

  /// What an item is based on, our own answers since then included: what we have said is news to nobody.
  private func currentBase(of item: OutboxItem) -> SeenState? {
    guard var base = item.intent.basedOn, base.entry != nil else { return item.intent.basedOn }
    for key in order.prefix(while: { $0 != item.key }) {
      guard let earlier = items[key], earlier.intent.conversation == item.intent.conversation,
        case .applied(let facts, _) = earlier.state, let entry = facts.entry,
        earlier.intent.basedOn?.entry == base.entry
      else { continue }
      base = SeenState(version: facts.version, entry: entry)
    }
    return base
  }

  func reason(of item: OutboxItem) -> String {
    if case .uncertain(let reason) = item.state { return reason }
    return ""
  }

  /// Leaves an item to a person.
  mutating func fail(_ failure: OutboxFailure, _ key: ClientKey, _ effects: inout [OutboxEffect]) {
    set(.failed(failure), key, &effects)
  }
}

extension BackendIntent {
  /// Whether it makes sense only when the answer before it has gone.
  var leansOnAnswer: Bool {
    steps.contains { step in
      switch step.name {
      case .status, .snooze, .assign, .merge, .followUp, .access: true
      default: false
      }
    }
  }
}
