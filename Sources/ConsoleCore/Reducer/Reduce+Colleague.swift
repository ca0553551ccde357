import DeskModel
package import Rehearsals
import ScreenKit
import TextLayout
import Widgets

/// A rehearsal in which a colleague plays the customer, from a second terminal on the same desk.
extension AppState {
  /// Makes the console the room of one of the two who play; its desk must hold the rehearsal's conversations.
  ///
  /// The colleague begins with the card of what to want and hide.
  package mutating func enter(_ rehearsal: Rehearsal, seat: RehearsalRoom.Seat) {
    enter(rehearsal)
    self.rehearsal = RehearsalRoom(rehearsal, seat: seat)
    guard seat == .customer else { return }
    popup = .rehearsal(RehearsalPopup(.card))
    focus = .composer
  }

  /// Whether the person here plays the customer.
  package var isCustomer: Bool { rehearsal?.seat == .customer }

  /// Lets the story have what has come to stand in the conversation.
  ///
  /// After a restart that is everything that was said before, as soon as it can be judged.
  mutating func followColleague() -> [Effect] {
    guard var room = rehearsal, room.rehearsal.customer == .colleague, let current = open,
      current.conversation.id == RehearsalStage.id
    else { return [] }
    let entries = current.conversation.entries
    let isCatchingUp = room.seat == .agent && !room.isCaughtUp
    if isCatchingUp, entries.contains(where: isMine), !reads(current) { return [] }
    room.isCaughtUp = true
    for (place, entry) in entries.enumerated() where !room.known.contains(entry.id) {
      let at = entry.at.milliseconds
      if entry.id.rawValue.hasPrefix(RehearsalStage.saidPrefix) {
        room.rehearsal.take(customerLine: entry.text, at: at)
      } else if let ending = Self.ending(entry) {
        room.rehearsal.end(ending, at: at)
        // None of the endings: the colleague has broken it off.
        room.isBrokenOff = room.rehearsal.ending == nil
      } else if isCatchingUp, isMine(entry) {
        let facts = facts(
          of: entry.text, after: entries[..<place], in: current, usesAnswer: !entry.templates.isEmpty)
        room.rehearsal.take(facts, at: at)
      } else {
        continue
      }
      room.known.insert(entry.id)
    }
    guard room != rehearsal else { return [] }
    rehearsal = room
    revision.advance()
    if room.seat == .customer {
      let isOver = room.rehearsal.ending != nil || room.isBrokenOff
      return isOver ? say(words("rehearsal.colleague.over")) : []
    }
    if room.isBrokenOff, !room.isDebriefed, popup == nil {
      rehearsal?.isDebriefed = true
      popup = .rehearsal(RehearsalPopup(.ending))
      look = nil
    }
    return playCustomer()
  }

  private static func ending(_ entry: Entry) -> Int? {
    guard entry.kind == .event, entry.id.rawValue.hasPrefix(RehearsalStage.endingPrefix) else { return nil }
    return Int(entry.id.rawValue.dropFirst(RehearsalStage.endingPrefix.count))
  }

  private func isMine(_ entry: Entry) -> Bool {
    entry.author.kind == .agent && entry.author.id == settings.me.id.rawValue && entry.kind != .note
      && entry.audience != .internal
  }

  /// Whether a reply in the conversation can be judged: what its customer's manners are is known.
  private func reads(_ current: OpenConversation) -> Bool {
    manners.known[Self.locale(of: current.conversation)] != nil
  }

  // MARK: - The colleague

  /// Enter of the colleague who plays the customer: it is said at once, as it stands.
  mutating func sayAsCustomer() -> [Effect] {
    guard let current = open, let room = rehearsal, current.conversation.id == RehearsalStage.id else {
      return say(words("composer.nothingOpen"))
    }
    let text = current.composer.field.text
    guard text.contains(where: { !$0.isWhitespace }) else { return say(words("rehearsal.colleague.nothing")) }
    let standing = current.conversation.entries.compactMap { entry in
      entry.id.rawValue.hasPrefix(RehearsalStage.saidPrefix)
        ? Int(entry.id.rawValue.dropFirst(RehearsalStage.saidPrefix.count)) : nil
    }
    // What was said a moment ago may not stand there yet.
    let number = max((standing.max() ?? -1) + 1, room.saidCount)
    rehearsal?.saidCount = number + 1
    changeComposer(current.conversation.id) { $0.replaceText("") }
    return [.sayAsCustomer(text, number: number)]
  }

  /// Says why the desk of the rehearsal does not have something; the words are given back.
  mutating func takeFailed(_ failure: ToolFailure, line: String?) -> [Effect] {
    if let line {
      changeComposer(RehearsalStage.id) { composer in
        let written = composer.field.text
        composer.replaceText(written.isEmpty ? line : line + "\n" + written)
      }
    }
    let key = reading == nil ? "rehearsal.colleague.failed" : "reading.failed"
    return say(words(key, sentence(for: failure)), isError: true)
  }

  /// Gives a key to the card.
  mutating func takeInCard(_ key: KeyPress, _ popup: inout RehearsalPopup) -> [Effect] {
    if closes(key) || key.code == .enter {
      self.popup = nil
      return say(words("rehearsal.card.later", SafeText(keymap.label(for: .rehearsal) ?? "")))
    }
    if key.code == .character(Character(words("rehearsal.menu.end.key").string)) {
      self.popup = .rehearsal(RehearsalPopup(.endings))
      return []
    }
    scroll(key, &popup)
    self.popup = .rehearsal(popup)
    return []
  }

  /// Gives a key to the list of endings.
  mutating func takeInEndings(_ key: KeyPress, _ popup: inout RehearsalPopup) -> [Effect] {
    guard let room = rehearsal else { return [] }
    let endings = room.rehearsal.scenario.endings
    // The last row: none of them.
    let count = endings.count + 1
    if closes(key) {
      self.popup = nil
      return []
    }
    switch key.code {
    case .up: popup.selected = (popup.selected + count - 1) % count
    case .down, .tab: popup.selected = (popup.selected + 1) % count
    case .enter: return end(with: popup.selected)
    default: break
    }
    self.popup = .rehearsal(popup)
    return []
  }

  private mutating func end(with place: Int) -> [Effect] {
    guard let endings = rehearsal?.rehearsal.scenario.endings else { return [] }
    popup = nil
    let name =
      endings.indices.contains(place) ? SafeText(line: endings[place].name) : words("rehearsal.endings.none")
    let effects: [Effect] = [.endRehearsal(place, words("rehearsal.colleague.ended", name))]
    if isCustomer { return effects + say(words("rehearsal.colleague.over")) }
    let time = now.milliseconds
    rehearsal?.rehearsal.end(place, at: time)
    rehearsal?.known.insert(EntryID(RehearsalStage.endingPrefix + String(place)))
    rehearsal?.isDebriefed = true
    popup = .rehearsal(RehearsalPopup(.ending))
    return effects
  }
}
