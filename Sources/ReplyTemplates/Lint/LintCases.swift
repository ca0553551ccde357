import DeskModel

/// The cases that the choices of a variant tell apart: what is known, and what its value is.
struct LintCases: Sendable {
  /// More cases are not tried all; then one fact after the other changes.
  static let limit = 64

  /// What is known in each case: all first, nothing last.
  let all: [[String: FactValue]]
  /// Whether no case is left out.
  let isComplete: Bool

  init(
    _ placed: PlacedBody, _ fragments: [String: (body: PlacedBody, source: Int)], variant: Variant,
    _ samples: SampleFacts
  ) {
    let bodies = [placed] + fragments.values.sorted { $0.source < $1.source }.map(\.body)
    var asked: [String] = []
    var values: [String: [String]] = [:]
    func ask(_ fact: String) { if !asked.contains(fact) { asked.append(fact) } }
    for body in bodies {
      for (condition, _) in body.conditions {
        ask(condition.fact)
        guard let value = condition.value, values[condition.fact]?.contains(value) != true else { continue }
        values[condition.fact, default: []].append(value)
      }
      for place in body.placeholders where place.isInChoice { ask(place.placeholder.fact) }
    }
    let domains = asked.map { fact in
      (fact, Self.domain(of: fact, values[fact] ?? [], variant, samples))
    }
    let count = domains.reduce(1) { min($0 * $1.1.count, Self.limit + 1) }
    isComplete = count <= Self.limit
    all = isComplete ? Self.product(domains) : Self.oneByOne(domains)
  }

  private typealias Domain = [FactValue?]

  /// The values that a fact can have, the usual first, not known last.
  private static func domain(
    of fact: String, _ values: [String], _ variant: Variant, _ samples: SampleFacts
  ) -> Domain {
    let yes = FactValue.flag(true)
    let no = FactValue.flag(false)
    switch fact {
    case "thread.first":
      switch variant.occasion {
      case .any: return [yes, no]
      case .first: return [yes]
      case .later: return [no]
      }
    case "thread.public": return [.flag(variant.audience == .world)]
    case "customer.vip": return [yes, no]
    case "customer.known": return [yes, no, nil]
    case "customer.gender", "me.gender": return [.text("f"), .text("m"), nil]
    default: break
    }
    var domain: Domain = values.map { samples.value($0, of: fact) }
    if let sample = samples[fact], !domain.contains(sample) { domain.append(sample) }
    if !samples.isAlwaysKnown(fact) || domain.isEmpty { domain.append(nil) }
    return domain
  }

  private static func product(_ domains: [(String, Domain)]) -> [[String: FactValue]] {
    domains.reduce([[:]]) { cases, domain in
      cases.flatMap { known in
        domain.1.map { value in
          var known = known
          known[domain.0] = value
          return known
        }
      }
    }
  }

  /// All known, then each fact with each value while the others are known and while they are not, then nothing known.
  private static func oneByOne(_ domains: [(String, Domain)]) -> [[String: FactValue]] {
    func all(_ take: (Domain) -> FactValue??) -> [String: FactValue] {
      Dictionary(domains.compactMap { name, domain in (take(domain) ?? nil).map { (name, $0) } }) { $1 }
    }
    let known = all { $0.first }
    let unknown = all { $0.last }
    let between = [known, unknown].flatMap { base in
      domains.flatMap { name, domain in
        domain.map { value in
          var changed = base
          changed[name] = value
          return changed
        }
      }
    }
    return [known] + between + [unknown]
  }
}
