package import LocalePacks

/// Names an answer: its folder's path below `replies`, such as `delivery-late` or `billing/double-charge`.
package struct AnswerID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The path, with `/` between its parts.
  package let path: String

  /// Wraps a path that is known to be well formed.
  package init(_ path: String) { self.path = path }

  /// The path from a person's hand or from a file; nil unless it is made of letters, digits, `-`, `_` and `/` between them.
  package init?(checking text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isGood = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
    guard isGood, text.utf8.count <= 200 else { return nil }
    path = text
  }

  /// The path.
  package var description: String { path }

  /// By path.
  package static func < (left: AnswerID, right: AnswerID) -> Bool { left.path < right.path }
}

/// Names a variant for good: its statistics hang on it.
package struct VariantID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The answer.
  package var answer: AnswerID
  /// The locale of the file.
  package var locale: LocaleTag
  /// The heading in the file.
  package var name: String

  /// Makes a name.
  package init(answer: AnswerID, locale: LocaleTag, name: String) {
    self.answer = answer
    self.locale = locale
    self.name = name
  }

  /// Reads what `description` writes; nil when it is something else.
  package init?(_ text: String) {
    guard let at = text.lastIndex(of: "@"), let hash = text[at...].firstIndex(of: "#"),
      let answer = AnswerID(checking: String(text[..<at])),
      let locale = LocaleTag(text[text.index(after: at)..<hash])
    else { return nil }
    self.init(answer: answer, locale: locale, name: String(text[text.index(after: hash)...]))
  }

  /// `delivery-late@id#plain`.
  package var description: String { "\(answer)@\(locale)#\(name)" }

  /// By answer, locale and name.
  package static func < (left: VariantID, right: VariantID) -> Bool {
    (left.answer, left.locale.description, left.name) < (right.answer, right.locale.description, right.name)
  }
}
