// Key presses as text: "Ctrl-K", "Alt-Enter", "Shift-Tab", "F2", "Space", "?".
//
// The order is Ctrl, Alt, Shift. With Ctrl or Alt a letter is written in upper case, whatever was
// typed, because that is what stands on the key; an upper-case letter that was typed with them is
// "Alt-Shift-N". A letter alone is what it is: "n" and "N" are two keys.

extension KeyPress {
  /// The text form, for people, config files and scripts; `init(named:)` reads it back.
  package var name: String {
    var rest = modifiers
    let key: String
    switch code {
    case .character(let character):
      key = Self.name(of: character, &rest)
    case .function(let number):
      key = "F\(number)"
    default:
      key = Self.codes.first { $0.code == code }?.name ?? "?"
    }
    return Self.prefixes.reduce(into: "") { text, prefix in
      if rest.contains(prefix.modifier) { text += prefix.name }
    } + key
  }

  /// Reads the text form; modifiers and named keys in any case and order.
  ///
  /// "Ctrl-k" and "Ctrl-K" are the same key. "Esc" is also "Escape", "Del" is "Delete", and so on.
  package init(named name: String) throws(KeyNameError) {
    guard !name.isEmpty else { throw .empty }
    var modifiers: KeyModifiers = []
    var rest = name[...]
    while let prefix = Self.prefixes.first(where: { Self.begins(rest, with: $0.name) }) {
      guard modifiers.insert(prefix.modifier).inserted else {
        throw .repeatedModifier(String(prefix.name.dropLast()))
      }
      rest = rest.dropFirst(prefix.name.count)
    }
    let lowered = rest.lowercased()
    if rest.count == 1, let character = rest.first {
      self = try Self.press(character, modifiers)
    } else if lowered == "space" {
      self.init(.character(" "), modifiers)
    } else if let known = Self.codes.first(where: { $0.name.lowercased() == lowered }) {
      self.init(known.code, modifiers)
    } else if let code = Self.synonyms[lowered] {
      self.init(code, modifiers)
    } else if let number = Self.functionNumber(lowered) {
      guard (1...24).contains(number) else { throw .noSuchFunctionKey(number) }
      self.init(.function(number), modifiers)
    } else {
      throw .unknownKey(String(rest))
    }
  }

  private static func functionNumber(_ lowered: String) -> Int? {
    guard lowered.first == "f", lowered.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(lowered.dropFirst())
  }

  private static func press(
    _ character: Character, _ modifiers: KeyModifiers
  ) throws(KeyNameError) -> KeyPress {
    guard !character.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    else { throw .unknownKey(String(character)) }
    if character == " " { return KeyPress(.character(character), modifiers) }
    var modifiers = modifiers
    let isShifted = modifiers.remove(.shift) != nil
    if isShifted {
      guard let upper = single(character.uppercased()), single(character.lowercased()) != upper else {
        throw .shiftedCharacter(character)
      }
      return KeyPress(.character(upper), modifiers)
    }
    guard !modifiers.isEmpty, let lower = single(character.lowercased()) else {
      return KeyPress(.character(character), modifiers)
    }
    return KeyPress(.character(lower), modifiers)
  }

  private static func name(of character: Character, _ modifiers: inout KeyModifiers) -> String {
    if character == " " { return "Space" }
    let hasChord = !modifiers.isDisjoint(with: [.control, .alt])
    guard let upper = single(character.uppercased()), let lower = single(character.lowercased()),
      upper != lower, single(upper.lowercased()) == lower
    else { return String(character) }
    if modifiers.contains(.shift) || hasChord && character == upper {
      modifiers.insert(.shift)
      return String(upper)
    }
    return hasChord ? String(upper) : String(character)
  }

  private static func single(_ text: String) -> Character? { text.count == 1 ? text.first : nil }

  /// Whether a modifier stands at the front with something behind it: "Ctrl--" is Ctrl with "-".
  private static func begins(_ text: Substring, with prefix: String) -> Bool {
    text.count > prefix.count && text.prefix(prefix.count).lowercased() == prefix.lowercased()
  }

  private static let prefixes: [(name: String, modifier: KeyModifiers)] = [
    ("Ctrl-", .control), ("Alt-", .alt), ("Shift-", .shift),
  ]

  private static let codes: [(name: String, code: KeyCode)] = [
    ("Enter", .enter), ("Tab", .tab), ("Esc", .escape), ("Backspace", .backspace), ("Delete", .delete),
    ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
    ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown),
  ]

  private static let synonyms: [String: KeyCode] = [
    "return": .enter, "escape": .escape, "del": .delete, "ins": .insert, "pgup": .pageUp, "pgdn": .pageDown,
  ]
}
