import DeskModel
import Rehearsals
import Safeguards

/// What the console's checks find in the replies of a run, as they do in earnest.
struct RunJudge {
  /// Reads packs when they are needed first, and keeps them.
  private(set) var judge: DraftJudge
  private let conversation: Conversation
  private let me: Agent

  init(_ judge: DraftJudge, _ setup: Setup, _ scenario: Scenario, lists: [String: [String]]) {
    self.judge = judge
    me = setup.me
    conversation =
      RehearsalStage(
        Rehearsal(scenario, lists: lists, seed: 1), now: Setup.systemNow(), trainee: setup.me,
        names: RehearsalStage.Names(trainer: "Trainer", page: "Page")
      ).conversation
  }

  /// The facts of a reply after what was said before it.
  mutating func facts(_ text: String, _ turns: [RehearsalTurn]) -> ReplyFacts {
    let isPublic = conversation.shape == .publicThread
    let audience: Audience = isPublic ? .world : .customer
    var thread = conversation.entries
    for (place, turn) in turns.enumerated() {
      let author: Author
      let said: String
      switch turn.what {
      case .customer(let text):
        author = Author(
          kind: .customer, id: conversation.contact.id.rawValue, name: conversation.contact.full)
        said = text
      case .reply(let facts, _, _):
        author = Author(kind: .agent, id: me.id.rawValue, name: me.name)
        said = facts.text
      default: continue
      }
      thread.append(
        Entry(
          id: EntryID("turn-\(place)"), at: Timestamp(milliseconds: turn.at), author: author,
          audience: audience,
          kind: isPublic ? .comment : .message, text: said))
    }
    let draft = Draft(
      text: text, audience: audience, kind: isPublic ? .comment : .message,
      locale: conversation.locale, channel: conversation.channel, contact: conversation.contact,
      thread: thread,
      parent: isPublic
        ? thread.last { $0.isFromOutside && $0.author.id == conversation.contact.id.rawValue }?.id : nil,
      author: me.id)
    return ReplyFacts(
      text: text,
      findings: judge.findings(draft).map {
        ReplyFacts.Finding(
          rule: $0.rule, severity: $0.severity, sentence: $0.arguments.joined(separator: " "))
      })
  }
}
