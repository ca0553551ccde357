/// Finds the forms of many rules in one walk through a text.
struct PhraseMatcher: Sendable {
  /// What was found.
  struct Match: Sendable {
    /// The rule's place in the list that the matcher was made of.
    var rule: Int
    /// Places in the text's `characters`.
    var places: Range<Int>
    var sentence: Int
  }

  private struct Form: Sendable {
    var rule: Int
    var folded: [String]
    var exact: [String]
    var characters: [Character]
    var isExact: Bool
  }

  private let rules: [PhraseRule]
  private let isUnspaced: Bool
  private let notAfter: [Set<String>]
  private let notBefore: [Set<String>]
  private let unless: [[Form]]
  private let except: [Set<String>]
  private let exceptForms: [[[Character]]]
  private var byFirstWord: [String: [Form]] = [:]
  private var bySuffix: [String: [Form]] = [:]
  private var byPrefix: [String: [Form]] = [:]
  private var suffixLengths: [Int] = []
  private var prefixLengths: [Int] = []
  private var byFirstCharacter: [Character: [Form]] = [:]
  private var byLastCharacter: [Character: [Form]] = [:]
  private var startsByWord: [String: [Form]] = [:]
  private var startsByCharacter: [Character: [Form]] = [:]
  private var messages: [Form] = []

  /// Prepares rules; `text` says how their forms are compared.
  ///
  /// - Complexity: O(forms).
  init(_ rules: [PhraseRule], _ text: TextRules) {
    self.rules = rules
    isUnspaced = text.isUnspaced
    func words(_ list: [String]) -> Set<String> {
      Set(list.flatMap { PackText($0, text).words.map(\.folded) })
    }
    notAfter = rules.map { words($0.notAfter) }
    notBefore = rules.map { words($0.notBefore) }
    func form(_ string: String, _ rule: Int) -> Form {
      let read = PackText(string, text)
      return Form(
        rule: rule, folded: read.words.map(\.folded), exact: read.words.map(\.exact),
        characters: rules[rule].isExactCase ? read.exact : read.characters,
        isExact: rules[rule].isExactCase)
    }
    unless = rules.indices.map { rule in rules[rule].unless.map { form($0, rule) } }
    except = rules.map { rule in Set(rule.except.map { String(PackText($0, text).characters) }) }
    exceptForms = rules.map { rule in rule.except.map { PackText($0, text).characters } }
    for (place, rule) in rules.enumerated() {
      for string in rule.forms {
        let form = form(string, place)
        guard let first = form.characters.first, let last = form.characters.last else { continue }
        let isAnywhere = form.folded.isEmpty || text.isUnspaced
        switch rule.match {
        case .word where isAnywhere, .anywhere: byFirstCharacter[first, default: []].append(form)
        case .word: byFirstWord[form.folded[0], default: []].append(form)
        case .prefix: byPrefix[String(form.characters), default: []].append(form)
        case .suffix: bySuffix[String(form.characters), default: []].append(form)
        case .start where isAnywhere: startsByCharacter[first, default: []].append(form)
        case .start: startsByWord[form.folded[0], default: []].append(form)
        case .end: byLastCharacter[last, default: []].append(form)
        case .message: messages.append(form)
        }
      }
    }
    suffixLengths = Set(bySuffix.keys.map(\.count)).sorted()
    prefixLengths = Set(byPrefix.keys.map(\.count)).sorted()
  }

  /// All that the rules find, in the order of the text; what touches a muted place is left out.
  ///
  /// - Complexity: O(text · lengths of affixes + matches · log matches), and O(sentence) once for each rule and sentence
  ///   in which it has matches, if it has `unless`.
  func matches(in text: PackText) -> [Match] {
    var matches: [Match] = []
    findWords(text, &matches)
    findCharacters(text, &matches)
    findSentences(text, &matches)
    findMessage(text, &matches)
    var silences = Silences()
    return matches.filter { !text.hasMuted(in: $0.places) && !isSilenced($0, text, &silences) }.sorted {
      ($0.places.lowerBound, $0.places.upperBound, $0.rule) < (
        $1.places.lowerBound, $1.places.upperBound, $1.rule
      )
    }
  }

  /// Calls `body` with each form under a key that is `folded`, or `exact` where capitals must agree.
  private func each<Key>(
    _ index: [Key: [Form]], _ folded: Key, _ exact: Key, _ body: (borrowing Form) -> Void
  ) {
    if let forms = index[folded] { for form in forms where !form.isExact || exact == folded { body(form) } }
    if exact != folded, let forms = index[exact] { for form in forms where form.isExact { body(form) } }
  }

  /// Whether a form stands at some places.
  private func stands(_ form: borrowing Form, at places: Range<Int>, _ text: PackText) -> Bool {
    guard places.lowerBound >= 0, places.upperBound <= text.characters.count else { return false }
    return form.isExact
      ? text.exact[places].elementsEqual(form.characters)
      : text.characters[places].elementsEqual(form.characters)
  }

  private func findWords(_ text: PackText, _ matches: inout [Match]) {
    guard !byFirstWord.isEmpty || !suffixLengths.isEmpty || !prefixLengths.isEmpty else { return }
    for place in text.words.indices where !text.words[place].isMuted {
      let word = text.words[place]
      for form in byFirstWord[word.folded] ?? [] {
        if let end = end(of: form, from: place, text) {
          add(form, word.places.lowerBound..<end, word.sentence, &matches)
        }
      }
      let count = word.places.count
      for length in suffixLengths where length + 2 <= count {
        each(bySuffix, String(word.folded.suffix(length)), String(word.exact.suffix(length))) { form in
          addAffix(form, word, &matches)
        }
      }
      for length in prefixLengths where length < count {
        each(byPrefix, String(word.folded.prefix(length)), String(word.exact.prefix(length))) { form in
          addAffix(form, word, &matches)
        }
      }
    }
  }

  private func addAffix(_ form: borrowing Form, _ word: PackText.Word, _ matches: inout [Match]) {
    guard !except[form.rule].contains(word.folded) else { return }
    add(form, word.places, word.sentence, &matches)
  }

  /// The place behind a phrase that begins with a word; nil when it does not stand there.
  private func end(of form: borrowing Form, from place: Int, _ text: PackText) -> Int? {
    let count = form.folded.count
    guard place + count <= text.words.count else { return nil }
    for step in 0..<count {
      if text.words[place + step].isMuted || step > 0 && !text.words[place + step].isJoined { return nil }
      guard
        form.isExact
          ? text.words[place + step].exact == form.exact[step]
          : text.words[place + step].folded == form.folded[step]
      else { return nil }
    }
    if count == 1, except[form.rule].contains(text.words[place].folded) { return nil }
    return text.words[place + count - 1].places.upperBound
  }

  private func findCharacters(_ text: PackText, _ matches: inout [Match]) {
    guard !byFirstCharacter.isEmpty else { return }
    for place in text.characters.indices where !text.isMuted[place] {
      each(byFirstCharacter, text.characters[place], text.exact[place]) { form in
        let places = place..<place + form.characters.count
        guard stands(form, at: places, text), !isException(form, places, text) else { return }
        add(form, places, text.sentence(at: place), &matches)
      }
    }
  }

  /// Whether a place belongs to a longer form that is not meant.
  private func isException(_ form: borrowing Form, _ places: Range<Int>, _ text: PackText) -> Bool {
    for longer in exceptForms[form.rule] {
      let slack = longer.count - places.count
      guard slack >= 0 else { continue }
      for start in max(0, places.lowerBound - slack)...places.lowerBound {
        let end = start + longer.count
        if end <= text.characters.count, end >= places.upperBound,
          text.characters[start..<end].elementsEqual(longer)
        {
          return true
        }
      }
    }
    return false
  }

  private func findSentences(_ text: PackText, _ matches: inout [Match]) {
    guard !startsByWord.isEmpty || !startsByCharacter.isEmpty || !byLastCharacter.isEmpty else { return }
    for sentence in text.sentences.indices {
      let core = text.core(ofSentence: sentence)
      guard let first = core.first, let last = core.last else { continue }
      each(byLastCharacter, text.characters[last], text.exact[last]) { form in
        let places = core.upperBound - form.characters.count..<core.upperBound
        guard places.lowerBound >= core.lowerBound, stands(form, at: places, text),
          !isException(form, places, text)
        else { return }
        add(form, places, sentence, &matches)
      }
      each(startsByCharacter, text.characters[first], text.exact[first]) { form in
        let places = first..<first + form.characters.count
        guard places.upperBound <= core.upperBound, stands(form, at: places, text) else { return }
        add(form, places, sentence, &matches)
      }
      guard !startsByWord.isEmpty, let word = text.words(ofSentence: sentence).first else { continue }
      for form in startsByWord[text.words[word].folded] ?? [] {
        if let end = end(of: form, from: word, text) { add(form, first..<end, sentence, &matches) }
      }
    }
  }

  private func findMessage(_ text: PackText, _ matches: inout [Match]) {
    guard !messages.isEmpty, text.words.count <= 12, let first = text.words.first,
      let last = text.words.last
    else { return }
    let folded = text.words.map(\.folded)
    let exact = text.words.map(\.exact)
    for form in messages where form.isExact ? form.exact == exact : form.folded == folded {
      add(form, first.places.lowerBound..<last.places.upperBound, 0, &matches)
    }
  }

  private func add(
    _ form: borrowing Form, _ places: Range<Int>, _ sentence: Int, _ matches: inout [Match]
  ) {
    matches.append(Match(rule: form.rule, places: places, sentence: sentence))
  }
}

/// What silences a match: words beside it, words in its sentence, a number.
extension PhraseMatcher {
  /// What is known already of the sentences of a text.
  private struct Silences {
    /// Whether a sentence holds a number.
    var numbers: [Int: Bool] = [:]
    /// For each rule, whether a sentence holds one of its `unless`.
    var unless: [Int: [Int: Bool]] = [:]
  }

  private func isSilenced(_ match: Match, _ text: PackText, _ silences: inout Silences) -> Bool {
    if rules[match.rule].isInsideOnly,
      text.core(ofSentence: match.sentence).lowerBound == match.places.lowerBound
    {
      return true
    }
    if hasWrongNeighbour(match, text) { return true }
    if rules[match.rule].isSilencedByTime {
      let hasNumber =
        silences.numbers[match.sentence] ?? text.hasNumber(inSentence: match.sentence)
      silences.numbers[match.sentence] = hasNumber
      if hasNumber { return true }
    }
    guard !unless[match.rule].isEmpty else { return false }
    let isSilent =
      silences.unless[match.rule]?[match.sentence]
      ?? unless[match.rule].contains { holds($0, inSentence: match.sentence, text) }
    silences.unless[match.rule, default: [:]][match.sentence] = isSilent
    return isSilent
  }

  private func hasWrongNeighbour(_ match: Match, _ text: PackText) -> Bool {
    guard !notAfter[match.rule].isEmpty || !notBefore[match.rule].isEmpty else { return false }
    let words = text.words(ofSentence: match.sentence)
    // The first word that is not wholly before the match.
    let before = text.words.partitioned { $0.places.upperBound > match.places.lowerBound } - 1
    let after = text.word(from: match.places.upperBound)
    return words.contains(before) && notAfter[match.rule].contains(text.words[before].folded)
      || words.contains(after) && notBefore[match.rule].contains(text.words[after].folded)
  }

  /// Whether a form of `unless` stands in a sentence, outside muted places.
  private func holds(_ form: borrowing Form, inSentence sentence: Int, _ text: PackText) -> Bool {
    if isUnspaced || form.folded.isEmpty || rules[form.rule].match == .anywhere {
      let range = text.sentences[sentence]
      for start in range {
        let places = start..<start + form.characters.count
        if places.upperBound > range.upperBound { return false }
        if stands(form, at: places, text), !text.hasMuted(in: places) { return true }
      }
      return false
    }
    for word in text.words(ofSentence: sentence) where text.words[word].folded == form.folded[0] {
      if end(of: form, from: word, text) != nil { return true }
    }
    return false
  }
}
