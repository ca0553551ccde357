import DeskModel
import Testing

@testable import ReplyTemplates

@Suite("Groups of near-identical replies")
struct ReplyClustersTests {
  private static func replies(_ texts: [String]) -> PreparedReplies {
    var replies = PreparedReplies(ShippedReaders.reader("en"))
    replies.update(
      texts.enumerated().map { place, text in
        Entry(
          id: EntryID("e\(place)"), at: Timestamp(milliseconds: Int64(place)),
          author: Author(kind: .agent, id: "a"), audience: .world, kind: .comment, text: text)
      })
    return replies
  }

  private static let texts = [
    "Your parcel left our warehouse this morning.", "Breakfast is served until ten in the hall.",
    "Hi Anna, your parcel left our warehouse this morning!", "Thank you!",
    "Your parcel has not left our warehouse this morning.", "Thank you!",
    "Breakfast is served in the hall until ten.", "Your package left our warehouse this morning 🙂",
  ]

  @Test("hold what says the same, not what says the opposite, and no mere courtesy")
  func groups() {
    let clusters = ReplyClusters(Self.replies(Self.texts))
    #expect(clusters.clusters.map { $0.members.map(\.entry) } == [["e0", "e2", "e7"], ["e1", "e6"]])
    #expect(clusters.percent(of: "e4") == nil)
    #expect(clusters.percent(of: "e3") == nil)
    #expect(clusters.percent(of: "e2") == 98)
    #expect(clusters.clusters.allSatisfy { $0.percent >= 60 && $0.percent <= 100 })
  }

  @Test("come out the same whether replies arrive one by one or all at once, and when some go")
  func update() {
    var clusters = ReplyClusters()
    for count in 1...Self.texts.count { clusters.update(Self.replies(Array(Self.texts.prefix(count)))) }
    #expect(clusters == ReplyClusters(Self.replies(Self.texts)))
    clusters.update(Self.replies(Array(Self.texts.prefix(2))))
    #expect(clusters.clusters == [])
    #expect(clusters.percent(of: "e0") == nil)
  }

  @Test("see through who signed, behind a picture or a full stop")
  func signatures() {
    var replies = PreparedReplies(ShippedReaders.reader("uk"))
    let texts = [
      "Добрий день! Нам шкода, що так вийшло. Напишіть номер замовлення у приватні повідомлення, і ми розберемося 💛 Олена, Крамниця",
      "Добрий день! Нам шкода, що так вийшло. Напишіть номер замовлення у приватні повідомлення, і ми розберемося 💙 Ігор, Крамниця",
      "Добрий день! Нам шкода, що так вийшло. Напишіть номер замовлення у приватні повідомлення, і ми розберемося. Настя Коваль",
      "Добрий день! Нам шкода, що так вийшло. Не пишіть номер замовлення у приватні повідомлення, ми розберемося 💛 Олена",
    ]
    replies.update(
      texts.enumerated().map { place, text in
        Entry(
          id: EntryID("e\(place)"), at: Timestamp(milliseconds: Int64(place)),
          author: Author(kind: .agent, id: "a", name: "Olena"), audience: .world, kind: .comment, text: text)
      })
    #expect(ReplyClusters(replies).clusters.map { $0.members.map(\.entry) } == [["e0", "e1", "e2"]])
  }
}
