/// A line of a scenario.
struct ScenarioLine {
  enum Kind {
    case blank
    case heading(level: Int, String)
    case comment(String)
    /// `- text`, with its indentation in columns.
    case item(String, indent: Int)
    /// `> text`.
    case quote(String)
    /// Anything else, with its indentation.
    case text(String, indent: Int)
  }

  /// In the file, from 1.
  let number: Int
  let kind: Kind

  init(_ line: Substring, _ number: Int) {
    self.number = number
    let indent = line.prefix { $0 == " " }.count
    let text = line.trimmed
    if text.isEmpty {
      kind = .blank
    } else if text.hasPrefix("<!--"), text.hasSuffix("-->") {
      kind = .comment(text.dropFirst(4).dropLast(3).trimmed)
    } else if indent == 0, text.hasPrefix("#") {
      let marks = text.prefix { $0 == "#" }.count
      kind = .heading(level: marks, text.dropFirst(marks).trimmed)
    } else if text.hasPrefix("- ") || text.hasPrefix("* ") {
      kind = .item(text.dropFirst(2).trimmed, indent: indent)
    } else if text == "-" {
      kind = .item("", indent: indent)
    } else if text.hasPrefix(">") {
      kind = .quote(text.dropFirst().trimmed)
    } else {
      kind = .text(text, indent: indent)
    }
  }

  /// The lines of a file, whatever ends them.
  static func lines(_ text: String) -> [ScenarioLine] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .enumerated().map { ScenarioLine($1, $0 + 1) }
  }
}

/// A list item with the lines that belong to it.
struct ScenarioItem {
  /// In the file, from 1.
  let number: Int
  let indent: Int
  /// The item's own words.
  var text: String
  /// The indented lines below it, each by itself.
  var more: [String] = []

  /// The words before the first colon, in lower case, and those behind it with the lines below.
  var pair: (key: String, value: String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = ([text[text.index(after: colon)...].trimmed] + more).joined(separator: "\n").trimmed
    return (text[..<colon].trimmed, value)
  }
}
