import DeskModel
import Rehearsals
import ScreenKit
import TextLayout

/// Reading a dialogue aloud by roles: its lines come one by one and cannot be changed; notes are kept at them.
extension AppState {
  /// Makes the console the room in which a dialogue is read; its desk must hold the conversation `RoleReading.id`.
  package mutating func enter(_ room: ReadingRoom) {
    reading = room
    focus = .conversation
  }

  /// How many lines are on the screens.
  var readingPosition: Int {
    guard let current = open, current.conversation.id == RoleReading.id else { return 0 }
    return RoleReading.position(in: current.conversation)
  }

  /// The line that comes next; nil when all were read.
  var nextReadingLine: RoleReading.Line? {
    guard let lines = reading?.reading.lines else { return nil }
    let position = readingPosition
    return lines.indices.contains(position) ? lines[position] : nil
  }

  /// Lets the voice read what has come since it last spoke.
  mutating func followReading() -> [Effect] {
    guard let room = reading, let current = open, current.conversation.id == RoleReading.id else { return [] }
    let position = readingPosition
    guard position != room.spoken else { return [] }
    reading?.spoken = position
    revision.advance()
    guard room.isAloud, let before = room.spoken, position > before, position <= room.reading.lines.count
    else {
      return []
    }
    return [.speak(spoken(position - 1))]
  }

  private func spoken(_ number: Int) -> SpokenLine? {
    guard let room = reading, room.reading.lines.indices.contains(number) else { return nil }
    let line = room.reading.lines[number]
    return SpokenLine(text: line.entry.text, role: line.role, locale: openLocale)
  }

  /// Takes a key of the reading; nil for one that means what it means everywhere.
  mutating func takeInReading(_ key: KeyPress) -> [Effect]? {
    guard reading != nil, focus != .composer, key.modifiers.isEmpty else { return nil }
    switch key.code {
    case .enter, .character(" "), .right: return readOn()
    case .character(words("reading.voice.key").string.first ?? "v"): return switchVoice()
    case .character(words("reading.again.key").string.first ?? "w"): return sayAgain()
    default: return nil
    }
  }

  private mutating func readOn() -> [Effect] {
    guard let room = reading, open?.conversation.id == RoleReading.id else {
      return say(words("composer.nothingOpen"))
    }
    guard let next = nextReadingLine else { return say(words("reading.over")) }
    // The other reader turns the page for their own lines, as long as there is another one.
    if let role = room.role, role != next.role, !others(at: RoleReading.id).isEmpty {
      return say(words("reading.othersTurn", words("reading.role.\(next.role.rawValue)")))
    }
    remark = nil
    focus = .conversation
    open?.scroll = .following
    return [.showLine(readingPosition)]
  }

  private mutating func switchVoice() -> [Effect] {
    guard let room = reading else { return [] }
    reading?.isAloud = !room.isAloud
    return (room.isAloud ? [.speak(nil)] : []) + say(words(room.isAloud ? "reading.silent" : "reading.aloud"))
  }

  /// Has the last line read once more, by the voice.
  private mutating func sayAgain() -> [Effect] {
    guard let line = spoken(readingPosition - 1) else { return say(words("reading.nothingYet")) }
    return [.speak(line)]
  }

  /// Says why no voice is heard.
  mutating func takeVoiceFailure(_ failure: ToolFailure) -> [Effect] {
    reading?.isAloud = false
    let sentence =
      failure == .unavailable
      ? words("reading.noVoice") : words("reading.voiceFailed", sentence(for: failure))
    return say(sentence, isError: true)
  }
}
