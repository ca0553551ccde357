import DeskModel

/// Where the names of the person stand in a draft.
struct NamePlaces {
  enum Part: Sendable, Hashable {
    case given, family, full, patronymic
  }

  /// A longer name, in characters, is none by which anybody is addressed.
  private static let longestName = 128

  /// One name.
  struct Name {
    var places: Range<Int>
    /// Nil when given and family name are the same.
    var part: Part?
    var isVocative: Bool
  }

  private let read: ReadDraft
  private let parts: NameParts
  private let titles: Set<String>
  /// The terms of address in the draft, in the order of the text.
  let terms: [PhraseMatcher.Match]
  /// In the order of the text; none touches another.
  private(set) var found: [Name] = []
  /// The ends of the terms, in rising order.
  private let termEnds: [Int]
  private var isTaken: [Bool]
  /// How many characters that are no blanks stand before each place.
  private var inkBefore: [Int] = [0]
  /// How many characters that belong to no title, and are neither spaces nor full stops, stand before each place.
  private var wordingBefore: [Int] = [0]
  /// The given name as one calls it; nil when it is not certain.
  let givenVocative: String?

  /// Finds the names of a person in a draft.
  ///
  /// - Complexity: O(text · length of the names + terms · log terms).
  init(_ read: ReadDraft, _ parts: NameParts) {
    self.read = read
    terms = read.pack.termMatcher.matches(in: read.text)
    termEnds = terms.map(\.places.upperBound).sorted()
    isTaken = Array(repeating: false, count: read.text.characters.count)
    self.parts = parts
    titles = Set(
      read.pack.titles.flatMap(\.forms).flatMap { PackText($0, read.pack.text).words.map(\.folded) })
    let gender = read.draft.person.gender
    givenVocative = parts.given.flatMap { read.pack.vocative($0, .given, gender) }
    // The longest first, so that a full name is not found as its parts.
    if let full = parts.full, full != parts.given, full != parts.family { add(full, .full) }
    if let given = parts.given { add(given, given == parts.family ? nil : .given) }
    if let family = parts.family, family != parts.given { add(family, .family) }
    if let patronymic = parts.patronymic { add(patronymic, .patronymic) }
    if let givenVocative { add(givenVocative, .given, isVocative: true) }
    found.sort { $0.places.lowerBound < $1.places.lowerBound }
    countGaps()
  }

  /// Whether the draft holds no name of the person.
  var isEmpty: Bool { found.isEmpty }
  /// Whether any name is known.
  var isKnown: Bool { parts.given != nil || parts.family != nil }

  /// The person's own name for a part.
  func text(of part: Part) -> String? {
    switch part {
    case .given: parts.given
    case .family: parts.family
    case .full: parts.full
    case .patronymic: parts.patronymic
    }
  }

  /// Whether two names are the same but for their capitals.
  func isSame(_ left: String, _ right: String) -> Bool { left.lowercased() == right.lowercased() }

  private mutating func add(_ name: String, _ part: Part?, isVocative: Bool = false) {
    let wanted = PackText(name, read.pack.text).characters
    let text = read.text.characters
    guard let first = wanted.first, wanted.count <= min(text.count, Self.longestName) else { return }
    let isBounded = !read.pack.text.isUnspaced
    for place in 0...text.count - wanted.count where text[place] == first {
      let end = place + wanted.count
      if isBounded, place > 0, PackText.isContent(text[place - 1]) { continue }
      if isBounded, end < text.count, PackText.isContent(text[end]) { continue }
      guard !read.text.hasMuted(in: place..<end), text[place..<end].elementsEqual(wanted),
        !isTaken[place..<end].contains(true)
      else { continue }
      for taken in place..<end { isTaken[taken] = true }
      found.append(Name(places: place..<end, part: part, isVocative: isVocative))
    }
  }

  private mutating func countGaps() {
    inkBefore.reserveCapacity(read.text.characters.count + 1)
    wordingBefore.reserveCapacity(read.text.characters.count + 1)
    var isTitle = Array(repeating: false, count: read.text.characters.count)
    for word in read.text.words where titles.contains(word.folded) {
      for place in word.places { isTitle[place] = PackText.isContent(read.text.characters[place]) }
    }
    for place in read.text.characters.indices {
      let character = read.text.characters[place]
      let isGap = isTitle[place] || character == " " || character == "."
      inkBefore.append(inkBefore[place] + (character.isWhitespace ? 0 : 1))
      wordingBefore.append(wordingBefore[place] + (isGap ? 0 : 1))
    }
  }

  /// Whether nothing but blanks, the full stop of an abbreviation and titles stand between two places.
  func isBeside(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    isGap(from: left.upperBound, to: right.lowerBound)
  }

  private func isGap(from start: Int, to end: Int) -> Bool {
    start <= end && (inkBefore[start] == inkBefore[end] || wordingBefore[start] == wordingBefore[end])
  }

  /// The person's name beside a term.
  ///
  /// - Complexity: O(log names).
  func name(beside term: Range<Int>, _ position: AddressTerm.Position) -> Name? {
    switch position {
    case .before:
      let next = found.partitioned { $0.places.lowerBound >= term.upperBound }
      return next < found.count && isBeside(term, found[next].places) ? found[next] : nil
    case .after:
      let last = found.partitioned { $0.places.upperBound > term.lowerBound } - 1
      return last >= 0 && isBeside(found[last].places, term) ? found[last] : nil
    }
  }

  /// Whether a term stands before a name and beside it.
  ///
  /// - Complexity: O(log terms).
  func hasTerm(before name: Range<Int>) -> Bool {
    let last = termEnds.partitioned { $0 > name.lowerBound } - 1
    return last >= 0 && isGap(from: termEnds[last], to: name.lowerBound)
  }

  /// Whether no other name stands beside a term, so that it addresses the reader.
  func standsAlone(_ term: Range<Int>, _ position: AddressTerm.Position) -> Bool {
    guard !read.pack.text.isUnspaced else { return false }
    let next =
      position == .before ? nextContent(after: term.upperBound) : previousContent(before: term.lowerBound)
    guard let next else { return true }
    let between = position == .before ? term.upperBound..<next : next + 1..<term.lowerBound
    return between.contains { place in
      let character = read.text.characters[place]
      return character == "," || PackText.isTerminator(character)
    }
  }

  /// A name beside a term that is none of the person's: a word with a capital in a greeting.
  func otherName(beside term: Range<Int>, _ position: AddressTerm.Position) -> Range<Int>? {
    let start = read.text.words.partitioned { $0.places.upperBound > term.lowerBound }
    let end = read.text.word(from: term.upperBound) - 1
    guard start <= end, start <= 4 else { return nil }
    let place = position == .before ? end + 1 : start - 1
    guard read.text.words.indices.contains(place) else { return nil }
    let word = read.text.words[place]
    let isBeside = position == .before ? isBeside(term, word.places) : isBeside(word.places, term)
    guard isBeside, let first = word.exact.first, first.isUppercase, word.exact.count > 1,
      !isTaken[word.places].contains(true), !isTerm(word.places),
      !titles.contains(word.folded), !parts.spellings.contains(word.exact.lowercased()),
      !read.pack.greetingWords.contains(word.folded),
      // What stands before and behind must show that somebody is addressed, and not spoken of.
      isFollowedByMark(position == .before ? word.places.upperBound : term.upperBound),
      isAddress(min(start, place), end: max(word.places.upperBound, term.upperBound))
    else { return nil }
    return word.places
  }

  /// Whether a term with a name, which begin with a word and end at a place, address the reader: nothing but a greeting
  /// stands before them, or a word or two that are set off by no comma while the name is called out.
  private func isAddress(_ first: Int, end: Int) -> Bool {
    let words = read.text.words
    let before = words[..<first].reversed().prefix { $0.sentence == words[first].sentence }
    if before.allSatisfy({ read.pack.greetingWords.contains($0.folded) }) { return true }
    guard before.count <= 2, words[first].sentence == 0, let start = before.last?.places.upperBound,
      !(start..<words[first].places.lowerBound).contains(where: { read.text.characters[$0] == "," })
    else { return false }
    let next = (end..<read.text.characters.count).first { read.text.characters[$0] != " " }
    guard let next else { return true }
    let mark = read.text.characters[next]
    return mark == "," || mark == "!" || mark == ":" || mark.isNewline
  }

  /// Whether a name stands where somebody is called: set off by a comma, or at the end of a greeting.
  func isCalled(_ name: Range<Int>) -> Bool {
    guard isFollowedByMark(name.upperBound) else { return false }
    guard let before = previousContent(before: name.lowerBound) else { return true }
    return (before + 1..<name.lowerBound).contains { place in
      let character = read.text.characters[place]
      return character == "," || PackText.isTerminator(character)
    }
  }

  private func isTerm(_ places: Range<Int>) -> Bool {
    terms.contains { $0.places.overlaps(places) }
  }

  private func isFollowedByMark(_ place: Int) -> Bool {
    var place = place
    while place < read.text.characters.count, read.text.characters[place] == " " { place += 1 }
    guard place < read.text.characters.count else { return true }
    let character = read.text.characters[place]
    return character == "," || character == ":" || PackText.isTerminator(character)
  }

  private func nextContent(after place: Int) -> Int? {
    (place..<read.text.characters.count).first { PackText.isContent(read.text.characters[$0]) }
  }

  private func previousContent(before place: Int) -> Int? {
    (0..<place).last { PackText.isContent(read.text.characters[$0]) }
  }
}
