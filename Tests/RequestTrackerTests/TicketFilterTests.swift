import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Filters as TicketSQL")
struct TicketFilterTests {
  private static let now = Played.now

  private static func row(
    _ subject: String = "late", contact: String = "Zoë Fürst", status: String = "open", owner: Agent? = nil,
    updated: Timestamp = now, due: Timestamp? = nil
  ) -> ConversationRow {
    ConversationRow(
      ConversationSummary(
        id: "7", shape: .ticket, channel: "mail", subject: subject, contactName: contact,
        contactID: "zoe@x.test",
        status: status, assignee: owner, locale: nil, tags: [], isVIP: false, unreadCount: 0,
        lastActivity: updated,
        waitingSince: nil, due: due, snoozedUntil: nil, preview: ""))
  }

  @Test(
    "RT is asked for no less than what is meant",
    arguments: [
      (QueueTerm.status("stalled"), "Status = 'stalled'"),
      (.status("it's"), #"Status = 'it\'s'"#),
      (.status("open"), nil),
      (.assignee("me"), "Owner = '__CurrentUser__'"),
      (.assignee("nobody"), "Owner = 'Nobody'"),
      (.assignee("bob"), "(Owner.RealName LIKE 'bob') OR (Owner.Name LIKE 'bob')"),
      (
        .customer("Zoë"),
        "(Requestor.RealName LIKE 'Zo') OR (Requestor.Name LIKE 'Zo') OR (Requestor.EmailAddress LIKE 'Zo')"
      ),
      (.customer("梅"), nil),
      (
        .text("VAT"),
        "(Subject LIKE 'VAT') OR (Requestor.RealName LIKE 'VAT') OR (Requestor.EmailAddress LIKE 'VAT')"
      ),
      (.not(.status("new")), nil),
    ] as [(QueueTerm, String?)])
  func conditions(term: QueueTerm, condition: String?) {
    let filter = TicketFilter([term], now: Self.now)
    #expect(filter.conditions == (condition.map { [$0] } ?? []))
    #expect(filter.unapplied.isEmpty)
    #expect(filter.isChecked)
  }

  @Test("A status that means several of RT's is asked for as all of them")
  func categories() {
    let pending = TicketFilter([.status("pending")], now: Self.now).conditions[0]
    #expect(pending.contains("Status = 'stalled'") && pending.contains("Status = 'pending'"))
    let resolved = TicketFilter([.status("resolved")], now: Self.now).conditions[0]
    #expect(resolved.contains("Status = 'resolved'") && resolved.contains("Status = 'rejected'"))
  }

  @Test("Times are asked for with a day to spare, and beyond all reason with less")
  func times() {
    let filter = TicketFilter(
      [.due(.shorter, 3_600), .quiet(.longer, 86_400), .due(.longer, .max), .quiet(.shorter, .min)],
      now: Self.now)
    #expect(
      filter.conditions == [
        "(Due > '1970-01-03') AND (Due < '2026-11-19 14:06:40')", "LastUpdated < '2026-11-18 13:06:40'",
        "(Due > '1970-01-03') AND (Due > '2076-11-16 21:06:40')", "LastUpdated > '2076-11-16 21:06:40'",
      ])
  }

  @Test("What RT does not know is named as not applied")
  func unapplied() {
    let terms: [QueueTerm] = [
      .tag("x"), .status("new"), .language("de"), .not(.channel("mail")), .state(.unread),
      .waiting(.longer, 3), .text("a"),
    ]
    let filter = TicketFilter(terms, now: Self.now)
    #expect(filter.unapplied == [0, 2, 3, 4, 5])
    #expect(filter.namesStatus)
    #expect(!TicketFilter([.text("a")], now: Self.now).namesStatus)
    #expect(TicketFilter([.not(.status("resolved"))], now: Self.now).namesStatus)
  }

  @Test("What RT finds too much is dropped by the console's own rule")
  func dropping() {
    func keeps(_ term: QueueTerm, _ row: ConversationRow) -> Bool {
      TicketFilter([term], now: Self.now).keeps(row, me: "alice", now: Self.now)
    }
    #expect(keeps(.customer("zoë"), Self.row()))
    #expect(!keeps(.customer("zoo"), Self.row()))
    #expect(keeps(.text("100%"), Self.row("100% odd")))
    #expect(!keeps(.text("100%"), Self.row("1000 odd")))
    #expect(keeps(.not(.status("new")), Self.row()))
    #expect(!keeps(.not(.status("open")), Self.row()))
    #expect(keeps(.assignee("me"), Self.row(owner: Agent(id: "alice", name: "Alice"))))
    #expect(keeps(.due(.shorter, 60), Self.row(due: Self.now.adding(seconds: 30))))
    #expect(!keeps(.due(.shorter, 60), Self.row(due: Self.now.adding(seconds: 90))))
    // A term that is not applied drops nothing.
    #expect(keeps(.tag("x"), Self.row()))
  }
}
