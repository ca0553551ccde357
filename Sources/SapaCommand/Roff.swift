/// Text in the language of manual pages, `man(7)`.
package enum Roff {
  /// A text as it is to be read: nothing in it is taken for a request or an escape, whatever it holds.
  ///
  /// Characters beyond ASCII become escapes, so that the page reads the same under every locale. Line ends stay.
  /// - Complexity: O(length).
  package static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case " "..."}": result.unicodeScalars.append(scalar)
      case "\n": result.append("\n")
      case _ where scalar.value < 0xA0: result.append("?")
      default: result += "\\[u\(hex(scalar.value))]"
      }
    }
    return result.split(separator: "\n", omittingEmptySubsequences: false).map(protected).joined(
      separator: "\n")
  }

  /// A line that is no request: a period at its start would make it one.
  private static func protected(_ line: some StringProtocol) -> String {
    line.hasPrefix(".") ? "\\&" + line : String(line)
  }

  /// A text to be filled, in lines of at most 80 bytes as far as its words allow, with a line end.
  package static func filled(_ text: String) -> String {
    var lines: [String] = []
    for word in self.text(text).split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.utf8.count + 1 + word.utf8.count <= 80 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(protected(word))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text in bold; one line.
  static func bold(_ text: String) -> String { "\\fB" + self.text(text) + "\\fR" }

  /// A text in italics, for what is to be replaced; one line.
  static func italic(_ text: String) -> String { "\\fI" + self.text(text) + "\\fR" }

  /// A heading of the first order.
  static func section(_ title: String) -> String { ".SH \(text(title.uppercased()))\n" }

  /// A heading of the second order.
  static func subsection(_ title: String) -> String { ".SS \(text(title))\n" }

  /// A term with what is said of it; `term` is roff already, `meaning` is not.
  static func entry(_ term: String, _ meaning: String) -> String {
    ".TP\n\(term)\n\(filled(meaning))"
  }

  /// A text whose lines stay as they are.
  static func verbatim(_ text: String) -> String {
    ".sp\n.RS 4\n.nf\n\(self.text(text))\n.fi\n.RE\n"
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
