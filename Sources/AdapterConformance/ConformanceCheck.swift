/// A place in the specification.
package struct SpecificationPlace: Sendable, Hashable {
  /// A page of the catalogue of AdapterProtocol.
  package enum Page: String, Sendable, Hashable, CaseIterable {
    case adapterProtocol = "AdapterProtocol"
    case methods = "Methods"
    case objects = "Objects"
    case manifest = "Manifest"
    case outcomes = "Outcomes"
    case security = "Security"
  }

  /// The page.
  package let page: Page
  /// The heading there, without back ticks; nil for what stands before the first one.
  package let heading: String?

  init(_ page: Page, _ heading: String? = nil) {
    self.page = page
    self.heading = heading
  }

  /// Such as `Methods.md, thread`.
  package var description: String { page.rawValue + ".md" + (heading.map { ", " + $0 } ?? "") }
}

/// One thing that the specification says of adapters, and how it is looked at.
package struct ConformanceCheck: Sendable {
  /// Such as `thread.order`: the group and what of it.
  package let id: String
  /// What must hold, in a sentence.
  package let title: String
  /// Where the specification says so.
  package let place: SpecificationPlace
  /// Whether it writes into a conversation, which a person has to allow.
  package let writes: Bool
  let body: @Sendable (Probe) throws(Finding) -> Void

  init(
    _ id: String, _ title: String, _ place: SpecificationPlace, writes: Bool = false,
    _ body: @escaping @Sendable (Probe) throws(Finding) -> Void
  ) {
    self.id = id
    self.title = title
    self.place = place
    self.writes = writes
    self.body = body
  }

  /// The part of the id before the point.
  package var group: String { id.split(separator: ".").first.map(String.init) ?? id }
}

/// All checks, in the order in which they are made.
package enum ConformanceTable {
  /// The checks; those of a group stand together, and what looks back at the whole run stands last.
  package static let checks: [ConformanceCheck] =
    StartChecks.all + ManifestChecks.all + FramingChecks.all + CallChecks.all + ListChecks.all
    + ConversationsChecks.all + FilterChecks.all + ConversationChecks.all + ThreadChecks.all
    + ContactChecks.all + TemplateChecks.all + AttachmentChecks.all + SearchChecks.all + ChangesChecks.all
    + SayChecks.all + KeyChecks.all + StepChecks.all + EntryStepChecks.all + ConflictChecks.all
    + ReconcileChecks.all + KillChecks.all + UploadChecks.all + EndingChecks.all + TokenChecks.all
    + OutputChecks.all

  /// The groups, in the same order.
  package static let groups: [String] = checks.reduce(into: []) { groups, check in
    if groups.last != check.group { groups.append(check.group) }
  }
}
