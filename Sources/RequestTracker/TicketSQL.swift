import DeskModel

/// Writes searches in TicketSQL, in which nothing that comes from outside can end its quotes.
enum TicketSQL {
  /// A text as a literal.
  static func quoted(_ text: String) -> String {
    var result = "'"
    for character in text.unicodeScalars {
      if character == "'" || character == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(character)
    }
    return result + "'"
  }

  /// That a field has a value.
  static func equals(_ field: String, _ value: String) -> String { "\(field) = \(quoted(value))" }

  /// That a field holds a text, or a little more than that; nil where RT cannot say it.
  ///
  /// RT's `LIKE` knows wildcards, and does not find letters beyond ASCII on every database, so the longest run without
  /// either is looked for. What is found too much has to be dropped afterwards.
  static func holds(_ field: String, _ text: String) -> String? {
    let runs = text.unicodeScalars.split { character in
      !(0x20..<0x7F).contains(character.value) || "%_\\'\"".unicodeScalars.contains(character)
    }
    guard let run = runs.max(by: { $0.count < $1.count }) else { return nil }
    let words = String(String.UnicodeScalarView(run)).trimmed
    return words.isEmpty ? nil : "\(field) LIKE \(quoted(words))"
  }

  /// That all of these hold; nil for none.
  static func all(_ conditions: [String]) -> String? {
    conditions.isEmpty ? nil : conditions.map { "(\($0))" }.joined(separator: " AND ")
  }

  /// That one of these holds.
  static func any(_ conditions: [String]) -> String {
    conditions.map { "(\($0))" }.joined(separator: " OR ")
  }

  /// A moment as a literal, moved by more than any two time zones differ.
  ///
  /// RT reads moments in the zone of whoever asks, which the interface does not tell.
  static func moment(_ time: Timestamp, slack: TimeZoneSlack) -> String {
    let moved = time.adding(seconds: slack == .earlier ? -93_600 : 93_600)
    return quoted(RTDate.text(moved))
  }

  /// The side to which a moment is moved, so that nothing is missed.
  enum TimeZoneSlack: Sendable, Hashable { case earlier, later }

  /// Whether a text looks like TicketSQL rather than like words: a field, an operator, a value.
  static func isQuery(_ text: String) -> Bool {
    let pattern =
      /^\s*\(*\s*[A-Za-z][\w.]*(\{[^}]*\})?\s*(=|!=|<|>|\b(?i:NOT\s+)?(?i:LIKE|IS|STARTSWITH|ENDSWITH)\b)/
    return text.firstMatch(of: pattern) != nil
  }
}
