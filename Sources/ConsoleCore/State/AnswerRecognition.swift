package import DeskModel
package import LocalePacks
package import ReplyTemplates

/// Our replies in the open conversation and earlier ones to the same customer, to be read by somebody who has the time.
package struct AnswerRecognition: Sendable, Hashable {
  /// What it is true of.
  package var basis: AnswerUses.Basis
  /// The locale for which answers are written there; nil when it is not known.
  package var locale: LocaleTag?
  /// Reads replies in that language.
  package var reader: ReplyReader
  /// All entries of the conversation, oldest first.
  package var thread: [Entry]
  /// What we said to the customer before, oldest first.
  package var earlier: [EarlierReplies.Reply]
  /// Names that make no difference between replies; from outside.
  package var names: [String]
  /// What replies say themselves of the variants that they were made from.
  package var known: AnswerUses

  /// The most replies whose variant is looked for, the last ones.
  package static let limit = 200
}

/// What was found out about our replies.
package struct ReadReplies: Sendable, Hashable {
  /// Which variants they were made from.
  package var uses: AnswerUses
  /// What we have said in the conversation.
  package var thread: PreparedReplies
  /// What we have said to the customer elsewhere.
  package var elsewhere: PreparedReplies
  /// Replies in the conversation that say nearly the same.
  package var clusters: ReplyClusters

  /// Makes a result.
  package init(
    uses: AnswerUses, thread: PreparedReplies, elsewhere: PreparedReplies, clusters: ReplyClusters
  ) {
    self.uses = uses
    self.thread = thread
    self.elsewhere = elsewhere
    self.clusters = clusters
  }

  /// Reads them.
  ///
  /// - Parameters:
  ///   - recognition: what is to be read.
  ///   - before: what was read of the same conversation before; what has not changed since is not read again.
  ///   - library: the answers; nil when there are none.
  /// - Complexity: O(new replies × replies × words).
  package init(_ recognition: AnswerRecognition, after before: ReadReplies?, _ library: AnswerLibrary?) {
    let reader = recognition.reader
    let isSame =
      before?.uses.basis.conversation == recognition.basis.conversation && before?.thread.reader == reader
    var thread = isSame ? before?.thread ?? PreparedReplies(reader) : PreparedReplies(reader)
    thread.update(recognition.thread, names: recognition.names)
    var elsewhere = PreparedReplies(reader)
    for reply in recognition.earlier {
      elsewhere.append(
        EarlierReply(
          text: reply.entry.text, at: reply.entry.at, author: reply.entry.author.displayName,
          conversation: reply.conversation, entry: reply.entry.id), names: recognition.names)
    }
    var clusters = isSame ? before?.clusters ?? ReplyClusters() : ReplyClusters()
    clusters.update(thread)
    self.init(uses: recognition.known, thread: thread, elsewhere: elsewhere, clusters: clusters)
    guard let library, let locale = recognition.locale else { return }
    var recognizer = AnswerRecognizer(
      library.set, index: library.index, library.family, for: locale, reader: reader)
    let said = Set(uses.here.map(\.entry))
    for reply in thread.replies.suffix(AnswerRecognition.limit) {
      guard let entry = reply.entry, !said.contains(entry),
        let found = recognizer.match(Self.text(of: entry, recognition.thread), reply.text)
      else { continue }
      let use = AnswerUse(variant: found.variant, entry: entry, at: reply.at, by: reply.author)
      if found.percent >= AnswerRecognizer.madeFrom {
        uses.here.append(use)
      } else {
        uses.nearlySaid[found.variant] = use
      }
    }
    uses.here.sort { ($0.at, $0.entry.rawValue) < ($1.at, $1.entry.rawValue) }
    let saidBefore = Set(uses.earlier.map(\.entry))
    for (reply, earlier) in zip(elsewhere.replies, recognition.earlier).suffix(AnswerRecognition.limit)
    where !saidBefore.contains(earlier.entry.id) {
      if let found = recognizer.match(earlier.entry.text, reply.text),
        found.percent >= AnswerRecognizer.madeFrom
      {
        uses.earlier.append(
          AnswerUse(variant: found.variant, entry: earlier.entry.id, at: reply.at, by: reply.author))
      }
    }
    uses.earlier.sort { ($0.at, $0.entry.rawValue) < ($1.at, $1.entry.rawValue) }
  }

  private static func text(of id: EntryID, _ thread: [Entry]) -> String {
    thread.last { $0.id == id }?.text ?? ""
  }
}
