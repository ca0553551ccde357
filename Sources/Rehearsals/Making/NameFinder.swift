import DeskModel

/// A name that somebody has said in a conversation.
struct FoundName: Sendable, Hashable {
  /// Its words as they were written, in order.
  var words: [String]
  /// Whether the customer has said it of themselves.
  var isCustomer = false
  /// Whether the first word is a family name.
  var isFamily = false
  /// Whether it is a person’s beyond doubt: then a given name is one without a capital, too.
  var isSure = false
}

/// Looks for names that no backend has told: introductions, answers to “your name, please?”, forms of
/// address, signatures, look-ups.
struct NameFinder {
  private(set) var names: [FoundName] = []
  /// Names of venues, banks and the like, as a look-up has them.
  private(set) var things: [String] = []
  /// Whether every noun has a capital.
  let isGerman: Bool
  let isEnglish: Bool
  /// Names that are words of the language, folded.
  let localWords: Set<String>
  /// Words that somebody has written without a capital, folded.
  private(set) var lower: Set<String> = []
  /// Those that we have: who writes with care writes no name like that.
  private(set) var ourLower: Set<String> = []

  /// Reads a conversation.
  ///
  /// - Parameters:
  ///   - texts: the words of each entry.
  ///   - entries: those of the conversation, one for each text.
  ///   - language: of the conversation, without a region.
  /// - Complexity: O(words).
  init(_ texts: [[NameWord]], entries: [Entry], language: String) {
    isGerman = language == "de"
    isEnglish = language == "en"
    localWords = ["id", "ms"].contains(language) ? ["tim", "dan", "adam", "indah", "putri", "lestari"] : []
    for (words, entry) in zip(texts, entries) {
      let small = words.lazy.filter { !$0.isCapital }.map(\.folded)
      lower.formUnion(small)
      if !entry.isFromOutside { ourLower.formUnion(small) }
    }
    var asked: (ask: Ask, left: Int)?
    for (words, entry) in zip(texts, entries) {
      if entry.kind == .event { lookUp(entry.text) }
      if entry.isOurAnswer {
        asked = Self.ask(words, entry.text).map { ($0, 3) } ?? asked.map { ($0.ask, min($0.left, 1)) }
      }
      introductions(words, isCustomer: entry.author.kind == .customer && entry.isFromOutside)
      forms(words)
      relations(words)
      if entry.isFromOutside { signature(words) }
      if entry.isFromOutside, let (ask, left) = asked {
        if left > 1 { answer(words, to: ask) } else { late(words) }
        // What was asked for may follow in the next messages, and with it the answers to what was asked
        // besides.
        asked = left > 1 ? (ask == .ownName ? .name : ask, left - 1) : nil
      }
    }
  }

  mutating func add(
    _ words: [NameWord], isCustomer: Bool = false, isFamily: Bool = false, isSure: Bool = false
  ) {
    let isSmall = words.contains { !$0.isCapital && !$0.isKnown && ourLower.contains($0.folded) }
    let words = words.filter { !KnownNames.particles.contains($0.folded) }.map(\.raw)
    if isSmall, !isSure { return }
    if words.isEmpty { return }
    names.append(
      FoundName(words: words, isCustomer: isCustomer, isFamily: isFamily, isSure: isSure || isCustomer))
  }

  // MARK: - Asking

  /// What a reply asks for.
  private enum Ask { case ownName, name, secret }

  /// Whether a reply asks for a name or for what only the customer knows; nil when it does not.
  private static func ask(_ words: [NameWord], _ text: String) -> Ask? {
    let folded = words.map(\.folded)
    let isQuestion = text.contains { "?？؟".contains($0) }
    // “My name is …” asks for none.
    let place = words.indices.first { place in
      NamePhrases.asking.contains(folded[place]) && !ends(NamePhrases.sure, words[...place])
        && !ends(NamePhrases.sure, words[...min(place + 1, words.count - 1)])
    }
    let isChecking = folded.contains(where: NamePhrases.checking.contains)
    guard isQuestion || isChecking || folded.contains(where: NamePhrases.requests.contains) else {
      return nil
    }
    guard let place else { return isChecking ? .secret : nil }
    if place > 0, folded[place - 1] == "by" { return nil }
    let others: Set<String> = [
      "maiden", "pet", "host", "manufacturer", "doctor", "mother", "guest", "hotel", "color",
    ]
    let isOther = !others.isDisjoint(with: folded.map { $0.hasSuffix("'s") ? String($0.dropLast(2)) : $0 })
    return isChecking ? .secret : isOther ? .name : .ownName
  }

  /// An answer to that: a name alone, one at the beginning, or one behind “it is”.
  private mutating func answer(_ words: [NameWord], to ask: Ask) {
    let isOwn = ask == .ownName
    let candidates = words.filter { $0.canBeName && !KnownNames.generic.contains($0.folded) }
    if words.count <= 4, (1...3).contains(candidates.count),
      isOwn || candidates.contains(where: \.isCapital) || words.count <= 2
    {
      return add(candidates, isCustomer: isOwn)
    }
    for place in words.indices.dropFirst() where words[place].canBeName {
      guard words[place].isCapital || words.count <= 4 && isDone(words, place + 1),
        Self.ends(NamePhrases.answers, words[..<place])
      else { continue }
      add(words[place].isCapital ? run(words[place...]) : [words[place]], isCustomer: isOwn && place <= 4)
    }
    if let place = words.firstIndex(where: \.canBeName), place < 2,
      words[place].isCapital || words[place].isKnown
    {
      let head = run(words[place...])
      if words[place].isKnown {
        // “sarah brown date of birth …”: what follows a name without a mark is one, too.
        let second = words.dropFirst(place + 1).first.flatMap { $0.gap == .space && $0.canBeName ? $0 : nil }
        add(head.count > 1 ? head : [words[place]] + (second.map { [$0] } ?? []), isCustomer: isOwn)
      } else if head.count <= 3, isDone(words, place + head.count) {
        add(head, isCustomer: isOwn)
      }
    }
    guard !isGerman else { return }
    for (place, word) in words.enumerated()
    where word.isCapital && word.canBeName && !lower.contains(word.folded) {
      let isAlone = word.beginsSentence && word.next != .space && word.next != .comma
      if isAlone
        || words.count <= (ask == .secret ? 25 : 8) && !word.beginsSentence
          && !KnownNames.generic.contains(word.folded)
      {
        add(Array(words[place...place]))
      }
    }
  }

  /// An answer after we have gone on to something else: a name and nothing more.
  private mutating func late(_ words: [NameWord]) {
    if words.count <= 2, words.allSatisfy({ $0.isCapital && $0.canBeName && !lower.contains($0.folded) }) {
      add(words)
    }
  }

  /// Whether a name can end before a place: nothing follows, or a mark, or a word that is no name.
  func isDone(_ words: [NameWord], _ place: Int) -> Bool {
    guard place < words.count else { return true }
    return words[place].gap != .space || !words[place].canBeName
  }

  /// The words that are written as a name is, up to a mark.
  func run(_ words: ArraySlice<NameWord>) -> [NameWord] {
    var run: [NameWord] = []
    for word in words.prefix(5) {
      let isParticle = KnownNames.particles.contains(word.folded) && !run.isEmpty
      guard run.isEmpty || word.gap == .space, isParticle || word.isCapital && word.canBeName else { break }
      run.append(word)
    }
    while let last = run.last, KnownNames.particles.contains(last.folded) { run.removeLast() }
    return Array(run.prefix(4))
  }

  static func ends(_ phrases: Set<String>, _ words: ArraySlice<NameWord>) -> Bool {
    [4, 3, 2, 1].contains { count in
      words.count >= count && phrases.contains(words.suffix(count).map(\.folded).joined(separator: " "))
    }
  }

  // MARK: - Look-ups

  /// `CustomerName: Jane Doe; HotelName: Old Inn`.
  private mutating func lookUp(_ text: String) {
    for part in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
      guard let colon = part.firstIndex(of: ":") else { continue }
      let key = part[..<colon].trimmed.lowercased()
      let value = part[part.index(after: colon)...].trimmed
      guard key.count <= 30, key.hasSuffix("name"), !value.isEmpty, value.count <= 60 else { continue }
      let scalars = PlainText.cleaned(value)
      let words = NameWord.words(scalars, TextScanner(text: scalars, isMonthFirst: false).pieces())
      let isTitled =
        !value.contains("_") && words.count > 1
        && words.first.map { NamePhrases.titles.contains($0.folded) } ?? false
      let kind = key.dropLast(4).filter(\.isLetter)
      let isCustomer = NamePhrases.customers.contains(kind)
      if isCustomer || isTitled || NamePhrases.people.contains(kind) {
        let name = words.filter { $0.canBeName && !NamePhrases.titles.contains($0.folded) }
        add(name, isCustomer: isCustomer, isFamily: isTitled, isSure: true)
      } else if value.contains(where: \.isUppercase), !value.contains("_"),
        !NamePhrases.products.contains(kind)
      {
        things.append(value)
      }
    }
  }
}
