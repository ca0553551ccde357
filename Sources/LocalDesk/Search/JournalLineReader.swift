import DeskLink
import DeskModel
import SystemCalls
import TextSearch

/// Reads what was found in a line of the journal.
struct JournalLineReader {
  let state: DeskState
  let words: SearchWords
  let journal: Journal

  /// The hits of a line (without its LF), latest first; none for a line that the desk does not count.
  ///
  /// - Complexity: O(bytes of the line).
  func hits(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ segment: Int, passes: (ConversationSummary) -> Bool
  ) -> [SearchHit] {
    if let row = importedRow(line, segment) {
      let place = row.place.offset..<row.place.offset + row.place.length
      guard passes(row.summary), place.upperBound <= line.upperBound, !isReplaced(row, from: 0),
        let conversation = try? InterchangeReader.conversation(bytes.array(place))
      else { return [] }
      return conversation.entries.reversed().compactMap { hit($0, row.summary, conversation.contact) }
    }
    let lineBytes = bytes.array(line)
    guard let event = try? JournalEvent(reading: lineBytes, range: 0..<lineBytes.count),
      let row = state.find(event.conversation).flatMap({ state.row($0) }), passes(row.summary),
      let number = number(
        in: row, JournalPlace(segment: segment, offset: line.lowerBound, length: line.count)),
      !isReplaced(row, from: number + 1)
    else { return [] }
    switch event.content {
    case .said(let entry): return hit(entry, row.summary, nil).map { [$0] } ?? []
    case .mirrored(let conversation):
      return conversation.entries.reversed().compactMap { hit($0, row.summary, conversation.contact) }
    case .imported, .changed: return []
    }
  }

  /// Whether an event from a number on has put something else in the place of all that was before.
  private func isReplaced(_ row: DeskRow, from number: Int) -> Bool {
    row.events[number...].contains { journal.isMirror($0) }
  }

  private func hit(_ entry: Entry, _ summary: ConversationSummary, _ contact: Contact?) -> SearchHit? {
    guard words.stand(in: [entry.text]) else { return nil }
    let isContact = entry.author.id == contact?.id.rawValue && entry.author.name == nil
    let excerpt = SearchExcerpt(entry.text, words: words)
    return SearchHit(
      summary: summary, entry: entry.id, at: entry.at,
      author: isContact ? summary.contactName : entry.author.displayName, excerpt: excerpt.text,
      matches: excerpt.matches)
  }

  /// The row whose imported object stands in a line: rows stand in the order of the journal.
  private func importedRow(_ line: Range<Int>, _ segment: Int) -> DeskRow? {
    var low = 0
    var high = state.count
    while low < high {
      let middle = (low + high) / 2
      if place(middle) < (segment, line.upperBound) { low = middle + 1 } else { high = middle }
    }
    guard low > 0, place(low - 1) >= (segment, line.lowerBound) else { return nil }
    return state.row(UInt32(truncatingIfNeeded: low - 1))
  }

  private func place(_ number: Int) -> (Int, Int) {
    let row = UInt32(truncatingIfNeeded: number)
    return (
      Int(state.load(UInt32.self, row, RowField.placeSegment)),
      Int(clamping: state.load(UInt64.self, row, RowField.placeOffset))
    )
  }

  /// Which of a conversation's events a line is, from 0; they stand in the order of the journal.
  private func number(in row: DeskRow, _ wanted: JournalPlace) -> Int? {
    var low = 0
    var high = row.events.count
    while low < high {
      let middle = (low + high) / 2
      let event = row.events[middle]
      if (event.segment, event.offset) < (wanted.segment, wanted.offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < row.events.count && row.events[low] == wanted ? low : nil
  }
}
