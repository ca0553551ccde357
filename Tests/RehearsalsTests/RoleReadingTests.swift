import DeskModel
import Rehearsals
import Testing

@Suite("Reading by roles")
struct RoleReadingTests {
  private static let start = Timestamp(milliseconds: 1_772_443_440_000)

  private func entry(
    _ id: String, _ kind: AuthorKind, after seconds: Int64, _ text: String, audience: Audience = .customer,
    entryKind: EntryKind = .message, state: EntryState = .sent
  ) -> Entry {
    Entry(
      id: EntryID(id), at: Self.start.adding(seconds: seconds), author: Author(kind: kind, id: "\(kind)"),
      audience: audience, kind: entryKind, text: text, state: state)
  }

  private var conversation: Conversation {
    Conversation(
      id: "4711", shape: .publicThread, channel: "facebook", subject: "A late parcel",
      contact: Contact(id: "u", full: "Ada Lind"),
      entries: [
        entry("1", .customer, after: 0, "Where is it?", audience: .world, entryKind: .comment),
        entry("2", .agent, after: 20, "courier silent", audience: .internal, entryKind: .note),
        entry("3", .stranger, after: 30, "Mine, too.", audience: .world, entryKind: .comment),
        entry("4", .system, after: 40, "assigned", audience: .internal, entryKind: .event),
        entry("5", .bot, after: 60, "We are looking.", audience: .world, entryKind: .comment),
        entry("6", .agent, after: 8_000, "It comes tomorrow.", audience: .world, entryKind: .comment),
        entry("7", .agent, after: 8_010, "never sent", audience: .world, entryKind: .comment, state: .failed),
      ])
  }

  @Test(
    "what was said is read, by the customer's reader what came from outside; notes, events and unsent words are not"
  )
  func lines() {
    let reading = RoleReading(conversation)
    #expect(
      reading.lines.map(\.entry.text) == [
        "Where is it?", "Mine, too.", "We are looking.", "It comes tomorrow.",
      ])
    #expect(reading.lines.map(\.role) == [.customer, .customer, .agent, .agent])
    #expect(reading.lines.map(\.pause) == [0, 30, 30, 7_940])
    #expect(reading.title == "A late parcel")
  }

  @Test(
    "lines come with ids that stay, a long pause is told before its line, and none comes that is not there")
  func staged() {
    let reading = RoleReading(conversation)
    let shown = reading.conversation(2..<9, at: Self.start) { "\($0) s later" }
    #expect(shown.id == RoleReading.id && shown.shape == .dialog)
    #expect(shown.entries.map(\.id) == ["line-2", "pause-3", "line-3"])
    #expect(shown.entries.map(\.text) == ["We are looking.", "7940 s later", "It comes tomorrow."])
    #expect(
      shown.entries.allSatisfy { $0.at == Self.start },
      "notes stand behind the line that they were written at")
    #expect(RoleReading.position(in: shown) == 4)
    #expect(RoleReading.position(in: conversation) == 0)
    #expect(reading.conversation(7..<8, at: Self.start) { _ in "" }.entries == [])
  }
}
