import AdapterProtocol
import DeskModel
import Testing

@testable import AdapterHost

private func at(_ minutes: Int64) -> Timestamp {
  Timestamp(milliseconds: 1_772_000_000_000 + minutes * 60_000)
}

private func record(
  _ id: EntryID, _ minutes: Int64, _ text: String = "text", _ kind: AuthorKind = .customer,
  _ audience: Audience = .customer
) -> EntryRecord {
  EntryRecord(
    Entry(
      id: id, at: at(minutes), author: Author(kind: kind, id: kind == .customer ? "u" : "a"),
      audience: audience, text: text))
}

private func row(_ minutes: Int64, status: String = "open", preview: String = "row") -> ConversationRow {
  var summary = ConversationSummary(
    Conversation(id: "c", shape: .ticket, status: status, contact: Contact(id: "u", full: "Dewi")))
  summary.lastActivity = at(minutes)
  summary.preview = preview
  summary.unreadCount = 2
  return ConversationRow(summary)
}

private func conversation(_ entries: [EntryRecord], outline: ConversationOutline? = nil) -> Conversation {
  var result = Conversation(id: "c", shape: .ticket, contact: Contact(id: "u", full: "Dewi"))
  result.entries = entries.map(\.entry)
  result.outline = outline
  return result
}

struct MirrorMergeTests {
  private let merge = MirrorMerge()

  @Test(arguments: [
    ("open", "", true), ("open", "halo", false), ("resolved", "", false), ("refunded", "", false),
    ("received", "", true),
  ])
  func `What a list says too little of is read, unless the backend's word means that it is over`(
    status: String, preview: String, isRead: Bool
  ) {
    var merge = merge
    merge.categories = ["refunded": .resolved, "received": .open]
    #expect(merge.saysTooLittle(row(0, status: status, preview: preview)) == isRead)
  }

  @Test func `A row of a conversation that was never read is its outline`() {
    let result = merge.row(row(5), into: nil)
    #expect(result.entries.isEmpty && result.outline?.preview == "row" && result.outline?.unreadCount == 2)
    #expect(result.contact.displayName == "Dewi")
  }

  @Test(arguments: [(Int64(5), true), (1, false), (0, false)])
  func `A row counts for a thread that was read only when it knows of something later`(
    minutes: Int64, isNewer: Bool
  ) {
    let result = merge.row(row(minutes), into: conversation([record("e-1", 1)]))
    #expect((result.outline != nil) == isNewer)
    #expect(result.entries.count == 1)
  }

  @Test func `The last page goes on where the thread here ends`() {
    let current = conversation(
      [record("e-1", 1), record("e-2", 2)], outline: ConversationOutline(lastActivity: at(9)))
    let result = merge.thread([record("e-2", 2, "edited"), record("e-3", 3)], isWhole: false, into: current)
    #expect(result.entries.map(\.id) == ["e-1", "e-2", "e-3"])
    #expect(result.entries[1].text == "edited" && result.outline == nil)
  }

  @Test func `A whole thread takes the place of what was here`() {
    let result = merge.thread([record("e-3", 3)], isWhole: true, into: conversation([record("e-1", 1)]))
    #expect(result.entries.map(\.id) == ["e-3"])
    #expect(merge.thread([], isWhole: true, into: result).entries.isEmpty)
  }

  @Test func `A last page that does not reach what is here leaves no entry twice`() {
    let current = conversation([record("e-1", 1), record("e-8", 8)])
    let result = merge.thread([record("e-5", 5), record("e-8", 8)], isWhole: false, into: current)
    #expect(result.entries.map(\.id) == ["e-1", "e-5", "e-8"])
  }

  @Test func `A changed entry takes its own place, a new one that of its time`() {
    let current = conversation([record("e-1", 1), record("e-3", 3)])
    var result = merge.entry(record("e-1", 1, "edited"), into: current)
    #expect(result.entries.map(\.text) == ["edited", "text"])
    result = merge.entry(record("e-2", 2), into: result)
    #expect(result.entries.map(\.id) == ["e-1", "e-2", "e-3"])
  }

  @Test func `A new entry of a thread that was never read changes its outline alone`() {
    let outline = ConversationOutline(
      unreadCount: 1, lastActivity: at(1), waitingSince: at(1), preview: "old")
    let asked = merge.entry(record("e-2", 2, "and?"), into: conversation([], outline: outline))
    #expect(asked.entries.isEmpty)
    #expect(
      asked.outline
        == ConversationOutline(unreadCount: 2, lastActivity: at(2), waitingSince: at(1), preview: "and?"))
    let noted = merge.entry(record("e-3", 3, "secret", .agent, .internal), into: asked)
    #expect(noted.outline?.preview == "and?" && noted.outline?.waitingSince == at(1))
    let answered = merge.entry(record("e-4", 4, "done", .agent), into: noted)
    #expect(answered.outline == ConversationOutline(unreadCount: 0, lastActivity: at(4), preview: "done"))
  }

  @Test func `What the backend does not keep stays as we have it`() {
    var merge = MirrorMerge()
    (merge.keepsSnoozes, merge.keepsFollowUps, merge.keepsAccess) = (false, false, false)
    var current = conversation([record("e-1", 1)])
    current.snoozedUntil = at(60)
    current.followUp = FollowUp(at: at(90), text: "ask")
    current.access = AccessRequest(askedAt: at(1), askedBy: Agent(id: "a-1", name: "Nastya"))
    current.sleepsThroughAccess = true
    current.readUpTo = "e-1"
    let told = ConversationRecord(Conversation(id: "c", subject: "new", contact: Contact(id: "u")))
    let result = merge.record(told, into: current)
    #expect(result.snoozedUntil == at(60) && result.followUp == current.followUp && result.readUpTo == "e-1")
    #expect(result.access == current.access && result.sleepsThroughAccess)
    #expect(result.subject == "new" && result.entries == current.entries && result.contact.full == "Dewi")
    let believed = MirrorMerge().record(told, into: current)
    #expect(believed.snoozedUntil == nil && believed.access == nil)
  }

  @Test func `A status means what the backend says, else what its word says`() {
    var merge = MirrorMerge()
    merge.categories = ["parts": .pending, "open": .open]
    func status(_ word: String, _ told: StatusCategory? = nil) -> Conversation {
      merge.record(
        ConversationRecord(Conversation(id: "c", status: word, contact: Contact(id: "u")), category: told),
        into: nil)
    }
    #expect(status("parts").statusCategory == .pending && status("parts").category == .pending)
    #expect(status("parts", .resolved).statusCategory == .resolved)
    #expect(status("open").category == nil && status("resolved").statusCategory == .resolved)
  }

  @Test func `One that was merged into another leads there`() {
    let result = merge.gone(movedTo: "c-2", into: merge.gone(movedTo: "c-2", into: conversation([])))
    #expect(result.statusCategory == .resolved)
    #expect(result.links == [ConversationLink(id: "c-2", kind: "movedTo", title: "")])
  }
}
