import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the outbox at what needs a person first, else at the oldest thing.
  mutating func showOutbox() -> [Effect] {
    look = nil
    remark = nil
    var view = OutboxPopup()
    view.selected = (outbox.items.first { $0.needsPerson } ?? outbox.items.first)?.intent.clientKey
    view.follow(outbox, height: OutboxView.listRows(in: self))
    popup = .outbox(view)
    return []
  }

  /// Asks for the conversations of the rows in sight whose customers have no name yet.
  mutating func askNames() -> [Effect] {
    guard case .outbox(let view) = popup else { return [] }
    var effects: [Effect] = []
    for row in view.cursor.visible where outbox.items.indices.contains(row) {
      let id = outbox.items[row].intent.conversation
      guard outbox.names[id] == nil, open?.conversation.id != id, !outbox.isUnknown(id),
        !queue.rows.contains(where: { $0.id == id }), outbox.asked.insert(id).inserted
      else { continue }
      effects.append(.ask(.end(of: id)))
    }
    return effects
  }

  /// Gives a key to the outbox.
  mutating func take(_ key: KeyPress, in view: inout OutboxPopup) -> [Effect] {
    remark = nil
    view.follow(outbox, height: OutboxView.listRows(in: self))
    let item = view.selected.flatMap { outbox[$0] }
    if let asked = view.isAsked {
      view.isAsked = nil
      popup = .outbox(view)
      return key == KeyPress(.character("y")) ? giveUp(asked) : []
    }
    if closes(key) {
      popup = nil
      return []
    }
    popup = .outbox(view)
    switch key.code {
    case .up, .character("k"): view.cursor.move(.up)
    case .down, .character("j"), .tab: view.cursor.move(.down)
    case .home: view.cursor.move(.home)
    case .end: view.cursor.move(.end)
    case .pageUp: view.offset = max(0, view.offset - OutboxView.page(in: self))
    case .pageDown, .character(" "):
      let last = OutboxView.lastOffset(of: view, in: self)
      view.offset = min(last, view.offset + OutboxView.page(in: self))
    default:
      guard let item, key.modifiers.isEmpty else { return [] }
      return act(on: item, key.code, &view)
    }
    view.select(in: outbox)
    popup = .outbox(view)
    return []
  }

  private mutating func act(on item: PendingIntent, _ key: KeyCode, _ view: inout OutboxPopup) -> [Effect] {
    switch key {
    case .enter: return open(item)
    case .character("r"): return retry(item)
    case .character("e"): return takeBack(item)
    case .character("d"):
      guard item.canBeGivenUp else { return say(words("outbox.onItsWay")) }
      guard outbox.leaving[item.intent.clientKey] == nil else { return say(words("outbox.isBack")) }
      view.isAsked = item.intent.clientKey
      popup = .outbox(view)
      return []
    default: return []
    }
  }

  /// Gives something up, if it is not under way by now.
  private mutating func giveUp(_ key: ClientKey) -> [Effect] {
    guard let item = outbox[key] else { return [] }
    guard item.canBeGivenUp else { return say(words("outbox.onItsWay"), isError: true) }
    return [.ask(.discard(key))]
  }

  /// Tries something again that has failed.
  ///
  /// After a conflict only with the conversation open: what is new must have been read.
  private mutating func retry(_ item: PendingIntent) -> [Effect] {
    guard outbox.leaving[item.intent.clientKey] == nil else { return say(words("outbox.isBack")) }
    guard item.canBeRetried else {
      return say(words(item.needsPerson ? "outbox.neverAgain" : "outbox.goesByItself"))
    }
    let seen = open.flatMap { $0.conversation.id == item.intent.conversation ? $0.conversation.version : nil }
    if case .failed(.conflict) = item.state, seen == nil { return say(words("outbox.readFirst")) }
    return [.ask(.retry(item.intent.clientKey, basedOn: seen))] + say(words("outbox.retried"))
  }

  /// Takes words back into the composer of their conversation.
  private mutating func takeBack(_ item: PendingIntent) -> [Effect] {
    guard outbox.leaving[item.intent.clientKey] == nil else { return say(words("outbox.isBack")) }
    guard item.canBeEdited else {
      return say(words(item.intent.reply == nil ? "outbox.noWords" : "outbox.onItsWay"))
    }
    popup = nil
    leaveTrail(to: item.intent.conversation)
    let effects = focus(on: .composer)
    return effects + wish(.edit, for: item)
  }

  /// Opens the conversation of something; what is new there is marked.
  private mutating func open(_ item: PendingIntent) -> [Effect] {
    let id = item.intent.conversation
    popup = nil
    leaveTrail(to: id)
    let effects = focus(on: .conversation)
    if case .failed(.conflict(let newer)) = item.state { noteConflict(newer, in: id) }
    guard open?.conversation.id != id else {
      stopOpening()
      return effects
    }
    return effects + ask(toOpen: id)
  }

  /// Notes from where one goes to another conversation: Esc goes back there.
  private mutating func leaveTrail(to id: ConversationID) {
    queue.isMovedByHand = true
    if let current = open, current.conversation.id != id {
      trail = trail.suffix(20) + [current.conversation.id]
    }
  }
}
