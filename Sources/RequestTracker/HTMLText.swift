/// Makes text that a person can read from HTML of a mail; nothing that it refers to is fetched or run.
///
/// Paragraphs become lines, quotations get `> `, lists their marks, rows of tables one line each, links their address
/// when it is not their text. Scripts, styles and what stands in the head are left out. HTML that is broken gives what
/// can be read of it.
package struct HTMLText: Sendable {
  /// Quotations and lists deeper than this are not set in further.
  static let depthLimit = 20

  private enum List: Sendable { case bullets, numbers(Int) }

  private var output = ""
  /// What stands at the beginning of each line.
  private var indents: [String] = []
  private var lists: [List] = []
  /// Addresses of the links that are open, and where their texts begin, in UTF-8 bytes from 0.
  private var links: [(address: String, start: Int)] = []
  private var preformatted = 0
  /// Line ends that are due before the next text.
  private var pendingLines = 0
  private var needsSpace = false
  private var isAtLineStart = true
  /// A mark such as `- ` that stands in the place of the innermost indent of the next line.
  private var pendingMark: String?
  private var cellsInRow = 0
  /// In how many quotations the last line stood.
  private var lastDepth = 0

  private static let quote = "> "

  private init() {}

  /// The text of a piece of HTML, without white space at either end.
  ///
  /// - Complexity: O(bytes).
  package static func text(_ html: String) -> String {
    var state = HTMLText()
    var reader = HTMLTokenizer(html)
    while let token = reader.next() {
      switch token {
      case .text(let text): state.add(text)
      case .begin(let name, let attributes): state.begin(name, attributes)
      case .end(let name): state.end(name)
      }
    }
    return state.output.trimmedLines
  }

  // MARK: - Text

  private mutating func add(_ text: String) {
    if preformatted > 0 {
      for character in text.unicodeScalars {
        if character == "\n" { breakLine(1, atMost: .max) } else if character != "\r" { put(character) }
      }
      return
    }
    for character in text.unicodeScalars {
      switch character {
      case " ", "\n", "\r", "\t", "\u{0C}": needsSpace = true
      // It keeps words together on a screen; here nothing is wrapped by it.
      case "\u{A0}": put(" ")
      default: put(character)
      }
    }
  }

  private mutating func put(_ character: Unicode.Scalar) {
    openLine()
    if needsSpace, !isAtLineStart, preformatted == 0 { output.unicodeScalars.append(" ") }
    needsSpace = false
    output.unicodeScalars.append(character)
    isAtLineStart = false
  }

  private mutating func put(_ text: String) {
    for character in text.unicodeScalars { put(character) }
  }

  /// Writes the line ends that are due and what stands before the line's text.
  private mutating func openLine() {
    guard isAtLineStart else { return }
    let depth = indents.count { $0 == Self.quote }
    if !output.isEmpty {
      for number in 0..<pendingLines {
        // Empty lines within a quotation belong to it.
        let marks = String(repeating: ">", count: min(depth, lastDepth)).map(String.init).joined(
          separator: " ")
        output += (number > 0 ? marks : "") + "\n"
      }
    }
    lastDepth = depth
    pendingLines = 0
    output += indents.dropLast(pendingMark == nil ? 0 : 1).joined()
    output += pendingMark ?? ""
    pendingMark = nil
    isAtLineStart = false
    needsSpace = false
  }

  private mutating func breakLine(_ lines: Int, atMost: Int = 2) {
    needsSpace = false
    if preformatted > 0, atMost == .max {
      // Lines of preformatted text are kept as they are, empty ones too.
      pendingLines = isAtLineStart ? pendingLines + lines : lines
    } else {
      pendingLines = max(isAtLineStart ? pendingLines : 0, lines)
    }
    isAtLineStart = true
  }

  // MARK: - Elements

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "br": breakLine(isAtLineStart && !output.isEmpty ? min(pendingLines + 1, 3) : 1, atMost: 3)
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "figure": breakLine(2)
    case "ul", "ol":
      breakLine(lists.isEmpty ? 2 : 1)
      lists.append(name == "ul" ? .bullets : .numbers(Int(attributes["start"] ?? "") ?? 1))
    case "li": beginItem()
    case "blockquote":
      breakLine(2)
      indent(Self.quote)
    case "pre", "textarea":
      breakLine(2)
      preformatted += 1
    case "hr":
      breakLine(1)
      put("---")
      breakLine(1)
    case "tr":
      breakLine(1)
      cellsInRow = 0
    case "td", "th":
      if cellsInRow > 0 {
        needsSpace = false
        put(" | ")
      }
      cellsInRow += 1
    case "a":
      if let address = attributes["href"] { links.append((address, output.utf8.count)) }
    case "img":
      if let words = attributes["alt"]?.trimmed, !words.isEmpty { put("[\(words)]") }
    case _ where Self.blocks.contains(name): breakLine(1)
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "figure": breakLine(2)
    case "ul", "ol":
      guard lists.popLast() != nil else { return }
      breakLine(lists.isEmpty ? 2 : 1)
    case "li":
      if indents.last == "  " { indents.removeLast() }
      pendingMark = nil
      breakLine(1)
    case "blockquote":
      breakLine(2)
      if let place = indents.lastIndex(of: Self.quote) { indents.removeSubrange(place...) }
    case "pre", "textarea":
      preformatted = max(0, preformatted - 1)
      breakLine(2)
    case "table": breakLine(2)
    case "tr": breakLine(1)
    case "a": endLink()
    case _ where Self.blocks.contains(name): breakLine(1)
    default: break
    }
  }

  private mutating func beginItem() {
    breakLine(1)
    guard let list = lists.last else { return pendingMarkIfShallow("- ") }
    switch list {
    case .bullets: pendingMarkIfShallow("- ")
    case .numbers(let number):
      lists[lists.count - 1] = .numbers(number &+ 1)
      pendingMarkIfShallow("\(number). ")
    }
  }

  private mutating func pendingMarkIfShallow(_ mark: String) {
    indent("  ")
    pendingMark = mark
  }

  private mutating func indent(_ text: String) {
    indents.append(indents.count < Self.depthLimit ? text : "")
  }

  /// Puts a link's address behind its text where the text does not say it already.
  private mutating func endLink() {
    guard let link = links.popLast() else { return }
    let address = link.address.trimmed
    let said = String(decoding: output.utf8.dropFirst(link.start), as: UTF8.self).trimmed
    let bare = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
    let isWorthIt = ["http://", "https://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
    guard isWorthIt, said != address, said != bare, "https://\(said)" != bare, "http://\(said)" != bare
    else { return }
    needsSpace = !said.isEmpty
    put("(\(bare))")
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "body", "center", "dd", "details", "dir", "div", "dt", "fieldset",
    "figcaption", "footer", "form", "header", "html", "legend", "main", "menu", "nav", "option", "section",
    "summary", "table", "tbody", "tfoot", "thead",
  ]
}

extension String {
  /// Without empty lines at either end and without white space at the end of lines.
  fileprivate var trimmedLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " || line.last == "\t" { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.drop { $0.isEmpty }.joined(separator: "\n")
  }
}
