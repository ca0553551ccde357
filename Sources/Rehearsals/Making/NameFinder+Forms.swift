extension NameFinder {
  /// “My name is …”, “I’m …”.
  mutating func introductions(_ words: [NameWord], isCustomer: Bool) {
    for place in words.indices.dropFirst() {
      let word = words[place]
      guard word.gap == .space || word.gap == .stop || word.gap == .mark, word.canBeName else { continue }
      let isSure = Self.ends(NamePhrases.sure, words[..<place])
      guard isSure || word.gap == .space && Self.ends(NamePhrases.likely, words[..<place]) else { continue }
      if !isSure, !word.isKnown, !word.isCapital || isGerman || lower.contains(word.folded) { continue }
      let before = words[..<place].suffix(5).map(\.folded)
      let isOther = before.contains {
        $0 == "maiden" || KnownNames.relations.contains(String($0.prefix { $0 != "'" }))
      }
      let isOwn = isCustomer && !isOther
      let found = introduced(words, place)
      if !found.isEmpty { add(found, isCustomer: isOwn && word.capitals != .all) }
    }
  }

  /// The name that begins at a place; without capitals only one that nothing but a word that is no name
  /// follows.
  private func introduced(_ words: [NameWord], _ place: Int) -> [NameWord] {
    var found = run(words[place...])
    if found.count > 1 { return found }
    if found.isEmpty, words[place].isKnown || isDone(words, place + 1) { found = [words[place]] }
    let next = place + 1
    if next < words.count, words[next].gap == .space, words[next].canBeName, !words[next].isCapital,
      isDone(words, next + 1),
      found.first?.isKnown ?? !words[place].isCapital
    {
      found = [words[place], words[next]]
    }
    return found
  }

  /// Titles, greetings, and given names that everybody knows.
  mutating func forms(_ words: [NameWord]) {
    for (place, word) in words.enumerated() where word.canBeName {
      let before = words[..<place]
      if let title = before.last?.folded, word.gap == .space || NamePhrases.sureTitles.contains(title) {
        let isNear = word.gap == .space || word.gap == .stop || word.gap == .mark
        if isNear, word.isCapital, Self.ends(NamePhrases.titles, before) {
          add(run(words[place...]), isFamily: true)
        } else if isNear, NamePhrases.sureTitles.contains(title), !isOwned(before),
          isDone(words, place + 1) || word.isKnown
        {
          add([word], isFamily: true)
        }
      }
      if word.isCapital, word.gap == .space || word.gap == .comma, Self.ends(NamePhrases.greetings, before) {
        let found = run(words[place...])
        if let last = found.last, last.next != .space, found.count <= 3, !isGerman || word.isKnown {
          add(found)
        }
      }
      if word.isKnown, !localWords.contains(word.folded) { known(words, place) }
    }
  }

  /// “my doc told me”: no title, but the person.
  private func isOwned(_ words: ArraySlice<NameWord>) -> Bool {
    ["my", "the", "your", "a", "his", "her", "our", "this", "that"].contains(
      words.dropLast().last?.folded ?? "")
  }

  /// A given name that everybody knows, unless it is a word here.
  private mutating func known(_ words: [NameWord], _ place: Int) {
    let word = words[place]
    if KnownNames.alsoWords.contains(word.folded) {
      guard word.isCapital else { return }
      // “Mark it as done.”
      if word.beginsSentence, !isEnglish { return }
      if word.beginsSentence, place + 1 < words.count, KnownNames.objects.contains(words[place + 1].folded) {
        return
      }
    }
    let found = run(words[place...]).prefix(2)
    let isWhole =
      !isGerman && !found.contains { KnownNames.generic.contains($0.folded) || lower.contains($0.folded) }
    add(isWhole && found.count == 2 ? Array(found) : [word])
  }

  /// “my friend Nemo”, “my doctor is Morgan”, “Nemo was my pet”.
  mutating func relations(_ words: [NameWord]) {
    for (place, word) in words.enumerated() where word.canBeName && !KnownNames.generic.contains(word.folded)
    {
      guard word.isKnown || word.isCapital && !isGerman else { continue }
      // “Morgan’s party”
      if word.isGenitive, !word.beginsSentence { add([word]) }
      if place > 0, word.gap == .space {
        let last = words[place - 1].folded
        let isVerb = ["is", "was", "named", "called"].contains(last) && place > 1
        if KnownNames.relations.contains(isVerb ? words[place - 2].folded : last) {
          add(word.isCapital ? run(words[place...]) : [word])
        }
      }
      guard word.isCapital, place + 2 < words.count, ["is", "was"].contains(words[place + 1].folded),
        words[place + 1].gap == .space, ["my", "the", "her", "his"].contains(words[place + 2].folded)
      else { continue }
      let behind = words[(place + 2)...].prefix(5).map(\.folded)
      if behind.contains("name") || behind.contains(where: KnownNames.relations.contains) { add([word]) }
    }
  }

  /// A name alone in the last line, below words that close a letter.
  mutating func signature(_ words: [NameWord]) {
    guard let start = words.lastIndex(where: { $0.gap == .newline }), start > 0 else { return }
    let line = words[start...]
    guard line.count <= 3, line.allSatisfy({ $0.isCapital && $0.canBeName }) else { return }
    let above = words[..<start].suffix(6).map(\.folded)
    if above.contains(where: NamePhrases.closings.contains) || line.first?.isKnown ?? false {
      add(Array(line))
    }
  }
}
