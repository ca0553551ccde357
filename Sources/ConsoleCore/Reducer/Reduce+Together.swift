import DeskLink
import DeskModel
import Rehearsals
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Colleagues and second consoles of our own at a conversation, whoever writes first.
  func others(at id: ConversationID) -> [Presence] {
    presences.filter { $0.conversation == id }
      .sorted { left, right in
        if left.activity != right.activity { return left.activity == .writing }
        return left.agent.name < right.agent.name
      }
  }

  /// Names of colleagues who are writing an answer to a conversation.
  func writers(at id: ConversationID) -> [String] {
    others(at: id).filter {
      $0.activity == .writing && $0.agent.id != settings.me.id && !isPlayedCustomer($0.agent)
    }.map(\.agent.name)
  }

  /// Whether somebody is the colleague who plays the customer: no colleague then, and no reason to wait.
  private func isPlayedCustomer(_ agent: Agent) -> Bool {
    rehearsal?.rehearsal.customer == .colleague && agent.id == RehearsalStage.customerAgent
  }

  /// Notes a key in the composer: from the first one on we are writing, until nothing is left of the text.
  mutating func noteWriting(isEmpty: Bool) {
    together.writingEnds = isEmpty ? nil : now.adding(seconds: Together.writingPause)
  }

  /// Tells colleagues where we are and what we do there, when that has changed.
  mutating func announce() -> [Effect] {
    guard !isQuitting else { return leave() }
    if together.conversation != open?.conversation.id {
      together.conversation = open?.conversation.id
      together.readingDue = open == nil ? nil : now.adding(seconds: Together.readingDelay)
      together.writingEnds = nil
    }
    if let ends = together.writingEnds, ends <= now || open?.composer.field.isEmpty ?? true {
      together.writingEnds = nil
    }
    if let due = together.readingDue, due <= now || together.writingEnds != nil { together.readingDue = nil }
    guard let here = open?.conversation.id else { return leave() }
    guard together.readingDue == nil else { return [] }
    return tell(.init(here, together.writingEnds == nil ? .reading : .writing, holding: heldVariants))
  }

  /// The variants in the open reply, and in the one of this conversation that has not gone out yet.
  private var heldVariants: [String] {
    guard let composer = open?.composer else { return [] }
    var held = composer.heldOffers.map(\.variant.description)
    if !composer.field.isEmpty { held += composer.offers.map(\.variant.description) }
    return held
  }

  private mutating func leave() -> [Effect] {
    guard together.announced != nil else { return [] }
    together.announced = nil
    return [.ask(.announce(nil, .reading))]
  }

  private mutating func tell(_ announcement: Together.Announcement) -> [Effect] {
    guard together.announced != announcement else { return [] }
    together.announced = announcement
    return [
      .ask(.announce(announcement.conversation, announcement.activity, holding: announcement.holding))
    ]
  }

  /// Notes which entries have stopped a reply: the first of them is shown as soon as it is here.
  mutating func noteConflict(_ newer: [Entry], in id: ConversationID) {
    guard let first = newer.first else { return }
    together.conflicts[id] = first.id
    if open?.conversation.id == id { isOpenStale = true }
    revealConflict()
  }

  /// Brings the first entry that stopped a reply into sight and marks it as new.
  mutating func revealConflict() {
    guard let current = open, let id = together.conflicts[current.conversation.id],
      let place = current.places[id]
    else { return }
    together.conflicts[current.conversation.id] = nil
    open?.newFrom = id
    // In public the pane shows a branch: what stands elsewhere in the tree is found in the thread pane.
    if let item = current.items.firstIndex(of: .entry(place)) {
      open?.selectedItem = item
      open?.scroll = .at(item: item, row: 0)
    }
    if let row = current.threadRows.firstIndex(where: { row in
      if case .entry(place, _, _, _) = row { true } else { false }
    }) {
      open?.threadCursor.select(row)
    }
  }
}
