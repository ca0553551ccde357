import DeskModel
import Testing

@Suite("Summary of a conversation")
struct ConversationSummaryTests {
  private static func entry(
    _ number: Int, _ kind: AuthorKind, _ audience: Audience = .customer, _ entryKind: EntryKind = .message,
    text: String = "x"
  ) -> Entry {
    Entry(
      id: EntryID("e-\(number)"), at: Timestamp(milliseconds: Int64(number) * 1_000),
      author: Author(kind: kind, id: "i"), audience: audience, kind: entryKind, text: text)
  }

  private func conversation(_ entries: [Entry], status: String = "open", readUpTo: EntryID? = nil)
    -> Conversation
  {
    Conversation(
      id: "c", status: status, contact: Contact(id: "u", full: "Dewi"), entries: entries,
      deadlines: Deadlines(
        firstReply: Timestamp(milliseconds: 50), nextReply: Timestamp(milliseconds: 40),
        resolution: Timestamp(milliseconds: 90)),
      readUpTo: readUpTo)
  }

  @Test("Somebody waits since the first message after our last answer; notes and events change nothing")
  func waiting() {
    let entries = [
      Self.entry(1, .customer), Self.entry(2, .agent), Self.entry(3, .customer), Self.entry(4, .customer),
      Self.entry(5, .agent, .internal, .note), Self.entry(6, .system, .internal, .event),
    ]
    let summary = ConversationSummary(conversation(entries))
    #expect(summary.waitingSince?.milliseconds == 3_000)
    #expect(summary.unreadCount == 2)
    #expect(summary.due?.milliseconds == 40)
    #expect(summary.lastActivity.milliseconds == 6_000)
    #expect(ConversationSummary(conversation(entries, readUpTo: "e-3")).unreadCount == 1)
    #expect(ConversationSummary(conversation(entries, readUpTo: "e-6")).unreadCount == 0)
  }

  @Test("Nobody waits when the last word is ours; only the end of the matter is due then")
  func answered() {
    let summary = ConversationSummary(conversation([Self.entry(1, .customer), Self.entry(2, .bot)]))
    #expect(summary.waitingSince == nil)
    #expect(summary.unreadCount == 0)
    #expect(summary.due?.milliseconds == 90)
  }

  @Test("Nothing is due in a resolved conversation")
  func resolved() {
    let summary = ConversationSummary(conversation([Self.entry(1, .customer)], status: "closed"))
    #expect(summary.waitingSince == nil)
    #expect(summary.due == nil)
    #expect(summary.statusCategory == .resolved)
  }

  @Test("A stranger in public waits, too; an answer to the world counts")
  func strangers() {
    let asked = [Self.entry(1, .stranger, .world, .comment)]
    #expect(ConversationSummary(conversation(asked)).unreadCount == 1)
    let answered = asked + [Self.entry(2, .agent, .world, .comment)]
    #expect(ConversationSummary(conversation(answered)).waitingSince == nil)
  }

  @Test("Under a public post only the customer's own comments wait, and only answers to them answer")
  func publicThreads() {
    var post = Self.entry(1, .agent, .world, .comment)
    var own = Self.entry(2, .customer, .world, .comment)
    own.parent = "e-1"
    var strange = Self.entry(3, .stranger, .world, .comment)
    strange.parent = "e-1"
    var answerToStranger = Self.entry(4, .agent, .world, .comment)
    answerToStranger.parent = "e-3"
    var answer = Self.entry(5, .agent, .world, .comment)
    answer.parent = "e-2"
    post.text = "post"
    func waiting(_ entries: [Entry]) -> Int64? {
      var thread = conversation(entries)
      thread.shape = .publicThread
      return ConversationSummary(thread).waitingSince?.milliseconds
    }
    #expect(waiting([post, own, strange, answerToStranger]) == 2_000)
    #expect(waiting([post, own, strange, answer]) == nil)
    #expect(waiting([post, strange]) == nil)
  }

  @Test("The preview prefers what the customer can read over notes")
  func previewOfNotes() {
    let entries = [
      Self.entry(1, .customer, text: "said"), Self.entry(2, .agent, .internal, .note, text: "note"),
    ]
    #expect(ConversationSummary(conversation(entries)).preview == "said")
    #expect(ConversationSummary(conversation([entries[1]])).preview == "note")
  }

  @Test("The preview is the last thing said, on one line, in 120 bytes of whole characters")
  func preview() {
    let text = String(repeating: "é", count: 59) + "\n" + String(repeating: "👨‍👩‍👧", count: 3)
    let entries = [
      Self.entry(1, .customer, text: text), Self.entry(2, .system, .internal, .event, text: "event"),
    ]
    #expect(ConversationSummary(conversation(entries)).preview == String(repeating: "é", count: 59) + " …")
    #expect(ConversationSummary(conversation([])).preview == "")
  }

  @Test("A backend's status snoozed without a time sleeps until somebody wakes it")
  func snoozedByStatus() {
    var asleep = conversation([Self.entry(1, .customer, text: "said")])
    asleep.status = "Snoozed"
    #expect(ConversationSummary(asleep).snoozedUntil == .untilWoken)
    asleep.snoozedUntil = Timestamp(milliseconds: 5)
    #expect(ConversationSummary(asleep).snoozedUntil == Timestamp(milliseconds: 5))
    asleep.status = "open"
    asleep.snoozedUntil = nil
    #expect(ConversationSummary(asleep).snoozedUntil == nil)
  }

  @Test("A follow-up that is due wakes what sleeps, unless it was put to sleep after that")
  func followUpWakes() {
    var asleep = conversation([Self.entry(1, .customer)])
    asleep.snoozedUntil = Timestamp(milliseconds: 900)
    asleep.followUp = FollowUp(at: Timestamp(milliseconds: 500))
    #expect(ConversationSummary(asleep).snoozedUntil?.milliseconds == 500)
    asleep.snoozedUntil = .untilWoken
    #expect(ConversationSummary(asleep).snoozedUntil?.milliseconds == 500)
    asleep.sleepsThroughFollowUp = true
    #expect(ConversationSummary(asleep).snoozedUntil == .untilWoken)
    asleep.sleepsThroughFollowUp = false
    asleep.snoozedUntil = nil
    #expect(ConversationSummary(asleep).snoozedUntil == nil)
    #expect(ConversationSummary(asleep).dueKind == .nextReply)
    asleep.deadlines = Deadlines()
    #expect(ConversationSummary(asleep).dueKind == .followUp)
  }
}
