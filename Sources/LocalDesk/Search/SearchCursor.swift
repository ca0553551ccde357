/// Where a search goes on; as text it is the `next` of a page.
///
/// A search goes from the end to the start: first over the rows (subjects, names, tags), then over the journal.
/// What is added meanwhile lies behind it, so that a cursor stays valid.
struct SearchCursor: Sendable, Hashable {
  enum Place: Sendable, Hashable {
    /// Rows before this one are left, and the whole journal.
    case rows(before: Int)
    /// The journal before a byte of a segment is left; of the last line there the first hits are known.
    case journal(segment: Int, before: Int, skip: Int)
  }

  var place: Place
  /// Where the journal ended when the search began.
  var end: JournalPosition

  /// Reads a cursor; nil when it is none of ours.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard parts.count == 6, parts[0] == 1, parts.allSatisfy({ $0 >= 0 }) else { return nil }
    place =
      parts[3] == 0
      ? .rows(before: parts[4]) : .journal(segment: parts[3], before: parts[4], skip: parts[5])
    end = JournalPosition(segment: parts[1], offset: parts[2], line: 0)
  }

  init(_ place: Place, end: JournalPosition) {
    self.place = place
    self.end = end
  }

  /// Begins with a state of the desk.
  init(_ state: DeskState) {
    self.init(.rows(before: state.count), end: state.position)
  }

  /// Version, end of the journal (2), segment (0 for rows), place, hits to skip.
  var text: String {
    let numbers =
      switch place {
      case .rows(let row): [0, row, 0]
      case .journal(let segment, let before, let skip): [segment, before, skip]
      }
    return ([1, end.segment, end.offset] + numbers).map { String($0) }.joined(separator: ".")
  }
}
