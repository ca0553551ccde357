import DeskModel
import Dispatch
import LocalDesk
import SystemCalls

/// Writes drafts one after the other, off the loop's thread.
final class DraftKeeper: Sendable {
  private let store: DraftStore
  private let lock: DraftLock?
  private let onStep: @Sendable (String) -> Void
  private let queue = DispatchQueue(label: "sapa.drafts")

  /// Makes a keeper.
  ///
  /// `onStep` is told `beforeDraftSave`, `afterDraftSave`, `beforeDraftRemove`, `afterDraftRemove`; for
  /// crash tests.
  init(desk: String, agent: AgentID, onStep: @escaping @Sendable (String) -> Void = { _ in }) {
    (store, lock) = DraftStore.claim(desk: desk, agent: agent)
    self.onStep = onStep
  }

  /// All drafts kept on disk, and a sentence for each file that could not be read.
  func loadAll() -> (drafts: [StoredDraft], problems: [String]) {
    do { return try store.loadAll() } catch { return ([], [error.description]) }
  }

  /// Begins to write a draft; an empty one removes its file.
  func save(_ draft: StoredDraft, done: @escaping @Sendable (String?) -> Void) {
    let (store, onStep) = (store, onStep)
    queue.async {
      do throws(SystemError) {
        let name = draft.isEmpty ? "Remove" : "Save"
        onStep("beforeDraft" + name)
        if draft.isEmpty { try store.remove(draft.conversation) } else { try store.save(draft) }
        onStep("afterDraft" + name)
        done(nil)
      } catch { done(error.reason) }
    }
  }

  /// Waits until everything begun is on disk.
  func flush() { queue.sync {} }
}
