import DeskLink
import DeskModel

/// Rows, counts and places, answered before `handle` returns.
extension CombinedDesk {
  /// The desks that a query's filter admits and that have answered, each with how many rows it has.
  private struct Lists {
    /// Places of the desks.
    var desks: [Int] = []
    var counts: [Int] = []
    /// The first rows of each, as many as were asked for.
    var first: [[MergedRow]] = []
  }

  func queue(_ query: QueueQuery, offset: Int, limit: Int) -> Result<DeskAnswer, DeskError> {
    let (offset, limit) = (max(0, offset), max(0, limit))
    let admitted = scopes.map { $0.admits(query) }
    let isLone = admitted.count { $0 } == 1
    let isShallow = !isLone && limit <= QueueMerge.shallow && offset <= QueueMerge.shallow - limit
    // Where there is nothing to merge, or little before it, the first question gives the rows as well.
    let window = isLone ? (offset, limit) : (0, isShallow ? offset + limit : 0)
    let ahead = members.map { $0.vipAhead() }
    var lists = Lists()
    var counts = QueueCounts()
    var total = 0
    var failure: DeskError?
    var isAnswered = members.isEmpty
    for place in members.indices {
      let own = DeskRequest.queue(
        scopes[place].arriving(query), offset: window.0, limit: admitted[place] ? window.1 : 0)
      switch answerNow(of: place, to: own) {
      case .success(.queue(_, _, let rows, let own)):
        isAnswered = true
        for (view, count) in own.byView { counts.byView[view, default: 0] += count }
        counts.late += own.late
        guard admitted[place] else { continue }
        total += own.rows(of: query.view)
        if query.queue != nil { counts.whole = own.whole }
        lists.desks.append(place)
        lists.counts.append(own.rows(of: query.view))
        lists.first.append(rows.map { row($0, place, query.sort, ahead[place]) })
      case .success: failure = failure ?? .unsupported("a queue on the desk \(members[place].name)")
      case .failure(let error): failure = failure ?? scopes[place].leaving(error)
      }
    }
    if let failure, !isAnswered { return .failure(failure) }
    counts.total = query.isPlain && total == counts[query.view] ? nil : total
    let rows: [MergedRow]
    if isLone {
      rows = lists.first.first ?? []
    } else if isShallow {
      rows = QueueMerge.merged(lists.first.map { $0[...] }, skipping: offset, limit: limit)
    } else {
      rows = merge(lists, query, ahead).window(offset: offset, limit: limit)
    }
    return .success(.queue(query, offset: offset, rows: rows.map(\.summary), counts: counts))
  }

  /// The place among the rows of all desks; nil, too, while the conversation's own desk does not answer.
  func place(of id: ConversationID, in query: QueueQuery) -> Result<DeskAnswer, DeskError> {
    let nowhere = DeskAnswer.place(id, query, nil)
    guard let home = router.place(of: id), scopes[home].admits(query),
      let own = scopes[home].arriving(id)
    else { return .success(nowhere) }
    let ahead = members.map { $0.vipAhead() }
    let ownQuery = scopes[home].arriving(query)
    guard
      case .success(.place(_, _, let place?)) = answerNow(of: home, to: .place(of: own, in: ownQuery)),
      case .success(.queue(_, _, let rows, _)) = answerNow(
        of: home, to: .queue(ownQuery, offset: place, limit: 1)),
      let summary = rows.first, summary.id == own
    else { return .success(nowhere) }
    let wanted = row(summary, home, query.sort, ahead[home])
    var lists = Lists()
    for other in members.indices where other != home && scopes[other].admits(query) {
      let request = DeskRequest.queue(scopes[other].arriving(query), offset: 0, limit: 0)
      guard case .success(.queue(_, _, _, let counts)) = answerNow(of: other, to: request) else { continue }
      lists.desks.append(other)
      lists.counts.append(counts.rows(of: query.view))
    }
    let merge = merge(lists, query, ahead)
    let before = lists.desks.indices.reduce(0) { $0 + merge.count(before: wanted, in: $1) }
    return .success(.place(id, query, place + before))
  }

  func counts(_ queries: [QueueQuery]) -> Result<DeskAnswer, DeskError> {
    var result: [QueueQuery: Int] = [:]
    for query in queries { result[query] = 0 }
    var failure: DeskError?
    var isAnswered = members.isEmpty
    for place in members.indices {
      let admitted = result.keys.filter { scopes[place].admits($0) }
      // Nothing of this desk is counted.
      if admitted.isEmpty {
        isAnswered = true
        continue
      }
      let own = Dictionary(uniqueKeysWithValues: admitted.map { ($0, scopes[place].arriving($0)) })
      switch answerNow(of: place, to: .counts(Array(Set(own.values)))) {
      case .success(.counts(let counts)):
        isAnswered = true
        for (query, ownQuery) in own { result[query, default: 0] += counts[ownQuery] ?? 0 }
      case .success: failure = failure ?? .unsupported("counts on the desk \(members[place].name)")
      case .failure(let error): failure = failure ?? scopes[place].leaving(error)
      }
    }
    if let failure, !isAnswered { return .failure(failure) }
    return .success(.counts(result))
  }

  private func merge(_ lists: Lists, _ query: QueueQuery, _ ahead: [Int64]) -> QueueMerge {
    QueueMerge(counts: lists.counts) { [self] list, offset, limit in
      let place = lists.desks[list]
      let request = DeskRequest.queue(scopes[place].arriving(query), offset: offset, limit: limit)
      guard case .success(.queue(_, _, let rows, _)) = answerNow(of: place, to: request) else { return [] }
      return rows.map { row($0, place, query.sort, ahead[place]) }
    }
  }

  private func row(
    _ summary: ConversationSummary, _ place: Int, _ sort: QueueSort, _ ahead: Int64
  ) -> MergedRow {
    MergedRow(scopes[place].leaving(summary), sort: sort, vipAhead: ahead)
  }
}
