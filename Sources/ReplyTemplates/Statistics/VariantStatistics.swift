import DeskModel

/// What became of the replies that were made from a variant, or from an answer.
package struct VariantStatistics: Sendable, Hashable {
  /// How often it was sent.
  package private(set) var sent = 0
  /// Of those whose text is known, how many were changed: less than 90 % of it was sent.
  package private(set) var edited = WilsonInterval(0, of: 0)
  /// Of those of which it is known, after how many the customer wrote again within 72 hours.
  package private(set) var wroteAgain = WilsonInterval(0, of: 0)
  /// Of those of which it is known, how many conversations are resolved without another message of the customer.
  package private(set) var solved = WilsonInterval(0, of: 0)
  /// Of the ratings, how many were 4 or 5 of 5.
  package private(set) var rated = WilsonInterval(0, of: 0)
  /// How much of the text was sent on the average, 0...100; nil where it is never known.
  package private(set) var meanKept: Int?

  /// A text of which less was sent counts as changed.
  package static let editedBelow = 90

  /// Counts replies.
  ///
  /// - Complexity: O(replies).
  package init(_ replies: [SentVariant]) {
    sent = replies.count
    let kept = replies.compactMap(\.kept)
    edited = WilsonInterval(kept.count { $0 < Self.editedBelow }, of: kept.count)
    meanKept = kept.isEmpty ? nil : kept.reduce(0, +) / kept.count
    func share(_ values: [Bool]) -> WilsonInterval { WilsonInterval(values.count { $0 }, of: values.count) }
    wroteAgain = share(replies.compactMap(\.wroteAgain))
    solved = share(replies.compactMap(\.solved))
    // A customer rates a conversation once, however many replies it has.
    var ratings: [String: Int] = [:]
    for reply in replies {
      ratings[reply.conversation.rawValue] = reply.rating ?? ratings[reply.conversation.rawValue]
    }
    rated = share(ratings.values.map { $0 >= 4 })
  }
}
