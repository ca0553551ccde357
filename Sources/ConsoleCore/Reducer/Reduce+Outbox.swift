import DeskLink
package import DeskModel
import ScreenKit
package import TextLayout
import Widgets

extension AppState {
  // MARK: What desks tell

  /// Takes what is on its way and what has failed: what failed is told, and its words come back where they can.
  mutating func take(outbox told: [PendingIntent]) -> [Effect] {
    let failed = outbox.take(told)
    var effects = noteGivenUp()
    if case .outbox(var view)? = popup {
      view.follow(outbox, height: OutboxView.listRows(in: self))
      popup = .outbox(view)
    }
    // What everybody reads by mistake is told last: that remark stays.
    let isLoud = { (item: PendingIntent) in
      if case .failed(.wrongAudience) = item.state { true } else { false }
    }
    for item in failed.filter({ !isLoud($0) }) + failed.filter(isLoud) {
      effects += takeFailed(item)
    }
    return effects
  }

  /// Tells something that needs a person, and brings its words back if it can.
  ///
  /// Whoever still waits for the desk's answer to it hears of it from that.
  mutating func takeFailed(_ item: PendingIntent) -> [Effect] {
    let key = item.intent.clientKey
    let isHeld = composer(for: item.intent.conversation)?.held?.clientKey == key
    if isHeld || pendingActs[key] != nil { return [] }
    let comesBack = item.intent.reply != nil && Self.comesBackByItself(item.state)
    return wish(comesBack ? .comeBack : .tell, for: item)
  }

  /// Takes which desks are there.
  mutating func take(desks told: [DeskStatus]) -> [Effect] {
    for change in desks.take(told) where remark?.isError != true {
      switch change {
      case .isRead(let name): _ = say(words("desk.isRead", SafeText(line: name)))
      case .isBack(let name):
        let waiting = outbox.counts.answers
        let back = words("desk.isBack", SafeText(line: name))
        _ = say(waiting == 0 ? back : back + SafeText(" ") + words.counted("desk.goesNow", waiting))
      }
    }
    followViews()
    return []
  }

  private static func comesBackByItself(_ state: PendingState) -> Bool {
    switch state {
    case .failed(.conflict), .failed(.refused): true
    default: false
    }
  }

  // MARK: When the conversation is here

  /// Does something about an item as soon as its conversation is here; now if it is.
  mutating func wish(_ wish: PendingWork.Wish, for item: PendingIntent) -> [Effect] {
    let id = item.intent.conversation
    outbox.wishes[id, default: [:]][item.intent.clientKey] = wish
    if let conversation = open?.conversation, conversation.id == id {
      return fulfilWishes(for: id, conversation)
    }
    guard outbox.asked.insert(id).inserted || wish == .edit else { return [] }
    return wish == .edit ? ask(toOpen: id) : [.ask(.end(of: id))]
  }

  /// Does what waited for a conversation, which may not be to be had.
  mutating func fulfilWishes(for id: ConversationID, _ conversation: Conversation?) -> [Effect] {
    guard outbox.asked.contains(id) || outbox.wishes[id] != nil else { return [] }
    outbox.asked.remove(id)
    if let conversation {
      outbox.note(conversation.contact.displayName, of: id)
    } else {
      outbox.noteUnknown(id)
    }
    guard let wishes = outbox.wishes.removeValue(forKey: id) else { return [] }
    var effects: [Effect] = []
    for item in outbox.items {
      switch wishes[item.intent.clientKey] {
      case .tell: effects += tellFailure(of: item)
      case .comeBack: effects += bringBack(item, to: conversation)
      case .edit: effects += edit(item, in: conversation)
      case nil: break
      }
    }
    return effects
  }

  /// Whether an answer about a conversation was asked for on account of the outbox alone.
  func isForOutboxAlone(_ id: ConversationID) -> Bool { outbox.asked.contains(id) && opening != id }

  /// The customer of something in the outbox, or the conversation's id.
  package func outboxName(of id: ConversationID) -> SafeText {
    if let open, open.conversation.id == id { return SafeText(line: open.conversation.contact.displayName) }
    let row = queue.rows.first { $0.id == id }?.contactName
    return SafeText(line: outbox.names[id] ?? row ?? id.rawValue)
  }

  /// Says that something needs a person, and where it is.
  mutating func tellFailure(of item: PendingIntent) -> [Effect] {
    let name = outboxName(of: item.intent.conversation)
    return say(words("outbox.told", name, OutboxText.sentence(item, self), outboxKey), isError: true)
  }

  /// The key that shows the outbox; its name for who has taken the key off.
  var outboxKey: SafeText { keymap.label(for: .outbox).map { SafeText($0) } ?? words("command.outbox") }
}
