import DeskModel
import Testing

@Suite("QueueFilter, matching")
struct QueueFilterTests {
  private static let now = Timestamp(milliseconds: 1_000_000_000)

  private static var summary: ConversationSummary {
    ConversationSummary(
      id: "c-1", shape: .publicThread, channel: "Facebook", subject: "Оплата дважды",
      contactName: "Đặng Thị Hà",
      contactID: "u-1", status: "stalled", assignee: Agent(id: "a-1", name: "Олена"), locale: "id-ID",
      tags: ["Billing", "VIP"], isVIP: true, unreadCount: 2,
      lastActivity: now.adding(seconds: -7_200), waitingSince: now.adding(seconds: -3_600),
      due: now.adding(seconds: 600), snoozedUntil: nil, preview: "İyi ẞtraße")
  }

  @Test(
    "conditions that hold",
    arguments: [
      "tag:billing", "tag:vip", "lang:ID", "lang:id-id", "channel:facebook", "status:pending",
      "status:STALLED",
      "who:олена", "who:a-1", "from:u-1", "from:đặng", "from:THỊ", "is:vip", "is:unread", "is:waiting",
      "is:due",
      "is:public", "waiting>59m", "waiting<61m", "due<11m", "due>9m", "quiet>1h", "ОПЛАТА", "дважды hà",
      "İyi", "-tag:spam",
      "-is:late", "-who:me", "-who:nobody", "", "--is:vip", "e",
    ])
  func holds(text: String) throws {
    #expect(try QueueFilter(parsing: text).matches(Self.summary, me: "me", now: Self.now))
  }

  @Test(
    "conditions that do not",
    arguments: [
      "tag:bill", "lang:i", "lang:id-I", "channel:face", "status:open", "who:me", "who:nobody", "from:u",
      "is:late", "is:mine",
      "waiting>60m", "waiting<1h", "due<10m", "quiet>2h", "цена", "-is:vip", "is:vip tag:spam",
    ])
  func doesNotHold(text: String) throws {
    #expect(try !QueueFilter(parsing: text).matches(Self.summary, me: "me", now: Self.now))
  }

  @Test("who:me is whoever asks")
  func me() throws {
    #expect(try QueueFilter(parsing: "who:me is:mine").matches(Self.summary, me: "a-1", now: Self.now))
  }

  @Test("what depends on time is known")
  func time() throws {
    for (text, expected) in [
      ("waiting>1h", true), ("-is:late", true), ("is:vip tag:a", false), ("quiet<1d", true),
    ] {
      #expect(try QueueFilter(parsing: text).terms.contains { $0.dependsOnTime } == expected)
    }
  }

  @Test(
    "conditions on desks say which desks are asked, and a desk by itself passes over them",
    arguments: [
      ("", true, true), ("desk:rt", true, false), ("DESK:RT", true, false), ("-desk:rt", false, true),
      ("desk:rt desk:own", false, false), ("desk:r", false, false), ("tag:spam -desk:none", true, true),
    ])
  func desks(text: String, rt: Bool, own: Bool) throws {
    let filter = try QueueFilter(parsing: text)
    #expect(filter.admits(desk: "rt") == rt && filter.admits(desk: "own") == own)
    let alone = QueueFilter(terms: filter.terms)
    #expect(
      filter.matches(Self.summary, me: "me", now: Self.now)
        == alone.matches(Self.summary, me: "me", now: Self.now))
  }
}
