import DeskModel

/// The sections of a pack that hold rules which look for forms, and what their kinds may be.
enum PhraseSection {
  case marker, agentForm, avoid, jargon, softNo, appeal, falseFriend, cheer

  /// The kinds that a rule of the section may have; empty when it has none.
  var kinds: [String] {
    switch self {
    case .marker: ["formal", "informal", "polite"]
    case .avoid:
      [
        "imperative", "refusal", "cliche", "slang", "familiar", "taboo", "blame", "soften", "punctuation",
        "emoji", "foreign", "wrongLocale", "abbreviation", "vagueTime", "spelling", "address",
      ]
    case .appeal: ["pity", "pressure", "threat"]
    case .softNo: ["weak", "strong"]
    case .falseFriend: ["looksRude", "falseFriend"]
    case .agentForm, .jargon, .cheer: []
    }
  }

  /// Whether a rule of the section must tell the agent something.
  var needsReason: Bool {
    switch self {
    case .avoid, .softNo, .appeal, .falseFriend: true
    case .marker, .agentForm, .jargon, .cheer: false
    }
  }
}

extension RecordReader {
  /// Reads a list of rules that look for forms.
  mutating func list(_ key: String, _ section: PhraseSection, _ origin: PackOrigin) -> PackList<PhraseRule> {
    list(key, origin) { reader, id, provenance in
      PhraseRule(&reader, id, provenance, section)
    }
  }
}

extension PhraseRule {
  /// Reads one rule.
  fileprivate init?(
    _ reader: inout RecordReader, _ id: String, _ provenance: Provenance, _ section: PhraseSection
  ) {
    self.id = id
    self.provenance = provenance
    forms = reader.strings("forms")
    if forms.isEmpty { reader.note("forms", "is missing: what is looked for") }
    if let form = forms.first(where: Self.looksLikeRegex) {
      reader.note(
        "forms",
        "“\(form)” looks like a regular expression; write the forms out, with “match” for where they stand")
    }
    match = reader.choice("match", PhraseMatch.self) ?? .word
    isExactCase = reader.bool("exactCase") ?? false
    unless = reader.strings("unless")
    except = reader.strings("except")
    notAfter = reader.strings("notAfter")
    notBefore = reader.strings("notBefore")
    isInsideOnly = reader.bool("inside") ?? false
    isMirrored = reader.bool("mirror") ?? false
    isAmbiguous = reader.bool("ambiguous") ?? false
    kind = reader.string("kind") ?? ""
    if section.kinds.isEmpty != kind.isEmpty || !section.kinds.isEmpty && !section.kinds.contains(kind) {
      reader.note(
        "kind",
        section.kinds.isEmpty
          ? "is not a field here" : "must be one of \(section.kinds.joined(separator: ", "))")
    }
    severity = reader.choice("severity", Severity.self)
    why = reader.agentText("why")
    if section.needsReason, why == nil, !reader.has("why") { reader.note("why", "is missing") }
    better = reader.agentText("better")
    isReplacement = reader.bool("replace") ?? false
    if isReplacement, better == nil { reader.note("replace", "needs “better”: what to put in place") }
    agentGender = reader.choice("agentGender", Gender.self)
    if case .agentForm = section, agentGender == nil, !reader.has("agentGender") {
      reader.note("agentGender", "is missing: f or m")
    }
    audience = reader.string("audience")
    isSilencedByTime = reader.bool("unlessTime") ?? false
  }

  /// Whether a form has marks that only regular expressions have.
  static func looksLikeRegex(_ form: String) -> Bool {
    // Thousands of forms are read at a start, and hardly any has one of these signs.
    let mayBeOne = form.utf8.contains { byte in
      switch byte {
      case 0x5C, 0x2E, 0x28, 0x7C, 0x5B, 0x5E, 0x24: true
      default: false
      }
    }
    guard mayBeOne else { return false }
    let hasLetter = form.contains(where: \.isLetter)
    return form.contains("\\") || form.contains(".*") || form.contains(".+") || form.contains("(?")
      || hasLetter && form.contains("|") || form.contains("[") && form.contains("-") && form.contains("]")
      || hasLetter && (form.hasPrefix("^") || form.hasSuffix("$"))
  }
}
