/// The words and phrases of a reply with what they mean, on their way to a `ReplyText`.
struct ReplyPieces {
  struct Piece {
    var kind: ReplyText.Kind
    var start: Int
    var count: Int
    var gap: ReplyTokens.Gap
    var isCapital: Bool?
    var isQuoted: Bool
    var meaning: AnswerMeaning

    /// Whether it could be part of a name.
    var isPlain: Bool {
      meaning.topic == 0 && meaning.number == nil && !meaning.isNegation && !kind.isExact
    }
  }

  private let scalars: [UInt32]
  private let hashes: TextHash
  private let lexicon: AnswerLexicon
  private(set) var pieces: [Piece] = []
  private let wholeHash: UInt64

  /// Finds the forms of the lexicon.
  ///
  /// - Complexity: O(text · lengths of forms).
  init(_ read: ReplyTokens, _ hashes: TextHash, _ lexicon: AnswerLexicon) {
    scalars = read.scalars
    self.hashes = hashes
    self.lexicon = lexicon
    wholeHash = read.tokens.reduce(0) { hash, token in
      token.count <= ReplyTokens.longestWord
        ? TextHash.mix(hash ^ hashes.part(token.start, token.count))
        : TextHash.mix(hash &+ UInt64(token.count))
    }
    pieces.reserveCapacity(read.tokens.count)
    let tokens = Self.withoutAbbreviations(read.tokens, hashes, lexicon)
    var place = 0
    while place < tokens.count {
      let token = tokens[place]
      switch token.kind {
      case .word: place = addWord(tokens, at: place)
      case .run:
        addRun(token)
        place += 1
      case .number, .sign, .link:
        let kind: ReplyText.Kind = token.kind == .number ? .number : token.kind == .sign ? .sign : .link
        add(kind, token, token.count, AnswerMeaning())
        place += 1
      }
    }
  }

  /// The tokens, with no end of a sentence behind `Dr.` and the like.
  private static func withoutAbbreviations(
    _ tokens: [ReplyTokens.Token], _ hashes: TextHash, _ lexicon: AnswerLexicon
  ) -> [ReplyTokens.Token] {
    guard !lexicon.abbreviations.isEmpty else { return tokens }
    var tokens = tokens
    for place in tokens.indices.dropFirst() where tokens[place].gap == .sentence {
      let word = tokens[place - 1]
      guard word.kind == .word, lexicon.abbreviations.contains(hashes.part(word.start, word.count)) else {
        continue
      }
      tokens[place].gap = .blank
    }
    return tokens
  }

  private mutating func add(
    _ kind: ReplyText.Kind, _ token: ReplyTokens.Token, _ count: Int, _ meaning: AnswerMeaning
  ) {
    pieces.append(
      Piece(
        kind: kind, start: token.start, count: count, gap: token.gap, isCapital: token.isCapital,
        isQuoted: token.isQuoted, meaning: meaning))
  }

  /// Adds a word, or the phrase that begins with it; returns the place behind.
  private mutating func addWord(_ tokens: [ReplyTokens.Token], at place: Int) -> Int {
    let token = tokens[place]
    if let (phrase, end) = phrase(tokens, at: place) {
      let last = tokens[end - 1]
      var meaning = phrase
      if !meaning.isCourtesy {
        meaning.isNegation =
          meaning.isNegation
          || tokens[place..<end].contains { lexicon.negations.value(hashes, $0.start, $0.count) != nil }
      }
      add(.word, token, last.start + last.count - token.start, meaning)
      return end
    }
    let meaning = meaning(token.start, token.count) ?? meaningBehindClitic(token) ?? AnswerMeaning()
    // AB123 is a code.
    let isCode = scalars[token.start..<token.start + token.count].contains { 0x30...0x39 ~= $0 }
    add(isCode ? .number : .word, token, token.count, isCode ? AnswerMeaning() : meaning)
    return place + 1
  }

  /// What a word means; nil when no list has it.
  private func meaning(_ start: Int, _ count: Int) -> AnswerMeaning? {
    let isNegation = lexicon.negations.value(hashes, start, count) != nil
    guard var meaning = lexicon.words.value(hashes, start, count) else {
      return isNegation ? AnswerMeaning(isNegation: true) : nil
    }
    meaning.isNegation = meaning.isNegation || isNegation
    return meaning
  }

  /// What a word means without the small word that is written together with it.
  private func meaningBehindClitic(_ token: ReplyTokens.Token) -> AnswerMeaning? {
    for clitic in lexicon.clitics where clitic.count + 2 <= token.count {
      guard hashes.part(token.start, clitic.count) == clitic.hash else { continue }
      if let meaning = meaning(token.start + clitic.count, token.count - clitic.count) { return meaning }
    }
    return nil
  }

  private func phrase(_ tokens: [ReplyTokens.Token], at place: Int) -> (AnswerMeaning, Int)? {
    let first = tokens[place]
    guard let phrases = lexicon.phrases.whole(hashes.part(first.start, first.count)) else { return nil }
    for phrase in phrases where place + phrase.rest.count < tokens.count {
      let fits = phrase.rest.indices.allSatisfy { step in
        let token = tokens[place + 1 + step]
        let form = phrase.rest[step]
        guard token.kind == .word, token.gap < .sentence, token.count >= form.count,
          form.isOpenAtEnd || token.count == form.count
        else { return false }
        return hashes.part(token.start, form.count) == form.hash
      }
      if fits { return (phrase.meaning, place + 1 + phrase.rest.count) }
    }
    return nil
  }

  /// Cuts a run of a script without blanks into the forms that are known and single characters.
  private mutating func addRun(_ token: ReplyTokens.Token) {
    var place = token.start
    let end = token.start + token.count
    var gap = token.gap
    while place < end {
      let found = lexicon.runs.longest(hashes, at: place, limit: end - place)
      let count = found?.count ?? 1
      var meaning = found?.value ?? AnswerMeaning()
      if !meaning.isCourtesy, count > 1 {
        meaning.isNegation = meaning.isNegation || hasNegation(place, count)
      }
      pieces.append(
        Piece(
          kind: found == nil ? .character : .word, start: place, count: count, gap: gap, isCapital: nil,
          isQuoted: token.isQuoted && place == token.start, meaning: meaning))
      gap = .none
      place += count
    }
  }

  /// Whether a negation stands within a form of a script without blanks, as in “can’t”.
  private func hasNegation(_ start: Int, _ count: Int) -> Bool {
    (0..<count).contains { lexicon.runNegations.longest(hashes, at: start + $0, limit: count - $0) != nil }
  }

  // MARK: What is taken away

  /// Takes names away: words that equal a part of one, or all of it but the last letter and an ending.
  ///
  /// - Complexity: O(words · names).
  mutating func dropNames(_ names: [[UInt32]]) {
    guard !names.isEmpty else { return }
    let hashed = names.map { name -> (hash: UInt64, count: Int, isWhole: Bool) in
      let isWhole = name.count < 4
      let stem = (isWhole ? name[...] : name.dropLast()).prefix(ReplyTokens.longestWord)
      return (TextHash.of(stem), stem.count, isWhole)
    }
    let longest = names.map(\.count).max() ?? 0
    var kept: [Piece] = []
    kept.reserveCapacity(pieces.count)
    var gap = ReplyTokens.Gap.none
    var place = 0
    while place < pieces.count {
      var piece = pieces[place]
      let count = lengthOfName(at: place, names, hashed, longest)
      gap = max(gap, piece.gap)
      if count == 0 {
        piece.gap = gap
        kept.append(piece)
        gap = .none
      }
      place += max(1, count)
    }
    pieces = kept
  }

  /// How many pieces a name takes up at a place; 0 for none.
  private func lengthOfName(
    at place: Int, _ names: [[UInt32]], _ hashed: [(hash: UInt64, count: Int, isWhole: Bool)], _ longest: Int
  ) -> Int {
    let piece = pieces[place]
    // Within a sentence, a capital tells Will from will.
    guard piece.isPlain || piece.isCapital == true && piece.gap < .sentence && !piece.kind.isExact,
      piece.isCapital != false || piece.kind == .character
    else { return 0 }
    if piece.kind == .character {
      let length = min(longest, pieces.count - place)
      return names.first { name in
        name.count <= length && pieces[place + name.count - 1].start == piece.start + name.count - 1
          && scalars[piece.start..<piece.start + name.count].elementsEqual(name)
      }?.count ?? 0
    }
    let isName = hashed.contains { name in
      piece.count >= name.count && piece.count <= name.count + (name.isWhole ? 0 : 3)
        && hashes.part(piece.start, name.count) == name.hash
    }
    return isName ? 1 : 0
  }

  /// Takes away whom the reply addresses at its head: `Hello Anna,`, `Anna,`, `田中様`.
  mutating func dropAddress() {
    var start = 0
    for _ in 0..<3 {
      let end = pieces[(start + 1 <= pieces.count ? start + 1 : start)...].firstIndex { $0.gap >= .pause }
      guard let end, pieces.count - end >= 2 else { break }
      let plain = pieces[start..<end].filter { !$0.meaning.isCourtesy }
      if plain.isEmpty { start = end; continue }
      let hasCourtesy = plain.count < end - start || start > 0
      let isName =
        plain.allSatisfy(\.isPlain)
        && (plain.allSatisfy { $0.isCapital == true } && plain.count <= 3
          || plain.allSatisfy { $0.isCapital == nil } && hasCourtesy && plain.count <= 3)
      if isName || isAddressed(start..<end, plain) { pieces.removeSubrange(start..<end) }
      return
    }
    dropAddressWithoutPause()
  }

  private func isAddressed(_ range: Range<Int>, _ plain: [Piece]) -> Bool {
    pieces[range].contains { $0.meaning.isAddressBehind } && plain.count <= 8
      && plain.allSatisfy { $0.isPlain && $0.kind == .character }
  }

  /// `田中様こんにちは`: a name of a few characters up to the word of address.
  private mutating func dropAddressWithoutPause() {
    guard let end = pieces.prefix(9).firstIndex(where: \.meaning.isAddressBehind), end > 0,
      pieces[..<end].allSatisfy({ $0.isPlain && $0.kind == .character })
    else { return }
    pieces.removeSubrange(0..<end)
  }

  /// Takes away who signs at the end: a line, or what follows a closing phrase, of up to four words that may be a name.
  mutating func dropSignature() {
    dropNamesAtEnd()
    for _ in 0..<2 {
      guard let start = pieces.lastIndex(where: { $0.gap >= .pause }), start >= 3 else { return }
      let plain = pieces[start...].filter { !$0.meaning.isCourtesy }
      guard !plain.isEmpty else {
        // The closing phrase itself; a name may stand before it.
        return
      }
      // What is left must be a reply.
      guard pieces[..<start].count(where: { !$0.meaning.isCourtesy }) >= 3 else { return }
      let isBehindClosing = pieces[start - 1].meaning.isCourtesy
      guard plain.count <= 4, plain.allSatisfy(\.isPlain), pieces[start].gap == .line || isBehindClosing,
        plain.allSatisfy({ $0.isCapital == true || isBehindClosing && $0.isCapital == nil })
      else { return }
      pieces.removeSubrange(start...)
    }
  }
}

extension ReplyPieces {
  /// Drops names that stand as a sentence of their own at the end: “… 💛 Olena, Halo Post”.
  private mutating func dropNamesAtEnd() {
    let names = pieces.reversed().prefix { $0.isPlain && $0.isCapital == true && !$0.meaning.isCourtesy }
    let reach = min(names.count, 5)
    guard reach > 0 else { return }
    for start in (pieces.count - reach)..<pieces.count where pieces[start].gap >= .sentence {
      guard pieces[..<start].count(where: { !$0.meaning.isCourtesy }) >= 5 else { return }
      pieces.removeSubrange(start...)
      return
    }
  }
}

/// The text that comes of it.
extension ReplyPieces {
  /// What is left, as it is compared.
  ///
  /// - Complexity: O(words · log words).
  func reply() -> ReplyText {
    var text = ReplyText()
    text.scalars = scalars
    text.wholeHash = wholeHash
    text.words.reserveCapacity(pieces.count)
    // Behind “Anna, …” no sentence begins.
    var isFirst = (pieces.first?.gap ?? .line) >= .sentence
    for (place, piece) in pieces.enumerated() {
      if piece.gap >= .sentence { isFirst = true }
      if piece.meaning.isCourtesy, piece.isPlain { continue }
      text.words.append(word(piece, isFirst, next: place + 1 < pieces.count ? pieces[place + 1] : nil))
      isFirst = false
    }
    var hash: UInt64 = 0
    for word in text.words {
      text.weight += word.weight
      hash = TextHash.mix(hash ^ word.id)
    }
    text.contentHash = hash
    text.order = text.words.indices.map(Int32.init).sorted { left, right in
      let (a, b) = (text.words[Int(left)].id, text.words[Int(right)].id)
      return a == b ? left < right : a < b
    }
    text.grams = LetterGrams.of(text)
    return text
  }

  private func word(_ piece: Piece, _ isFirst: Bool, next: Piece?) -> ReplyText.Word {
    let meaning = piece.meaning
    var id =
      piece.count <= ReplyTokens.longestWord
      ? TextHash.mix(hashes.part(piece.start, piece.count))
      : TextHash.mix(TextHash.of(scalars[piece.start..<piece.start + piece.count]))
    var kind = piece.kind
    var weight = min(piece.count, 10) + 1
    if meaning.topic != 0 {
      id = TextHash.mix(meaning.topic &+ UInt64(meaning.side) &* 0x1_0001)
      // Words that say the same weigh the same.
      weight = 7
      if meaning.isNegation { id = TextHash.mix(id ^ 0x5A5A) }
    } else if let number = meaning.number {
      kind = .number
      id = TextHash.mix(TextHash.of(String(number).unicodeScalars.map(\.value)))
    }
    switch kind {
    case .number, .sign: weight = 5
    case .link: weight = 10
    case .character:
      weight = scalars[piece.start] >= 0x3400 ? 4 : 2
      // A letter of an alphabet says little without the next.
      if scalars[piece.start] < 0x3000, let next, next.gap == .none, next.start == piece.start + 1 {
        id = TextHash.mix(hashes.part(piece.start, 2))
      }
    case .word: break
    }
    return ReplyText.Word(
      id: id, start: Int32(piece.start), count: Int32(piece.count), weight: Int32(weight), kind: kind,
      isNegation: meaning.isNegation, isFirst: isFirst, topic: meaning.topic,
      isExclusive: meaning.isExclusive,
      isWeak: meaning.isWeak, isName: piece.isQuoted || piece.isCapital == true && !isFirst)
  }
}
