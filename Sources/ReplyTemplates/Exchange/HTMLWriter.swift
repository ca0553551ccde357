/// Makes HTML of plain text, so that reading it gives the text again.
///
/// Runs of blanks, and blanks at the ends of lines, are lost as HTML loses them.
enum HTMLWriter {
  /// How line ends are written.
  enum Style {
    /// A paragraph in `<p>`, a single line end as `<br>`; a text of one line has no tags.
    case paragraphs
    /// Every line end as `<br />`.
    case breaks
  }

  /// The HTML of a text.
  ///
  /// Complexity: O(bytes).
  static func html(_ text: String, style: Style) -> String {
    let escaped = escaped(text)
    switch style {
    case .breaks: return escaped.splitBySeparator("\n").joined(separator: "<br />")
    case .paragraphs:
      guard escaped.contains("\n") else { return escaped }
      return paragraphs(ofEscaped: escaped)
    }
  }

  /// Paragraphs in `<p>`, other line ends as `<br>`; what is HTML in the text stays.
  static func paragraphs(ofEscaped text: String) -> String {
    paragraphs(text).map { "<p>" + $0.joined(separator: "<br>") + "</p>" }.joined()
  }

  /// Lines by paragraph; of several blank lines the first ends the paragraph.
  private static func paragraphs(_ text: String) -> [[String]] {
    var result: [[String]] = []
    var current: [String] = []
    for line in text.splitBySeparator("\n") {
      if line.isEmpty, current.contains(where: { !$0.isEmpty }) {
        result.append(current)
        current = []
      } else {
        current.append(line)
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }

  /// The text with `&`, `<` and `>` as references.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
