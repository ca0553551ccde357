import DeskLink
package import DeskModel
import Rehearsals
import ScreenKit
import TextLayout
import Widgets

/// Changes the state by one action and says what is to be done outside.
///
/// Pure, total, never waits.
package func reduce(_ state: inout AppState, _ action: Action) -> [Effect] {
  state.revision.isTyping = false
  if case .input(.key(let key)) = action, let effects = state.takeTyped(key) {
    if !effects.isEmpty || !state.revision.isTyping { state.revision.advance() }
    return effects
  }
  let minute = state.now.startOfMinute
  var effects = perform(&state, action)
  if state.isRoom { effects += state.followRoom() }
  // Before the last effect where that ends the program.
  effects.insert(contentsOf: state.announce(), at: effects.last == .quit ? effects.count - 1 : effects.count)
  state.fit()
  if !isQuiet(action, effects, state, minute) { state.revision.advance() }
  return effects
}

/// Whether a step has changed nothing that a pane other than the composer shows.
private func isQuiet(
  _ action: Action, _ effects: [Effect], _ state: AppState, _ minute: Timestamp
) -> Bool {
  if action == .drawn, case .judge? = effects.first, effects.count == 1 { return true }
  guard effects.isEmpty else { return false }
  switch action {
  case .settled, .drawn, .judged: return true
  case .tick: return state.now.startOfMinute == minute
  case .input(.key): return state.revision.isTyping
  default: return false
  }
}

private func perform(_ state: inout AppState, _ action: Action) -> [Effect] {
  switch action {
  case .started(let drafts): state.start(with: drafts)
  case .tick(let now): state.advance(to: now)
  case .input(let event): state.take(event)
  case .command(let command): state.run(command)
  case .settled: state.settle()
  case .drawn: state.reflect()
  case .answered(let request, let result): state.take(result, to: request)
  case .noticed(let notice): state.take(notice)
  case .zone(let name, let offset): state.takeZone(name, offset)
  case .manners(let locale, let manners, let problems):
    state.takeManners(locale, manners, problems: problems)
  case .answers(let library, let memory, let problems): state.takeAnswers(library, memory, problems: problems)
  case .recognized(let read): state.take(read)
  case .examined(let findings): state.takeExamined(findings)
  case .counted(let statistics, let problems): state.takeCounted(statistics, problems: problems)
  case .compared(let version, let comparison, let problems):
    state.takeCompared(with: version, comparison, problems: problems)
  case .learned(let model): state.takeLearned(model)
  case .rehearsalKept(let result): state.takeKept(result)
  case .rehearsalFailed(let failure, let line): state.takeFailed(failure, line: line)
  case .scenarioMade(let result): state.takeMade(result)
  case .voiceFailed(let failure): state.takeVoiceFailure(failure)
  case .judged(let live): state.takeJudged(live)
  case .heldSecrets(let id, let marks): state.takeHeld(id, marks)
  case .secretRevealed(let mark, let result): state.takeRevealed(mark, result)
  case .answerEdited(let result): state.takeEdited(result)
  case .draftWritten(let id, let key, let error): state.takeWrittenDraft(id, key, error)
  case .draftKept(let id, let keys, let error): state.takeKeptDraft(id, keys, error)
  case .tool(let action): state.take(action)
  case .report(let texts): state.show(text: state.report(texts))
  case .remark(let text, let isError): state.say(text, isError: isError)
  }
}

extension AppState {
  /// Shows a sentence in the bottom line.
  mutating func say(_ text: SafeText, isError: Bool = false) -> [Effect] {
    remark = Remark(text: text, isError: isError)
    return []
  }

  /// Several sentences as a popup, a blank line between them.
  func report(_ texts: [SafeText]) -> TextPopup {
    let lines = texts.flatMap { text in
      TextWrap.wrap(text, columns: max(20, min(size.columns - 8, 76))).map { StyledLine(text.part($0.shown)) }
        + [StyledLine()]
    }
    return TextPopup(title: words("report.title"), lines: lines)
  }

  mutating func takeZone(_ name: String, _ offset: Int?) -> [Effect] {
    if let offset { zoneOffsets[name] = offset }
    return []
  }

  /// A held reply is on disk now, or cannot be: it may go when its time has come.
  mutating func takeWrittenDraft(_ id: ConversationID, _ key: ClientKey?, _ error: String?) -> [Effect] {
    if let error {
      // What went wrong before it, such as a reply that the same full disk has refused, stays to be read.
      if remark?.isError != true { _ = say(words("draft.notSaved", SafeText(line: error)), isError: true) }
      let later = now.adding(seconds: 5)
      changeComposer(id) { $0.saveNotBefore = later }
    }
    guard let key, composer(for: id)?.held?.clientKey == key else { return [] }
    changeHeld(id) { $0.isHeldOnDisk = true }
    return sendDueReplies()
  }

  /// Sends every held reply whose time has come.
  mutating func sendDueReplies() -> [Effect] {
    // While the question stands whether to quit, nothing goes behind the person's back.
    if popup == .confirmQuit || !hasHeldReplies { return [] }
    var effects: [Effect] = []
    for (id, composer) in heldReplies where composer.canSendHeld {
      guard let held = composer.held, composer.sendNotBefore.map({ $0 <= now }) ?? true else { continue }
      if held.until <= now || isQuitting { effects += sendHeld(id) }
    }
    for (id, composer) in heldReplies {
      guard let held = composer.held, let due = composer.askAgainAt, due <= now else { continue }
      changeHeld(id) { $0.askAgainAt = nil }
      effects.append(.ask(.reconcile(held.clientKey)))
    }
    return effects
  }

  /// Takes up answers that were not sent when the program last ended.
  ///
  /// For one that was held, the desk is asked whether it was sent after all.
  mutating func start(with drafts: [StoredDraft]) -> [Effect] {
    var effects: [Effect] = [.ask(.agents)]
    for draft in drafts {
      var composer = Composer(draft)
      if let held = composer.held {
        composer.isSending = true
        effects.append(.ask(.reconcile(held.clientKey)))
      }
      parked[draft.conversation] = composer
    }
    if isCustomer {
      effects += ask(toOpen: RehearsalStage.id)
    } else {
      queue.opensSelection = true
    }
    beginRehearsal()
    return effects
  }

  /// Milliseconds after which a moment counts as missed: the loop is never that late while it runs.
  private static let missedBy: Int64 = 30_000

  /// Follows the wall clock, wherever it goes.
  ///
  /// When it was set back, everything that waits moves with it, or nothing would be saved or sent until it has caught
  /// up. When much time has passed unseen – the program was stopped, the machine slept – a held reply gets its hold
  /// again: nobody could take it back meanwhile.
  private mutating func follow(_ moment: Timestamp) {
    let jump = moment.milliseconds - now.milliseconds
    now = moment
    let hold = moment.adding(seconds: Int64(settings.holdSeconds))
    if jump < 0 {
      refreshDue.milliseconds += jump
      refreshedAt.milliseconds += jump
      open?.readDue?.milliseconds += jump
      together.shiftTimes(by: jump)
      alarms.quietUntil?.milliseconds += jump
      // A clock that goes back would show it for longer.
      hideSecret()
      if case .rest(var rest)? = popup {
        rest.until.milliseconds += jump
        popup = .rest(rest)
      }
    }
    guard jump < 0 || jump > Self.missedBy else { return }
    let ids = [open?.conversation.id].compactMap { $0 } + parked.keys
    for id in ids {
      changeHeld(id) { composer in
        if jump < 0 {
          composer.shiftTimes(by: jump)
        } else if let held = composer.held, !composer.isHeldStuck, !composer.isSending,
          moment.milliseconds - held.until.milliseconds > Self.missedBy
        {
          composer.held?.until = hold
        }
      }
    }
  }

  /// Lets time pass in which nothing falls due: the same as a tick then, without looking at everything.
  ///
  /// - Parameters:
  ///   - moment: what time it is.
  ///   - deadline: `nextDeadline` of this state.
  /// - Returns: false when a tick is needed; nothing is changed then.
  package mutating func pass(to moment: Timestamp, before deadline: Timestamp) -> Bool {
    let jump = moment.milliseconds - now.milliseconds
    guard moment < deadline, (0...Self.missedBy).contains(jump), moment.startOfMinute == now.startOfMinute,
      moment.seconds(since: refreshedAt) < 60
    else {
      return false
    }
    now = moment
    refreshDue = moment.adding(seconds: 60)
    return true
  }

  /// Lets time pass: sends what was held long enough, writes drafts, marks as read.
  mutating func advance(to now: Timestamp) -> [Effect] {
    follow(now)
    hideSecret(onlyIfDue: true)
    var effects = sendDueReplies()
    let present = self.now
    effects += saveDrafts { $0.saveDeadline.map { $0 <= present } ?? false }
    if let due = open?.readDue, due <= self.now { effects += markRead() }
    if let concernsOpen = newsPace.takeDue(at: self.now) { follow(newsConcerningOpen: concernsOpen) }
    if self.now >= refreshDue {
      queue.isStale = true
      alarms.isStale = true
      refreshedAt = self.now
    }
    effects += tellAlarms() + playCustomer()
    refreshDue = self.now.adding(seconds: 60)
    if self.now.seconds(since: refreshedAt) >= 60 {
      queue.isStale = true
      alarms.isStale = true
      refreshedAt = self.now
    }
    return effects
  }

  /// Writes the drafts that `isDue` and marks them as written.
  mutating func saveDrafts(where isDue: (Composer) -> Bool) -> [Effect] {
    var effects: [Effect] = []
    if open?.composer.dirtySince != nil, let current = open, isDue(current.composer) {
      effects.append(writing(current.composer.stored(for: current.conversation.id, at: now)))
      open?.composer.isWritten()
    }
    guard parked.values.contains(where: { $0.dirtySince != nil }) else { return effects }
    for id in parked.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let composer = parked[id], composer.dirtySince != nil, isDue(composer) else { continue }
      effects.append(writing(composer.stored(for: id, at: now)))
      parked[id]?.isWritten()
    }
    return effects
  }

  /// Changes what is not on disk of a composer, wherever it is kept.
  mutating func changeHeld(_ id: ConversationID, _ change: (inout Composer) -> Void) {
    if open?.conversation.id == id {
      if var composer = open?.composer {
        change(&composer)
        open?.composer = composer
      }
    } else if var composer = parked[id] {
      change(&composer)
      parked[id] = composer
    }
  }

  /// Changes a composer wherever it is kept, and notes that it must be written.
  mutating func changeComposer(_ id: ConversationID, _ change: (inout Composer) -> Void) {
    if open?.conversation.id == id {
      let present = now
      open?.change(now: present, change)
    } else if var composer = parked[id] {
      change(&composer)
      composer.touch(now)
      parked[id] = composer
    }
  }

  /// When time must pass next: the loop sleeps until then, or for ever.
  ///
  /// - Complexity: O(drafts).
  package var nextDeadline: Timestamp? {
    var deadlines = [refreshDue]
    func note(_ composer: borrowing Composer) {
      if let held = composer.held, composer.canSendHeld, popup != .confirmQuit {
        deadlines.append(max(held.until, composer.sendNotBefore ?? held.until))
      }
      if let again = composer.askAgainAt, popup != .confirmQuit { deadlines.append(again) }
      if let save = composer.saveDeadline { deadlines.append(save) }
    }
    if let composer = open?.composer { note(composer) }
    for composer in parked.values { note(composer) }
    if let due = open?.readDue { deadlines.append(due) }
    if let due = open?.wholeDue { deadlines.append(due) }
    if let due = newsPace.due { deadlines.append(due) }
    if let due = together.deadline { deadlines.append(due) }
    if let due = alarms.deadline, !isResting { deadlines.append(due) }
    if let due = secretDeadline { deadlines.append(due) }
    if let due = manners.judgeDue { deadlines.append(due) }
    if let due = manners.arrival?.rests { deadlines.append(due) }
    if let due = rehearsal?.nextDue(after: now) { deadlines.append(due) }
    if case .rest(let rest)? = popup, let step = rest.nextStep(after: now) { deadlines.append(step) }
    return deadlines.min()
  }
}

extension Composer {
  /// Moves everything that waits for a moment.
  mutating func shiftTimes(by milliseconds: Int64) {
    dirtySince?.milliseconds += milliseconds
    changedAt?.milliseconds += milliseconds
    saveNotBefore?.milliseconds += milliseconds
    sendNotBefore?.milliseconds += milliseconds
    askAgainAt?.milliseconds += milliseconds
    if !isHeldStuck { held?.until.milliseconds += milliseconds }
  }

  /// Whether a reply is held that may be sent when its time has come.
  var canSendHeld: Bool { held != nil && isHeldOnDisk && !isSending && !isHeldStuck }

  /// Notes that what stands here is being written.
  mutating func isWritten() {
    dirtySince = nil
    changedAt = nil
    saveNotBefore = nil
  }

  /// Notes a change that is not yet on disk.
  mutating func touch(_ now: Timestamp) {
    changedAt = now
    dirtySince = dirtySince ?? now
  }
}

extension OpenConversation {
  mutating func change(now: Timestamp, _ change: (inout Composer) -> Void) {
    let (hadHeld, parent) = (composer.held != nil, composer.parent)
    change(&composer)
    composer.touch(now)
    guard hadHeld != (composer.held != nil) || parent != composer.parent else { return }
    rebuild(threadHeight: threadCursor.height)
    if parent != composer.parent, let place = composer.parent.flatMap({ places[$0] }),
      let item = items.firstIndex(of: .entry(place))
    {
      // What is answered comes into sight.
      selectedItem = item
      scroll = item >= items.count - 1 ? .following : .at(item: item, row: 0)
    }
  }
}
