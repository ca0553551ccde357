/// Names of a conversation, each with the one that stands for it.
struct NameBook: Sendable {
  /// What part of a name a word is.
  enum Role: String, Sendable, Hashable { case given, family, patronymic, place }

  private struct Entry: Sendable {
    let original: NameForms
    /// As it is compared.
    let folded: [Unicode.Scalar]
    let made: NameForms
    /// Whether it is replaced without a capital, too.
    var isLoose: Bool
    /// Whether words around it are tied to it.
    let isJoined: Bool
    /// Whether no longer word may hold it.
    let isStrict: Bool
  }

  private let seed: UInt64
  private let language: String
  private let letters: LetterMap
  /// All words of the conversation, folded: no name is made that somebody has said.
  private let said: Set<String>
  private let forbidden: [String]
  private var entries: [Entry] = []
  private var places: [String: Int] = [:]
  private var used: Set<String> = []

  /// Makes an empty book.
  init(seed: UInt64, language: String, said: Set<String>, letters: LetterMap) {
    self.seed = seed
    self.language = language
    self.said = said
    self.letters = letters
    forbidden = letters.forbidden
  }

  // MARK: - Making names

  /// Takes in a word of a name as it was written; the first role that it is told in stays.
  ///
  /// What a backend has told is replaced whatever its capitals, and no longer word may hold it. What is
  /// somebody’s beyond doubt is replaced without a capital, too, even if it is a word.
  mutating func add(_ word: String, _ role: Role, gender: Bool?, isTold: Bool, isSure: Bool = false) {
    let folded = FoldedWord(word).text
    guard !folded.isEmpty, !KnownNames.particles.contains(folded) else { return }
    let isLoose = isLoose(word, folded, isTold: isTold, isSure: isSure)
    // “Оксано” is no other name than “Оксана”.
    let known =
      places[folded]
      ?? entries.firstIndex { $0.original.isDeclined && $0.original.stemLength(of: folded) != nil }
    if let known {
      if isLoose { entries[known].isLoose = true }
      return
    }
    let original = NameForms(word, isPolish: language == "pl")
    let isJoined = word.unicodeScalars.contains { $0.isOfJoinedWords }
    guard isJoined || folded.unicodeScalars.count >= 2 else { return }
    let made = NameForms(name(for: original, role, isWoman: gender), isPolish: language == "pl")
    places[folded] = entries.count
    entries.append(
      Entry(
        original: original, folded: FoldedWord(word).scalars, made: made, isLoose: isLoose,
        isJoined: isJoined, isStrict: isTold && isLoose))
  }

  /// Whether a word is a name without a capital, too.
  private func isLoose(_ word: String, _ folded: String, isTold: Bool, isSure: Bool) -> Bool {
    if KnownNames.ordinary.contains(folded) { return false }
    if isTold || !KnownNames.alsoWords.contains(folded) { return true }
    let isGiven = KnownNames.female.contains(folded) || KnownNames.male.contains(folded)
    return Capitals(word.unicodeScalars) == .lower || isSure && isGiven
  }

  /// Takes in a word with what stands for it.
  mutating func add(_ word: String, made: String) {
    let folded = FoldedWord(word).text
    guard !folded.isEmpty, places[folded] == nil else { return }
    places[folded] = entries.count
    entries.append(
      Entry(
        original: NameForms(word, isPolish: language == "pl"), folded: FoldedWord(word).scalars,
        made: NameForms(made, isPolish: false),
        isLoose: true,
        isJoined: word.unicodeScalars.contains { $0.isOfJoinedWords }, isStrict: true))
  }

  /// A name that stands for nobody's.
  mutating func fresh(_ role: Role, isWoman: Bool?, key: String) -> String {
    name(for: NameForms(key, isPolish: false), role, isWoman: isWoman)
  }

  private mutating func name(for original: NameForms, _ role: Role, isWoman: Bool?) -> String {
    var chooser = Chooser(seed: seed, key: role.rawValue + original.stem)
    let lists = NameLists.language(language(for: original))
    let candidates: [String]
    switch (role, isWoman) {
    case (.given, true?): candidates = lists.female
    case (.given, false?): candidates = lists.male
    case (.given, nil): candidates = lists.female + lists.male
    case (.family, true?): candidates = lists.familyOfWomen
    case (.family, false?): candidates = lists.family
    case (.family, nil): candidates = lists.family + lists.familyOfWomen
    case (.patronymic, true?): candidates = lists.patronymicOfWomen
    case (.patronymic, false?): candidates = lists.patronymic
    case (.patronymic, nil): candidates = lists.patronymic + lists.patronymicOfWomen
    case (.place, _): candidates = lists.places
    }
    let isPolish = language == "pl"
    let free = chooser.shuffled(candidates).filter(isFree)
    // A name that is declined alike fits into the same sentences.
    let likely = free.first { NameForms($0, isPolish: isPolish).ending == original.ending }
    let name = likely ?? free.first ?? invented(original.stem)
    used.insert(FoldedWord(name).text)
    return name
  }

  private func isFree(_ name: String) -> Bool {
    let folded = FoldedWord(name).text
    return !used.contains(folded) && !said.contains(folded) && !forbidden.contains { folded.contains($0) }
  }

  /// A name of syllables, where all of a list are taken.
  private func invented(_ stem: String) -> String {
    let isCyrillic = stem.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
    for attempt in 0..<50 {
      let model = Array((isCyrillic ? "Ааааа" : "Aaaaa").unicodeScalars)
      let made = letters.run(model[...], salt: "\(attempt)" + stem)
      if isFree(made) { return made }
    }
    return "Xxxxx"
  }

  /// The language whose names fit the letters of a name.
  private func language(for name: NameForms) -> String {
    let letters = name.stem.unicodeScalars
    let isCyrillicLanguage = language == "uk" || language == "ru"
    if letters.contains(where: { (0x400...0x52F).contains($0.value) }) {
      if isCyrillicLanguage { return language }
      return letters.contains { "іїєґ".unicodeScalars.contains($0) } ? "uk" : "ru"
    }
    let isLatin = letters.contains { $0.value < 0x250 && $0.isLetter }
    return isLatin && isCyrillicLanguage ? "en" : language
  }

  // MARK: - Replacing

  /// What stands for a word before another one, which is folded; nil for one that is no name.
  ///
  /// - Complexity: O(names).
  func replacement(_ word: ArraySlice<Unicode.Scalar>, before next: String = "") -> String? {
    if KnownNames.objects.contains(next), Capitals(word) == .lower {
      let folded = FoldedWord(word).text
      if KnownNames.alsoWords.contains(folded), let place = places[folded], !entries[place].isStrict {
        return nil
      }
    }
    return whole(word) ?? parts(word) ?? inside(word)
  }

  /// What stands for a name in a word that is nothing but the name or a form of it.
  func whole(_ word: ArraySlice<Unicode.Scalar>) -> String? {
    let folded = FoldedWord(word)
    let capitals = Capitals(word)
    if let entry = places[folded.text].map({ entries[$0] }), entry.isLoose || capitals != .lower {
      return capitals.applied(to: entry.made.name)
    }
    for entry in entries where entry.original.isDeclined && (entry.isLoose || capitals != .lower) {
      if entry.original.stemLength(of: folded.text) != nil {
        return capitals.applied(to: entry.made.form(like: folded, of: entry.original, written: Array(word)))
      }
    }
    return nil
  }

  /// `Anna’s`, `d’Anna`, `Annas`, `Ayşe’nin`, `Budinya`.
  private func parts(_ word: ArraySlice<Unicode.Scalar>) -> String? {
    if let mark = word.lastIndex(where: \.isApostrophe) {
      // Nobody's name has so many.
      if word.count(where: \.isApostrophe) > 3 { return pieces(word) }
      let head = word[..<mark]
      let tail = word[(mark + 1)...]
      let newHead = replacement(head)
      let newTail = tail.count >= 2 ? replacement(tail) : nil
      guard newHead != nil || newTail != nil else { return nil }
      return (newHead ?? Self.string(head)) + String(Character(word[mark])) + (newTail ?? Self.string(tail))
    }
    let folded = FoldedWord(word)
    for ending in ["s", "nya", "ku"] where ending == "s" || language == "id" {
      guard folded.text.hasSuffix(ending), folded.scalars.count >= ending.count + 4, Capitals(word) != .lower
      else { continue }
      let cut = folded.places[folded.scalars.count - ending.count]
      let head = word.prefix(cut)
      if places[FoldedWord(head).text] != nil, let made = whole(head) {
        return made + Self.string(word.dropFirst(cut))
      }
    }
    return nil
  }

  /// Each part between apostrophes by itself.
  private func pieces(_ word: ArraySlice<Unicode.Scalar>) -> String {
    word.split(by: \.isApostrophe).map { whole($0) ?? inside($0) ?? Self.string($0) }.joined()
  }

  /// Names in words of scripts without spaces, behind an Arabic or Hebrew preposition, and in longer words.
  private func inside(_ word: ArraySlice<Unicode.Scalar>) -> String? {
    let isJoined = word.contains { $0.isOfJoinedWords }
    let isPrefixed = word.contains { (0x590...0x6FF).contains($0.value) }
    guard isJoined || word.count >= (isPrefixed ? 3 : 5) else { return nil }
    let folded = FoldedWord(word)
    let fitting = entries.filter { entry in
      let length = entry.folded.count
      if entry.isJoined { return isJoined && (length >= 2 || length == folded.scalars.count) }
      return entry.isStrict && length >= (isPrefixed ? 3 : 5)
    }.sorted { $0.folded.count > $1.folded.count }
    guard !fitting.isEmpty else { return nil }
    var result = String.UnicodeScalarView()
    var copied = word.startIndex
    var place = 0
    while place < folded.scalars.count {
      let rest = folded.scalars[place...]
      guard let entry = fitting.first(where: { rest.starts(with: $0.folded) }) else {
        place += 1
        continue
      }
      let from = word.startIndex + folded.places[place]
      place += entry.folded.count
      let to = place < folded.places.count ? word.startIndex + folded.places[place] : word.endIndex
      result.append(contentsOf: word[copied..<from])
      result.append(contentsOf: Capitals(word[from..<to]).applied(to: entry.made.name).unicodeScalars)
      copied = to
    }
    if copied == word.startIndex { return nil }
    result.append(contentsOf: word[copied...])
    return String(result)
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
