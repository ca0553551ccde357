import DeskLink
import DeskModel
import ScreenKit
package import TextLayout
import Widgets

extension AppState {
  /// Asks the desk for an act on the open conversation and remembers what would undo it.
  mutating func act(_ action: IntentAction) -> [Effect] {
    if actsOnMarks { return actOnMarks(action) }
    guard let conversation = open?.conversation else { return say(words("composer.nothingOpen")) }
    // The promise first, so that one step takes the status back.
    return [promise(before: action, in: conversation), action].compactMap { $0 }.map { action in
      let intent = Intent(
        clientKey: makeClientKey(), conversation: conversation.id, by: settings.me, action: action)
      noteOwnTaking(intent)
      pendingActs[intent.clientKey] = PendingAct(
        intent: intent, inverse: Self.inverse(of: action, in: conversation), isReply: false,
        who: conversation.contact.displayName)
      return .ask(.apply(intent))
    }
  }

  /// What brings back the present state of a conversation after an act; nil when nothing would change.
  static func inverse(of action: IntentAction, in conversation: Conversation) -> IntentAction? {
    switch action {
    case .setStatus(let status): return status == conversation.status ? nil : .setStatus(conversation.status)
    case .assign(let agent): return agent == conversation.assignee ? nil : .assign(conversation.assignee)
    case .snooze(let until):
      return until == conversation.snoozedUntil ? nil : .snooze(until: conversation.snoozedUntil)
    case .tag(let add, let remove):
      let added = add.filter { !conversation.tags.contains($0) }
      let removed = remove.filter { conversation.tags.contains($0) }
      return added.isEmpty && removed.isEmpty ? nil : .tag(add: removed, remove: added)
    case .followUp(let followUp):
      return followUp == conversation.followUp ? nil : .followUp(conversation.followUp)
    case .access(let access): return access == conversation.access ? nil : .access(conversation.access)
    case .say, .markRead: return nil
    }
  }

  /// The most acts that can be undone.
  private static let undoLimit = 100

  /// Takes what became of an act that is not a reply.
  mutating func takeActOutcome(_ outcome: Outcome, of intent: Intent, _ act: PendingAct?) -> [Effect] {
    if case .markRead = intent.action { return [] }
    if let act, let number = act.batch { return take(outcome, of: act, in: number) }
    switch outcome {
    case .applied, .accepted, .queued: break
    default: restoreUndo(act)
    }
    switch outcome {
    case .applied, .queued:
      guard let act else { return [] }
      if outcome == .queued, let item = outbox[intent.clientKey], item.needsPerson { return takeFailed(item) }
      if let inverse = act.inverse {
        undoSteps.append(UndoStep(conversation: intent.conversation, inverse: inverse, who: act.who))
        // A shift is long; nobody goes further back than this.
        undoSteps.removeFirst(max(0, undoSteps.count - Self.undoLimit))
      }
      if act.undoes == nil, let warning = warning(after: intent) { return say(warning, isError: true) }
      let key = act.undoes != nil ? "act.undone" : act.inverse == nil ? "act.done" : "act.doneWithUndo"
      let isHere = open?.conversation.id == intent.conversation
      // It can be undone all the same: what undoes it follows it.
      if outcome == .queued, desks.isAnyAway { return say(words("act.queued", describe(intent.action))) }
      let who =
        act.who ?? (isHere ? open?.conversation.contact.displayName : nil) ?? intent.conversation.rawValue
      return say(
        words(key, SafeText(line: who), describe(intent.action), SafeText(keymap.label(for: .undo) ?? "")))
    case .accepted: return []
    case .denied(let reason): return say(words("act.denied", SafeText(line: reason)), isError: true)
    case .invalid(let field, let reason):
      return say(
        words("send.invalid", SafeText(line: field), SafeText(line: reason)), isError: true)
    case .throttled, .unknown, .conflict, .partial: return say(words("act.unclear"), isError: true)
    }
  }

  /// What an act does, in words for the bottom line.
  func describe(_ action: IntentAction) -> SafeText {
    switch action {
    case .setStatus(let status): return words("act.status", statusWord(status))
    case .assign(let agent?):
      return agent.id == settings.me.id
        ? words("act.assignedToMe") : words("act.assigned", SafeText(line: agent.name))
    case .assign(nil): return words("act.unassigned")
    case .tag(let add, let remove):
      let parts = add.map { "+" + $0 } + remove.map { "−" + $0 }
      return words("act.tags", SafeText(line: parts.joined(separator: " ")))
    case .snooze(.some(.untilWoken)): return words("act.snoozedUntilReply")
    case .snooze(let until?): return words("act.snoozed", ClockText.moment(until, utcOffset, now: now, words))
    case .snooze(nil): return words("act.woken")
    case .followUp(let followUp?):
      return words("act.followUp", ClockText.moment(followUp.at, utcOffset, now: now, words))
    case .followUp(nil): return words("act.noFollowUp")
    case .access(let access?): return words("act.access.\(access.standing.rawValue)")
    case .access(nil): return words("act.noAccess")
    case .say: return words("act.noted")
    case .markRead: return .empty
    }
  }

  /// The word for a status: ours for the usual ones, the backend's own for others.
  package func statusWord(_ status: String) -> SafeText {
    StatusCategory(rawValue: status) != nil ? words("status.\(status)") : SafeText(line: status)
  }

  /// An undoing that failed can be tried again.
  mutating func restoreUndo(_ act: PendingAct?) {
    if let step = act?.undoes { undoSteps.append(step) }
  }

  /// Undoes the last thing: a held reply first, then acts.
  mutating func undo() -> [Effect] {
    if let composer = open?.composer, composer.held != nil, !composer.isSending { return takeBack() }
    guard let step = undoSteps.popLast() else { return say(words("undo.nothing")) }
    if !step.more.isEmpty { return undoAll(step) }
    let intent = Intent(
      clientKey: makeClientKey(), conversation: step.conversation, by: settings.me, action: step.inverse)
    noteOwnTaking(intent)
    pendingActs[intent.clientKey] = PendingAct(
      intent: intent, inverse: nil, isReply: false, undoes: step, who: step.who)
    return [.ask(.apply(intent))]
  }

  /// Opens the list of statuses.
  mutating func askStatus() -> [Effect] {
    guard actsOnMarks || open != nil else { return say(words("composer.nothingOpen")) }
    let present = actsOnMarks ? nil : open?.conversation.statusCategory
    let items = StatusCategory.allCases.map { category in
      PopupItem(
        title: words("status.\(category.rawValue)"),
        detail: present == category ? words("picker.now") : .empty,
        choice: .setStatus(category.rawValue))
    }
    return show(PickerPopup(titleKey: "picker.status", items: items))
  }

  /// Opens the list of people.
  mutating func askAssignee() -> [Effect] {
    guard actsOnMarks || open != nil else { return say(words("composer.nothingOpen")) }
    let present = open?.conversation.assignee?.id
    let isForMarks = actsOnMarks
    let others = agents.filter { $0.id != settings.me.id }
    let names = Dictionary(grouping: others, by: \.name)
    func item(_ agent: Agent?, _ title: SafeText) -> PopupItem {
      let isNow = !isForMarks && present == agent?.id
      return PopupItem(title: title, detail: isNow ? words("picker.now") : .empty, choice: .assign(agent))
    }
    // Of the same name, as on two desks, the ids tell who is who.
    func title(_ agent: Agent) -> SafeText {
      let isTwin = (names[agent.name]?.count ?? 0) > 1
      return SafeText(line: isTwin ? "\(agent.name) (\(agent.id.rawValue))" : agent.name)
    }
    let items =
      [item(settings.me, words("picker.me")), item(nil, words("picker.nobody"))]
      + others.map { item($0, title($0)) }
    return show(PickerPopup(titleKey: "picker.assign", items: items))
  }

  /// The tags of the open conversation, or those that all marked ones have.
  var presentTags: [String] {
    guard actsOnMarks else { return open?.conversation.tags ?? [] }
    let rows = many.marks.summaries
    return rows.first?.tags.filter { tag in rows.allSatisfy { $0.tags.contains(tag) } } ?? []
  }

  /// Opens the list of tags; a typed one that is not in it is added.
  mutating func askTags() -> [Effect] {
    guard actsOnMarks || open != nil else { return say(words("composer.nothingOpen")) }
    let present = presentTags
    let known = Set((queue.rows + many.marks.summaries).flatMap(\.tags)).subtracting(present).sorted()
    let items = (present + known.prefix(200)).map { tag in
      PopupItem(
        title: SafeText(line: tag),
        detail: present.contains(tag) ? words("picker.hasTag") : .empty,
        choice: .toggleTag(tag))
    }
    return show(PickerPopup(titleKey: "picker.tag", items: items))
  }

  /// Opens a list; with marks in the queue, its choice is for all of them.
  mutating func show(_ picker: PickerPopup) -> [Effect] {
    var picker = picker
    picker.markedCount = actsOnMarks && Self.isForMarks(picker) ? many.marks.count : 0
    popup = .picker(picker)
    return []
  }

  private static func isForMarks(_ picker: PickerPopup) -> Bool {
    !["picker.command", "picker.view", "picker.sort"].contains(picker.titleKey)
  }
}
