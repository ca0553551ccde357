import DeskModel
import Safeguards
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the template for one reply to several customers.
  mutating func beginBulk(_ conversations: [Conversation]) -> [Effect] {
    look = nil
    let template = parked[BulkReply.draftID]?.field.text ?? ""
    var bulk = BulkReply(conversations, summaries: many.marks.summaries, template: template)
    fit(&bulk)
    popup = .bulk(bulk)
    let unread = bulk.summaries.filter { row in !conversations.contains { $0.id == row.id } }
    guard !unread.isEmpty else { return [] }
    let names = unread.map(\.contactName).joined(separator: ", ")
    return say(words("bulk.unread", SafeText(String(unread.count)), SafeText(line: names)), isError: true)
  }

  private func fit(_ bulk: inout BulkReply) {
    let area = BulkView.fieldSize(on: size)
    bulk.field.resize(columns: area.columns, height: area.rows)
  }

  /// Gives a key to the reply to several customers.
  mutating func take(_ key: KeyPress, in bulk: inout BulkReply) -> [Effect] {
    defer { if case .bulk = popup { popup = .bulk(bulk) } }
    if bulk.stage == .reviewing { return takeInReview(key, &bulk) }
    if closes(key) {
      if bulk.stage == .writing { popup = nil } else { bulk.stage = .reviewing }
      bulk.isDrawn = false
      return []
    }
    if key.code == .enter, key.modifiers.isEmpty {
      if bulk.stage == .writing { review(&bulk) } else { keepEdited(&bulk) }
      return []
    }
    if let edit = lineEdit(key) { write(edit, in: &bulk) }
    return []
  }

  /// Puts a paste into the text that is written.
  mutating func take(pasted text: String, in bulk: inout BulkReply) -> [Effect] {
    guard bulk.stage != .reviewing else { return say(words("paste.noPlace")) }
    write(.paste(text), in: &bulk)
    popup = .bulk(bulk)
    return []
  }

  /// Changes the text; the template is kept on disk like any draft.
  private mutating func write(_ edit: EditCommand, in bulk: inout BulkReply) {
    fit(&bulk)
    guard bulk.field.apply(edit).isEdited, bulk.stage == .writing else { return }
    keepTemplate(bulk.field.text)
  }

  private mutating func keepTemplate(_ text: String) {
    if parked[BulkReply.draftID] == nil { parked[BulkReply.draftID] = Composer(for: .dialog, parent: nil) }
    changeComposer(BulkReply.draftID) { $0.replaceText(text) }
  }

  // MARK: Review

  private func review(_ bulk: inout BulkReply) {
    bulk.template = bulk.field.text
    bulk.items = bulk.conversations.map { item(for: $0, bulk.template) }
    bulk.stage = .reviewing
    bulk.selected = 0
    bulk.offset = 0
    bulk.isDrawn = false
  }

  private func item(for conversation: Conversation, _ template: String) -> BulkItem {
    let filled = TemplateText(
      template, facts: TemplateText.facts(of: conversation.contact, me: settings.me))
    let obstacle = obstacle(to: conversation)
    return BulkItem(
      conversation: conversation.id, text: filled.text, obstacle: obstacle,
      missing: filled.missing, unknown: filled.unknown,
      findings: obstacle == nil ? judge(filled.text, for: conversation) : [])
  }

  private func obstacle(to conversation: Conversation) -> BulkItem.Obstacle? {
    if conversation.shape == .publicThread { return .isPublic }
    guard let composer = composer(for: conversation.id) else { return nil }
    if composer.held != nil { return .isHeld }
    return composer.field.isEmpty ? nil : .hasDraft
  }

  /// Judges the messages of a review anew, because manners have come that it was made without.
  mutating func judgeReviewAnew() {
    guard case .bulk(var bulk)? = popup, bulk.stage != .writing else { return }
    for place in bulk.items.indices where bulk.items[place].obstacle == nil {
      let item = bulk.items[place]
      guard let conversation = bulk.conversations.first(where: { $0.id == item.conversation }) else {
        continue
      }
      let findings = judge(item.text, for: conversation)
      guard findings != item.findings else { continue }
      bulk.items[place].findings = findings
      bulk.isDrawn = false
    }
    popup = .bulk(bulk)
  }

  /// The last look at a text as a reply to the customer of a conversation.
  private func judge(_ text: String, for conversation: Conversation) -> [Finding] {
    var composer = Composer(for: conversation.shape, parent: nil)
    composer.replaceText(text)
    composer.seenUpTo = conversation.lastSettledEntry?.id
    return LastLook.sorted(
      LastLook.judge(
        draft(of: OpenConversation(conversation, composer: composer)),
        checks: checks(LastLook.standardChecks, for: conversation)) + unread(conversation))
  }

  private mutating func takeInReview(_ key: KeyPress, _ bulk: inout BulkReply) -> [Effect] {
    if closes(key) {
      bulk.stage = .writing
      bulk.field = ComposeField(bulk.template)
      fit(&bulk)
      return []
    }
    let layout = BulkLayout(bulk, in: self)
    switch key.code {
    case .enter: return hold(&bulk)
    case .up, .character("k"): layout.move(&bulk, down: false)
    case .down, .character("j"): layout.move(&bulk, down: true)
    case .pageUp: layout.page(&bulk, down: false)
    case .pageDown, .character(" "): layout.page(&bulk, down: true)
    case .home: layout.select(0, in: &bulk)
    case .end: layout.select(bulk.items.count - 1, in: &bulk)
    case .character("x"):
      guard bulk.items.indices.contains(bulk.selected) else { return [] }
      bulk.items[bulk.selected].isLeftOut.toggle()
      bulk.isDrawn = false
    case .character("e"):
      guard bulk.items.indices.contains(bulk.selected), bulk.items[bulk.selected].obstacle == nil else {
        return []
      }
      bulk.stage = .editing
      bulk.field = ComposeField(bulk.items[bulk.selected].text)
      fit(&bulk)
    default: break
    }
    return []
  }

  /// Takes the text that was written for one customer alone.
  private func keepEdited(_ bulk: inout BulkReply) {
    let text = bulk.field.text
    bulk.stage = .reviewing
    bulk.isDrawn = false
    guard text != bulk.items[bulk.selected].text else { return }
    bulk.items[bulk.selected].text = text
    bulk.items[bulk.selected].isEdited = true
    bulk.items[bulk.selected].missing = []
    bulk.items[bulk.selected].unknown = []
    bulk.items[bulk.selected].findings = judge(text, for: bulk.conversations[bulk.selected])
  }

  // MARK: Holding and sending

  /// Holds a reply for every customer who gets one: from here on each is a held reply like any other.
  private mutating func hold(_ bulk: inout BulkReply) -> [Effect] {
    // An Enter that was typed before the review was on the screen agrees to nothing.
    guard bulk.isDrawn, bulk.goingCount > 0 else { return [] }
    var waiting: Set<ConversationID> = []
    var edited: Set<ConversationID> = []
    for (item, conversation) in zip(bulk.items, bulk.conversations) where item.goes {
      // Something may have come back into its composer meanwhile.
      guard obstacle(to: conversation) == nil else { continue }
      let id = item.conversation
      if open?.conversation.id != id, parked[id] == nil {
        parked[id] = Composer(for: conversation.shape, parent: nil)
      }
      changeComposer(id) { composer in
        composer.becomeReply()
        composer.replaceText(item.text)
      }
      putOnHold(id, basedOn: conversation.version)
      waiting.insert(id)
      if item.isEdited { edited.insert(id) }
    }
    many.mailing = Mailing(
      template: bulk.template, waiting: waiting, edited: edited,
      summaries: bulk.summaries.filter { waiting.contains($0.id) })
    // Who is left out stays marked: they are still to be answered.
    for id in waiting { many.marks.remove(id) }
    popup = nil
    // The replies first: whoever dies between has them all, and the template besides.
    var effects = saveDrafts { _ in true }
    if parked[BulkReply.draftID] != nil {
      keepTemplate("")
      effects += saveDrafts { _ in true }
      parked[BulkReply.draftID] = nil
    }
    let until = now.adding(seconds: Int64(settings.holdSeconds))
    return effects
      + say(
        words(
          "mailing.held", SafeText(String(waiting.count)), takeBackKey,
          ClockText.clockWithSeconds(until, utcOffset)))
  }

  /// Whether replies of one batch can be taken back, and none that is before the eyes comes first.
  var canTakeBackMailing: Bool {
    guard let mailing = many.mailing else { return false }
    if let current = open, current.composer.held != nil, !mailing.waiting.contains(current.conversation.id) {
      return false
    }
    return heldReplies.contains { mailing.waiting.contains($0.conversation) && !$0.composer.isSending }
  }

  /// Takes all replies of a batch back that are not on their way: the template is kept, its customers are marked again.
  ///
  /// What was written for one customer alone goes into the composer of that conversation.
  mutating func takeBackMailing() -> [Effect] {
    guard let mailing = many.mailing else { return [] }
    var back: Set<ConversationID> = []
    for (id, composer) in heldReplies
    where mailing.waiting.contains(id) && !composer.isSending && !composer.isHeldStuck {
      back.insert(id)
      many.mailing?.waiting.remove(id)
      if mailing.edited.contains(id) {
        restoreHeld(id)
      } else {
        changeComposer(id) { composer in
          composer.held = nil
          composer.next = nil
          composer.sendNotBefore = nil
        }
      }
    }
    if many.mailing?.waiting.isEmpty == true { many.mailing = nil }
    keepTemplate(mailing.template)
    many.marks.add(mailing.summaries.filter { back.contains($0.id) })
    look = nil
    let effects = saveDrafts { _ in true }
    for id in back where parked[id]?.field.isEmpty == true { parked[id] = nil }
    return effects + focus(on: .queue)
      + say(
        words("mailing.takenBack", SafeText(String(back.count)), SafeText(keymap.label(for: .reply) ?? "")))
  }

  /// Notes what became of one reply of a batch; after the last one, what became of all.
  mutating func sumUpMailing(_ id: ConversationID, failure: SafeText?) {
    guard var mailing = many.mailing, mailing.waiting.remove(id) != nil else { return }
    if let failure {
      let who = mailing.summaries.first { $0.id == id }?.contactName ?? id.rawValue
      mailing.failures.append((SafeText(line: who) + SafeText(": ") + failure).string)
    } else {
      mailing.sentCount += 1
    }
    many.mailing = mailing.waiting.isEmpty ? nil : mailing
    let sent = SafeText(String(mailing.sentCount))
    if let first = mailing.failures.first {
      _ = say(
        words("mailing.partly", sent, SafeText(String(mailing.failures.count)), SafeText(first)),
        isError: true)
    } else if mailing.waiting.isEmpty {
      _ = say(words("mailing.sent", sent))
    } else {
      _ = say(words("mailing.sending", sent, SafeText(String(mailing.sentCount + mailing.waiting.count))))
    }
  }
}
