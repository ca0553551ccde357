/// A reply of ours, read once so that it can be compared with many.
///
/// Greetings, closings, courtesy, names and emoji are taken away; numbers, links and words that decide an answer are kept apart.
package struct ReplyText: Sendable, Hashable {
  /// A word, number, sign or link that counts.
  struct Word: Sendable, Hashable {
    /// Equal for words that say the same.
    var id: UInt64
    /// Places in `scalars`.
    var start: Int32
    var count: Int32
    /// How much it counts.
    var weight: Int32
    var kind: Kind
    var isNegation: Bool
    /// Whether a sentence begins with it.
    var isFirst: Bool
    /// The list of words in which it stands, as a hash; 0 for none.
    var topic: UInt64
    /// Whether that list has sides that exclude each other.
    var isExclusive: Bool
    /// Whether it means nothing that the other reply has no word of the list.
    var isWeak: Bool
    /// Whether it begins with a capital within a sentence, or begins a quotation: then it may be a name.
    var isName: Bool
  }

  enum Kind: UInt8, Sendable, Hashable {
    case word, character, number, sign, link

    /// Whether two of them that differ are never a slip of the pen.
    var isExact: Bool { self == .number || self == .sign || self == .link }
  }

  /// The words in their order.
  var words: [Word] = []
  /// Places of words, sorted by their ids.
  var order: [Int32] = []
  /// Hashes of three letters in a row, two in scripts with many letters; sorted.
  var grams: [UInt32] = []
  var scalars: [UInt32] = []
  /// The sum of the weights.
  var weight: Int32 = 0
  /// Of the words in their order.
  var contentHash: UInt64 = 0
  /// Of everything in the text but marks and emoji.
  var wholeHash: UInt64 = 0

  /// Whether it says so little besides courtesy that everybody may say it twice: fewer than three words, or
  /// eight characters of a script without blanks.
  package var isCourtesyOnly: Bool {
    let characters = words.count { $0.kind == .character }
    let others = words.count - characters
    return others * 3 + characters < 9
  }

  /// Whether so many words within sentences have capitals that nouns have them, as in German: more than two in seven.
  var hasManyNames: Bool { words.count { $0.isName } * 7 > words.count * 2 }

  /// What a word is in the text, folded.
  func text(of word: Word) -> String {
    let range = Int(word.start)..<Int(word.start + word.count)
    return String(String.UnicodeScalarView(scalars[range].compactMap(Unicode.Scalar.init)))
  }
}
