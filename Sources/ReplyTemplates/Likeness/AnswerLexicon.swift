import LocalePacks

/// One word of a form, with a hyphen where the rest of a word may stand.
struct AnswerForm: Sendable {
  var hash: UInt64
  /// In scalars.
  var count: Int
  var isOpenAtStart = false
  var isOpenAtEnd = false
}

/// What a word or phrase means for the answer.
struct AnswerMeaning: Sendable, Hashable {
  /// The hash of the id of the list in which it stands; 0 for none.
  var topic: UInt64 = 0
  /// Its side of that list, from 0.
  var side = 0
  /// Whether the list has other sides, which exclude this one.
  var isExclusive = false
  /// Whether it means nothing that one reply has it and the other has none of its list.
  var isWeak = false
  var isNegation = false
  var isCourtesy = false
  /// Whether it addresses somebody and stands behind the name.
  var isAddressBehind = false
  /// The number that the word stands for.
  var number: Int?
}

/// The forms of packs, ready to be found in texts.
struct AnswerLexicon: Sendable {
  /// What stands behind the first word of a form, and what it means together.
  struct Phrase: Sendable {
    var rest: [AnswerForm]
    var meaning: AnswerMeaning
  }

  let table: ScalarTable
  let partsAtApostrophe: Bool
  /// Phrases by their first word, the longest first.
  private(set) var phrases = FormIndex<[Phrase]>()
  private(set) var words = FormIndex<AnswerMeaning>()
  private(set) var negations = FormIndex<AnswerMeaning>()
  /// Forms of scripts without blanks.
  private(set) var runs = FormIndex<AnswerMeaning>()
  /// Negations of scripts without blanks.
  private(set) var runNegations = FormIndex<Bool>()
  /// Words behind which a full stop ends no sentence, by their hashes.
  private(set) var abbreviations: Set<UInt64> = []
  /// What may stand at the head of a word, by its hash and its length in scalars; the longest first.
  private(set) var clitics: [(hash: UInt64, count: Int)] = []
  /// Names of the lists by their hashes.
  private(set) var topics: [UInt64: String] = [:]

  /// Prepares packs; `pack` says how texts are read, and its words come before those of the others.
  ///
  /// - Complexity: O(forms).
  init(_ pack: LocalePack, also others: [LocalePack]) {
    table = ScalarTable(pack.text)
    partsAtApostrophe = pack.text.apostrophe == .separator
    add(pack)
    for pack in others { add(pack) }
  }

  private mutating func add(_ pack: LocalePack) {
    for list in pack.answerWords {
      let topic = TextHash.mix(TextHash.of(list.id.unicodeScalars.map(\.value))) | 1
      topics[topic] = list.id
      for (side, forms) in list.sides.enumerated() {
        add(
          forms,
          AnswerMeaning(topic: topic, side: side, isExclusive: list.sides.count > 1, isWeak: list.isWeak))
      }
    }
    for (number, forms) in pack.answers.numbers { add(forms, AnswerMeaning(number: number)) }
    add(pack.answers.negations, AnswerMeaning(isNegation: true))
    add(pack.answers.courtesies, AnswerMeaning(isCourtesy: true))
    add(Self.manners(of: pack), AnswerMeaning(isCourtesy: true))
    clitics += pack.answers.clitics.map { clitic in
      let folded = clitic.unicodeScalars.map { table.fold($0.value) }
      return (TextHash.of(folded), folded.count)
    }
    clitics.sort { $0.count > $1.count }
    let titles = pack.titles.flatMap(\.forms).filter { $0.hasSuffix(".") && !$0.contains(" ") }
    for word in pack.text.abbreviations + titles.map({ String($0.dropLast()) }) {
      abbreviations.insert(TextHash.of(word.unicodeScalars.map { table.fold($0.value) }))
    }
    let behind = pack.addressTerms.filter { $0.position == .after }.flatMap(\.forms)
    add(behind, AnswerMeaning(isCourtesy: true, isAddressBehind: true))
  }

  /// Greetings, closings, thanks and words of address; phrases with a gap to fill count up to it.
  private static func manners(of pack: LocalePack) -> [String] {
    let phrases = pack.phrases.filter { $0.kind != .cushion && $0.kind != .reassurance }.map(\.text)
    let terms =
      pack.addressTerms.filter { $0.position == .before }.flatMap(\.forms) + pack.titles.flatMap(\.forms)
    let parts = (pack.greetings.map(\.text) + phrases).flatMap { text in
      text.split(whereSeparator: { ".!?。！？।/\n…".contains($0) }).map(String.init)
    }
    return terms + parts
  }

  private mutating func add(_ forms: [String], _ meaning: AnswerMeaning) {
    for text in forms { add(text, meaning) }
  }

  private mutating func add(_ text: String, _ meaning: AnswerMeaning) {
    let isOpenAtStart = text.hasPrefix("-")
    let isOpenAtEnd = text.hasSuffix("-") && text.count > 1
    let read = ReplyTokens(text[...], table, partsAtApostrophe: partsAtApostrophe)
    let hashes = TextHash(read.scalars)
    guard let first = read.tokens.first, let last = read.tokens.last else { return }
    if read.tokens.contains(where: { $0.kind == .run }) {
      // Blanks and marks between runs are left to the text.
      guard read.tokens.count == 1, first.count <= ReplyTokens.longestWord else { return }
      let form = AnswerForm(hash: hashes.part(0, first.count), count: first.count)
      runs.insert(form, meaning, join: Self.join)
      if meaning.isNegation { runNegations.insert(form, true) { old, _ in old } }
      return
    }
    var words = read.tokens.map { AnswerForm(hash: hashes.part($0.start, $0.count), count: $0.count) }
    words[0].isOpenAtStart = isOpenAtStart
    words[words.count - 1].isOpenAtEnd = isOpenAtEnd
    if words.count > 1 {
      let phrase = Phrase(rest: Array(words.dropFirst()), meaning: meaning)
      phrases.insert(words[0], [phrase]) { old, new in
        (old + new).sorted { $0.rest.count > $1.rest.count }
      }
    } else if meaning.isNegation {
      negations.insert(words[0], meaning, join: Self.join)
    } else if last.kind == .word {
      self.words.insert(words[0], meaning, join: Self.join)
    }
  }

  /// What a form means that stands in two lists: the first list counts, and a negation always.
  private static func join(_ old: AnswerMeaning, _ new: AnswerMeaning) -> AnswerMeaning {
    var joined = old.topic == 0 && old.number == nil && new.topic != 0 ? new : old
    joined.isNegation = old.isNegation || new.isNegation
    joined.isCourtesy = joined.topic == 0 && joined.number == nil && (old.isCourtesy || new.isCourtesy)
    joined.isAddressBehind = old.isAddressBehind || new.isAddressBehind
    return joined
  }
}
