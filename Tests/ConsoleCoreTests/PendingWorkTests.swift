import DeskLink
import DeskModel
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("PendingWork")
struct PendingWorkTests {
  @Test("each thing counts once: as an answer, a change, or something that needs a person")
  func counts() {
    var work = PendingWork()
    _ = work.take([
      .saying("one", .sending), .saying("one", .overtaken, key: "k-3"), .resolving(.accepted),
      .resolving(.failed(.vanished), key: "k-4"), .saying("one", .uncertain(reason: ""), key: "k-5"),
    ])
    #expect([work.counts.answers, work.counts.changes, work.counts.failed] == [2, 1, 2])
    _ = work.take([])
    #expect(work == PendingWork())
  }

  @Test("what has failed is told when it fails, not each time")
  func told() {
    var work = PendingWork()
    let failed = PendingIntent.saying("one", .overtaken)
    #expect(work.take([.saying("one", .sending), .resolving(.sending)]) == [])
    #expect(work.take([failed, .resolving(.sending)]) == [failed])
    #expect(work.take([failed, .resolving(.sending)]) == [])
    let other = PendingIntent.saying("one", .failed(.vanished))
    #expect(work.take([other]) == [other], "another reason is told")
    #expect(work.take([.saying("one", .waiting(until: nil))]) == [])
    #expect(work.take([other]) == [other], "and the same one after a new attempt")
  }

  @Test("names and questions are forgotten with the last thing of their conversation")
  func forgets() {
    var work = PendingWork()
    _ = work.take([.saying("one", .sending)])
    work.note("Dewi", of: "c-1")
    work.note("Ihor", of: "c-9")
    work.asked.insert("c-1")
    work.noteUnknown("c-1")
    #expect(work.names == ["c-1": "Dewi"])
    _ = work.take([])
    #expect(work == PendingWork())
  }

  @Test(
    "what may be done to a thing follows from how far it has come",
    arguments: [
      (.waiting(until: nil), true, true, false), (.sending, false, false, false),
      (.accepted, false, false, false), (.uncertain(reason: ""), true, false, false),
      (.overtaken, true, true, true), (.failed(.wrongAudience(stored: .world)), true, true, false),
      (.failed(.cannotTell(reason: "")), true, true, true),
    ] as [(PendingState, Bool, Bool, Bool)])
  func abilities(state: PendingState, givesUp: Bool, edits: Bool, retries: Bool) {
    let item = PendingIntent.saying("one", state)
    #expect(item.canBeGivenUp == givesUp)
    #expect(item.canBeEdited == edits)
    #expect(item.canBeRetried == retries)
    #expect(!PendingIntent.resolving(state).canBeEdited, "a change has no words")
  }
}
