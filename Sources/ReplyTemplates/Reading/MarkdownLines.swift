/// A line of a Markdown file as the readers here see it.
enum MarkdownLine: Equatable {
  case heading(level: Int, text: String)
  case item(String)
  case comment(String)
  case blank
  case text(String)

  /// Reads a line without its line end.
  init(_ line: some StringProtocol) {
    let trimmed = line.trimmed
    if trimmed.isEmpty {
      self = .blank
    } else if line.hasPrefix("#"), let level = Self.level(line) {
      self = .heading(level: level, text: String(line.dropFirst(level)).trimmed)
    } else if trimmed.hasPrefix("<!--"), trimmed.hasSuffix("-->"), trimmed.utf8.count >= 7 {
      self = .comment(String(trimmed.dropFirst(4).dropLast(3)).trimmed)
    } else if line.hasPrefix("- ") || line.hasPrefix("* ") {
      self = .item(String(line.dropFirst(2)).trimmed)
    } else {
      self = .text(String(line))
    }
  }

  /// One or two marks with a blank, or with nothing, behind them; three and more are text.
  private static func level(_ line: some StringProtocol) -> Int? {
    let marks = line.prefix { $0 == "#" }.count
    let next = line.dropFirst(marks).first
    return marks <= 2 && (next == nil || next == " ") ? marks : nil
  }
}

/// The lines of a file, numbered from 1, without line ends and without a byte order mark.
struct MarkdownLines {
  let lines: [Substring]

  init(_ text: String) {
    let content = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    lines = content.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }
}

/// `key: value` pairs of a comment, with semicolons between them.
struct CommentPairs {
  let pairs: [(key: String, value: String)]

  init(_ comment: String) {
    pairs = comment.split(separator: ";").compactMap { part in
      let text = part.trimmed
      guard !text.isEmpty else { return nil }
      guard let colon = text.firstIndex(of: ":") else { return (text, "") }
      return (text[..<colon].trimmed.lowercased(), text[text.index(after: colon)...].trimmed)
    }
  }
}
