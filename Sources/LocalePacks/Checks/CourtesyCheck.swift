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
    read.matches(.avoid).map { match, rule in
      PackFinding(
        Self.name(of: rule.kind), rule.provenance.capped(rule.severity ?? .hint),
        read.text.bytes(match.places), arguments: [read.words(match.places)], why: rule.why,
        better: rule.better, replacement: rule.isReplacement ? rule.better?.text(in: "en") : nil,
        records: ["avoid/" + rule.id], key: rule.kind == "address" ? "address.familiar" : nil)
    }
  }
}
