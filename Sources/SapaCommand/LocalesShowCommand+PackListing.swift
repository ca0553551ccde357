import DeskModel
import LocalePacks

extension LocalesShowCommand {
  /// A pack in lines for a person; all but its examples, which `locales check` runs.
  ///
  /// The lines hold text from files: show them as `SafeText` only.
  enum PackListing {
    /// The lines; reasons and advice are in a language, else in English.
    ///
    /// - Complexity: O(records).
    static func lines(_ pack: LocalePack, language: String) -> [String] {
      var lines = [
        "\(pack.name) (\(pack.nativeName)), \(pack.tag), from \(pack.chain.map(\.description).joined(separator: " → "))",
        pack.reviewedBy.map { "read by \($0)" } ?? "not read by a native speaker yet",
      ]
      lines += section("fields", pack.fields) { "\($0.path): \($0.value) [\($0.origin)]" }
      lines += section("address: the first that fits", pack.addressRules) { rule in
        let what = rule.kind == .greeting ? ["a whole greeting"] : []
        return line(
          rule.id, "\(rule.form): \(rule.why.text(in: language))", what + asked(rule.when), rule.provenance)
      }
      lines += section("terms of address", pack.addressTerms) { term in
        let what = [
          term.match.rawValue, "\(term.position.rawValue) the name", "with part \(term.part.rawValue)",
        ]
        return line(
          term.id, listed(term.forms), what + named("gender", term.gender?.rawValue), term.provenance)
      }
      lines += section("titles", pack.titles) { line($0.id, listed($0.forms), [], $0.provenance) }
      for kind in LocalePack.SectionedRule.Section.allCases {
        lines += section(kind.rawValue, pack.rules(in: kind)) { phraseRule($0, language) }
      }
      lines += section("limits", pack.limits) { limit in
        line(
          limit.id, "\(limit.kind.rawValue): at most \(limit.max)\(text(limit.why, language))",
          named("weighs", limit.severity?.rawValue), limit.provenance)
      }
      lines += section("greetings", pack.greetings) { greeting in
        let hours = "\(ClockTime.text(minutes: greeting.from))–\(ClockTime.text(minutes: greeting.to))"
        return line(greeting.id, "\(hours) \(greeting.text)", [], greeting.provenance)
      }
      lines += section("phrases", pack.phrases) { phrase in
        line(
          phrase.id, "\(phrase.kind.rawValue): \(phrase.text)\(text(phrase.note, language))",
          named("channels", phrase.channels), phrase.provenance)
      }
      lines += section("holidays", pack.holidays) { holiday($0, language) }
      lines += section("sources", pack.sources) { source in
        "\(source.id): \(source.reference)\(source.licence.map { " (\($0))" } ?? "")"
      }
      return lines
    }

    private static func phraseRule(_ rule: PhraseRule, _ language: String) -> String {
      let kind = rule.kind.isEmpty ? "" : rule.kind + ": "
      let better = rule.better.map { " → " + $0.text(in: language) } ?? ""
      let flags = [
        (rule.isExactCase, "capitals must agree"), (rule.isInsideOnly, "not at the head of a sentence"),
        (rule.isMirrored, "silent when the customer says it"),
        (rule.isAmbiguous, "only beside a sure one"), (rule.isReplacement, "can be put in"),
        (rule.isSilencedByTime, "silent beside a number"),
      ]
      return line(
        rule.id, "\(kind)\(listed(rule.forms))\(text(rule.why, language))\(better)",
        [rule.match.rawValue] + flags.filter(\.0).map(\.1) + named("unless", rule.unless)
          + named("except", rule.except) + named("not after", rule.notAfter)
          + named("not before", rule.notBefore) + named("weighs", rule.severity?.rawValue)
          + named("agent", rule.agentGender?.rawValue) + named("for speakers of", rule.audience),
        rule.provenance)
    }

    private static func holiday(_ rule: HolidayRule, _ language: String) -> String {
      let greeting = rule.greeting.map { ", “\($0)”" } ?? ""
      let what =
        ["\(rule.before) days before to \(rule.after) after"] + named("countries", rule.countries)
        + named("for", rule.audience == .all ? nil : rule.audience.rawValue)
      return line(
        rule.id, "\(rule.tone.rawValue)\(greeting)\(text(rule.note, language))", what, rule.provenance)
    }

    /// What a rule of address asks of the person.
    private static func asked(_ when: AddressCondition) -> [String] {
      named("gender", when.gender?.map(\.rawValue)) + named("age", when.age?.map(\.rawValue))
        + named("role", when.role) + named("sector", when.sector) + named("channel", when.channel)
        + named("agent", when.agentGender?.map(\.rawValue))
    }

    /// A blank line, a heading and the records; nothing when there are none.
    private static func section<Record>(
      _ heading: String, _ records: [Record], _ line: (Record) -> String
    ) -> [String] {
      records.isEmpty ? [] : ["", heading + ":"] + records.map { "  " + line($0) }
    }

    /// The id by which a pack over it can replace a record, what it says, what it asks, and where it comes from.
    private static func line(_ id: String, _ text: String, _ details: [String], _ provenance: Provenance)
      -> String
    {
      let sources = provenance.sources.map { " " + $0 }.joined()
      let asks = details.isEmpty ? "" : " (\(details.joined(separator: "; ")))"
      return "\(id): \(text)\(asks) [\(provenance.origin), \(provenance.status.rawValue)\(sources)]"
    }

    private static func named(_ name: String, _ value: String?) -> [String] {
      value.map { ["\(name) \($0)"] } ?? []
    }

    private static func named(_ name: String, _ values: [String]?) -> [String] {
      guard let values, !values.isEmpty else { return [] }
      return ["\(name) \(listed(values))"]
    }

    private static func text(_ prose: AgentText?, _ language: String) -> String {
      prose.map { " – " + $0.text(in: language) } ?? ""
    }

    private static func listed(_ words: [String]) -> String { words.joined(separator: ", ") }
  }
}
