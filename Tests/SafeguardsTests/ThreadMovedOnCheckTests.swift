import DeskModel
import Safeguards
import Testing

@Suite("Thread moved on")
struct ThreadMovedOnCheckTests {
  private func findings(
    after newer: [Entry], audience: Audience = .customer, basedOn: EntryID? = "1", parent: EntryID? = nil
  ) -> [Finding] {
    let thread = [Entry.said("0", .customer), .said("1", .customer, "Dewi")] + newer
    return ThreadMovedOnCheck().findings(
      in: Draft(
        text: "x", audience: audience, contact: Contact(id: "id-Dewi", full: "Dewi"), thread: thread,
        basedOn: basedOn, parent: parent, author: "id-Me"))
  }

  @Test("a new message from outside is told with who and how many")
  func tellsMessages() {
    let one = findings(after: [.said("2", .customer, "Dewi")])
    #expect(one.map(\.messageKey) == ["finding.thread.movedOn.one"])
    #expect(one.map(\.arguments) == [["Dewi", "1"]])
    #expect(one.map(\.severity) == [.warn])
    let two = findings(after: [.said("2", .customer, "Dewi"), .said("3", .customer, "Budi")])
    #expect(two.map(\.messageKey) == ["finding.thread.movedOn.many"])
    #expect(two.map(\.arguments) == [["Budi", "2"]])
  }

  @Test("a colleague's answer has a sentence of its own, a note is a hint")
  func tellsColleagues() {
    let answered = findings(after: [.said("2", .agent, "Olena")])
    #expect(answered.map(\.rule) == ["thread.answered"])
    #expect(answered.map(\.severity) == [.warn])
    let noted = findings(after: [.said("2", .agent, "Olena", as: .note, audience: .internal)])
    #expect(noted.map(\.rule) == ["thread.noted"])
    #expect(noted.map(\.severity) == [.hint])
  }

  @Test("my own entries, events and deleted messages do not count")
  func ignoresMine() {
    let quiet: [Entry] = [
      .said("2", .agent, "Me"), .said("3", .agent, "Me", as: .note, audience: .internal),
      .said("4", .system, as: .event, audience: .internal), .said("5", .customer, state: .deleted),
    ]
    #expect(findings(after: quiet).isEmpty)
  }

  @Test("nothing is said when nothing is new, when nobody knows, and for a note")
  func staysQuiet() {
    let new = [Entry.said("2", .customer)]
    #expect(findings(after: []).isEmpty)
    #expect(findings(after: new, basedOn: nil).isEmpty)
    #expect(findings(after: new, basedOn: "gone").isEmpty)
    #expect(findings(after: new, audience: .internal).isEmpty)
    #expect(findings(after: new).count == 1)
  }

  @Test("in public, strangers elsewhere do not count, the branch and the customer do")
  func limitsToBranch() {
    let elsewhere: [Entry] = [
      .said("2", .stranger, as: .comment, audience: .world, under: "0"),
      .said("3", .agent, "Olena", as: .comment, audience: .world, under: "2"),
    ]
    #expect(findings(after: elsewhere, audience: .world, parent: "1").isEmpty)
    let under = Entry.said("4", .stranger, "Ihor", as: .comment, audience: .world, under: "1")
    let answer = Entry.said("5", .agent, "Olena", as: .comment, audience: .world, under: "4")
    let customer = Entry.said("6", .customer, "Dewi", as: .comment, audience: .world, under: "0")
    let found = findings(after: elsewhere + [under, answer, customer], audience: .world, parent: "1")
    #expect(found.map(\.rule) == ["thread.answered", "thread.movedOn"])
    #expect(found.map(\.arguments) == [["Olena", "1"], ["Dewi", "2"]])
  }
}
