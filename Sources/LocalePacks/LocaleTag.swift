/// A BCP 47 language tag in its canonical form: `id`, `es-MX`, `zh-Hant`.
///
/// Only language, script and region count (RFC 5646, 2.2.1–2.2.4); everything behind them is left out.
package struct LocaleTag: Sendable, Hashable, CustomStringConvertible {
  /// Two or three letters, lower case; `und` for the root.
  package let language: String
  /// Four letters, the first upper case; nil when the tag names none.
  package let script: String?
  /// Two upper-case letters or three digits; nil when the tag names none.
  package let region: String?

  /// The root, from which every pack inherits.
  package static var root: LocaleTag { LocaleTag(language: "und", script: nil, region: nil) }

  /// Makes a tag from parts that are canonical already.
  package init(language: String, script: String? = nil, region: String? = nil) {
    self.language = language
    self.script = script
    self.region = region
  }

  /// Reads a tag, whatever its case, with `-` or `_` between its parts.
  ///
  /// `root` is read as the root. Nil when it does not begin with a language.
  package init?(_ text: some StringProtocol) {
    var parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }[...]
    guard let first = parts.popFirst() else { return nil }
    let language = first.lowercased()
    guard (2...3).contains(language.utf8.count) || language == "root", Self.isLetters(language) else {
      return nil
    }
    self.language = language == "root" ? "und" : language
    if let next = parts.first, next.utf8.count == 4, Self.isLetters(next) {
      script = next.prefix(1).uppercased() + next.dropFirst().lowercased()
      parts.removeFirst()
    } else {
      script = nil
    }
    if let next = parts.first,
      next.utf8.count == 2 && Self.isLetters(next)
        || next.utf8.count == 3 && next.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    {
      region = next.uppercased()
    } else {
      region = nil
    }
  }

  /// The tag as text.
  package var description: String {
    if language == "und", script == nil, region == nil { return "root" }
    return [language, script, region].compactMap { $0 }.joined(separator: "-")
  }

  private static func isLetters(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
  }
}
