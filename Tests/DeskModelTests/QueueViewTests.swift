import DeskModel
import Testing

@Suite("Queue views")
struct QueueViewTests {
  private static let now = Timestamp(milliseconds: 1_000_000)

  static func summary(
    _ id: String = "c", status: String = "open", assignee: String? = nil, snoozedUntil: Int64? = nil,
    due: Int64? = nil, waiting: Int64? = nil, last: Int64 = 0
  ) -> ConversationSummary {
    func moment(_ value: Int64?) -> Timestamp? { value.map { Timestamp(milliseconds: $0) } }
    return ConversationSummary(
      id: ConversationID(id), shape: .dialog, channel: "chat", subject: "", contactName: "", contactID: "u",
      status: status, assignee: assignee.map { Agent(id: AgentID($0), name: $0) }, locale: nil, tags: [],
      isVIP: false, unreadCount: 0, lastActivity: Timestamp(milliseconds: last),
      waitingSince: moment(waiting),
      due: moment(due), snoozedUntil: moment(snoozedUntil), preview: "")
  }

  private static let cases: [(ConversationSummary, [QueueView])] = [
    (summary(), [.unassigned, .all]), (summary(assignee: "me"), [.mine, .all]),
    (summary(assignee: "other"), [.all]),
    (summary(status: "solved", assignee: "me"), [.resolved]), (summary(snoozedUntil: 1_000_001), [.snoozed]),
    (summary(assignee: "me", snoozedUntil: 1_000_000), [.mine, .all]),
    (summary(status: "closed", snoozedUntil: 9_000_000), [.resolved]),
    (summary(status: "strange word"), [.unassigned, .all]),
    (summary(snoozedUntil: Timestamp.untilWoken.milliseconds), [.snoozed]),
  ]

  @Test("Each conversation stands in the views it belongs to", arguments: cases)
  func membership(summary: ConversationSummary, views: [QueueView]) {
    let found = QueueView.allCases.filter { $0.contains(summary, me: "me", now: Self.now) }
    #expect(Set(found) == Set(views))
  }

  @Test("What burns first stands first: deadlines, then those who wait, then the rest by activity")
  func order() {
    let all = [
      Self.summary("late", due: 10), Self.summary("due", due: 20, waiting: 1),
      Self.summary("waits", waiting: 5),
      Self.summary("waits-a", waiting: 7), Self.summary("waits-b", waiting: 7),
      Self.summary("fresh", last: 900),
      Self.summary("old", last: 100), Self.summary("done", status: "resolved", due: 1, last: 50),
    ]
    for seed in 0..<20 {
      let shuffled = all.enumerated().sorted { ($0.offset * 7 + seed) % 11 < ($1.offset * 7 + seed) % 11 }
      let sorted = shuffled.map { QueueOrder($0.element) }.sorted()
      #expect(sorted.map { $0.id } == all.map { $0.id.rawValue })
    }
  }

  @Test("A VIP stands as if so much worse off, by the deadline and by the waiting, whatever the time is")
  func vipAhead() {
    func vip(_ id: String, due: Int64? = nil, waiting: Int64? = nil) -> ConversationSummary {
      var summary = Self.summary(id, due: due, waiting: waiting)
      summary.isVIP = true
      return summary
    }
    let minute: Int64 = 60_000
    let all = [
      vip("vip-30", due: 40 * minute), Self.summary("due-15", due: 15 * minute),
      vip("vip-46", due: 46 * minute),
      vip("vip-waits", waiting: 100 * minute), Self.summary("waits", waiting: 71 * minute),
      vip("vip-waits-less", waiting: 102 * minute),
    ]
    #expect(all.shuffled().map { QueueOrder($0) }.sorted().map(\.id) == all.map(\.id.rawValue))
    let plain = all.map { QueueOrder($0, vipAhead: 0) }.sorted().map(\.id)
    #expect(plain == ["due-15", "vip-30", "vip-46", "waits", "vip-waits", "vip-waits-less"])
    for sort in QueueSort.allCases {
      for (left, right) in zip(all, all.dropFirst()) {
        #expect(sort.precedes(left, right) != sort.precedes(right, left))
      }
    }
  }

  @Test("Times that only a damaged index can hold do not trap")
  func extremes() {
    for moment in [Int64.min, .max] {
      var summary = Self.summary("x", due: moment, waiting: moment, last: moment)
      summary.isVIP = true
      for sort in QueueSort.allCases { #expect(!sort.precedes(summary, summary)) }
    }
  }
}
