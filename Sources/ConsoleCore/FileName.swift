import TextLayout

/// Makes names for files that come from outside: a sender may call a file `../../.bashrc`, hide its ending behind characters
/// that turn text round, or fill a folder's line with escapes.
package enum FileName {
  /// The most UTF-8 bytes of a name, its number included.
  package static let limit = 120
  /// The most UTF-8 bytes of an ending that is kept when a name is cut.
  private static let extensionLimit = 20

  /// A name that can stand in any folder: one part of a path, without controls, invisible characters, and what shells,
  /// Windows or a leading dot or dash would make something of; at most `limit` bytes, the ending kept.
  ///
  /// - Complexity: O(bytes).
  package static func safe(_ raw: String) -> String {
    // Scalars and not characters: a mark behind a slash makes one character of both, and a slash all the same.
    let last = raw.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? []
    var scalars = String.UnicodeScalarView()
    for scalar in last {
      if isBlank(scalar) {
        if scalars.last != " " { scalars.append(" ") }
      } else if isHidden(scalar) || scalars.isEmpty && isMark(scalar) {
        continue
      } else {
        scalars.append(reserved.contains(scalar) ? "_" : scalar)
      }
    }
    var name = String(scalars)
    while let first = name.unicodeScalars.first, leading.contains(first) || isMark(first) {
      name.unicodeScalars.removeFirst()
    }
    trimEnd(of: &name)
    if name.isEmpty { name = "file" }
    let stem = String(String.UnicodeScalarView(name.unicodeScalars.prefix { $0 != "." })).uppercased()
    if devices.contains(stem.trimmingTrailingBlanks) { name = "_" + name }
    return cut(name, to: limit)
  }

  /// The same name with a number in front of its ending: `name (2).pdf`; still at most `limit` bytes.
  package static func numbered(_ name: String, _ number: Int) -> String {
    let mark = " (\(number))"
    let (stem, ending) = parts(of: name)
    return prefix(stem, bytes: limit - mark.utf8.count - ending.utf8.count) + mark + ending
  }

  /// The ending without its dot, in lower case; empty when there is none.
  package static func ending(of name: String) -> String {
    String(String.UnicodeScalarView(parts(of: name).ending.unicodeScalars.dropFirst())).lowercased()
  }

  private static func cut(_ name: String, to limit: Int) -> String {
    guard name.utf8.count > limit else { return name }
    let (stem, ending) = parts(of: name)
    var result = prefix(stem, bytes: limit - ending.utf8.count) + ending
    trimEnd(of: &result)
    return result
  }

  private static func trimEnd(of name: inout String) {
    while let end = name.unicodeScalars.last, end == " " || end == "." { name.unicodeScalars.removeLast() }
  }

  /// A name and its ending with the dot; a long ending counts as part of the name.
  private static func parts(of name: String) -> (stem: String, ending: String) {
    let scalars = name.unicodeScalars
    guard let dot = scalars.lastIndex(of: "."), dot != scalars.startIndex else { return (name, "") }
    let ending = String(scalars[dot...])
    return ending.utf8.count > extensionLimit ? (name, "") : (String(scalars[..<dot]), ending)
  }

  /// The first characters of a text, at most so many bytes.
  private static func prefix(_ text: String, bytes limit: Int) -> String {
    var result = ""
    var left = limit
    for character in text {
      left -= character.utf8.count
      if left < 0 { break }
      result.append(character)
    }
    // One character alone may be longer than all the room there is.
    return result.isEmpty ? "file" : result
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator || (0x09...0x0D).contains(scalar.value)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// What Windows, shells or mime handlers would make something of.
  private static let reserved = Set("<>:\"|?*`$&;!'".unicodeScalars)
  private static let leading = Set(".-~ ".unicodeScalars)
  private static let devices: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
