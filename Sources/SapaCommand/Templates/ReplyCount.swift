import DeskModel
import LocalDesk
import LocalePacks
import ReplyTemplates

/// Counts on desks what became of the replies that were made from answers.
struct ReplyCount {
  private let set: TemplateSet
  private let recognizer: ReplyRecognizer

  init(_ set: TemplateSet) {
    self.set = set
    recognizer = ReplyRecognizer(set, index: AnswerIndex(set.sorted.map(IndexedAnswer.init)))
  }

  /// Reads all conversations.
  ///
  /// `goesOn` says whether anybody still wants to know; `onStep` is told how many of a desk's conversations have been
  /// read, and how many there are.
  /// - Returns: the statistics, and a sentence for each conversation that could not be read.
  /// - Complexity: O(bytes of the desks).
  func statistics(
    of desks: [EmbeddedDesk], now: Timestamp, locales: [LocaleTag] = [], only: AnswerID? = nil,
    goesOn: () -> Bool = { true }, onStep: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> (SetStatistics, problems: [String]) {
    var replies: [SentVariant] = []
    var problems: [String] = []
    for desk in desks {
      problems += desk.walk(.imported, where: { _ in goesOn() }) { stored, done, total in
        replies += SentVariant.all(in: stored.conversation, now: now) { entry in
          recognizer.variant(
            of: entry.text, isPublic: entry.audience == .world,
            conversationTags: stored.conversation.tags)
        }
        onStep(done, total)
      }
    }
    return (SetStatistics(replies, in: set, now: now, locales: locales, only: only), problems)
  }
}
