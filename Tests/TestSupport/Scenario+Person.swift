import ConsoleCore
package import DeskModel

extension Scenario {
  /// Presses keys, named as in the config and parted by blanks.
  package mutating func presses(_ keys: String) throws { try play("key \(keys)") }

  /// Types one line of text.
  package mutating func types(_ text: String) throws { try play("type \(text)") }

  /// Lets time pass: `8s`, `300ms`.
  package mutating func waits(_ time: String) throws { try play("wait \(time)") }

  /// Runs a command from the palette, as somebody does who knows a part of its title.
  package mutating func runsFromPalette(_ part: String) throws {
    try play("key Ctrl-K\ntype \(part)\nkey Enter")
  }

  /// Goes down in the queue, all conversations shown, until a conversation is open.
  ///
  /// - Returns: whether it was found.
  package mutating func finds(_ id: ConversationID) throws -> Bool {
    try presses("Esc Esc Esc Q 3 Home")
    for _ in 0..<20 where state.open?.conversation.id != id { try presses("Down") }
    return state.open?.conversation.id == id
  }

  /// What the desk was asked to say, in order.
  package var said: [SaidText] {
    desk.intents.compactMap { intent in
      guard case .say(let text, let kind, let audience, let parent, _) = intent.action else { return nil }
      return SaidText(
        conversation: intent.conversation, text: text, kind: kind, audience: audience, parent: parent)
    }
  }
}

/// Something that the desk was asked to say.
package struct SaidText: Sendable, Hashable {
  /// Where.
  package var conversation: ConversationID
  /// What.
  package var text: String
  /// As what.
  package var kind: EntryKind
  /// To whom.
  package var audience: Audience
  /// In answer to what.
  package var parent: EntryID?

  /// Makes one.
  package init(
    conversation: ConversationID, text: String, kind: EntryKind = .message, audience: Audience = .customer,
    parent: EntryID? = nil
  ) {
    self.conversation = conversation
    self.text = text
    self.kind = kind
    self.audience = audience
    self.parent = parent
  }
}
