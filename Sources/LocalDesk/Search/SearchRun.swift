import DeskModel
import JSONText
import SystemCalls
import TextSearch

/// One slice of a search, on any thread: reads a state of the desk and the bytes that it knows.
struct SearchRun {
  let state: DeskState
  let journal: Journal
  let request: SearchRequest
  let words: SearchWords
  let now: Timestamp
  /// Bytes between looks at the clock.
  let chunk: Int
  /// Whether time is up.
  let isOver: () -> Bool
  private(set) var hits: [SearchHit] = []
  private(set) var cursor: SearchCursor?

  init(
    _ request: SearchRequest, from cursor: SearchCursor, state: DeskState, journal: Journal, now: Timestamp,
    chunk: Int, isOver: @escaping () -> Bool
  ) {
    self.state = state
    self.journal = journal
    self.request = request
    self.now = now
    self.chunk = max(1, chunk)
    self.isOver = isOver
    self.cursor = cursor
    words = SearchWords(request.text)
  }

  private var limit: Int { max(1, request.limit) }

  /// Searches until time is up, the limit is reached or nothing is left.
  mutating func run() throws(SystemError) -> SearchPage {
    if words.isEmpty { cursor = nil }
    if case .rows(let row) = cursor?.place { searchRows(before: row) }
    if case .journal(let segment, let before, let skip) = cursor?.place, hits.count < limit {
      try searchJournal(segment, before, skip)
    }
    hits.sort { $0.at > $1.at }
    return SearchPage(hits: hits, next: cursor?.text, progress: progress)
  }

  private mutating func goOn(_ place: SearchCursor.Place?) {
    cursor = place.flatMap { place in cursor.map { SearchCursor(place, end: $0.end) } }
  }

  private var progress: Int {
    guard let cursor else { return 1_000 }
    guard case .journal(let segment, let before, _) = cursor.place else { return 0 }
    func bytes(_ segment: Int, _ offset: Int) -> Int {
      guard segment > 1 else { return offset }
      return (1..<segment).reduce(offset) { $0 + ((try? journal.size($1)) ?? 0) }
    }
    let total = max(1, bytes(cursor.end.segment, cursor.end.offset))
    return max(0, min(999, 1_000 - bytes(segment, before) * 1_000 / total))
  }

  // MARK: - Rows

  private mutating func searchRows(before first: Int) {
    let scan = RowScan(state, words, chunk: chunk)
    var row = min(first, state.count)
    while row > 0 {
      let piece = scan.piece(before: row)
      for number in piece.rows {
        if hits.count >= limit { return goOn(.rows(before: number + 1)) }
        if let hit = headerHit(UInt32(truncatingIfNeeded: number)) { hits.append(hit) }
      }
      row = piece.first
      if isOver() { return goOn(.rows(before: row)) }
    }
    let end = state.position
    goOn(end.segment == 0 ? nil : .journal(segment: end.segment, before: end.offset, skip: 0))
  }

  private func headerHit(_ number: UInt32) -> SearchHit? {
    guard let row = state.row(number) else { return nil }
    let summary = row.summary
    let texts = [summary.subject, summary.contactName] + summary.tags
    guard words.stand(in: texts), passes(summary) else { return nil }
    let excerpt = SearchExcerpt(texts.filter { !$0.isEmpty }.joined(separator: " · "), words: words)
    return SearchHit(
      summary: summary, entry: nil, at: summary.lastActivity, author: "", excerpt: excerpt.text,
      matches: excerpt.matches)
  }

  private func passes(_ summary: ConversationSummary) -> Bool {
    request.filter.isEmpty || request.filter.matches(summary, me: state.me.id, now: now)
  }

  // MARK: - Journal

  private mutating func searchJournal(_ first: Int, _ before: Int, _ skip: Int) throws(SystemError) {
    let end = state.position
    var segment = min(first, end.segment)
    var upper = first > end.segment ? end.offset : before
    var skip = skip
    while segment > 0 {
      let size = segment == end.segment ? end.offset : try journal.size(segment)
      upper = min(upper, size)
      if upper > 0 {
        let file = try MappedFile(journal.folder.segment(segment))
        let left = file.withBytes { bytes in
          search(bytes.extracting(0..<min(size, bytes.count)), segment, upper, skip)
        }
        if let left { return goOn(left) }
      }
      segment -= 1
      upper = .max
      skip = 0
    }
    goOn(nil)
  }

  /// Searches a segment backwards.
  ///
  /// - Returns: where to go on when time is up or the limit is reached; nil when the segment is done.
  private mutating func search(
    _ bytes: Span<UInt8>, _ segment: Int, _ first: Int, _ skip: Int
  ) -> SearchCursor.Place? {
    let frequencies = ByteScanner.histogram(bytes)
    let scanners = SearchAnchor.anchors(of: words, in: .json, frequencies: frequencies).map { anchor in
      ByteScanner(anchor.patterns.map { $0.places }, frequencies: frequencies)
    }
    guard let scanner = scanners.first else { return nil }
    let others = Array(scanners.dropFirst())
    var upper = first
    // Where the line starts whose first hits are known.
    let known = skip > 0 ? (bytes.lineFeed(before: first - 1) ?? -1) + 1 : .max
    while upper > 0 {
      let lower = max(0, upper - chunk)
      var scan = ByteScan(scanner, from: lower)
      while let place = scan.last(before: upper, in: bytes) {
        let site = SearchSite(bytes, at: place)
        guard let text = site.text else {
          upper = site.start
          continue
        }
        let line = (bytes.lineFeed(before: place) ?? -1) + 1..<(bytes.lineFeed(from: place) ?? bytes.count)
        guard line.upperBound < bytes.count, mayHold(bytes, text, others) else {
          upper = text.lowerBound
          continue
        }
        let found = self.found(bytes, line, segment)
        let done = line.lowerBound == known ? skip : 0
        let room = limit - hits.count
        hits += found.dropFirst(done).prefix(room)
        if found.count - done > room {
          return .journal(segment: segment, before: line.upperBound + 1, skip: done + room)
        }
        upper = line.lowerBound
        if hits.count >= limit || isOver() { return .journal(segment: segment, before: upper, skip: 0) }
      }
      upper = min(upper, lower)
      if isOver(), upper > 0 {
        return .journal(segment: segment, before: upper, skip: upper > known ? skip : 0)
      }
    }
    return nil
  }

  /// Whether all words stand in the JSON string whose quotes are at the ends of `range`.
  private func mayHold(_ bytes: Span<UInt8>, _ range: Range<Int>, _ others: [ByteScanner]) -> Bool {
    let part = bytes.extracting(range)
    for other in others {
      var scan = ByteScan(other, from: 0)
      if scan.last(before: part.count, in: part) == nil { return false }
    }
    var reader = JSONReader(part.array(0..<part.count))
    guard let text = try? reader.string() else { return false }
    return words.stand(in: [text])
  }

  /// The hits of a line, latest first.
  private func found(_ bytes: Span<UInt8>, _ line: Range<Int>, _ segment: Int) -> [SearchHit] {
    let lines = JournalLineReader(state: state, words: words, journal: journal)
    return lines.hits(bytes, line, segment) { passes($0) }
  }
}
