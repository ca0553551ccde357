import DeskLink
import DeskModel
import Testing

@Suite("Interchange writer and patch")
struct InterchangeWriterTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("What is written is read back the same, always in the same order of keys")
  func roundTrip() throws {
    let entry = Entry(
      id: "e-1", at: Timestamp(milliseconds: 1_772_443_440_500),
      author: Author(kind: .agent, id: "a", name: "A"),
      audience: .internal, kind: .note, text: "x\n\u{1B}", parent: "e-0", state: .failed)
    let conversation = Conversation(
      id: "c", shape: .ticket, channel: "mail", subject: "s", status: "new", locale: "uk", tags: ["t"],
      assignee: Agent(id: "a", name: "A"),
      contact: Contact(
        id: "u", full: "F", given: "G", family: "M", patronymic: "P", title: "Dr.", gender: .male,
        age: .older, role: "doctor", locale: "uk",
        timeZone: "Europe/Kyiv",
        company: "C", isVIP: true, notes: ["n"],
        fields: [Field(name: "one", values: ["1"]), Field(name: "two", values: ["1", "2"])]),
      entries: [entry], snoozedUntil: Timestamp(milliseconds: 1_772_443_440_000),
      deadlines: Deadlines(resolution: Timestamp(milliseconds: 1_772_443_440_000)),
      links: [ConversationLink(id: "c-2", kind: "linked", title: "t")],
      fields: [Field(name: "f", values: ["v"])],
      readUpTo: "e-1", version: 1)
    let line = InterchangeWriter.line(conversation)
    #expect(try InterchangeReader.conversation(line) == conversation)
    #expect(!line.contains(0x0A))
    #expect(
      text(line).hasPrefix(
        #"{"id":"c","shape":"ticket","channel":"mail","subject":"s","status":"new","locale":"uk""#))
  }

  @Test("A patched line keeps all that it had and gets what changed")
  func patches() throws {
    let line =
      #" {"x":1, "status" : "open","entries":[ {"id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"customer","id":"u"},"audience":"customer","text":"q","raw":{"k":[1]}} ] ,"contact":{"id":"u","y":2},"id":"c","assignee":{"id":"a"}} "#
    let before = try InterchangeReader.conversation(Array(line.utf8))
    var after = before
    after.status = "resolved"
    after.assignee = nil
    after.tags = ["t"]
    after.readUpTo = "e"
    after.snoozedUntil = Timestamp(milliseconds: 0)
    after.entries.append(
      Entry(
        id: "n", at: Timestamp(milliseconds: 0), author: Author(kind: .agent, id: "a"), audience: .customer,
        text: "a"))
    let patched = try InterchangePatch.line(Array(line.utf8), before: before, after: after)
    #expect(
      text(patched)
        == #" {"x":1, "status" : "resolved","entries":[ {"id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"customer","id":"u"},"audience":"customer","text":"q","raw":{"k":[1]}} ,{"id":"n","at":"1970-01-01T00:00:00Z","author":{"kind":"agent","id":"a"},"audience":"customer","text":"a"}] ,"contact":{"id":"u","y":2},"id":"c","assignee":null,"tags":["t"],"snoozedUntil":"1970-01-01T00:00:00Z","readUpTo":"e"} "#
    )
    #expect(try InterchangePatch.line(Array(line.utf8), before: before, after: before) == Array(line.utf8))
  }

  @Test(
    "Entries are added where there were none",
    arguments: ["", #","entries":[]"#, #","entries":null"#, #","entries": [ ] "#])
  func addsEntries(member: String) throws {
    let line = Array(#"{"id":"c","contact":{"id":"u"}\#(member)}"#.utf8)
    let before = try InterchangeReader.conversation(line)
    var after = before
    after.entries.append(
      Entry(
        id: "n", at: Timestamp(milliseconds: 0), author: Author(kind: .agent, id: "a"), audience: .customer,
        text: "a"))
    let patched = try InterchangeReader.conversation(
      InterchangePatch.line(line, before: before, after: after))
    #expect(patched == after)
  }
}
