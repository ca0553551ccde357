import AdapterProtocol
import DeskModel

/// Terms of a filter, and orders of rows.
enum FilterChecks {
  private static let place = SpecificationPlace(.methods, "conversations")

  static let all = [
    ConformanceCheck(
      "filter.named", "Terms that the manifest names are applied, or the answer says that they were not.",
      place, named),
    ConformanceCheck(
      "filter.unnamed", "Terms that the manifest does not name are told in `unfiltered`, or applied.", place,
      unnamed),
    ConformanceCheck(
      "filter.not", "A term with `not` is its opposite, or told in `unfiltered`.",
      SpecificationPlace(.objects, "Filter terms"), opposite),
    ConformanceCheck(
      "filter.several", "Of several terms those that were not applied are told by their places.", place,
      several),
    ConformanceCheck(
      "sort.named", "Rows come in an order that the manifest names, or the answer says that they do not.",
      place, sortNamed),
    ConformanceCheck(
      "sort.unnamed", "In an order that is not in the manifest the answer says `\"sorted\":false`.", place,
      sortUnnamed),
  ]

  /// A term, and a row for which it holds.
  private struct Sample {
    let term: QueueTerm
    let row: ConversationRow
    /// Whether rows show that it holds.
    var isVisible = true
  }

  /// One term of each name, made from what rows say.
  private static func samples(_ rows: [ConversationRow]) -> [FilterName: Sample] {
    var result: [FilterName: Sample] = [:]
    func offer(_ term: QueueTerm?, _ row: ConversationRow, isVisible: Bool = true) {
      guard let term, result[term.name] == nil else { return }
      result[term.name] = Sample(term: term, row: row, isVisible: isVisible)
    }
    for row in rows {
      let summary = row.summary
      offer(summary.tags.first.map { .tag($0) }, row)
      offer(summary.locale.map { .language($0) }, row)
      offer(.channel(summary.channel), row)
      offer(.status(summary.status), row)
      offer(summary.assignee.map { .assignee($0.id.rawValue) }, row)
      offer(summary.unreadCount > 0 ? .state(.unread) : nil, row)
      offer(summary.isVIP ? .state(.vip) : nil, row)
      offer(.quiet(.longer, 1), row)
      offer(summary.waitingSince.map { _ in .waiting(.longer, 1) }, row)
      offer(summary.due.map { _ in .due(.longer, -4_000_000_000) }, row)
      // A backend may look at more than a row shows.
      offer(.customer(summary.contactID.rawValue), row, isVisible: false)
      offer(.text(summary.subject.isEmpty ? summary.preview : summary.subject), row, isVisible: false)
    }
    return result
  }

  private static func samples(
    _ probe: Probe, areNamed: Bool
  ) throws(Finding) -> [Sample] {
    let filters = try probe.manifest().read.filters
    let found = samples(try probe.rows())
    return FilterName.allCases.compactMap { filters.contains($0) == areNamed ? found[$0] : nil }
  }

  private static func named(_ probe: Probe) throws(Finding) {
    guard try !probe.manifest().read.filters.isEmpty else {
      throw .notApplicable("the manifest names no terms")
    }
    let samples = try samples(probe, areNamed: true)
    if samples.isEmpty { throw .skipped("no row has what a term could look for") }
    for sample in samples { try judge(sample, [sample.term], probe, mayRefuse: false) }
  }

  private static func unnamed(_ probe: Probe) throws(Finding) {
    let samples = try samples(probe, areNamed: false)
    if samples.isEmpty { throw .notApplicable("the manifest names all terms that can be tried") }
    for sample in samples { try judge(sample, [sample.term], probe, mayRefuse: true) }
  }

  private static func opposite(_ probe: Probe) throws(Finding) {
    let samples = try samples(probe, areNamed: true).filter(\.isVisible)
    if samples.isEmpty { throw .notApplicable("the manifest names no terms that rows show") }
    for sample in samples {
      try judge(
        Sample(term: .not(sample.term), row: sample.row, isVisible: true), [.not(sample.term)], probe,
        mayRefuse: false)
    }
  }

  private static func several(_ probe: Probe) throws(Finding) {
    let (some, others) = (
      try samples(probe, areNamed: true).filter(\.isVisible), try samples(probe, areNamed: false)
    )
    guard let first = some.first, let second = others.first else {
      throw .notApplicable("there are not both, terms that the manifest names and others")
    }
    let (page, exchange) = try probe.conversationsPage(
      ConversationsParams(filter: [second.term, first.term], limit: 100))
    guard page.unfiltered.allSatisfy({ $0 < 2 }) else {
      throw exchange.failure("places of terms from 0 to 1 in unfiltered")
    }
    try judgeRows(page, [second.term, first.term], [second.isVisible, true], exchange, probe)
  }

  private static func judge(
    _ sample: Sample, _ terms: [QueueTerm], _ probe: Probe, mayRefuse: Bool
  ) throws(Finding) {
    let exchange = try probe.ask(.conversations(ConversationsParams(filter: terms, limit: 100)))
    if mayRefuse, case .fault(_, .unsupported)? = exchange.heard?.content { return }
    let page: ConversationsPage = try exchange.value(.conversations) {
      guard case .conversations(let page) = $0 else { return nil }
      return page
    }
    try judgeRows(page, terms, [sample.isVisible], exchange, probe)
    guard case .not = sample.term else {
      if page.next == nil, !page.items.contains(where: { $0.summary.id == sample.row.summary.id }) {
        throw exchange.failure(
          "\(sample.row.summary.id.rawValue) among the rows, for which the term holds")
      }
      return
    }
  }

  private static func judgeRows(
    _ page: ConversationsPage, _ terms: [QueueTerm], _ areVisible: [Bool], _ exchange: Exchange,
    _ probe: Probe
  ) throws(Finding) {
    let (me, now) = (try probe.manifest().me.id, probe.surroundings.now())
    for (place, term) in terms.enumerated() where areVisible[place] && !page.unfiltered.contains(place) {
      let filter = QueueFilter(terms: [term])
      for row in page.items where !filter.matches(row.summary, me: me, now: now) {
        throw exchange.failure(
          "rows for which term \(place) holds, or \(place) in unfiltered; it does not hold for \(row.summary.id.rawValue)"
        )
      }
    }
  }

  // MARK: - Orders

  /// Orders that rows show without knowing how a backend weighs deadlines.
  private static let visible: [QueueSort] = [.waiting, .newest, .oldest, .vip]

  private static func sortNamed(_ probe: Probe) throws(Finding) {
    let sorts = try probe.manifest().read.sorts
    if sorts.isEmpty { throw .notApplicable("the manifest names no orders") }
    for sort in sorts { try judge(sort, probe, mayRefuse: false) }
  }

  private static func sortUnnamed(_ probe: Probe) throws(Finding) {
    let sorts = try probe.manifest().read.sorts
    let others = visible.filter { !sorts.contains($0) }
    if others.isEmpty { throw .notApplicable("the manifest names all orders") }
    for sort in others { try judge(sort, probe, mayRefuse: true) }
  }

  private static func judge(_ sort: QueueSort, _ probe: Probe, mayRefuse: Bool) throws(Finding) {
    let exchange = try probe.ask(.conversations(ConversationsParams(sort: sort, limit: 100)))
    if mayRefuse, case .fault(_, .unsupported)? = exchange.heard?.content { return }
    let page: ConversationsPage = try exchange.value(.conversations) {
      guard case .conversations(let page) = $0 else { return nil }
      return page
    }
    guard page.isSorted, visible.contains(sort) else { return }
    for (row, next) in zip(page.items, page.items.dropFirst())
    where key(sort, row.summary) > key(sort, next.summary) {
      throw exchange.failure(
        "rows in the order \(sort.rawValue), or \"sorted\":false; \(row.summary.id.rawValue) stands before \(next.summary.id.rawValue)"
      )
    }
  }

  private static func key(_ sort: QueueSort, _ summary: ConversationSummary) -> Int64 {
    sort.key(
      waitingSince: summary.waitingSince?.milliseconds, lastActivity: summary.lastActivity.milliseconds,
      isVIP: summary.isVIP)
  }
}
