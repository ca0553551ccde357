import DeskModel
import JSONText
import LocalDesk
import LocalePacks
import ReplyTemplates
import SystemCalls

/// Learns from desks which answers colleagues picked in which moments.
///
/// Whatever our own agent sent is left out: those picks are learned when they are made.
struct TeamPicks: Sendable {
  /// Of a desk that is read for the first time no more conversations than these are read, the latest.
  static let firstConversations = 5_000
  /// How far back a desk is read, in seconds: habits of more than half a year ago help nobody.
  static let reach: Int64 = 183 * 86_400

  let me: AgentID
  let recognizer: ReplyRecognizer
  let now: Timestamp

  /// A pick, and the moment in which it was made.
  struct Pick: Sendable, Hashable {
    var answer: AnswerID
    var context: PickContext
  }

  /// What colleagues picked on a desk since a moment.
  ///
  /// - Returns: the picks, and the time of the latest reply of ours that was read; nil when there was none.
  /// - Complexity: O(conversations, and bytes of those in which something was said since).
  func picks(
    on desk: EmbeddedDesk, since: Timestamp?, goesOn: () -> Bool
  ) -> (picks: [Pick], latest: Timestamp?) {
    let start = since.map { max($0, now.adding(seconds: -Self.reach)) } ?? firstStart(on: desk)
    var (picks, latest) = ([Pick](), Timestamp?.none)
    _ = desk.walk(.imported, where: { goesOn() && $0.lastActivity > start }) { stored, _, _ in
      visit(stored.conversation) { entry, answer, context in
        guard entry.at > start else { return }
        latest = latest.map { max($0, entry.at) } ?? entry.at
        if entry.author.id != me.rawValue, let answer {
          picks.append(Pick(answer: answer, context: context))
        }
      }
    }
    return (picks, latest)
  }

  /// Where a desk that is read for the first time is begun.
  private func firstStart(on desk: EmbeddedDesk) -> Timestamp {
    let floor = now.adding(seconds: -Self.reach)
    var times: [Timestamp] = []
    func isLate(_ summary: ConversationSummary) -> Bool {
      if summary.lastActivity > floor { times.append(summary.lastActivity) }
      return false
    }
    _ = desk.walk(.imported, where: isLate) { _, _, _ in }
    if times.count <= Self.firstConversations { return floor }
    times.sort(by: >)
    return times[Self.firstConversations]
  }

  /// Our replies in a conversation, each with the moment in which it was written.
  private func visit(
    _ conversation: Conversation, _ body: (Entry, AnswerID?, PickContext) -> Void
  ) {
    let locale = (conversation.locale ?? conversation.contact.locale).flatMap { LocaleTag($0) }
    var context = PickContext(
      language: locale?.language, channel: conversation.channel, tags: conversation.tags)
    for entry in conversation.entries {
      if entry.isFromOutside {
        context.message = String((context.message + "\n" + entry.text).suffix(2_000))
      } else if entry.isOurAnswer, entry.author.kind == .agent {
        let answer =
          entry.templates.lazy.compactMap { VariantID($0.variant)?.answer }.first
          ?? recognizer.variant(
            of: entry.text, isPublic: entry.audience == .world, conversationTags: conversation.tags)?.answer
        body(entry, answer, context)
        context.previous = context.previous.suffix(1) + [answer.map { .answer($0) } ?? .freehand]
        context.message = ""
      }
    }
  }
}

/// Up to which moment the picks on each desk were learned.
struct TeamPickMarks: Sendable, Hashable {
  /// By the desk's folder.
  var marks: [String: Timestamp] = [:]

  init() {}

  /// Reads what `bytes` has written; nothing of what is something else.
  init(_ bytes: [UInt8]) {
    for member in (try? JSONDocument(bytes))?.root.members ?? [] {
      if let at = member.value.int { marks[member.key] = Timestamp(milliseconds: Int64(at)) }
    }
  }

  /// A JSON object of folders and milliseconds since the Unix epoch.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (folder, at) in marks.sorted(by: { $0.key < $1.key }) {
      writer.key(folder)
      writer.int(Int(at.milliseconds))
    }
    writer.endObject()
    return writer.bytes
  }
}
