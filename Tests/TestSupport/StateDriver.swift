package import ConsoleCore
package import DeskLink
package import DeskModel
package import ScreenKit
import TextLayout

/// A console without a loop and without a desk: actions go in, effects come out, and the desk answers only
/// what a test says.
///
/// For looking at one step of the reducer at a time.
package struct StateDriver {
  /// The state after the last step.
  package var state: AppState
  /// Whether a test itself says when a held reply is on disk.
  package var isDiskSlow = false

  /// Makes a console with a conversation open, the keys in `focus`; nothing is open without one.
  ///
  /// Unless `hasSettled` is false, colleagues have been told that it is being read.
  package init(
    _ conversation: Conversation? = nil, size: Size = Size(columns: 120, rows: 40), holdSeconds: Int = 8,
    focus: Pane = .composer, hasSettled: Bool = true
  ) throws {
    state = try Fixtures.state(size: size, holdSeconds: holdSeconds)
    if let conversation {
      open(conversation)
      if hasSettled {
        state.together.readingDue = nil
        state.together.announced = .init(conversation.id, .reading)
      }
    }
    state.focus = focus
    // Fits the composer to the pane.
    take(.tick(state.now))
  }

  /// Takes one step.
  ///
  /// A held reply that is to be written counts as written at once, unless `isDiskSlow`; a text that is to be looked at is
  /// looked at on the spot, which is no effect here.
  @discardableResult
  package mutating func take(_ action: Action) -> [Effect] {
    var effects = reduce(&state, action)
    for case .judge(let judgement) in effects { _ = reduce(&state, .judged(judgement.findings())) }
    effects.removeAll { if case .judge = $0 { true } else { false } }
    for draft in effects.drafts where !isDiskSlow {
      guard let held = draft.held else { continue }
      effects += take(.draftWritten(draft.conversation, held: held.clientKey, error: nil))
    }
    for case .keepDraft(let draft, let keys) in effects where !isDiskSlow {
      effects += take(.draftKept(draft.conversation, keys, error: nil))
    }
    return effects
  }

  /// Presses keys, named as in the config and parted by blanks.
  @discardableResult
  package mutating func press(_ names: String) throws -> [Effect] {
    try names.split(separator: " ").flatMap { name in
      // Each key comes by itself, after the screen was drawn.
      state.look?.isDrawn = true
      return take(.input(.key(try KeyPress(named: String(name)))))
    }
  }

  /// Types a text, character by character.
  @discardableResult
  package mutating func type(_ text: String) -> [Effect] {
    text.flatMap { take(.input(.key(KeyPress(.character($0))))) }
  }

  /// Lets time pass at once.
  @discardableResult
  package mutating func wait(milliseconds: Int64) -> [Effect] {
    take(.tick(Timestamp(milliseconds: state.now.milliseconds + milliseconds)))
  }

  /// Opens a conversation as if the desk had just answered.
  @discardableResult
  package mutating func open(_ conversation: Conversation) -> [Effect] {
    state.opening = conversation.id
    return update(conversation)
  }

  /// Tells the present state of a conversation, as after a notice.
  @discardableResult
  package mutating func update(_ conversation: Conversation) -> [Effect] {
    take(.answered(.conversation(conversation.id), .success(.conversation(conversation))))
  }

  /// Answers the one intent among effects.
  @discardableResult
  package mutating func answer(_ effects: [Effect], _ outcome: Outcome) -> [Effect] {
    effects.intents.flatMap { take(.answered(.apply($0), .success(.outcome(outcome)))) }
  }

  /// Lets the one intent among effects fail.
  @discardableResult
  package mutating func fail(_ effects: [Effect], _ error: DeskError) -> [Effect] {
    effects.intents.flatMap { take(.answered(.apply($0), .failure(error))) }
  }

  /// Writes a text and lets it be held; warnings and the public are confirmed.
  package mutating func hold(_ text: String) throws {
    type(text)
    try press("Enter")
    if state.look != nil { try press("Enter") }
  }

  /// Lets the hold run out.
  ///
  /// - Returns: what is asked of the desk.
  package mutating func sendHeld() -> [Effect] {
    wait(milliseconds: Int64(state.settings.holdSeconds) * 1_000)
  }

  /// The composer in front of the person.
  package var composer: Composer? { state.open?.composer }
  /// The text in front of the person.
  package var text: String {
    state.open.map { $0.composer.stored(for: $0.conversation.id, at: state.now).text } ?? "(nothing open)"
  }
  /// The bottom line's remark.
  package var remark: String { state.remark?.text.string ?? "" }
}

extension [Effect] {
  /// What is asked of the desk.
  package var requests: [DeskRequest] {
    compactMap { if case .ask(let request) = $0 { request } else { nil } }
  }

  /// The wishes among them.
  package var intents: [Intent] {
    requests.compactMap { if case .apply(let intent) = $0 { intent } else { nil } }
  }

  /// The drafts that are written.
  package var drafts: [StoredDraft] {
    compactMap { effect in
      switch effect {
      case .saveDraft(let draft), .keepDraft(let draft, _): draft
      default: nil
      }
    }
  }
}
