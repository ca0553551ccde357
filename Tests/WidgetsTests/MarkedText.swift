import Testing

@testable import Widgets

/// A text in which `|` stands for the cursor, as in "hel|lo".
extension ComposeField {
  init(marked: String, columns: Int = 80, height: Int = 10) {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(parts.joined(), columns: columns, height: height)
    moveCursor(to: parts[0].utf8.count)
  }

  var marked: String {
    let whole = text
    let place = whole.utf8.index(whole.startIndex, offsetBy: cursor)
    return String(whole[..<place]) + "|" + String(whole[place...])
  }
}

/// A table row: a marked text, what is done, the marked text after it.
struct EditCase: CustomTestStringConvertible, Sendable {
  var before: String
  var commands: [EditCommand]
  var after: String
  var columns = 80

  init(_ before: String, _ commands: EditCommand..., after: String, columns: Int = 80) {
    self.before = before
    self.commands = commands
    self.after = after
    self.columns = columns
  }

  var testDescription: String { "\(before) \(commands)" }

  /// The marked text that the commands lead to, in bytes: canonically equivalent texts differ.
  var result: [UInt8] {
    var field = ComposeField(marked: before, columns: columns)
    for command in commands { field.apply(command) }
    if let violation = field.firstInvariantViolation() { return Array(violation.utf8) }
    return Array(field.marked.utf8)
  }
}
