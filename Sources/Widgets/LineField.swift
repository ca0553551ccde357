package import TextLayout

/// A field of one line, for filters and searches: the composer's editing, without its lines.
package struct LineField: Sendable, Hashable {
  /// The most UTF-8 bytes that a line may have.
  package static let byteLimit = 1_024

  private var field: ComposeField

  /// Makes a field with the cursor at the end of the text; line ends become blanks.
  package init(_ text: String = "") {
    // So wide that a line of `byteLimit` is never wrapped, whatever stands in it.
    field = ComposeField("", columns: 16 * Self.byteLimit, height: 1)
    apply(.paste(text))
  }

  /// The text.
  package var text: String { field.text }
  /// Whether there is no text at all, not even a space.
  package var isEmpty: Bool { field.isEmpty }

  /// Carries out a command; those that need several lines do nothing.
  ///
  /// What does not fit into `byteLimit` is left out.
  /// - Returns: whether the text is another one now.
  @discardableResult
  package mutating func apply(_ command: EditCommand) -> Bool {
    switch command {
    case .insert(let text): return put(text, EditCommand.insert)
    case .paste(let text): return put(text, EditCommand.paste)
    case .newline, .moveUp, .moveDown: return false
    default: return field.apply(command).isEdited
    }
  }

  private mutating func put(_ text: String, _ command: (String) -> EditCommand) -> Bool {
    let line = String(text.prefix(Self.byteLimit).map { $0.isNewline ? " " : $0 })
    guard field.byteCount + line.utf8.count <= Self.byteLimit else { return false }
    return field.apply(command(line)).isEdited
  }

  /// What is shown in so many columns, and the column of the cursor: the end of a long line, so that the cursor is seen.
  ///
  /// - Complexity: O(bytes²) when it does not fit, bounded by `byteLimit`.
  package func shown(columns: Int) -> (text: SafeText, cursor: Int) {
    let whole = field.text
    let cursor = whole.utf8.index(whole.startIndex, offsetBy: field.cursor)
    var start = whole.startIndex
    var before = SafeText(line: String(whole[..<cursor]))
    while start < cursor, before.columns > columns - 1 {
      start = whole.index(after: start)
      before = SafeText(line: String(whole[start..<cursor]))
    }
    return (SafeText(line: String(whole[start...])).truncated(to: max(0, columns)), before.columns)
  }
}
