import DeskModel

/// How much text goes into one answer: a line has its limit, and texts can be of any length.
///
/// A byte of text becomes at most six when it is escaped.
struct PageBudget {
  /// UTF-8 bytes of text in an answer of several items.
  static let bytes = 1 << 20

  private var left = bytes
  private var isEmpty = true

  /// Whether an item with so many bytes still goes in; the first always does.
  mutating func takes(_ count: Int) -> Bool {
    guard isEmpty || count <= left else { return false }
    isEmpty = false
    left -= count
    return true
  }

  /// The same text, cut where it is longer than an answer can hold.
  ///
  /// - Complexity: O(bytes).
  static func cut(_ text: String, to limit: Int = bytes - 1_024) -> String {
    let count = text.utf8.count
    guard count > limit else { return text }
    var end = text.utf8.index(text.utf8.startIndex, offsetBy: limit)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return "\(text[..<end])\n[… \(count - limit) more bytes]"
  }
}

extension Entry {
  /// UTF-8 bytes of its texts.
  var textBytes: Int {
    text.utf8.count + author.id.utf8.count + (author.name?.utf8.count ?? 0)
      + attachments.reduce(0) { $0 + $1.name.utf8.count + $1.mediaType.utf8.count + 64 }
  }

  /// The entry as it fits into an answer.
  var fitting: Entry {
    guard textBytes > PageBudget.bytes - 1_024 else { return self }
    var result = self
    result.text = PageBudget.cut(text, to: PageBudget.bytes / 2)
    result.author.name = author.name.map { PageBudget.cut($0, to: 4_096) }
    return result
  }
}

extension ConversationSummary {
  /// UTF-8 bytes of its texts.
  var textBytes: Int {
    subject.utf8.count + contactName.utf8.count + contactID.rawValue.utf8.count + id.rawValue.utf8.count
      + channel.utf8.count + status.utf8.count + preview.utf8.count + tags.reduce(0) { $0 + $1.utf8.count }
      + 256
  }

  /// The row as it fits into a list with others: a subject of megabytes must not keep a queue from being read.
  var fitting: ConversationSummary {
    guard textBytes > 16_384 else { return self }
    var result = self
    result.subject = PageBudget.cut(subject, to: 4_096)
    result.contactName = PageBudget.cut(contactName, to: 1_024)
    var left = 4_096
    result.tags = tags.filter { tag in
      left -= tag.utf8.count
      return left >= 0
    }
    return result
  }
}
