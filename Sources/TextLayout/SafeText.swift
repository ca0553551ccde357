/// Text from outside in a form that cannot harm a terminal: the only door to a screen, a title,
/// the clipboard, a log or an export.
///
/// What would act, hide or mislead is made visible instead of being executed or dropped: see
/// `Sanitizer` for the classes. LF and TAB stay; CRLF becomes LF without counting as a change.
/// Legitimate text of every script is unchanged byte for byte. Making it safe again changes nothing.
package struct SafeText: Sendable {
  /// The visible, harmless form, without any control character but LF and TAB.
  package private(set) var string: String
  /// Number of places that were made visible, invalid UTF-8 included.
  package let changes: Int
  /// True when every byte of `string` is ASCII.
  package let isASCII: Bool
  /// True when `string` may hold text that runs from right to left.
  package let hasRightToLeft: Bool

  /// The empty text.
  package static var empty: SafeText { SafeText(ascii: "") }

  /// Makes text safe.
  ///
  /// - Complexity: O(*n*) in UTF-8 bytes.
  package init(_ raw: String) {
    if Sanitizer.isCleanASCII(raw) {
      self.init(ascii: raw)
    } else {
      var sanitizer = Sanitizer(Array(raw.utf8))
      self = sanitizer.run(string: raw)
    }
  }

  /// Decodes UTF-8 and makes it safe.
  ///
  /// Each maximal subpart of an ill-formed sequence becomes one U+FFFD (Unicode 3.9, WHATWG
  /// Encoding) and counts as a change.
  ///
  /// - Complexity: O(*n*) in bytes.
  package init(decoding bytes: some Collection<UInt8>) {
    // An array, as generic code over bytes would be many times slower.
    self.init(bytes: Array(bytes))
  }

  private init(bytes: [UInt8]) {
    let raw = String(decoding: bytes, as: UTF8.self)
    let safe = SafeText(raw)
    if safe.isASCII {
      self = safe
    } else {
      let repairs = Self.replacements(in: Array(raw.utf8)) - Self.replacements(in: bytes)
      self.init(safe, changes: safe.changes + max(0, repairs))
    }
  }

  /// Text that is written in the program itself.
  package init(literal: StaticString) {
    self.init(literal.description)
  }

  private init(ascii: String) {
    string = ascii
    changes = 0
    isASCII = true
    hasRightToLeft = false
  }

  /// For the code of this module that has made sure of the content.
  init(trusted string: String, changes: Int, isASCII: Bool, hasRightToLeft: Bool) {
    self.string = string
    self.changes = changes
    self.isASCII = isASCII
    self.hasRightToLeft = hasRightToLeft
  }

  /// Appends one printable ASCII character to a text that is empty or ends with one: there nothing acts on it.
  mutating func append(trusted byte: UInt8) { string.unicodeScalars.append(Unicode.Scalar(byte)) }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { string.isEmpty }

  /// Length of `string` in UTF-8 bytes.
  package var byteCount: Int { string.utf8.count }

  /// Counts U+FFFD (EF BF BD), which a decoder never makes of three such bytes.
  private static func replacements(in bytes: [UInt8]) -> Int {
    var count = 0
    for index in bytes.indices.dropFirst(2)
    where bytes[index] == 0xBD && bytes[index - 1] == 0xBF && bytes[index - 2] == 0xEF {
      count += 1
    }
    return count
  }
}

extension SafeText: Hashable {
  /// Compares bytes, not canonical equivalence: two spellings are two texts.
  package static func == (left: SafeText, right: SafeText) -> Bool {
    if left.isASCII, right.isASCII { return left.string == right.string }
    return left.byteCount == right.byteCount && left.string.utf8.elementsEqual(right.string.utf8)
  }

  /// Hashes the bytes, as equality compares them.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(string)
  }
}

extension SafeText: CustomStringConvertible {
  /// The harmless text.
  package var description: String { string }
}
