import DeskLink
package import DeskModel
import TextLayout
import Widgets

/// How words come back from the outbox: first into the composer, then to disk as a draft, and only then is the item given
/// up. Whoever dies on the way has them twice and never not at all; a start that finds them in both places goes on.
extension AppState {
  /// Puts the words of something that was not sent back by itself, where nothing else is being written.
  mutating func bringBack(_ item: PendingIntent, to conversation: Conversation?) -> [Effect] {
    guard case .failed(let failure) = item.state, let reply = item.intent.reply, let conversation,
      outbox.leaving[item.intent.clientKey] == nil
    else { return tellFailure(of: item) }
    if case .conflict(let newer) = failure { noteConflict(newer, in: conversation.id) }
    let composer = composer(for: conversation.id)
    let isFree = composer.map { $0.isBlank && $0.held == nil || $0.holdsAlone(reply) } ?? true
    guard isFree else { return tellFailure(of: item) }
    return putBack(item, reply, in: conversation) + tellBack(failure, conversation)
  }

  /// Puts words back because a person wants to change them; before what is being written there, if that is for the same
  /// eyes.
  mutating func edit(_ item: PendingIntent, in conversation: Conversation?) -> [Effect] {
    // The desk has said why there is no conversation.
    guard let conversation else { return [] }
    guard item.canBeEdited, let reply = item.intent.reply, outbox.leaving[item.intent.clientKey] == nil else {
      return say(words("outbox.onItsWay"), isError: true)
    }
    if case .failed(.conflict(let newer)) = item.state { noteConflict(newer, in: conversation.id) }
    if let composer = composer(for: conversation.id), !composer.takes(reply) {
      return say(words("outbox.composerBusy", outboxKey), isError: true)
    }
    let effects = putBack(item, reply, in: conversation)
    return effects + focus(on: .composer) + say(words("outbox.takenBack"))
  }

  /// Puts words into a composer and has them written to disk.
  private mutating func putBack(
    _ item: PendingIntent, _ reply: AgreedReply, in conversation: Conversation
  ) -> [Effect] {
    let id = conversation.id
    if composer(for: id) == nil {
      parked[id] = Composer(for: conversation.shape, parent: Transcript.defaultParent(of: conversation))
    }
    let seen = Self.lastSeen(by: item, in: conversation)
    changeComposer(id) { composer in
      guard !composer.holdsAlone(reply) else { return }
      let since = composer.field.text
      composer.replaceText(since.isEmpty ? reply.text : reply.text + "\n\n" + since)
      composer.attachments =
        reply.attachments + composer.attachments.filter { !reply.attachments.contains($0) }
      composer.kind = reply.kind
      composer.audience = reply.audience
      composer.parent = reply.parent
      composer.seenUpTo = seen ?? composer.seenUpTo
    }
    look = nil
    outbox.leaving[item.intent.clientKey] = PendingWork.Leaving(conversation: id)
    return saveDrafts { _ in true }
  }

  /// The last entry that the writer of something had before their eyes, as far as can be known: what came later makes the
  /// last look warn.
  private static func lastSeen(by item: PendingIntent, in conversation: Conversation) -> EntryID? {
    var first: EntryID?
    if case .failed(.conflict(let newer)) = item.state { first = newer.first?.id }
    let known = conversation.entries.prefix { $0.id != first }
    return known.last { $0.isSettled && $0.at <= item.addedAt }?.id ?? conversation.lastSettledEntry?.id
  }

  private mutating func tellBack(_ failure: PendingFailure, _ conversation: Conversation) -> [Effect] {
    let isHere = open?.conversation.id == conversation.id
    let name = SafeText(line: conversation.contact.displayName)
    switch failure {
    case .conflict(let newer):
      let who = newer.last.map { SafeText(line: $0.author.displayName) } ?? words("outbox.somebody")
      let sentence = isHere ? words("send.conflict", who) : words("outbox.backConflict", name, who)
      return say(sentence, isError: true)
    case .refused(let reason):
      let reason = SafeText(line: reason)
      let sentence = isHere ? words("send.denied", reason) : words("outbox.backRefused", name, reason)
      return say(sentence, isError: true)
    default: return []
    }
  }

  // MARK: On disk, then given up

  /// How a draft is written: with the keys of what is given up as soon as it is on disk.
  func writing(_ draft: StoredDraft) -> Effect {
    guard !outbox.leaving.isEmpty else { return .saveDraft(draft) }
    let keys = outbox.unsaved(in: draft.conversation)
    return keys.isEmpty ? .saveDraft(draft) : .keepDraft(draft, keys)
  }

  /// A draft with words from the outbox is on disk, and they are given up there; or it is to be written again.
  mutating func takeKeptDraft(_ id: ConversationID, _ keys: [ClientKey], _ error: String?) -> [Effect] {
    if let error {
      if remark?.isError != true { _ = say(words("draft.notSaved", SafeText(line: error)), isError: true) }
      let later = now.adding(seconds: 5)
      changeComposer(id) { $0.saveNotBefore = later }
      // Nothing writes them any more: they stay where they are.
      if composer(for: id) == nil { for key in keys { outbox.leaving[key] = nil } }
      return []
    }
    return giveUp(keys)
  }

  /// Gives up in the outbox what is safe elsewhere.
  private mutating func giveUp(_ keys: [ClientKey]) -> [Effect] {
    var effects: [Effect] = []
    for key in keys where outbox.leaving[key]?.isOnDisk == false {
      outbox.leaving[key]?.isOnDisk = true
      effects.append(.ask(.discard(key)))
    }
    return effects
  }

  /// Gives up what came back to a composer whose words have gone by now.
  mutating func giveUpSent(from id: ConversationID) -> [Effect] {
    outbox.leaving.isEmpty ? [] : giveUp(outbox.unsaved(in: id))
  }

  /// The outbox does not give something up.
  mutating func takeDiscard(_ key: ClientKey, _ result: Result<DeskAnswer, DeskError>) -> [Effect] {
    let wasBack = outbox.leaving[key] != nil
    switch result {
    case .success:
      if wasBack { return [] }
      let isTooLate = outbox[key].map { !$0.canBeGivenUp } ?? false
      return say(words(isTooLate ? "outbox.onItsWay" : "outbox.givenUp"), isError: isTooLate)
    case .failure(let error):
      guard let item = outbox[key] else { break }
      if let leaving = outbox.leaving.removeValue(forKey: key), !item.needsPerson {
        return takeOut(item, of: leaving.conversation)
      }
      if case .unsupported = error { return say(words("outbox.onItsWay"), isError: true) }
      return say(sentence(for: error), isError: true)
    }
    outbox.leaving[key] = nil
    return []
  }

  /// Looks at what came back and was to be given up: it is gone from the outbox, or it was too late.
  ///
  /// One that is still there was being looked at when it was to be given up: that is asked again.
  mutating func noteGivenUp() -> [Effect] {
    guard !outbox.leaving.isEmpty else { return [] }
    var effects: [Effect] = []
    for (key, leaving) in outbox.leaving.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let item = outbox[key] else {
        outbox.leaving[key] = nil
        continue
      }
      switch item.state {
      case .waiting, .failed:
        if leaving.isOnDisk { effects.append(.ask(.discard(key))) }
        continue
      case .sending, .uncertain, .accepted: break
      }
      outbox.leaving[key] = nil
      effects += takeOut(item, of: leaving.conversation)
    }
    return effects
  }

  /// Takes words that go all the same out of a composer: the next Enter must not send them once more.
  private mutating func takeOut(_ item: PendingIntent, of id: ConversationID) -> [Effect] {
    guard let reply = item.intent.reply, let rest = composer(for: id)?.text(without: reply) else {
      return say(words("outbox.tooLateCopy"), isError: true)
    }
    changeComposer(id) { composer in
      composer.replaceText(rest)
      composer.attachments.removeAll { reply.attachments.contains($0) }
      if composer.isBlank { composer.seenUpTo = nil }
    }
    return say(words("outbox.tooLate"), isError: true)
  }
}

extension Composer {
  /// Whether these words stand here and nothing else.
  func holdsAlone(_ reply: AgreedReply) -> Bool {
    held == nil && kind == reply.kind && audience == reply.audience && parent == reply.parent
      && attachments == reply.attachments && field.text == reply.text
  }

  /// What else stands here where these words stand first, unchanged; nil where they do not.
  func text(without reply: AgreedReply) -> String? {
    guard kind == reply.kind, audience == reply.audience else { return nil }
    if field.text == reply.text { return "" }
    let beginning = reply.text + "\n\n"
    return field.text.hasPrefix(beginning) ? String(field.text.dropFirst(beginning.count)) : nil
  }

  /// Whether words can be put before what stands here.
  func takes(_ reply: AgreedReply) -> Bool {
    if isBlank || holdsAlone(reply) { return true }
    let size = reply.text.utf8.count + 2 + field.text.utf8.count
    return kind == reply.kind && audience == reply.audience && parent == reply.parent
      && size <= ComposeField.byteLimit
  }
}

extension Entry {
  /// Whether it is where it belongs: not on its way there, and not failed on the way.
  package var isSettled: Bool {
    switch state {
    case .local, .held, .queued, .failed, .unknown: false
    case .sent, .delivered, .redacted, .edited, .deleted: true
    }
  }
}

extension Conversation {
  /// The last entry that is where it belongs; one that is still on its way will have another id there.
  package var lastSettledEntry: Entry? { entries.last { $0.isSettled } }
}
