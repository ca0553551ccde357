import DeskModel
import Dispatch
import LocalDesk
import LocalePacks
import Safeguards
import Synchronization

/// Finds secrets for desks, drafts and logs.
///
/// The words are read when the first text is looked at, and once.
final class SecretFilter: Sendable {
  private let folders: PackFolders
  private let hours: Int
  private let loaded = Mutex<Loaded?>(nil)

  private struct Loaded: Sendable {
    var scan: SecretScan
    var mask: ConversationMask
    var problems: [PackProblem]
  }

  /// A filter with the words in some folders; `hours` is how long a secret is held after the customer wrote it.
  init(_ folders: PackFolders, hours: Int) {
    self.folders = folders
    self.hours = hours
  }

  /// What a desk does with what comes in.
  var ingest: IngestFilter {
    IngestFilter(lifetime: Int64(hours) * 3_600) { [self] conversation, earlier in
      load().mask.masked(conversation, after: earlier)
    }
  }

  /// A conversation that goes onto no desk, with marks in the place of secrets; nil when there is no secret in it.
  func masked(_ conversation: Conversation) -> MaskedConversation? { load().mask.masked(conversation) }

  /// Reads the words behind the scenes a moment from now, so that the first draft need not wait for them.
  func loadSoon() {
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + .milliseconds(500)) { [weak self] in
      _ = self?.load()
    }
  }

  /// Finds secrets in messages.
  var scan: SecretScan { load().scan }

  /// What is wrong with the files of words.
  var problems: [PackProblem] { load().problems }

  /// A text by itself, with marks in the place of secrets.
  ///
  /// - Complexity: O(text).
  func masked(_ text: String) -> String {
    MaskedText.masked(text, scan.spans(in: text, after: []))
  }

  private func load() -> Loaded {
    loaded.withLock { loaded in
      if let loaded { return loaded }
      let (files, unread) = folders.secretWords()
      let (words, wrong) = SecretWords.read(files)
      let scan = SecretScan(words: words)
      let made = Loaded(scan: scan, mask: ConversationMask(scan), problems: unread + wrong)
      loaded = made
      return made
    }
  }
}
