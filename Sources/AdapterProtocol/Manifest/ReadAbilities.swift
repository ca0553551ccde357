package import DeskModel

/// How the entries of a thread hang together.
package enum ThreadShape: String, Sendable, Hashable, CaseIterable {
  /// One after the other.
  case list
  /// An answer hangs under what it answers; strangers write, too.
  case tree
}

/// How we learn what we may do.
package enum RightsDiscovery: String, Sendable, Hashable, CaseIterable {
  /// Conversations and entries carry `allowed`.
  case told
  /// Try and see: outcome `denied`.
  case tried
}

/// Whether channels close.
package enum WindowRule: String, Sendable, Hashable, CaseIterable {
  case none
  /// A conversation may carry `replyWindow`.
  case perConversation
}

/// How well the backend counts.
package enum TotalKnowledge: String, Sendable, Hashable, CaseIterable {
  /// It knows.
  case exact
  /// It knew a while ago.
  case lagging
  /// It counts only to a limit, or what we may see.
  case partial
  /// It does not count.
  case none
}

/// What templates can be read.
package enum TemplateSupport: String, Sendable, Hashable, CaseIterable {
  case none
  /// Texts.
  case texts
  /// Texts and macros; each says how it is executed.
  case macros
}

/// Whether the backend searches.
package enum SearchSupport: String, Sendable, Hashable, CaseIterable {
  /// It does not; the console searches in what it has.
  case none
  /// For words, as the console means them.
  case words
  /// In its own language; the console passes the text on.
  case own
}

/// Whether the backend knows who is where.
package enum PresenceSupport: String, Sendable, Hashable, CaseIterable {
  case none
  /// It tells, but does not listen.
  case read
  /// It tells and listens.
  case both
}

/// How a backend is read.
package struct ReadAbilities: Sendable, Hashable {
  /// How entries hang together.
  package var shape: ThreadShape
  /// The orders in which a thread's pages can come; not empty.
  package var orders: [ThreadOrder]
  /// The most entries that a thread gives; nil: all.
  package var threadEntries: Int?
  /// The conditions that it applies itself.
  package var filters: [FilterName]
  /// The orders that it knows.
  package var sorts: [QueueSort]
  /// How well it counts.
  package var totals: TotalKnowledge
  /// How we learn what we may do.
  package var rights: RightsDiscovery
  /// Whether channels close.
  package var windows: WindowRule
  /// What templates it has.
  package var templates: TemplateSupport
  /// Whether it searches.
  package var search: SearchSupport
  /// How far back it searches; nil: everything.
  package var searchDays: Int?
  /// Whether it knows who is where.
  package var presence: PresenceSupport

  /// Makes it; what is not said is not there.
  package init(
    shape: ThreadShape, orders: [ThreadOrder], threadEntries: Int? = nil, filters: [FilterName] = [],
    sorts: [QueueSort] = [], totals: TotalKnowledge, rights: RightsDiscovery, windows: WindowRule = .none,
    templates: TemplateSupport = .none, search: SearchSupport = .none, searchDays: Int? = nil,
    presence: PresenceSupport = .none
  ) {
    self.shape = shape
    self.orders = orders
    self.threadEntries = threadEntries
    self.filters = filters
    self.sorts = sorts
    self.totals = totals
    self.rights = rights
    self.windows = windows
    self.templates = templates
    self.search = search
    self.searchDays = searchDays
    self.presence = presence
  }
}

extension ThreadShape: WireWord {}
extension RightsDiscovery: WireWord {}
extension WindowRule: WireWord {}
extension TotalKnowledge: WireWord {}
extension TemplateSupport: WireWord {}
extension SearchSupport: WireWord {}
extension PresenceSupport: WireWord {}

extension ReadAbilities: WireRecord {
  static var blank: ReadAbilities { ReadAbilities(shape: .list, orders: [], totals: .none, rights: .tried) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("shape", &shape)
    try coder.required("orders", &orders)
    try coder.optional("threadEntries", &threadEntries)
    try coder.usual("filters", &filters, [])
    try coder.usual("sorts", &sorts, [])
    try coder.required("totals", &totals)
    try coder.required("rights", &rights)
    try coder.usual("windows", &windows, .none)
    try coder.usual("templates", &templates, .none)
    try coder.usual("search", &search, .none)
    try coder.optional("searchDays", &searchDays)
    try coder.usual("presence", &presence, .none)
  }

  func check() throws(ProtocolError) {
    if orders.isEmpty { throw .field(path: "orders", expected: "at least one order", found: "none") }
  }
}
