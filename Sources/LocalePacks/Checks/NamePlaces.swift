import DeskModel

/// Where the names of the person stand in a draft.
struct NamePlaces {
  enum Part: Sendable, Hashable {
    case given, family, full, patronymic
  }

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
  private(set) var found: [Name] = []
  /// The given name as one calls it; nil when it is not certain.
  let givenVocative: String?

  init(_ read: ReadDraft, _ parts: NameParts) {
    self.read = read
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
    guard let first = wanted.first, wanted.count <= text.count else { return }
    let isBounded = !read.pack.text.isUnspaced
    for place in 0...text.count - wanted.count where text[place] == first {
      let end = place + wanted.count
      guard !read.text.isMuted[place], text[place..<end].elementsEqual(wanted) else { continue }
      if isBounded, place > 0, PackText.isContent(text[place - 1]) { continue }
      if isBounded, end < text.count, PackText.isContent(text[end]) { continue }
      if found.contains(where: { $0.places.overlaps(place..<end) }) { continue }
      found.append(Name(places: place..<end, part: part, isVocative: isVocative))
    }
  }

  /// Whether nothing but blanks, the full stop of an abbreviation and titles stand between two places.
  func isBeside(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.upperBound <= right.lowerBound else { return false }
    let gap = left.upperBound..<right.lowerBound
    if gap.allSatisfy({ read.text.characters[$0].isWhitespace }) { return true }
    guard
      gap.allSatisfy({
        PackText.isContent(read.text.characters[$0]) || " .".contains(read.text.characters[$0])
      })
    else { return false }
    return read.text.words.allSatisfy { !gap.overlaps($0.places) || titles.contains($0.folded) }
  }

  /// The person's name beside a term.
  func name(beside term: Range<Int>, _ position: AddressTerm.Position) -> Name? {
    found.first { name in
      position == .before ? isBeside(term, name.places) : isBeside(name.places, term)
    }
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
    let words = read.text.words.indices.filter { read.text.words[$0].places.overlaps(term) }
    guard let start = words.first, let end = words.last else { return nil }
    let place = position == .before ? end + 1 : start - 1
    guard read.text.words.indices.contains(place), start <= 4 else { return nil }
    let word = read.text.words[place]
    let isBeside = position == .before ? isBeside(term, word.places) : isBeside(word.places, term)
    guard isBeside, let first = word.exact.first, first.isUppercase, word.exact.count > 1,
      !found.contains(where: { $0.places.overlaps(word.places) }), !isTerm(word.places),
      !titles.contains(word.folded), !parts.spellings.contains(word.exact.lowercased()),
      // What follows the name must show that somebody is addressed.
      isFollowedByMark(position == .before ? word.places.upperBound : term.upperBound)
    else { return nil }
    return word.places
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
    read.pack.termMatcher.matches(in: read.text).contains { $0.places.overlaps(places) }
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
