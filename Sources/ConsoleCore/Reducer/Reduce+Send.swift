import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Enter in the composer: the last look, and if nothing speaks against it, the hold.
  mutating func send() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    if let look, look.conversation == current.conversation.id {
      return look.canSend ? hold(current.conversation.id) : []
    }
    let findings = LastLook.judge(draft(of: current))
    let hasErrors = findings.contains { $0.severity == .error }
    let asks = findings.contains { $0.severity == .warn } || current.composer.audience == .world
    guard hasErrors || asks else { return hold(current.conversation.id) }
    look = Look(conversation: current.conversation.id, findings: findings, canSend: !hasErrors)
    remark = nil
    return []
  }

  /// The answer as the last look judges it.
  func draft(of current: OpenConversation) -> Draft {
    let composer = current.composer
    return Draft(
      text: composer.field.text, audience: composer.audience, kind: composer.kind,
      locale: current.conversation.locale ?? current.conversation.contact.locale,
      channel: current.conversation.channel, contact: current.conversation.contact,
      thread: current.conversation.entries, basedOn: composer.seenUpTo, parent: composer.parent,
      author: settings.me.id)
  }

  /// Puts the answer between composer and wire, where it can be taken back for some seconds.
  private mutating func hold(_ id: ConversationID) -> [Effect] {
    guard let current = open, current.conversation.id == id else { return [] }
    if current.composer.held != nil {
      let present = now
      open?.composer.sendsNext = true
      open?.composer.held?.until = present
      return sendDueReplies() + say(words("composer.earlierFirst"))
    }
    look = nil
    let until = now.adding(seconds: Int64(settings.holdSeconds))
    let key = makeClientKey()
    changeComposer(id) { composer in
      composer.held = HeldReply(
        clientKey: key, text: composer.field.text, kind: composer.kind, audience: composer.audience,
        parent: composer.parent, basedOn: current.conversation.version, until: until)
      composer.isHeldOnDisk = false
      composer.field.apply(.clear)
      composer.seenUpTo = nil
      if composer.kind == .note { composer.becomeReply(for: current.conversation.shape) }
    }
    open?.scroll = .following
    let items = open?.items.count ?? 1
    open?.selectedItem = max(0, items - 1)
    remark = nil
    return saveDrafts { _ in true }
  }

  /// Sends a held reply now.
  mutating func sendHeld(_ id: ConversationID) -> [Effect] {
    guard let held = composer(for: id)?.held else { return [] }
    if open?.conversation.id == id { open?.composer.isSending = true } else { parked[id]?.isSending = true }
    let intent = Intent(
      clientKey: held.clientKey, conversation: id, basedOn: held.basedOn, by: settings.me,
      action: .say(text: held.text, kind: held.kind, audience: held.audience, parent: held.parent))
    pendingActs[held.clientKey] = PendingAct(intent: intent, inverse: nil, isReply: true)
    return [.ask(.apply(intent))]
  }

  /// Takes the held reply of this conversation, or else of another, back into its composer.
  mutating func takeBack() -> [Effect] {
    let mine = open.map { $0.conversation.id }
    let candidates = heldReplies.filter { !$0.composer.isSending }
    guard let found = candidates.first(where: { $0.conversation == mine }) ?? candidates.last else {
      return say(words(heldReplies.isEmpty ? "takeBack.nothing" : "takeBack.tooLate"))
    }
    restoreHeld(found.conversation)
    look = nil
    let effects = saveDrafts { _ in true } + say(words("takeBack.done"))
    if found.conversation == mine {
      focus = .composer
      return effects
    }
    return effects + ask(toOpen: found.conversation)
  }

  /// Puts the text of a held reply back before whatever was written since.
  mutating func restoreHeld(_ id: ConversationID) {
    let last = open?.conversation.id == id ? open?.conversation.entries.last?.id : nil
    changeComposer(id) { composer in
      guard let held = composer.held else { return }
      let since = composer.field.text
      let text = since.isEmpty ? held.text : held.text + "\n\n" + since
      composer.field.apply(.clear)
      composer.field.apply(.paste(text))
      composer.kind = held.kind
      composer.audience = held.audience
      composer.parent = held.parent
      composer.held = nil
      composer.isSending = false
      composer.sendsNext = false
      composer.seenUpTo = composer.seenUpTo ?? last
    }
  }

  /// Takes what became of an intent.
  mutating func take(_ outcome: Outcome, of intent: Intent) -> [Effect] {
    let act = pendingActs.removeValue(forKey: intent.clientKey)
    guard let act, act.isReply else { return takeActOutcome(outcome, of: intent, act) }
    let id = intent.conversation
    switch outcome {
    case .applied(_, let audience, _):
      return takeSent(id, intended: composer(for: id)?.held?.audience, echoed: audience)
    case .accepted, .unknown:
      pendingActs[intent.clientKey] = act
      return [.ask(.reconcile(intent.clientKey))]
    case .throttled(let until):
      changeComposer(id) { composer in
        composer.held?.until = until
        composer.isSending = false
      }
      return say(words("send.throttled"))
    case .conflict(let newer, _):
      let who = newer.last.map { SafeText($0.author.displayName).singleLine } ?? .empty
      return notSent(id, words("send.conflict", who))
    case .denied(let reason): return notSent(id, words("send.denied", SafeText(reason).singleLine))
    case .invalid(let field, let reason):
      return notSent(id, words("send.invalid", SafeText(field).singleLine, SafeText(reason).singleLine))
    case .partial(let steps):
      let failed = steps.filter { !$0.isApplied }.map { SafeText($0.reason).singleLine.string }
      return notSent(id, words("send.denied", SafeText(failed.joined(separator: "; "))))
    }
  }

  /// Takes a failure to reach or write the desk.
  mutating func take(_ error: DeskError, of intent: Intent) -> [Effect] {
    let act = pendingActs.removeValue(forKey: intent.clientKey)
    if act?.isReply == true { return notSent(intent.conversation, sentence(for: error)) }
    if case .markRead = intent.action { return [] }
    return say(sentence(for: error), isError: true)
  }

  private mutating func takeSent(_ id: ConversationID, intended: Audience?, echoed: Audience?) -> [Effect] {
    let sendsNext = composer(for: id)?.sendsNext ?? false
    changeComposer(id) { composer in
      composer.held = nil
      composer.isSending = false
      composer.sendsNext = false
    }
    var effects = saveDrafts { _ in true }
    dropEmptyParked(id)
    if let intended, echoed != intended {
      _ = say(words("send.wrongAudience"), isError: true)
    } else if isQuitting {
      effects += quitIfDone()
    } else {
      _ = say(words("send.done.\(intended?.rawValue ?? "customer")"))
    }
    if sendsNext, open?.conversation.id == id, open?.composer.field.isEmpty == false { effects += hold(id) }
    return effects
  }

  private mutating func notSent(_ id: ConversationID, _ reason: SafeText) -> [Effect] {
    restoreHeld(id)
    isQuitting = false
    return saveDrafts { _ in true } + say(reason, isError: true)
  }

  /// Takes the answer to whether a reply was sent: asked after a restart, and after an unclear outcome.
  mutating func takeReconciled(_ key: ClientKey, _ outcome: Outcome) -> [Effect] {
    pendingActs[key] = nil
    guard let id = heldReplies.first(where: { $0.composer.held?.clientKey == key })?.conversation else {
      return []
    }
    if case .applied(_, let audience, _) = outcome {
      return takeSent(id, intended: composer(for: id)?.held?.audience, echoed: audience)
    }
    restoreHeld(id)
    return saveDrafts { _ in true } + say(words("draft.heldRestored"))
  }

  private mutating func dropEmptyParked(_ id: ConversationID) {
    if let composer = parked[id], composer.field.isEmpty, composer.held == nil, composer.dirtySince == nil {
      parked[id] = nil
    }
  }
}

extension Composer {
  /// Makes the next answer one to the customer, or a comment in public.
  mutating func becomeReply(for shape: ConversationShape) {
    kind = shape == .publicThread ? .comment : .message
    audience = shape == .publicThread ? .world : .customer
  }
}
