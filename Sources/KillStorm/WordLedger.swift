/// Every word that was typed in a storm, and where it must be.
///
/// A word is `w`, six digits and `;`, so that it is found again on a screen, in a draft and in the journal, and so that
/// no word is the beginning of another. All words are typed once; none is ever deleted.
struct WordLedger {
  /// Where a word was last known to be.
  enum Place: Sendable, Hashable {
    /// In a running console; it may be on the disk or not.
    case inMemory
    /// In a draft on the disk: it must stay on the disk from now on.
    case inDraft
    /// In the journal, once and for ever.
    case inJournal
    /// Nowhere, and that was noted.
    case lost
  }

  /// One word.
  struct Word: Sendable, Hashable {
    /// The number of the console that it was typed into.
    let console: Int
    /// When the screen first showed it, in microseconds; nil when it never did.
    var seenAt: Int64?
    /// Where it was last known to be.
    var place = Place.inMemory
  }

  private(set) var words: [Word] = []
  /// The words whose place is not final.
  private(set) var open: Set<Int> = []

  /// A word that was never typed before.
  mutating func make(for console: Int) -> String {
    open.insert(words.count)
    words.append(Word(console: console))
    return Self.text(words.count - 1)
  }

  /// Notes the words that a screen shows.
  mutating func see(_ rows: [String], at moment: Int64) {
    for row in rows {
      for number in Self.numbers(in: Array(row.utf8))
      where number < words.count && words[number].seenAt == nil {
        words[number].seenAt = moment
      }
    }
  }

  /// Takes notice of what the disk holds; `killed` is the console that has just died, at a moment.
  ///
  /// - Returns: the age in microseconds (since the screen had shown it) of each word that died with the console, and a
  ///   sentence for each word that is on the disk no more or is in the journal twice.
  mutating func compare(
    drafts: [Int: Int], journal: [Int: Int], killed: (console: Int, at: Int64)? = nil
  ) -> (lost: [Int64], violations: [String]) {
    var lost: [Int64] = []
    var violations: [String] = []
    for number in open.sorted() {
      let word = words[number]
      if let count = journal[number] {
        if count > 1 { violations.append("\(Self.text(number)) is in the journal \(count) times") }
        place(number, .inJournal)
      } else if drafts[number] != nil {
        if word.place != .inDraft, word.console == killed?.console { place(number, .inDraft) }
      } else if word.place == .inDraft {
        violations.append("\(Self.text(number)) was in a draft and is nowhere now")
        place(number, .lost)
      } else if let killed, word.console == killed.console {
        if let seen = word.seenAt { lost.append(killed.at - seen) }
        place(number, .lost)
      }
    }
    return (lost, violations)
  }

  /// What is wrong with the disk when every console has come to rest: each word that was not lost must be in one
  /// place, once.
  func restless(drafts: [Int: Int], journal: [Int: Int]) -> [String] {
    words.indices.compactMap { number in
      let (kept, sent) = (drafts[number] ?? 0, journal[number] ?? 0)
      if words[number].place == .lost {
        return kept + sent == 0 ? nil : "\(Self.text(number)) was lost and has come back"
      }
      if kept + sent == 1 || (kept + sent == 0 && words[number].seenAt == nil) { return nil }
      return "\(Self.text(number)) is in the journal \(sent) times and in drafts \(kept) times"
    }
  }

  private mutating func place(_ number: Int, _ place: Place) {
    words[number].place = place
    if place == .inJournal || place == .lost { open.remove(number) }
  }

  /// The text of a word.
  static func text(_ number: Int) -> String {
    let digits = String(number)
    return "w" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ";"
  }

  /// The numbers of the words in a text, in their order.
  ///
  /// - Complexity: O(bytes).
  static func numbers(in bytes: [UInt8]) -> [Int] {
    var result: [Int] = []
    var index = 0
    while index + 8 <= bytes.count {
      guard bytes[index] == UInt8(ascii: "w"), bytes[index + 7] == UInt8(ascii: ";") else {
        index += 1
        continue
      }
      let digits = bytes[index + 1..<index + 7]
      if digits.allSatisfy({ (0x30...0x39).contains($0) }) {
        result.append(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
        index += 8
      } else {
        index += 1
      }
    }
    return result
  }
}
