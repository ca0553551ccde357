package import LocalePacks

/// A guided script: what to do in a hard moment, step by step.
package struct GuidedScript: Sendable, Hashable {
  /// The folder's name below `scripts`.
  package var id: String
  /// The locale of the file.
  package var locale: LocaleTag
  /// The heading.
  package var title: String
  /// The moment that it is for.
  package var moment: String
  /// The steps in their order.
  package var steps: [Step]
  /// Whether a native speaker has read it.
  package var review: ReviewStatus
  /// The path of the file, for messages.
  package var file: String

  /// One step.
  package struct Step: Sendable, Hashable {
    /// What it is about, in a few words.
    package var title: String
    /// What to ask, say, leave and do, in the order of the file.
    package var items: [Item]
    /// The line of its heading, from 1.
    package var line: Int
  }

  /// What an item of a step is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A question for the customer, ready to be sent.
    case ask
    /// A sentence for the customer, ready to be sent.
    case say
    /// What not to say or do, and why.
    case not
    /// What the agent does.
    case `do`
  }

  /// One thing to ask, say, leave or do.
  package struct Item: Sendable, Hashable {
    /// What it is.
    package var kind: Kind
    /// The words; those for the customer may hold placeholders.
    package var text: TemplateBody
    /// The words as they stand in the file.
    package var source: String
    /// Its line, from 1.
    package var line: Int
  }
}
