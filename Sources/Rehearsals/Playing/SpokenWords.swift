/// The words of a reply, for the plain lists of words that scenarios are written with.
///
/// Capitals do not matter, all apostrophes are one, a hyphen parts words. `*` at a word's end stands for any ending, `#` for a number
/// or a time of day.
package struct SpokenWords: Sendable, Hashable {
  private let sentences: [Sentence]

  private struct Sentence: Sendable, Hashable {
    var words: [String]
    var isQuestion: Bool
  }

  /// Reads a reply.
  ///
  /// - Complexity: O(text).
  package init(_ text: String) {
    var sentences: [Sentence] = []
    var words: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    var previous: Character?
    for character in text.lowercased() {
      defer { previous = character }
      if character.isLetter || character.isNumber || Self.marks.contains(character) {
        word.append(character)
      } else if Self.apostrophes.contains(character) {
        if !word.isEmpty { word.append("'") }
      } else if character == ":", previous?.isNumber == true {
        word.append(character)
      } else {
        endWord()
        let isQuestion = "?？؟".contains(character)
        guard isQuestion || ".!…。！\n".contains(character) else { continue }
        if isQuestion, words.isEmpty, !sentences.isEmpty {
          sentences[sentences.count - 1].isQuestion = true
        } else if !words.isEmpty {
          sentences.append(Sentence(words: words, isQuestion: isQuestion))
        }
        words = []
      }
    }
    endWord()
    if !words.isEmpty { sentences.append(Sentence(words: words, isQuestion: false)) }
    self.sentences = sentences.map { sentence in
      Sentence(words: sentence.words.map { Self.withoutEdges($0) }, isQuestion: sentence.isQuestion)
    }
  }

  private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "`", "´"]
  private static let marks: Set<Character> = ["*", "#", "%", "€", "$", "₴"]

  private static func withoutEdges(_ word: String) -> String {
    word.hasSuffix("'") || word.hasSuffix(":") ? String(word.dropLast()) : word
  }

  /// Whether anything is asked.
  package var asks: Bool { sentences.contains(where: \.isQuestion) }

  /// Whether one of the forms stands in the reply, or in a question of it.
  ///
  /// - Complexity: O(words · forms).
  package func has(_ forms: [String], inQuestion: Bool = false) -> Bool {
    let wanted = forms.map { SpokenWords($0).sentences.flatMap(\.words) }.filter { !$0.isEmpty }
    // A phrase may run over a full stop that is none: “No. 5”.
    let places =
      inQuestion ? sentences.filter(\.isQuestion).map(\.words) : [sentences.flatMap(\.words)]
    return places.contains { words in wanted.contains { Self.stands($0, in: words) } }
  }

  private static func stands(_ form: [String], in words: [String]) -> Bool {
    guard words.count >= form.count else { return false }
    return (0...words.count - form.count).contains { start in
      form.indices.allSatisfy { fits(words[start + $0], form[$0]) }
    }
  }

  private static func fits(_ word: String, _ form: String) -> Bool {
    if form == "#" { return word.first?.isNumber == true }
    if form.hasSuffix("*") { return word.hasPrefix(form.dropLast()) }
    return word == form
  }
}
