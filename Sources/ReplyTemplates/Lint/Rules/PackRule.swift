import DeskModel
import LocalePacks

/// Reads what customers get with the eyes of the locale's pack: register, courtesy, jargon, typography, language, address.
struct PackRule: VariantLintRule {
  /// What depends on the day, or on the customer alone, says nothing about a template.
  private static let passing: Set<String> = ["courtesy.solemnDay", "address.missing"]

  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    guard let manners = context.manners[unit.locale] else { return [] }
    var told: Set<LintFinding> = []
    return unit.renderings.covering.flatMap { rendering in
      findings(in: rendering, unit, manners, context).filter { told.insert($0).inserted }
    }
  }

  private func findings(
    in rendering: LintRendering, _ unit: LintUnit, _ manners: Manners, _ context: LintContext
  ) -> [LintFinding] {
    let places = rendering.text.placesOfBytes
    let text = rendering.text.text
    return readers(of: rendering, unit, manners, context).flatMap { person, agent -> [LintFinding] in
      let draft = PackDraft(
        text: text, channel: unit.variant.channels.first ?? "chat", person: person,
        isFirstReply: rendering.facts["thread.first"] != .flag(false), agentGender: agent)
      return manners.findings(in: draft, on: context.environment.today).compactMap { finding in
        guard !Self.passing.contains(finding.rule) else { return nil }
        let start = places[min(finding.range.lowerBound, places.count - 1)]
        let end = places[min(finding.range.upperBound, places.count - 1)]
        let isOfValues = start < end && rendering.text.origins[start..<end].allSatisfy(\.isValue)
        // The sample's own words are nobody's fault, but the form of a name is the text's.
        guard !isOfValues || finding.rule.hasPrefix("address.") else { return nil }
        return unit.finding(
          finding.rule, finding.severity, at: start, of: rendering.text, PackSentence.text(finding))
      }
    }
  }

  /// Whose eyes matter: both genders where a text that does not ask would otherwise be right for one alone.
  private func readers(
    of rendering: LintRendering, _ unit: LintUnit, _ manners: Manners, _ context: LintContext
  ) -> [(Person, Gender?)] {
    func gender(_ fact: String) -> Gender? {
      guard case .text(let written)? = rendering.facts[fact] else { return nil }
      return Gender(rawValue: written)
    }
    let asksForName = unit.placed.placeholders.contains {
      ["customer.name", "customer.given", "customer.family"].contains($0.placeholder.fact)
    }
    var persons = [Person()]
    if asksForName {
      persons = (gender("customer.gender").map { [$0] } ?? Gender.allCases).map { gender in
        var person = context.person(of: unit.locale)
        person.gender = gender
        return person
      }
    }
    let hasForms = !manners.pack.rules(in: .agentForms).isEmpty
    let agents: [Gender?] = gender("me.gender").map { [$0] } ?? (hasForms ? [.female, .male] : [nil])
    return persons.flatMap { person in agents.map { (person, $0) } }
  }
}
