package import ScreenKit

/// Which key does what, and where.
package struct Keymap: Sendable, Hashable {
  /// Why keys from a config cannot be used.
  package enum Problem: Error, Sendable, Hashable {
    /// No command has this name.
    case unknownCommand(String)
    /// This is not a key's name.
    case unknownKey(String, command: String)
    /// Two commands would have one key in one place.
    case clash(key: String, Command, Command)
    /// The key never arrives: screen, tmux or flow control take it.
    case reserved(key: String, command: String)
  }

  /// Keys that never reach a program everywhere, or that mean something else to the terminal.
  package static let reservedKeys = ["Ctrl-A", "Ctrl-B", "Ctrl-S", "Ctrl-Q"]

  private var byContext: [CommandContext: [KeyPress: Command]] = [:]
  private var labels: [Command: [String]] = [:]
  /// The same as `byContext`, for the two places where keys are pressed.
  private var whileTyping: [KeyPress: Command] = [:]
  private var inPanes: [KeyPress: Command] = [:]
  /// Whether a character without Ctrl or Alt means something while typing.
  package private(set) var bindsCharacters = false

  /// Makes the keymap of the table, with some commands' keys replaced.
  ///
  /// - Parameter overrides: Keys by command name; an empty list takes a command off the keyboard.
  /// - Throws: the first problem found, commands in the order of the table.
  package init(overrides: [String: [String]] = [:]) throws(Problem) {
    for name in overrides.keys.sorted() where Command(rawValue: name) == nil {
      throw .unknownCommand(name)
    }
    for row in CommandTable.rows {
      let override = overrides[row.command.rawValue]
      for name in override ?? row.keys {
        try add(name, row.command, row.context, isOverride: override != nil)
      }
      labels[row.command] = override ?? row.keys
    }
    for alias in CommandTable.letterAliases where overrides[alias.command.rawValue] == nil {
      try add(alias.key, alias.command, .panes, isOverride: false)
    }
    whileTyping = merged([.composer, .everywhere])
    inPanes = merged([.panes, .rows, .everywhere])
    bindsCharacters = whileTyping.keys.contains { key in
      if case .character = key.code { key.modifiers.isEmpty } else { false }
    }
  }

  private mutating func add(
    _ name: String, _ command: Command, _ context: CommandContext, isOverride: Bool
  ) throws(Problem) {
    guard let key = try? KeyPress(named: name) else {
      throw .unknownKey(name, command: command.rawValue)
    }
    if isOverride, Self.reservedKeys.contains(key.name) {
      throw .reserved(key: name, command: command.rawValue)
    }
    for place in Self.contexts(beside: context) {
      if let other = byContext[place]?[key], other != command { throw .clash(key: name, other, command) }
    }
    byContext[context, default: [:]][key] = command
  }

  /// The contexts in which a key of `context` could hide another command, itself included.
  private static func contexts(beside context: CommandContext) -> [CommandContext] {
    switch context {
    case .everywhere: CommandContext.allCases
    case .composer: [.composer, .everywhere]
    case .panes, .rows: [.panes, .rows, .everywhere]
    // What a key does in the queue alone may hide what it does in every pane: Space marks there.
    case .queue: [.queue, .everywhere]
    }
  }

  /// The command of a key in a pane; nil when it has none there.
  package func command(for key: KeyPress, in pane: Pane) -> Command? {
    if pane == .queue, let command = byContext[.queue]?[key] { return command }
    return command(for: key, isTyping: pane == .composer)
  }

  /// The command of a key in the composer (`isTyping`) or in a pane of rows; nil when it has none there.
  package func command(for key: KeyPress, isTyping: Bool) -> Command? {
    isTyping ? whileTyping[key] : inPanes[key]
  }

  private func merged(_ contexts: [CommandContext]) -> [KeyPress: Command] {
    contexts.reduce(into: [:]) { all, context in
      all.merge(byContext[context] ?? [:]) { first, _ in first }
    }
  }

  /// The key that is shown for a command; nil when it has none.
  package func label(for command: Command) -> String? { labels[command]?.first }

  /// All keys of a command, the one that is shown first.
  package func names(for command: Command) -> [String] { labels[command] ?? [] }
}
