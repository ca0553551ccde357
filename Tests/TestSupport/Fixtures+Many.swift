package import ConsoleCore
package import DeskModel

extension Fixtures {
  /// Some conversations with customers of different names, the longest waiting first, all mine; the first ones' tag is
  /// `billing`, the last ones' `delivery`, every third speaks Indonesian.
  package static func many(_ count: Int) -> [Conversation] {
    (0..<count).map { number in
      Conversation(
        id: ConversationID("q-\(number + 100)"), subject: "Matter \(number)", status: "open",
        locale: number % 3 == 0 ? "id-ID" : "en", tags: [number * 2 < count ? "billing" : "delivery"],
        assignee: me,
        contact: Contact(
          id: ContactID("u-\(number)"), full: "Name\(number) Family\(number)", given: "Name\(number)"),
        entries: [
          Entry(
            id: "e-1", at: ago(Int64(count - number)), author: Author(kind: .customer, id: "u-\(number)"),
            audience: .customer, text: "question number \(number)")
        ], version: 1)
    }
  }

  /// A saved view of the filter `tag:…`.
  package static func view(_ name: String, tag: String, sort: QueueSort = .burning) -> SavedView {
    SavedView(
      name: name, filterText: "tag:\(tag)",
      query: QueueQuery(.all, filter: QueueFilter(terms: [.tag(tag)]), sort: sort))
  }
}
