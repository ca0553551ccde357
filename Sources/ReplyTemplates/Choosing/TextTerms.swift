/// The pieces by which texts are compared, as hashes that stay the same from run to run.
///
/// Two pieces may share a hash; what is counted by hashes is an estimate.
struct TextTerms: Sendable {
  private let fold = SearchFold()

  /// Every three neighbouring scalars of the words, blanks around them counted; two where ideographs stand.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - isOpen: whether the last word may go on, as while somebody types.
  ///   - limit: how many at most.
  /// - Returns: each once, in the text's order.
  /// - Complexity: O(text).
  func grams(of text: String, isOpen: Bool = false, limit: Int = .max) -> [UInt32] {
    var words = fold.words(of: text, limit: Self.scalars(for: limit))
    if isOpen, words.count > 2 { words.removeLast() }
    var seen: Set<UInt32> = []
    var result: [UInt32] = []
    Self.eachGram(of: words) { gram in
      if result.count < limit, seen.insert(gram).inserted { result.append(gram) }
    }
    return result
  }

  /// The words, and the neighbouring scalars of words in scripts without blanks.
  ///
  /// - Returns: each once, in the text's order.
  /// - Complexity: O(text).
  func words(of text: String, limit: Int = .max) -> [UInt32] {
    var seen: Set<UInt32> = []
    var result: [UInt32] = []
    func take(_ term: UInt32) {
      if result.count < limit, seen.insert(term).inserted { result.append(term) }
    }
    for word in fold.words(of: text, limit: Self.scalars(for: limit)).split(separator: SearchFold.blank) {
      if word.contains(where: SearchFold.isUnspaced) {
        // Blanks say little where a word is a whole sentence.
        let edge = word.count < 3 ? [SearchFold.blank] : []
        Self.eachGram(of: edge + word + edge, take)
      } else {
        take(Self.hash(word))
      }
    }
    return result
  }

  /// The folded scalars of a text: a blank before each word and behind the last.
  func folded(_ text: String) -> [UInt32] { fold.words(of: text) }

  /// How much of a text is read where so many pieces are wanted: a customer may send a whole log.
  private static func scalars(for limit: Int) -> Int { limit < 1_000_000 ? limit * 16 : .max }

  /// Calls with each gram of folded scalars, as often as it stands there.
  static func eachGram(of words: [UInt32], _ body: (UInt32) -> Void) {
    var place = 0
    while place + 1 < words.count {
      let first = words[place]
      let second = words[place + 1]
      if SearchFold.isIdeograph(first) || SearchFold.isIdeograph(second) {
        body(hash(first, second, 0))
      } else if place + 2 < words.count, second != SearchFold.blank {
        let third = words[place + 2]
        if !SearchFold.isIdeograph(third) { body(hash(first, second, third)) }
      }
      place += 1
    }
  }

  /// A hash of a word.
  static func hash(_ word: some Sequence<UInt32>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for scalar in word { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01b3 }
    return mixed(hash)
  }

  /// A hash of a name that is no word of a text, such as a tag; `kind` keeps kinds apart.
  static func hash(_ name: String, kind: UInt32) -> UInt32 {
    hash([0, kind] + name.unicodeScalars.map(\.value))
  }

  private static func hash(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
    mixed(UInt64(first) << 42 ^ UInt64(second) << 21 ^ UInt64(third))
  }

  private static func mixed(_ value: UInt64) -> UInt32 {
    var value = value &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
    return UInt32(truncatingIfNeeded: (value &* 0xBF58_476D_1CE4_E5B9) >> 32)
  }
}
