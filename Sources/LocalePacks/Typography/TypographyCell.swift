/// One scalar of a draft while the rules work on it.
struct TypographyCell {
  /// Why no rule may change a scalar.
  enum Guard: UInt8 {
    /// A rule may change it.
    case open
    /// An address, a file or a handle: nothing may be put against it either.
    case address
    /// Code, a placeholder or quoted text.
    case code
    /// A face: `:)`.
    case face
    /// A date, a time or a version.
    case number
  }

  /// The scalar as it stands now.
  var scalar: UInt32
  /// The scalar that was typed; `inserted` when none was.
  var typed: UInt32
  /// The UTF-8 byte at which the typed scalar begins, from 0.
  var start: Int32
  /// The kind of `scalar`.
  var kind: ScalarKind
  /// Whether it may change.
  var guarding: Guard
  /// The rule that set `scalar`; nil when it is as it was typed.
  var rule: TypographyRule?

  /// Stands in `typed` where a rule put a scalar in.
  static var inserted: UInt32 { .max }

  /// Whether a rule may change it.
  var isOpen: Bool { guarding == .open }

  /// Whether it counts as part of a word: placeholders and addresses do, faces do not.
  var isWord: Bool {
    switch guarding {
    case .open, .number: kind.isWord
    case .address, .code: !kind.isBlank
    case .face: false
    }
  }
}

/// The groups of rules, as an edit names them.
enum TypographyRule: UInt8 {
  case quotes
  case dash
  case space
  case ellipsis
  case apostrophe
  case number
  case marks

  /// The name of the rule in a finding.
  var name: String {
    switch self {
    case .quotes: "typography.quotes"
    case .dash: "typography.dash"
    case .space: "typography.space"
    case .ellipsis: "typography.ellipsis"
    case .apostrophe: "typography.apostrophe"
    case .number: "typography.number"
    case .marks: "typography.marks"
    }
  }
}
