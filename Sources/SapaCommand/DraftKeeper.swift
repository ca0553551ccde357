import DeskModel
import Dispatch
import LocalDesk
import SystemCalls

/// Writes drafts one after the other, off the loop's thread.
final class DraftKeeper: Sendable {
  private let store: DraftStore
  private let lock: DraftLock?
  private let mask: @Sendable (String) -> String
  private let onStep: @Sendable (String) -> Void
  private let queue = DispatchQueue(label: "sapa.drafts")

  /// Makes a keeper.
  ///
  /// `mask` puts marks in the place of secrets in what is being written; a reply that is held goes as it is. `onStep` is told `beforeDraftSave`, `afterDraftSave`, `beforeDraftRemove`, `afterDraftRemove`; for
  /// crash tests.
  init(
    desk: String, agent: AgentID, mask: @escaping @Sendable (String) -> String = { $0 },
    onStep: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    (store, lock) = DraftStore.claim(desk: desk, agent: agent)
    self.mask = mask
    self.onStep = onStep
  }

  /// All drafts kept on disk, and a sentence for each file that could not be read.
  func loadAll() -> (drafts: [StoredDraft], problems: [String]) {
    do { return try store.loadAll() } catch { return ([], [error.description]) }
  }

  /// Begins to write a draft; an empty one removes its file.
  func save(_ draft: StoredDraft, done: @escaping @Sendable (String?) -> Void) {
    let (store, mask, onStep) = (store, mask, onStep)
    queue.async {
      do throws(SystemError) {
        let name = draft.isEmpty ? "Remove" : "Save"
        onStep("beforeDraft" + name)
        if draft.isEmpty { try store.remove(draft.conversation) } else { try store.save(draft.masked(mask)) }
        onStep("afterDraft" + name)
        done(nil)
      } catch { done(error.reason) }
    }
  }

  /// Waits until everything begun is on disk.
  func flush() { queue.sync {} }
}

extension StoredDraft {
  /// The draft with marks in the place of secrets in its text.
  fileprivate func masked(_ mask: (String) -> String) -> StoredDraft {
    let text = mask(self.text)
    guard text != self.text else { return self }
    var draft = self
    draft.text = text
    draft.cursor = min(cursor, text.utf8.count)
    while !text.utf8.isEmpty, !text.isBoundary(draft.cursor) { draft.cursor -= 1 }
    return draft
  }
}

extension String {
  fileprivate func isBoundary(_ offset: Int) -> Bool {
    offset == 0 || utf8.index(utf8.startIndex, offsetBy: offset).samePosition(in: unicodeScalars) != nil
  }
}
