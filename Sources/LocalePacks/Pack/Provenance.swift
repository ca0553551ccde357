/// How far a record of a pack can be trusted.
package enum RecordStatus: String, Sendable, Hashable, CaseIterable {
  /// A source says so.
  case sourced
  /// A native speaker has read it.
  case reviewed
  /// Nobody has confirmed it: such a record only ever hints.
  case unsourced
}

/// Which file a record or field of a resolved pack comes from.
package struct PackOrigin: Sendable, Hashable, CustomStringConvertible {
  /// The locale whose pack holds it.
  package let tag: LocaleTag
  /// The layer: `shipped`, `team`, `personal`.
  package let layer: String

  /// Makes an origin.
  package init(tag: LocaleTag, layer: String) {
    self.tag = tag
    self.layer = layer
  }

  /// `es-419`, or `id (team)` when it does not ship with the program.
  package var description: String { layer == "shipped" ? "\(tag)" : "\(tag) (\(layer))" }
}

/// Where a record comes from and who vouches for it.
package struct Provenance: Sendable, Hashable {
  /// Ids of sources, explained in the pack's `sources`.
  package let sources: [String]
  /// How far it can be trusted.
  package let status: RecordStatus
  /// The file.
  package let origin: PackOrigin
}

/// A source that records name.
package struct PackSource: Sendable, Hashable {
  /// The id by which records name it.
  package let id: String
  /// What it is: a title, an address, a version.
  package let reference: String
  /// Its licence; nil when only facts were taken.
  package let licence: String?
}

/// Prose for the agent in one or more languages; customers never see it.
package struct AgentText: Sendable, Hashable {
  /// By language; always has `en`.
  package let byLanguage: [String: String]

  /// The text in a language, else in English.
  package func text(in language: String) -> String { byLanguage[language] ?? byLanguage["en"] ?? "" }
}
