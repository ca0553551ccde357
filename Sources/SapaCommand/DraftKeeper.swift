import DeskModel
import Dispatch
import LocalDesk
import SystemCalls

/// Writes drafts one after the other, off the loop's thread.
final class DraftKeeper: Sendable {
  private let store: DraftStore
  private let queue = DispatchQueue(label: "sapa.drafts")

  init(_ store: DraftStore) { self.store = store }

  /// All drafts kept on disk, and a sentence for each file that could not be read.
  func loadAll() -> (drafts: [StoredDraft], problems: [String]) {
    do { return try store.loadAll() } catch { return ([], [error.description]) }
  }

  /// Begins to write a draft; an empty one removes its file.
  func save(_ draft: StoredDraft, done: @escaping @Sendable (String?) -> Void) {
    let store = store
    queue.async {
      do throws(SystemError) {
        if draft.isEmpty { try store.remove(draft.conversation) } else { try store.save(draft) }
        done(nil)
      } catch { done(error.reason) }
    }
  }

  /// Waits until everything begun is on disk.
  func flush() { queue.sync {} }
}
