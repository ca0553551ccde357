import DeskLink
import DeskModel
import Synchronization
import SystemCalls

extension EmbeddedDesk {
  /// Answers a slice of a search; on the queue for what is slow.
  ///
  /// Subjects, names and tags come first, then what was said, from the end of the journal to its start.
  func search(_ request: SearchRequest) throws(DeskError) -> SearchPage {
    let snapshot = state.withLock { $0 }
    var cursor = SearchCursor(snapshot)
    if let after = request.after {
      guard let known = SearchCursor(after) else { throw .unsupported("going on from \(after)") }
      cursor = known
    }
    let deadline = SystemClock.monotonicMilliseconds() + options.searchSlice
    var run = SearchRun(
      request, from: cursor, state: snapshot, journal: journal, now: clock(), chunk: options.searchChunk,
      isOver: { SystemClock.monotonicMilliseconds() >= deadline })
    do throws(SystemError) { return try run.run() } catch {
      throw .away(reason: error.description)
    }
  }
}
