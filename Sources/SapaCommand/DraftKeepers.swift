import CombinedDesk
import ConsoleCore
import DeskModel
import LocalDesk

/// Keeps each draft with the desk of its conversation, under that desk's own ids.
///
/// A desk has thus the same drafts whether it is opened alone or with others.
final class DraftKeepers: Sendable {
  private struct Part: Sendable {
    /// Nil for a desk by itself, whose ids are its own.
    let scope: DeskScope?
    let keeper: DraftKeeper
  }

  private let parts: [Part]

  /// Makes the keeper of one desk by itself.
  init(
    desk: String, agent: AgentID, mask: @escaping @Sendable (String) -> String = { $0 },
    onStep: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    parts = [Part(scope: nil, keeper: DraftKeeper(desk: desk, agent: agent, mask: mask, onStep: onStep))]
  }

  /// Makes the keepers of desks of the config, at least one, each with its name and folder.
  init(
    _ desks: [(name: String, folder: String)], me: Agent,
    mask: @escaping @Sendable (String) -> String = { $0 },
    onStep: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    parts = desks.map { desk in
      Part(
        scope: DeskScope(desk.name, me: me),
        keeper: DraftKeeper(desk: desk.folder, agent: me.id, mask: mask, onStep: onStep))
    }
  }

  /// All drafts kept on disk, and a sentence for each file that could not be read.
  func loadAll() -> (drafts: [StoredDraft], problems: [String]) {
    var result: (drafts: [StoredDraft], problems: [String]) = ([], [])
    for (number, part) in parts.enumerated() {
      let (drafts, problems) = part.keeper.loadAll()
      result.problems += problems
      for draft in drafts {
        // The one answer to many is of no desk; it lies with the first.
        if draft.conversation == BulkReply.draftID {
          if number == 0 { result.drafts.append(draft) }
        } else {
          result.drafts.append(part.scope?.leaving(draft) ?? draft)
        }
      }
    }
    return result
  }

  /// Begins to write a draft; an empty one removes its file.
  func save(_ draft: StoredDraft, done: @escaping @Sendable (String?) -> Void) {
    if draft.conversation == BulkReply.draftID, let first = parts.first {
      return first.keeper.save(draft, done: done)
    }
    for part in parts {
      guard let scope = part.scope else { return part.keeper.save(draft, done: done) }
      if let own = scope.arriving(draft) { return part.keeper.save(own, done: done) }
    }
    done("no desk here has the conversation \(draft.conversation.rawValue)")
  }

  /// Waits until everything begun is on disk.
  func flush() {
    for part in parts { part.keeper.flush() }
  }
}
