import DeskModel

/// Finds Latin words that came out of nowhere in a text of another script.
///
/// Names and abbreviations have capitals, and what the customer wrote themselves is theirs: both stay silent.
struct ForeignWordCheck: PackCheck {
  /// Shorter ones are too often units and parts of names.
  private static let leastLength = 3

  func findings(in read: ReadDraft) -> [PackFinding] {
    guard read.pack.language.avoidsForeignWords else { return [] }
    let words = read.text.words.filter { isForeign($0, read.text) }
    guard !words.isEmpty, words.count * 2 < read.text.words.count else { return [] }
    let allowed = Set(read.pack.language.allowedForeign.map { $0.lowercased() })
    let customer = Set(read.draft.customer.flatMap { PackText($0, read.pack.text).words.map(\.folded) })
    var isTold = Array(repeating: false, count: read.text.words.count)
    for found in read.matches(.avoid) { mark(&isTold, found.match.places, read.text) }
    return words.filter { word in
      !allowed.contains(word.folded) && !customer.contains(word.folded)
        && !isTold[read.text.word(from: word.places.lowerBound)]
    }.map { word in
      PackFinding(
        "language.foreign", .hint, read.text.bytes(word.places), arguments: [read.words(word.places)],
        key: "language.foreignWord")
    }
  }

  /// Marks the words that a match touches, as places in the text's words.
  private func mark(_ isTold: inout [Bool], _ match: Range<Int>, _ text: PackText) {
    var word = text.words.partitioned { $0.places.upperBound > match.lowerBound }
    while word < text.words.count, text.words[word].places.lowerBound < match.upperBound {
      isTold[word] = true
      word += 1
    }
  }

  private func isForeign(_ word: PackText.Word, _ text: PackText) -> Bool {
    guard !word.isMuted, word.exact.utf8.count >= Self.leastLength,
      word.exact.utf8.allSatisfy({ 0x61...0x7A ~= $0 })
    else { return false }
    // A part of an address or a file's name.
    let before = word.places.lowerBound > 0 ? text.characters[word.places.lowerBound - 1] : " "
    let after = word.places.upperBound < text.characters.count ? text.characters[word.places.upperBound] : " "
    func isInner(_ character: Character) -> Bool {
      character == "/" || character == "_" || character == "@" || character == "#"
        || PackText.isHyphen(character)
    }
    let next = word.places.upperBound + 1
    let isDomain = after == "." && next < text.characters.count && PackText.isContent(text.characters[next])
    return !isInner(before) && !isInner(after) && before != "." && !isDomain
  }
}
