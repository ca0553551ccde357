import DeskModel

/// Finds what a pack asks to avoid: bare imperatives, bare refusals, clichés, vague times, words of another country.
struct CourtesyCheck: PackCheck {
  /// The rule's name for a kind of the section `avoid`.
  static func name(of kind: String) -> String {
    switch kind {
    case "foreign": "language.foreign"
    case "wrongLocale": "language.wrongLocale"
    case "spelling": "language.spelling"
    case "abbreviation": "clarity.abbreviation"
    case "vagueTime": "clarity.vagueTime"
    case "address": "address.term"
    default: "courtesy." + kind
    }
  }

  func findings(in read: ReadDraft) -> [PackFinding] {
    read.matches(.avoid).map { found in
      PackFinding(
        Self.name(of: found.rule.kind), found, in: .avoid, read, severity: .hint,
        key: found.rule.kind == "address" ? "address.familiar" : nil)
    }
  }
}
