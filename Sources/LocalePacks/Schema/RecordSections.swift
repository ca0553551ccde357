import DeskModel

extension RecordReader {
  static func addressRule(
    _ reader: inout RecordReader, _ id: String, _ provenance: Provenance
  ) -> AddressRule? {
    let when =
      reader.object("when") { when in
        AddressCondition(
          gender: when.choices("gender", Gender.self), age: when.choices("age", AgeBand.self),
          role: when.optionalStrings("role"), sector: when.optionalStrings("sector"),
          channel: when.optionalStrings("channel"), agentGender: when.choices("agentGender", Gender.self))
      } ?? AddressCondition()
    let form = reader.required("form")
    if let part = AddressForm(form).unknownPart {
      reader.note("form", "“{\(part)}” is not a part of a name; known are \(AddressForm.Part.names)")
    }
    let kind = reader.choice("kind", AddressKind.self) ?? .term
    guard let why = reader.agentText("why") else {
      reader.note("why", "is missing")
      return nil
    }
    return AddressRule(id: id, when: when, form: form, kind: kind, why: why, provenance: provenance)
  }

  static func addressTerm(
    _ reader: inout RecordReader, _ id: String, _ provenance: Provenance
  ) -> AddressTerm? {
    let forms = reader.strings("forms")
    if forms.isEmpty { reader.note("forms", "is missing") }
    return AddressTerm(
      id: id, forms: forms, match: reader.choice("match", PhraseMatch.self) ?? .word,
      gender: reader.choice("gender", Gender.self),
      position: reader.choice("position", AddressTerm.Position.self) ?? .before,
      part: reader.choice("part", AddressTerm.Part.self) ?? .any, provenance: provenance)
  }

  static func title(_ reader: inout RecordReader, _ id: String, _ provenance: Provenance) -> TitleRule? {
    let forms = reader.strings("forms")
    if forms.isEmpty { reader.note("forms", "is missing") }
    return TitleRule(id: id, forms: forms, provenance: provenance)
  }

  static func limit(_ reader: inout RecordReader, _ id: String, _ provenance: Provenance) -> LimitRule? {
    let kind = reader.choice("kind", LimitRule.Kind.self)
    let max = reader.int("max", in: 0...500)
    if kind == nil, !reader.has("kind") { reader.note("kind", "is missing") }
    if max == nil, !reader.has("max") { reader.note("max", "is missing") }
    let severity = reader.choice("severity", Severity.self)
    let why = reader.agentText("why")
    guard let kind, let max else { return nil }
    return LimitRule(id: id, kind: kind, max: max, severity: severity, why: why, provenance: provenance)
  }

  static func greeting(_ reader: inout RecordReader, _ id: String, _ provenance: Provenance) -> GreetingRule?
  {
    let from = reader.time("from")
    let to = reader.time("to")
    let text = reader.required("text")
    guard let from, let to else { return nil }
    return GreetingRule(id: id, from: from, to: to, text: text, provenance: provenance)
  }

  static func phrase(_ reader: inout RecordReader, _ id: String, _ provenance: Provenance) -> CourtesyPhrase?
  {
    let kind = reader.choice("kind", CourtesyPhrase.Kind.self)
    if kind == nil, !reader.has("kind") { reader.note("kind", "is missing") }
    let text = reader.required("text")
    let channels = reader.strings("channels")
    let note = reader.agentText("note")
    guard let kind else { return nil }
    return CourtesyPhrase(
      id: id, kind: kind, text: text, channels: channels, note: note, provenance: provenance)
  }

  static func holiday(_ reader: inout RecordReader, _ id: String, _ provenance: Provenance) -> HolidayRule? {
    let countries = reader.strings("countries")
    let before = reader.int("before", in: 0...60) ?? 0
    let after = reader.int("after", in: 0...60) ?? 0
    let tone = reader.choice("tone", DayTone.self)
    if tone == nil, !reader.has("tone") { reader.note("tone", "is missing") }
    let audience = reader.choice("audience", DayAudience.self) ?? .all
    let greeting = reader.string("greeting")
    let note = reader.agentText("note")
    guard let tone else { return nil }
    if tone == .quiet, greeting != nil {
      reader.note("greeting", "does not go with a quiet day")
    }
    return HolidayRule(
      id: id, countries: countries, before: before, after: after, tone: tone, audience: audience,
      greeting: greeting, note: note, provenance: provenance)
  }

  /// A time of day `07:30` in minutes since midnight; `24:00` is midnight.
  mutating func time(_ key: String) -> Int? {
    guard let text = string(key) else {
      if !has(key) { note(key, "is missing: a time such as 07:30") }
      return nil
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour),
      (0...59).contains(minute),
      hour < 24 || minute == 0
    else {
      note(key, "must be a time such as 07:30")
      return nil
    }
    return (hour * 60 + minute) % 1_440
  }

  /// A list of texts; nil when there is none.
  mutating func optionalStrings(_ key: String) -> [String]? {
    let list = strings(key)
    return list.isEmpty ? nil : list
  }
}
