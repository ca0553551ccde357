import DeskModel
import Testing

@testable import ReplyTemplates

@Suite("Replies that are kept for comparison")
struct PreparedRepliesTests {
  private static func entry(
    _ id: String, _ text: String, _ kind: AuthorKind = .agent, as entry: EntryKind = .message,
    audience: Audience = .customer, state: EntryState = .sent
  ) -> Entry {
    Entry(
      id: EntryID(id), at: Timestamp(milliseconds: 7), author: Author(kind: kind, id: "x", name: "Tom"),
      audience: audience, kind: entry, text: text, state: state)
  }

  private static func prepared(_ thread: [Entry]) -> PreparedReplies {
    var replies = PreparedReplies(ShippedReaders.reader("en"))
    replies.update(thread)
    return replies
  }

  @Test("are those of our side that somebody outside can read")
  func ours() {
    let replies = Self.prepared([
      Self.entry("1", "Where is my lamp?", .customer), Self.entry("2", "It left our warehouse today."),
      Self.entry("3", "He asks again", as: .note, audience: .internal),
      Self.entry("4", "Assigned", .system, as: .event, audience: .internal),
      Self.entry("5", "It left our depot.", state: .deleted), Self.entry("6", "It left.", state: .failed),
      Self.entry("7", "We are on it, the lamp is on its way.", .bot, as: .comment, audience: .world),
    ])
    #expect(replies.replies.map(\.entry) == ["2", "7"])
  }

  @Test("follow the thread: what is new is read, what changed is read anew, what went is gone")
  func update() {
    var replies = Self.prepared([Self.entry("1", "The lamp left today."), Self.entry("2", "The chair left.")])
    let before = replies
    replies.update([Self.entry("1", "The lamp left today."), Self.entry("3", "The desk left our shop.")])
    #expect(replies.replies.map(\.entry) == ["1", "3"])
    #expect(replies.replies[0] == before.replies[0])
    #expect(replies != before)
    replies.update([Self.entry("1", "The lamp was lost."), Self.entry("3", "The desk left our shop.")])
    #expect(replies.replies[0].source == "The lamp was lost.")
  }

  @Test("find the most alike, of equals the last, and none for courtesy alone")
  func mostAlike() {
    let replies = Self.prepared([
      Self.entry("1", "Your lamp left our warehouse this morning, Anna."),
      Self.entry("2", "The desk will be repaired by our technician on Monday."),
      Self.entry("3", "Hello! Your lamp left our warehouse this morning."),
      Self.entry("4", "You are welcome!"),
    ])
    let reader = replies.reader
    let found = replies.mostAlike(reader.read("Your lamp left our warehouse this morning 🙂"))
    #expect(found?.reply.entry == "3")
    #expect(found?.reply.author == "Tom")
    #expect(replies.mostAlike(reader.read("You are welcome!")) == nil)
    #expect(replies.mostAlike(reader.read("Your lamp has not left our warehouse this morning")) == nil)
  }

  @Test("take what was said in other conversations")
  func earlier() {
    var replies = PreparedReplies(ShippedReaders.reader("en"))
    replies.append(
      EarlierReply(
        text: "Your lamp left our warehouse.", at: Timestamp(milliseconds: 5), author: "Ada",
        conversation: "c-9", entry: "e-1"))
    let found = replies.mostAlike(replies.reader.read("Your lamp left our warehouse!"))
    #expect(found?.reply.conversation == "c-9")
    #expect(found?.likeness.verdict == .same)
  }
}
