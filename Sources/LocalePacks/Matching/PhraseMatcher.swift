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
  private var starts: [Form] = []
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
        characters: rules[rule].isExactCase ? read.exact : read.characters)
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
        case .start: starts.append(form)
        case .end: byLastCharacter[last, default: []].append(form)
        case .message: messages.append(form)
        }
      }
    }
    suffixLengths = Set(bySuffix.keys.map(\.count)).sorted()
    prefixLengths = Set(byPrefix.keys.map(\.count)).sorted()
  }

  /// All that the rules find, in the order of the text; muted places are left out.
  ///
  /// - Complexity: O(text), and O(sentence) for each match whose rule has `unless`.
  func matches(in text: PackText) -> [Match] {
    var matches: [Match] = []
    findWords(text, &matches)
    findCharacters(text, &matches)
    findSentences(text, &matches)
    findMessage(text, &matches)
    return matches.filter { !isSilenced($0, text) }.sorted {
      ($0.places.lowerBound, $0.places.upperBound, $0.rule) < (
        $1.places.lowerBound, $1.places.upperBound, $1.rule
      )
    }
  }

  private func findWords(_ text: PackText, _ matches: inout [Match]) {
    for (place, word) in text.words.enumerated() where !word.isMuted {
      for form in byFirstWord[word.folded] ?? [] {
        if let end = end(of: form, from: place, text) {
          add(form, word.places.lowerBound..<end, word.sentence, &matches)
        }
      }
      let count = word.places.count
      for length in suffixLengths where length + 2 <= count {
        for form in bySuffix[String(word.folded.suffix(length))] ?? []
        where !except[form.rule].contains(word.folded) {
          add(form, word.places, word.sentence, &matches)
        }
      }
      for length in prefixLengths where length < count {
        for form in byPrefix[String(word.folded.prefix(length))] ?? []
        where !except[form.rule].contains(word.folded) {
          add(form, word.places, word.sentence, &matches)
        }
      }
    }
  }

  /// The place behind a phrase that begins with a word; nil when it does not stand there.
  private func end(of form: Form, from place: Int, _ text: PackText) -> Int? {
    let count = form.folded.count
    guard place + count <= text.words.count else { return nil }
    let isExact = rules[form.rule].isExactCase
    for step in 0..<count {
      let word = text.words[place + step]
      if step > 0, !word.isJoined || word.isMuted { return nil }
      guard isExact ? word.exact == form.exact[step] : word.folded == form.folded[step] else { return nil }
    }
    if count == 1, except[form.rule].contains(text.words[place].folded) { return nil }
    return text.words[place + count - 1].places.upperBound
  }

  private func findCharacters(_ text: PackText, _ matches: inout [Match]) {
    guard !byFirstCharacter.isEmpty else { return }
    for place in text.characters.indices where !text.isMuted[place] {
      let folded = text.characters[place]
      let capital = text.exact[place] == folded ? [] : byFirstCharacter[text.exact[place]] ?? []
      for form in (byFirstCharacter[folded] ?? []) + capital {
        let end = place + form.characters.count
        let characters = rules[form.rule].isExactCase ? text.exact : text.characters
        guard end <= characters.count, characters[place..<end].elementsEqual(form.characters) else {
          continue
        }
        if isException(form, place..<end, text) { continue }
        add(form, place..<end, text.sentence(at: place), &matches)
      }
    }
  }

  /// Whether a place belongs to a longer form that is not meant.
  private func isException(_ form: Form, _ places: Range<Int>, _ text: PackText) -> Bool {
    exceptForms[form.rule].contains { longer in
      let slack = longer.count - places.count
      guard slack >= 0 else { return false }
      return (max(0, places.lowerBound - slack)...places.lowerBound).contains { start in
        start + longer.count <= text.characters.count && start + longer.count >= places.upperBound
          && text.characters[start..<start + longer.count].elementsEqual(longer)
      }
    }
  }

  private func findSentences(_ text: PackText, _ matches: inout [Match]) {
    guard !starts.isEmpty || !byLastCharacter.isEmpty else { return }
    for sentence in text.sentences.indices {
      let core = text.core(ofSentence: sentence)
      guard let first = core.first, let last = core.last else { continue }
      if !text.isMuted[last] {
        for form in byLastCharacter[text.characters[last]] ?? [] {
          let start = core.upperBound - form.characters.count
          guard start >= core.lowerBound,
            text.characters[start..<core.upperBound].elementsEqual(form.characters),
            !isException(form, start..<core.upperBound, text)
          else { continue }
          add(form, start..<core.upperBound, sentence, &matches)
        }
      }
      guard !text.isMuted[first], !starts.isEmpty else { continue }
      let word = isUnspaced ? nil : text.words.firstIndex { $0.places.lowerBound == first }
      for form in starts {
        if form.folded.isEmpty || word == nil {
          let end = first + form.characters.count
          if end <= core.upperBound, text.characters[first..<end].elementsEqual(form.characters) {
            add(form, first..<end, sentence, &matches)
          }
        } else if let word, let end = self.end(of: form, from: word, text) {
          add(form, first..<end, sentence, &matches)
        }
      }
    }
  }

  private func findMessage(_ text: PackText, _ matches: inout [Match]) {
    guard !messages.isEmpty, !text.words.isEmpty, text.words.count <= 12 else { return }
    let folded = text.words.map(\.folded)
    for form in messages where form.folded == folded && !text.words[0].isMuted {
      add(
        form, text.words[0].places.lowerBound..<text.words[text.words.count - 1].places.upperBound, 0,
        &matches)
    }
  }

  private func hasWrongNeighbour(_ match: Match, _ text: PackText) -> Bool {
    let rule = rules[match.rule]
    if rule.isInsideOnly, text.sentences.indices.contains(match.sentence),
      text.core(ofSentence: match.sentence).lowerBound == match.places.lowerBound
    {
      return true
    }
    guard !rule.notAfter.isEmpty || !rule.notBefore.isEmpty else { return false }
    let before = text.words.last { $0.places.upperBound <= match.places.lowerBound }
    let after = text.words.first { $0.places.lowerBound >= match.places.upperBound }
    return before.map { $0.sentence == match.sentence && notAfter[match.rule].contains($0.folded) } ?? false
      || after.map { $0.sentence == match.sentence && notBefore[match.rule].contains($0.folded) } ?? false
  }

  private func add(_ form: Form, _ places: Range<Int>, _ sentence: Int, _ matches: inout [Match]) {
    matches.append(Match(rule: form.rule, places: places, sentence: sentence))
  }

  private func isSilenced(_ match: Match, _ text: PackText) -> Bool {
    if rules[match.rule].isSilencedByTime, text.hasNumber(inSentence: match.sentence) { return true }
    if hasWrongNeighbour(match, text) { return true }
    guard !unless[match.rule].isEmpty, text.sentences.indices.contains(match.sentence) else { return false }
    let range = text.sentences[match.sentence]
    return unless[match.rule].contains { form in
      if isUnspaced || form.folded.isEmpty || rules[match.rule].match == .anywhere {
        return range.contains { place in
          let end = place + form.characters.count
          return end <= range.upperBound && text.characters[place..<end].elementsEqual(form.characters)
        }
      }
      return text.words.indices.contains { place in
        let word = text.words[place]
        return word.sentence == match.sentence && word.folded == form.folded[0]
          && self.end(of: form, from: place, text) != nil
      }
    }
  }
}
