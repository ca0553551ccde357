package import DeskModel

/// One way to say an answer.
package struct Variant: Sendable, Hashable {
  /// The heading: its lasting name within the file.
  package var name: String
  /// Who may read it: `customer` for what is said in private, `world` for what is said in public.
  package var audience: Audience
  /// Channels that it fits; all when empty.
  package var channels: [String]
  /// When in a conversation it fits.
  package var occasion: VariantOccasion
  /// Whether a native speaker has read it; nil when the file's status holds.
  package var review: ReviewStatus?
  /// The text as it stands in the file, without the blank lines around it.
  package var source: String
  /// The text, parsed.
  package var body: TemplateBody
  /// Rules of lint that are not told here, with their reasons.
  package var allowances: [LintAllowance]
  /// The path of the file, for messages.
  package var file: String
  /// The line of the heading, from 1.
  package var line: Int
  /// The line on which the text begins, from 1.
  package var textLine: Int

  /// Makes a variant.
  package init(
    name: String, audience: Audience, channels: [String] = [], occasion: VariantOccasion = .any,
    review: ReviewStatus? = nil, source: String, body: TemplateBody, allowances: [LintAllowance] = [],
    file: String = "", line: Int = 0, textLine: Int = 0
  ) {
    self.name = name
    self.audience = audience
    self.channels = channels
    self.occasion = occasion
    self.review = review
    self.source = source
    self.body = body
    self.allowances = allowances
    self.file = file
    self.line = line
    self.textLine = textLine
  }

  /// Tells versions of the text apart: FNV-1a of its bytes, 64 bits, as 16 hexadecimal digits.
  ///
  /// - Complexity: O(bytes).
  package var version: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in source.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// When in a conversation a variant fits.
package enum VariantOccasion: String, Sendable, Hashable {
  case any, first, later
}

/// Whether a native speaker has read a text.
package enum ReviewStatus: Sendable, Hashable {
  case unreviewed
  case reviewed(by: String)
}

/// A rule of lint that is not told at a place, and why.
package struct LintAllowance: Sendable, Hashable {
  /// The rule's name.
  package var rule: String
  /// The reason.
  package var reason: String

  /// Makes an allowance.
  package init(rule: String, reason: String) {
    self.rule = rule
    self.reason = reason
  }
}
