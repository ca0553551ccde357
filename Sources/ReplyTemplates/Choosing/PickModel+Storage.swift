/// Why bytes are no model of picks that can be read.
package enum PickModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// They do not begin as such a file begins.
  case notAPickModel
  /// A newer program wrote them, in this version of the form.
  case newer(version: Int)
  /// They are cut off or were changed.
  case damaged

  /// One sentence.
  package var description: String {
    switch self {
    case .notAPickModel: "this is no file of learned picks"
    case .newer(let version):
      "a newer program wrote this file of learned picks (form \(version)); update, or delete the file to learn anew"
    case .damaged: "the file of learned picks is damaged; delete it to learn anew"
    }
  }
}

/// The form of saved models.
///
/// `sapapick`, then one byte for the version, 1. Whole numbers follow as LEB128 (DWARF 5, 7.6), lowest seven
/// bits first: capacity, number of picks, number of answers, and
/// for each answer the bytes of its path, the path in UTF-8, and its picks. Then the four tables `follows`,
/// `typed`, `messages` and `marks`: the number of keys, and for
/// each, ascending, its distance from the key before, the number of its counts, and for each count the
/// answer's distance from the one before, and the count. The last eight bytes are the
/// FNV-1a hash of all before, lowest byte first.
extension PickModel {
  private static let head = Array("sapapick".utf8)
  private static let version: UInt8 = 1

  /// The model as bytes; equal models have equal bytes.
  ///
  /// - Complexity: O(size · log size).
  package func bytes() -> [UInt8] {
    var writer = PackedWriter(bytes: Self.head + [Self.version])
    writer.number(UInt64(capacity))
    writer.number(UInt64(count))
    writer.number(UInt64(answers.count))
    for (answer, picks) in zip(answers, picks) {
      writer.text(answer.path)
      writer.number(UInt64(picks))
    }
    for table in [follows, typed, messages, marks] { writer.table(table) }
    return writer.finished()
  }

  /// Reads bytes that `bytes()` made.
  ///
  /// - Throws: `PickModelError`, for anything else.
  /// - Complexity: O(bytes).
  package init(bytes: [UInt8]) throws(PickModelError) {
    let head = Self.head
    guard bytes.count > head.count, bytes.prefix(head.count).elementsEqual(head) else {
      throw .notAPickModel
    }
    guard bytes[head.count] == Self.version else { throw .newer(version: Int(bytes[head.count])) }
    var reader = try PackedReader(bytes, from: head.count + 1)
    let capacity = try reader.count(upTo: 1 << 40)
    let total = try reader.count(upTo: 1 << 40)
    var answers: [AnswerID] = []
    var picks: [UInt32] = []
    for _ in 0..<(try reader.count(upTo: 1 << 32)) {
      guard let id = AnswerID(checking: try reader.text()) else { throw .damaged }
      answers.append(id)
      picks.append(UInt32(try reader.count(upTo: Int(UInt32.max))))
    }
    let follows = try reader.table(answers: answers.count)
    let typed = try reader.table(answers: answers.count)
    let messages = try reader.table(answers: answers.count)
    let marks = try reader.table(answers: answers.count)
    guard reader.isAtEnd, capacity > 0, Set(answers).count == answers.count else { throw .damaged }
    self.init(
      capacity: capacity, total: total, answers: answers, picks: picks, follows: follows, typed: typed,
      messages: messages, marks: marks)
  }
}
