import DeskModel
import LocalePacks

/// Finds variants of one answer that say nearly the same words.
struct VariantAlikeRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    let options = context.environment.options
    return context.set.sorted.flatMap { answer in
      answer.locales.sorted { "\($0.key)" < "\($1.key)" }.flatMap { tag, texts -> [LintFinding] in
        let profiles = texts.variants.map { VariantProfile($0) }
        return profiles.indices.compactMap { index -> LintFinding? in
          let variant = texts.variants[index]
          let nearest = profiles[..<index].enumerated().map { other, profile in
            (other, profile.likeness(to: profiles[index], atLeast: options.alike))
          }.max { ($0.1, -$0.0) < ($1.1, -$1.0) }
          guard let (other, likeness) = nearest, likeness >= options.alike else { return nil }
          var finding = context.finding(
            "variant.alike", likeness >= options.nearlySame ? .error : .warn, answer, tag,
            line: variant.line,
            "This is \(likeness) % the same as “\(texts.variants[other].name)”; say it in other words, or take one of them out."
          )
          finding.file = variant.file
          finding.variant = variant.name
          return finding
        }
      }
    }
  }
}

/// The words of a variant, once with all that its choices can say first, once with what they say when nothing is known.
struct VariantProfile: Sendable {
  private let known: TrigramProfile
  private let unknown: TrigramProfile

  init(_ variant: Variant) {
    known = TrigramProfile(Self.words(variant.body, takesLast: false))
    unknown = TrigramProfile(Self.words(variant.body, takesLast: true))
  }

  /// The greater likeness of both in hundredths; 0 when it is certainly below a limit.
  func likeness(to other: VariantProfile, atLeast limit: Int) -> Int {
    [(known, other.known), (unknown, other.unknown)].map { left, right in
      left.canReach(limit, with: right) ? left.likeness(to: right) : 0
    }.max() ?? 0
  }

  private static func words(_ body: TemplateBody, takesLast: Bool) -> String {
    body.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder, .fragment: " "
      case .choice(let parts):
        ((takesLast ? parts.last : parts.first)?.body).map { words($0, takesLast: takesLast) } ?? ""
      }
    }.joined()
  }
}
