package import LocalePacks

/// The words by which access is asked for, when there is truly no other way: a question with its reason, what follows, and
/// two other ways to choose from.
package struct SafeRequest: Sendable, Hashable {
  /// Whose access it is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A person's own account.
    case personal = "Personal"
    /// An account of a company: asked of its administrator.
    case corporate = "Corporate"
  }

  /// A part of the request, in the order in which they are sent.
  package enum Slot: String, Sendable, Hashable, CaseIterable {
    /// Why nothing else will do.
    case why
    /// The question.
    case couldYou = "could-you"
    /// With how little, until when, and not in this chat.
    case how
    /// What we confirm, and what the customer can do then.
    case afterwards
    /// The first other way: a guide.
    case guide
    /// The second other way: a call in which the customer types.
    case call
    /// Which of them suits.
    case which
  }

  /// The locale of the file.
  package var locale: LocaleTag
  /// The texts.
  package var texts: [Kind: [Slot: TemplateBody]] = [:]
  /// Whether a native speaker has read them.
  package var review = ReviewStatus.unreviewed
  /// The path of the file, for messages.
  package var file: String

  /// The fact that says why nothing else will do.
  package static let reason = "request.reason"
  /// The fact that says what is asked for.
  package static let what = "request.what"
  /// The fact that says until when.
  package static let until = "request.until"
  /// The facts that the request may name besides those that are known by themselves.
  package static let facts = [reason, what, until]

  /// The slots that are missing, by kind and name, in order.
  package var missing: [(kind: Kind, slot: Slot)] {
    Kind.allCases.flatMap { kind in
      Slot.allCases.filter { texts[kind]?[$0] == nil }.map { (kind, $0) }
    }
  }

  /// The words that stand where a fact is not known; nil where none do.
  ///
  /// - Complexity: O(text).
  package func fallback(for fact: String, _ kind: Kind) -> TemplateBody? {
    for slot in Slot.allCases {
      for case .choice(let parts) in texts[kind]?[slot]?.pieces ?? [] {
        guard let first = parts.first, let last = parts.last, parts.count > 1,
          first.body.placeholders.contains(where: { $0.fact == fact })
        else { continue }
        return last.body
      }
    }
    return nil
  }

  /// The whole request, its parts in paragraphs: why and what, how and after, the two ways, the question.
  ///
  /// Nil when a part is missing.
  /// - Complexity: O(text).
  package func text(_ kind: Kind, _ render: (TemplateBody) -> String) -> String? {
    guard let texts = texts[kind], Slot.allCases.allSatisfy({ texts[$0] != nil }) else { return nil }
    let gap = ["ja", "zh", "th"].contains(locale.language) ? "" : " "
    let paragraphs: [[Slot]] = [[.why, .couldYou], [.how, .afterwards], [.guide, .call], [.which]]
    return paragraphs.map { slots in
      slots.compactMap { texts[$0].map(render) }.joined(separator: gap)
    }.joined(separator: "\n\n")
  }
}
