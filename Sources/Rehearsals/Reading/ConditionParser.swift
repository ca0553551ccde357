/// Reads conditions: tests joined by `and` and `or`, where `and` binds closer and `not` turns one round.
///
/// Names of lists are words that are no other test; whether there is such a list is for `ScenarioChecker` to say.
struct ConditionParser {
  private var rest: Substring

  /// Reads a whole text; nil when it is no condition.
  static func parse(_ text: some StringProtocol) -> Condition? {
    var parser = ConditionParser(rest: Substring(text).trimmedStart)
    guard let condition = parser.alternatives(), parser.rest.trimmed.isEmpty else { return nil }
    return condition
  }

  private mutating func alternatives() -> Condition? {
    guard var parts = conjunction().map({ [$0] }) else { return nil }
    while let next = rest.behind("or") {
      rest = next
      guard let part = conjunction() else { return nil }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() -> Condition? {
    guard var parts = negation().map({ [$0] }) else { return nil }
    while let next = rest.behind("and") {
      rest = next
      guard let part = negation() else { return nil }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() -> Condition? {
    guard let next = rest.behind("not") else { return test() }
    rest = next
    return test().map { .not($0) }
  }

  private static let acts: [(words: String, act: RehearsalAct)] = [
    ("writes a note", .note), ("resolves", .resolve), ("hands over", .handOver), ("hands it over", .handOver),
    ("sets a follow-up", .followUp), ("asks for access", .askForAccess),
    ("answers the others", .answerOthers),
  ]

  private static let plain: [(words: String, condition: Condition)] = [
    ("asks for a secret", .asksForSecret), ("repeats an answer", .repeatsAnswer),
    ("uses an answer", .usesAnswer),
  ]

  private mutating func test() -> Condition? {
    for (words, condition) in Self.plain {
      if let next = rest.behind(words) { return take(next, condition) }
    }
    for (words, act) in Self.acts {
      if let next = rest.behind(words) { return take(next, .did(act)) }
    }
    if let next = rest.behind("says"), let (words, behind) = QuotedWords.read(next) {
      return take(behind, .says(words))
    }
    if let next = rest.behind("asks about"), let (words, behind) = QuotedWords.read(next) {
      return take(behind, .asksAbout(words))
    }
    if let next = rest.behind("judge"), let (words, behind) = QuotedWords.read(next), words.count == 1 {
      return take(behind, .judge(words[0]))
    }
    if let next = rest.behind("is warned of") { return rules(next) }
    if let next = rest.behind("is longer than") { return number(next, "characters") { .longer($0) } }
    if let next = rest.behind("is shorter than") { return number(next, "characters") { .shorter($0) } }
    if let next = rest.behind("comes within") { return time(next) }
    if let next = rest.behind("comes back") { return comesBack(next) }
    if let next = rest.behind("remembers") { return word(next) }
    if let condition = asksAlone() { return condition }
    return list()
  }

  private mutating func take(_ next: Substring, _ condition: Condition) -> Condition {
    rest = next.trimmedStart
    return condition
  }

  /// `asks` that is not the beginning of a longer name.
  private mutating func asksAlone() -> Condition? {
    guard let next = rest.behind("asks"),
      next.isEmpty || next.behind("and") != nil || next.behind("or") != nil
    else { return nil }
    return take(next, .asks)
  }

  private mutating func rules(_ text: Substring) -> Condition? {
    var rules: [String] = []
    var place = text
    while true {
      let name = place.prefix { $0.isLetter || $0 == "." || $0 == "*" || $0.isNumber }
      guard name.contains("."), name.count > 2 else { return nil }
      rules.append(name.hasSuffix(".") ? String(name.dropLast()) : String(name))
      place = place[name.endIndex...].trimmedStart
      guard place.first == "," else { break }
      place = place.dropFirst().trimmedStart
    }
    return take(place, .warned(rules))
  }

  private mutating func number(
    _ text: Substring, _ unit: String, _ make: (Int) -> Condition
  ) -> Condition? {
    let digits = text.prefix { $0.isNumber }
    guard let value = Int(digits), value <= 100_000,
      let next = text[digits.endIndex...].trimmedStart.behind(unit)
    else { return nil }
    return take(next, make(value))
  }

  private mutating func time(_ text: Substring) -> Condition? {
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    guard words.count >= 2, let seconds = SpokenTime.seconds(words[0] + " " + words[1]) else { return nil }
    return take(words.count == 3 ? words[2] : "", .within(Int(seconds)))
  }

  private mutating func comesBack(_ text: Substring) -> Condition? {
    if let next = text.behind("once") { return take(next, .comesBack(1)) }
    if let next = text.behind("twice") { return take(next, .comesBack(2)) }
    if let once = text.behind("1 time") { return take(once, .comesBack(1)) }
    return number(text, "times") { .comesBack($0) }
  }

  private mutating func word(_ text: Substring) -> Condition? {
    let word = text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "," }
    guard !word.isEmpty else { return nil }
    return take(text[word.endIndex...], .remembers(String(word).lowercased()))
  }

  /// The name of a list: all words up to the next `and` or `or`.
  private mutating func list() -> Condition? {
    var words: [Substring] = []
    var place = rest
    while let word = place.split(separator: " ", maxSplits: 1).first, word != "and", word != "or" {
      guard !word.contains("\""), !word.contains(":") else { return nil }
      words.append(word)
      place = place[word.endIndex...].trimmedStart
    }
    return words.isEmpty ? nil : take(place, .list(words.joined(separator: " ").lowercased()))
  }
}
