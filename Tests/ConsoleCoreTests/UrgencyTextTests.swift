import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("UrgencyText")
struct UrgencyTextTests {
  private static func text(_ change: (inout ConversationSummary) -> Void) throws -> (String, Style) {
    var summary = ConversationSummary(Fixtures.dialog)
    summary.waitingSince = nil
    change(&summary)
    let (text, style) = UrgencyText.of(summary, words: try Fixtures.words(), now: Fixtures.now)
    return (text.string, style)
  }

  @Test("a passed deadline is late, loudly")
  func late() throws {
    let (text, style) = try Self.text { $0.due = Fixtures.ago(4) }
    #expect(text == "late 4 min")
    #expect(style == Style(.late, bold: true))
  }

  @Test(
    "a deadline ahead is due, a near one is a warning",
    arguments: [(14, .warning), (16, .muted)] as [(Int64, StyleRole)])
  func due(minutes: Int64, role: StyleRole) throws {
    let (text, style) = try Self.text { $0.due = Fixtures.ago(-minutes) }
    #expect(text == "due in \(minutes) min")
    #expect(style.role == role)
  }

  @Test("a deadline stands before the waiting, sleep before both")
  func order() throws {
    #expect(try Self.text { $0.waitingSince = Fixtures.ago(12) }.0 == "waiting 12 min")
    let both = try Self.text { summary in
      summary.waitingSince = Fixtures.ago(12)
      summary.due = Fixtures.ago(-30)
    }
    #expect(both.0 == "due in 30 min")
    let asleep = try Self.text { summary in
      summary.due = Fixtures.ago(5)
      summary.snoozedUntil = Fixtures.ago(-120)
    }
    #expect(asleep.0 == "sleeps 2 h")
  }

  @Test("what sleeps until it is woken has no time")
  func asleep() throws {
    let (text, _) = try Self.text { $0.snoozedUntil = .untilWoken }
    #expect(text == (try Fixtures.words())("urgency.asleep").string)
  }

  @Test("a sleep that has ended counts no more")
  func awake() throws {
    let (text, _) = try Self.text { summary in
      summary.due = Fixtures.ago(5)
      summary.snoozedUntil = Fixtures.ago(1)
    }
    #expect(text == "late 5 min")
  }

  @Test("what is resolved, or waits for nobody, says nothing")
  func nothing() throws {
    #expect(try Self.text { _ in }.0 == "")
    let (text, _) = try Self.text { summary in
      summary.status = "closed"
      summary.due = Fixtures.ago(5)
    }
    #expect(text == "")
  }

  @Test("exactly now is due, not late; clocks that differ give no negative spans")
  func edges() throws {
    #expect(try Self.text { $0.due = Fixtures.now }.0.hasPrefix("due"))
    #expect(try !Self.text { $0.waitingSince = Fixtures.ago(-60) }.0.contains("-"))
  }

  @Test("a follow-up says what is to be done")
  func followUp() throws {
    func text(_ due: Timestamp) throws -> (String, Style) {
      try Self.text { summary in
        summary.due = due
        summary.dueKind = .followUp
        summary.waitingSince = Fixtures.ago(12)
      }
    }
    #expect(try text(Fixtures.ago(-120)).0 == "follow up in 2 h")
    #expect(try text(Fixtures.ago(-120)).1.role == .muted)
    #expect(try text(Fixtures.ago(4)).0 == "follow up, late 4 min")
    #expect(try text(Fixtures.ago(4)).1 == Style(.late, bold: true))
  }

  @Test("open access says when it ends; after that, or when all else is done, that it is open still")
  func access() throws {
    func text(_ due: Timestamp, status: String = "open") throws -> (String, Style) {
      try Self.text { summary in
        summary.due = due
        summary.dueKind = .access
        summary.status = status
      }
    }
    #expect(try text(Fixtures.ago(-120)).0 == "access ends in 2 h")
    #expect(try text(Fixtures.ago(4)) == ("access still open", Style(.late, bold: true)))
    #expect(try text(Fixtures.now, status: "resolved").0 == "access still open")
    #expect(try text(Fixtures.ago(4), status: "resolved") == ("access still open", Style(.late, bold: true)))
  }

  @Test("a VIP's place is explained by that, unless it is said elsewhere or there is nothing to explain")
  func vip() throws {
    func text(saysVIP: Bool = true, _ change: (inout ConversationSummary) -> Void) throws -> String {
      var summary = ConversationSummary(Fixtures.dialog)
      summary.waitingSince = nil
      summary.isVIP = true
      change(&summary)
      return UrgencyText.of(summary, words: try Fixtures.words(), now: Fixtures.now, saysVIP: saysVIP).0
        .string
    }
    #expect(try text { $0.due = Fixtures.ago(-12) } == "VIP, due in 12 min")
    #expect(try text { $0.due = Fixtures.ago(4) } == "VIP, late 4 min")
    #expect(try text { $0.waitingSince = Fixtures.ago(12) } == "VIP, waiting 12 min")
    #expect(try text(saysVIP: false) { $0.due = Fixtures.ago(-12) } == "due in 12 min")
    #expect(try text { _ in } == "")
  }
}
