import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Enter in the composer: the last look, and if nothing speaks against it, the hold.
  ///
  /// A second Enter agrees to what the look has shown; what it would find only now is shown first.
  mutating func send() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    if isCustomer { return sayAsCustomer() }
    // Keys that came before the frame have found nobody asking yet.
    let asking = settings.findingsDelay > 0 ? askForManners() : []
    return asking + send(current)
  }

  private mutating func send(_ current: OpenConversation) -> [Effect] {
    let id = current.conversation.id
    let findings = findings(in: current)
    if let look, look.conversation == id, look.findings == findings {
      // A second Enter that was typed before the look was on the screen agrees to nothing.
      return look.canSend && look.isDrawn ? agree(current) : []
    }
    let hasErrors = findings.contains { $0.severity == .error }
    let asks = findings.contains { $0.severity == .warn } || current.composer.audience == .world
    guard hasErrors || asks else { return agree(current) }
    noteStopped(current.composer.field.text, findings)
    look = Look(conversation: id, findings: findings, canSend: !hasErrors)
    remark = nil
    return []
  }

  /// Sends a reply that asks for access head-on all the same; a note to colleagues says so.
  ///
  /// Only what the last look has shown is agreed to, and only where nothing else stops it.
  mutating func sendAnyway() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    guard let look, look.conversation == current.conversation.id, look.canSendAnyway, look.isDrawn,
      look.findings == findings(in: current)
    else { return say(words("send.noWayRound"), isError: true) }
    return agree(current)
      + act(.say(text: words("send.anywayNote").string, kind: .note, audience: .internal, parent: nil))
  }

  /// The answer as the last look judges it.
  func draft(of current: OpenConversation) -> Draft {
    let composer = current.composer
    return Draft(
      text: composer.field.text, audience: composer.audience, kind: composer.kind,
      locale: current.conversation.locale ?? current.conversation.contact.locale,
      channel: current.conversation.channel, contact: current.conversation.contact,
      thread: current.conversation.entries, basedOn: composer.seenUpTo, parent: composer.parent,
      author: settings.me.id, wasNote: composer.wasNote,
      writers: writers(at: current.conversation.id), fileCount: composer.attachments.count)
  }

  /// The person wants the answer to go: it is held, or follows an earlier one that is held still.
  private mutating func agree(_ current: OpenConversation) -> [Effect] {
    look = nil
    guard current.composer.held != nil else {
      return hold(current.conversation.id, basedOn: current.conversation.version)
    }
    if current.composer.isHeldStuck { return say(words("held.stuckFirst", takeBackKey)) }
    let present = now
    changeHeld(current.conversation.id) { composer in
      composer.next = composer.present
      composer.held?.until = present
    }
    return sendDueReplies() + say(words("composer.earlierFirst"))
  }

  /// Puts the answer between composer and wire, where it can be taken back for some seconds.
  private mutating func hold(_ id: ConversationID, basedOn version: Int) -> [Effect] {
    putOnHold(id, basedOn: version)
    return saveDrafts { _ in true }
  }

  /// The same, without the writing to disk that must follow.
  mutating func putOnHold(_ id: ConversationID, basedOn version: Int) {
    let until = now.adding(seconds: Int64(settings.holdSeconds))
    let key = makeClientKey()
    changeComposer(id) { composer in
      composer.held = HeldReply(
        clientKey: key, text: composer.field.text, kind: composer.kind, audience: composer.audience,
        parent: composer.parent, basedOn: version, until: until, attachments: composer.attachments,
        templates: composer.templateUses, access: composer.audience == .customer ? composer.keptRequest : nil)
      composer.heldOffers = composer.keptOffers
      composer.isHeldOnDisk = false
      composer.isSending = false
      composer.next = nil
      composer.sendNotBefore = nil
      composer.replaceText("")
      composer.attachments = []
      composer.offers = []
      composer.request = nil
      composer.seenUpTo = nil
      // Who has written a note may write another: what was meant for us must not go out because the box has changed.
      composer.wasNote = false
    }
    if let current = open, current.conversation.id == id {
      // The next comment is for this customer again, whomever the last one was for.
      let parent = Transcript.defaultParent(of: current.conversation)
      changeComposer(id) { $0.parent = parent }
      let items = open?.items.count ?? 1
      open?.scroll = .following
      open?.selectedItem = max(0, items - 1)
      remark = nil
    }
  }

  var takeBackKey: SafeText { SafeText(keymap.label(for: .takeBack) ?? "") }

  /// Sends a held reply now.
  mutating func sendHeld(_ id: ConversationID) -> [Effect] {
    guard let held = composer(for: id)?.held else { return [] }
    changeHeld(id) { $0.isSending = true }
    let intent = Intent(
      clientKey: held.clientKey, conversation: id, basedOn: held.basedOn, by: settings.me,
      action: .say(
        text: held.text, kind: held.kind, audience: held.audience, parent: held.parent,
        attachments: held.attachments), templates: held.templates)
    pendingActs[held.clientKey] = PendingAct(intent: intent, inverse: nil, isReply: true)
    return [.ask(.apply(intent))]
  }

  /// Takes the held reply of this conversation, or else of another, back into its composer.
  mutating func takeBack() -> [Effect] {
    let mine = open.map { $0.conversation.id }
    if canTakeBackMailing { return takeBackMailing() }
    if let composer = open?.composer, composer.isSending { return say(words("takeBack.tooLate")) }
    let candidates = heldReplies.filter { !$0.composer.isSending }
    let latest = candidates.filter { !$0.composer.isHeldStuck }.max { left, right in
      (left.composer.held?.until ?? now) < (right.composer.held?.until ?? now)
    }
    guard let found = candidates.first(where: { $0.conversation == mine }) ?? latest ?? candidates.last else {
      return say(words(heldReplies.isEmpty ? "takeBack.nothing" : "takeBack.tooLate"))
    }
    let isBack = restoreHeld(found.conversation)
    look = nil
    let effects =
      saveDrafts { _ in true }
      + say(isBack ? words("takeBack.done") : words("held.stuck", takeBackKey), isError: !isBack)
    if found.conversation == mine {
      focus = .composer
      return effects
    }
    return effects + ask(toOpen: found.conversation)
  }

  /// Puts the text of a held reply back before whatever was written since.
  ///
  /// What was written since may be for other eyes, or too long to join: then the reply stays where it is, does not go
  /// by itself, and comes back when it is called again.
  /// - Returns: whether the text is back.
  @discardableResult
  mutating func restoreHeld(_ id: ConversationID) -> Bool {
    let last = open?.conversation.id == id ? open?.conversation.lastSettledEntry?.id : nil
    var isBack = true
    changeComposer(id) { composer in
      guard let held = composer.held else { return }
      let since = composer.field.text
      let text = since.isEmpty ? held.text : held.text + "\n\n" + since
      composer.isSending = false
      composer.next = nil
      composer.askAgainAt = nil
      composer.sendNotBefore = nil
      let isForOthers = composer.kind != held.kind || composer.audience != held.audience
      if !composer.isBlank, isForOthers || text.utf8.count > ComposeField.byteLimit {
        composer.held?.until = .untilWoken
        isBack = false
        return
      }
      composer.replaceText(text)
      composer.attachments = held.attachments + composer.attachments.filter { !held.attachments.contains($0) }
      composer.kind = held.kind
      composer.audience = held.audience
      composer.parent = held.parent
      composer.request =
        held.access.map { ComposerRequest(access: $0, text: held.text) } ?? composer.request
      composer.held = nil
      composer.offers = composer.heldOffers + composer.offers
      composer.heldOffers = []
      composer.seenUpTo = composer.seenUpTo ?? last
    }
    return isBack
  }

  /// Takes what became of an intent.
  mutating func take(_ outcome: Outcome, of intent: Intent) -> [Effect] {
    let act = pendingActs.removeValue(forKey: intent.clientKey)
    if case .applied = outcome { noteInRehearsal(intent) }
    guard let act, act.isReply else { return takeActOutcome(outcome, of: intent, act) }
    let id = intent.conversation
    switch outcome {
    case .applied(_, let audience, let version): return takeSent(id, echoed: audience, version: version)
    case .queued: return takeQueued(id, intent.clientKey, basedOn: intent.basedOn)
    case .accepted, .unknown:
      pendingActs[intent.clientKey] = act
      return [.ask(.reconcile(intent.clientKey))]
    case .throttled(let until):
      // A desk whose clock is slow may name a moment that has passed.
      let moment = max(until, now.adding(seconds: 1))
      changeHeld(id) { composer in
        composer.held?.until = moment
        composer.sendNotBefore = moment
        composer.isSending = false
      }
      return say(words("send.throttled"))
    case .conflict(let newer, _):
      noteConflict(newer, in: id)
      let who = newer.last.map { SafeText(line: $0.author.displayName) } ?? .empty
      return notSent(id, words("send.conflict", who))
    case .denied(let reason): return notSent(id, words("send.denied", SafeText(line: reason)))
    case .invalid(let field, let reason):
      return notSent(id, words("send.invalid", SafeText(line: field), SafeText(line: reason)))
    case .partial(let steps):
      let failed = steps.filter { !$0.isApplied }.map { SafeText(line: $0.reason).string }
      return notSent(id, words("send.denied", SafeText(failed.joined(separator: "; "))))
    }
  }

  /// Takes a failure to reach or write the desk.
  mutating func take(_ error: DeskError, of intent: Intent) -> [Effect] {
    let act = pendingActs.removeValue(forKey: intent.clientKey)
    if var act, act.isReply {
      // A desk that went away may have sent it all the same.
      guard case .away = error else { return notSent(intent.conversation, sentence(for: error)) }
      act.doubt = sentence(for: error)
      pendingActs[intent.clientKey] = act
      return [.ask(.reconcile(intent.clientKey))]
    }
    if case .markRead = intent.action { return [] }
    if let act, let number = act.batch {
      return take(part: act, in: number, refusal: sentence(for: error).string)
    }
    restoreUndo(act)
    return say(sentence(for: error), isError: true)
  }

  private mutating func takeSent(_ id: ConversationID, echoed: Audience?, version: Int) -> [Effect] {
    let intended = composer(for: id)?.held?.audience
    let (next, present) = (composer(for: id)?.next, composer(for: id)?.present)
    let offers = composer(for: id)?.heldOffers ?? []
    let access = echoed == intended ? composer(for: id)?.held?.access : nil
    changeComposer(id) { composer in
      composer.held = nil
      composer.heldOffers = []
      composer.isSending = false
      composer.next = nil
      composer.askAgainAt = nil
    }
    var effects = saveDrafts { _ in true } + finish(offers, in: id) + note(access, in: id)
    // Words that came back from the outbox and have gone from here were sent.
    if composer(for: id)?.isBlank ?? true { effects += giveUpSent(from: id) }
    if let intended, echoed != intended {
      _ = say(words("send.wrongAudience"), isError: true)
    } else if isQuitting {
      // What was agreed to goes too, at once; then the program ends.
      if let next, next == present { return effects + hold(id, basedOn: version) }
      return effects + quitIfDone()
    } else {
      _ = say(words("send.done.\(intended?.rawValue ?? "customer")"))
    }
    // What was changed since the person agreed to it has not been looked at.
    if let next, next == present {
      effects += hold(id, basedOn: version)
      _ = say(words("send.earlierGone"))
    } else if next != nil {
      _ = say(words("send.nextChanged"))
    }
    dropEmptyParked(id)
    let isAsMeant = intended.map { echoed == $0 } ?? true
    sumUpMailing(id, failure: isAsMeant ? nil : words("send.wrongAudience"))
    // The question what is to become of what is held has answered itself.
    if popup == .confirmQuit, isAsMeant, waitingReplies.isEmpty {
      popup = nil
      return effects + quitIfDone()
    }
    return effects
  }

  /// The outbox has it: it goes by itself when the desk is back, and is not ours to keep any longer.
  private mutating func takeQueued(
    _ id: ConversationID, _ key: ClientKey, basedOn version: Int?
  ) -> [Effect] {
    let audience = composer(for: id)?.held?.audience
    let effects = takeSent(id, echoed: audience, version: version ?? open?.conversation.version ?? 0)
    // It may have failed there before we were told that it was taken: then it can come back now.
    if let item = outbox[key], item.needsPerson { return effects + takeFailed(item) }
    if !isQuitting { _ = say(words(desks.isAnyAway ? "send.queued" : "send.onItsWay")) }
    return effects
  }

  private mutating func notSent(_ id: ConversationID, _ reason: SafeText) -> [Effect] {
    isQuitting = false
    let isBack = restoreHeld(id)
    let text = isBack ? reason : reason + SafeText(" ") + words("held.stuck", takeBackKey)
    let effects = saveDrafts { _ in true } + say(text, isError: true)
    sumUpMailing(id, failure: text)
    return effects
  }

  /// Takes the answer to whether a reply was sent: asked after a restart, and after an unclear outcome.
  mutating func takeReconciled(_ key: ClientKey, _ result: Result<Outcome, DeskError>) -> [Effect] {
    guard let id = heldReplies.first(where: { $0.composer.held?.clientKey == key })?.conversation else {
      pendingActs[key] = nil
      return []
    }
    switch result {
    case .failure, .success(.accepted), .success(.throttled):
      // Nobody knows yet: it is neither sent again nor called unsent.
      let again = now.adding(seconds: 5)
      changeHeld(id) { $0.askAgainAt = again }
      return say(words("send.notKnownYet"), isError: true)
    case .success(.applied(_, let audience, let version)):
      pendingActs[key] = nil
      return takeSent(id, echoed: audience, version: version)
    case .success(.queued):
      pendingActs[key] = nil
      return takeQueued(id, key, basedOn: nil)
    case .success(.denied(let reason)), .success(.invalid(_, let reason)):
      pendingActs[key] = nil
      return notSent(id, words("send.denied", SafeText(line: reason)))
    case .success(.unknown), .success(.conflict), .success(.partial):
      let doubt = pendingActs.removeValue(forKey: key)?.doubt
      return notSent(id, doubt ?? words("draft.heldRestored"))
    }
  }

  private mutating func dropEmptyParked(_ id: ConversationID) {
    if let composer = parked[id], composer.isBlank, composer.held == nil, composer.dirtySince == nil {
      parked[id] = nil
    }
  }
}
