/// A text each of whose characters knows where in a file it comes from.
struct MappedText: Sendable {
  /// Where a character comes from.
  struct Origin: Sendable, Hashable {
    /// The source text: 0 is the variant, the others are its fragments.
    var source: Int32
    /// UTF-8 bytes from the source's start.
    var offset: Int32
    /// Whether it is a sample of a value, and not of the text itself.
    var isValue = false
  }

  private(set) var characters: [Character] = []
  private(set) var origins: [Origin] = []
  /// Places where another piece begins: what stands on both sides was not written side by side.
  private(set) var seams: Set<Int> = []

  /// Stands for a placeholder in a text that is not filled in.
  static let gap: Character = "\u{FFFC}"
  /// Stands for the border between parts of a choice in a text that is not filled in.
  static let border: Character = "\u{1E}"

  mutating func append(_ character: Character, _ origin: Origin) {
    characters.append(character)
    origins.append(origin)
  }

  /// Appends a text that comes byte by byte from some offsets.
  mutating func append(_ text: String, offsets: [Int], source: Int) {
    var byte = 0
    for character in text {
      let offset = byte < offsets.count ? offsets[byte] : offsets.last ?? 0
      append(character, Origin(source: Int32(source), offset: Int32(offset)))
      byte += character.utf8.count
    }
  }

  mutating func markSeam() { seams.insert(characters.count) }

  /// Without white space around it.
  mutating func trim() {
    let tail = characters.reversed().prefix { $0.isWhitespace }.count
    characters.removeLast(tail)
    origins.removeLast(tail)
    let head = characters.prefix { $0.isWhitespace }.count
    guard head > 0 else { return }
    characters.removeFirst(head)
    origins.removeFirst(head)
    seams = Set(seams.map { $0 - head })
  }

  var text: String { String(characters) }

  /// The words at some places.
  func words(_ places: Range<Int>) -> String { String(characters[places]) }

  /// The place of the character that holds each UTF-8 byte of `text`, and one more for its end.
  var placesOfBytes: [Int] {
    var places: [Int] = []
    for (place, character) in characters.enumerated() {
      places += repeatElement(place, count: character.utf8.count)
    }
    places.append(characters.count)
    return places
  }
}
