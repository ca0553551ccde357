import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("OutboxText")
struct OutboxTextTests {
  private static let states: [PendingState] = [
    .waiting(until: nil), .waiting(until: Fixtures.now.adding(seconds: 600)), .sending, .accepted,
    .uncertain(reason: "timed out"), .overtaken, .failed(.refused(reason: "merged")),
    .failed(.partial([StepOutcome(step: "reply", isApplied: true)])),
    .failed(.wrongAudience(stored: .world)), .failed(.wrongAudience(stored: .internal)),
    .failed(.wrongAudience(stored: .customer)), .failed(.vanished), .failed(.gaveUp(reason: "503")),
    .failed(.cannotTell(reason: "timed out")), .failed(.earlierNotDone),
  ]

  private static func text(_ item: PendingIntent, columns: Int = 70) throws -> String {
    OutboxText.lines(of: item, try Fixtures.state(), columns: columns).map(\.text).joined(separator: "\n")
  }

  @Test("each state has its own few words and its own sentence, and none is empty")
  func distinct() throws {
    let state = try Fixtures.state()
    let items = Self.states.map { PendingIntent.saying("one", $0) }
    let short = items.map { OutboxText.short($0, state).text.string }
    let long = items.map { OutboxText.sentence($0, state).string }
    #expect(Set(short).count == short.count)
    #expect(Set(long).count == long.count)
    #expect(short.allSatisfy { !$0.isEmpty && $0.utf8.count <= 24 })
    #expect(!(short + long).contains { $0.hasPrefix("outbox.") })
  }

  @Test("reasons from outside are told", arguments: ["merged", "503", "timed out"])
  func reasons(reason: String) throws {
    let state = try Fixtures.state()
    let sentences = Self.states.map { OutboxText.sentence(.saying("one", $0), state).string }
    #expect(sentences.contains { $0.hasSuffix(": " + reason) })
  }

  @Test("what waits says whether it waits for the desk")
  func waits() throws {
    var state = try Fixtures.state()
    let item = PendingIntent.saying("one", .waiting(until: nil))
    #expect(OutboxText.short(item, state).text.string == "waits its turn")
    _ = state.desks.take([.support(.ended(code: 1))])
    #expect(OutboxText.short(item, state).text.string == "waits for the desk")
  }

  @Test("after a conflict all that is new is there, with author and time")
  func conflict() throws {
    let text = try Self.text(.saying("my words", .overtaken))
    for part in ["NOT SENT, Olena wrote meanwhile", "new: 09:24 Olena", "already done", "my words"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("of what was done in part each step is told")
  func partial() throws {
    let steps = [
      StepOutcome(step: "reply", isApplied: true),
      StepOutcome(step: "status", isApplied: false, reason: "not allowed"),
    ]
    let text = try Self.text(.saying("one", .failed(.partial(steps))))
    #expect(text.contains("done: reply"))
    #expect(text.contains("NOT DONE: status: not allowed"))
  }

  @Test("another audience is told by name: what was, and what was meant")
  func wrongAudience() throws {
    let text = try Self.text(.saying("one", .failed(.wrongAudience(stored: .world))), columns: 400)
    #expect(
      text.contains("LOOK AT THIS: it was sent, but it is PUBLIC; meant was that the customer can read it"))
  }

  @Test("a change that failed is not done, a reply that failed is not sent")
  func notDone() throws {
    let state = try Fixtures.state()
    #expect(OutboxText.sentence(.resolving(.failed(.gaveUp(reason: ""))), state).string.hasPrefix("NOT DONE"))
    #expect(OutboxText.what(.resolving(.sending), state).string == "status resolved")
    #expect(OutboxText.audience(.resolving(.sending), state).isEmpty)
  }

  @Test("the heading says who reads it, since when it is here, and how often it was tried")
  func heading() throws {
    let state = try Fixtures.state()
    #expect(
      OutboxText.heading(of: .saying("one", .sending, audience: .internal), state).string
        == "internal note, only we read it, about c-1 · since today 09:23 · tried once")
    #expect(!OutboxText.heading(of: .resolving(.sending), state).string.contains("tried"))
  }

  @Test("all of a long text is there, and hostile text is harmless")
  func wholeText() throws {
    let words = (1...3_000).map { "w\($0)" }
    let text = try Self.text(.saying(words.joined(separator: " "), .sending))
    #expect(text.contains("w1 ") && text.contains("w3000"))
    let item = PendingIntent.saying(
      HostileText.all,
      .failed(
        .conflict(newer: [Fixtures.customer("x", HostileText.all, minutesAgo: 0, name: HostileText.all)])))
    #expect(HostileText.firstHarm(in: try Self.text(item).replacing("\t", with: " ")) == nil)
  }
}
