/// Tells the language of a text among those that have a pack.
///
/// Scripts that one language has tell at once; the others by letters that only they have, and by frequent words.
package struct LanguageIdentifier: Sendable {
  private struct Profile: Sendable {
    var tag: LocaleTag
    var name: String
    var words: Set<String>
    var letters: Set<Character>
    var foreignLetters: Set<Character>
    var script: WritingScript?
  }

  /// Three words of the language, or half as many letters that only it has.
  private static let leastScore = 6

  private let profiles: [Profile]

  /// Makes one of all packs; those that say nothing of their language are left out.
  ///
  /// - Complexity: O(words).
  package init(_ library: PackLibrary) {
    profiles = library.tags.compactMap { tag in
      let heads = library.heads(of: tag)
      let language =
        heads.map(\.language).first { !$0.words.isEmpty || !$0.letters.isEmpty } ?? LanguageRules()
      guard !language.words.isEmpty || !language.letters.isEmpty else { return nil }
      return Profile(
        tag: tag, name: heads.lazy.compactMap(\.name).first ?? "\(tag)",
        words: Set(language.words.flatMap { PackText($0).words.map(\.folded) }),
        letters: Set(language.letters), foreignLetters: Set(language.foreignLetters),
        script: WritingScript(mostOf: language.words.joined().map { $0 } + language.letters.map { $0 }))
    }
  }

  /// The name of a locale's language in English; the tag where none is known.
  func name(of tag: LocaleTag) -> String {
    (profiles.first { $0.tag == tag } ?? profiles.first { $0.tag.language == tag.language })?.name ?? "\(tag)"
  }

  /// The locale in whose language a text is written; nil when it is too short or not certain.
  ///
  /// - Complexity: O(text · packs of its script).
  package func guess(_ text: String) -> LocaleTag? { guess(PackText(text)) }

  func guess(_ text: PackText) -> LocaleTag? {
    let own = text.words.filter { !$0.isMuted }
    let letters = own.flatMap { $0.folded.filter(\.isLetter) }
    guard letters.count >= 4, let script = WritingScript(mostOf: letters) else { return nil }
    let rivals = profiles.filter { $0.script == script }
    if rivals.count == 1, script.isOfOneLanguage { return rivals[0].tag }
    let scores = rivals.map { (score($0, own, letters), $0.tag) }.sorted { $0.0 > $1.0 }
    guard let best = scores.first, best.0 >= Self.leastScore else { return nil }
    let second = scores.dropFirst().first { $0.1.language != best.1.language || $0.1.script != best.1.script }
    // Neighbours share words: two that only one of them has decide, in a long text a quarter more.
    let rival = second?.0 ?? 0
    guard best.0 - rival >= 4, best.0 * 4 >= rival * 5 else { return nil }
    return best.1
  }

  /// How many different words that are frequent in a locale's language stand in a text.
  ///
  /// - Complexity: O(text).
  func frequentWords(of tag: LocaleTag, in text: PackText) -> Int {
    guard let profile = profiles.first(where: { $0.tag.language == tag.language }) else { return 0 }
    return Set(text.words.lazy.filter { !$0.isMuted }.map(\.folded)).count { profile.words.contains($0) }
  }

  private func score(_ profile: Profile, _ words: [PackText.Word], _ letters: [Character]) -> Int {
    // A word that comes again says nothing new.
    var score = Set(words.map(\.folded)).count { profile.words.contains($0) } * 2
    for letter in letters {
      if profile.letters.contains(letter) { score += 2 }
      if profile.foreignLetters.contains(letter) { score -= 3 }
    }
    return score
  }
}

/// A script, as far as languages are told by it.
enum WritingScript: Sendable, Hashable {
  case latin, cyrillic, arabic, hebrew, devanagari, bengali, thai, han, kana, hangul

  /// The script of most letters; kana wins over the Han beside it.
  ///
  /// Nil when there are no letters that are known here.
  init?(mostOf letters: [Character]) {
    var counts: [WritingScript: Int] = [:]
    for letter in letters { if let script = WritingScript(letter) { counts[script, default: 0] += 1 } }
    if counts[.kana, default: 0] > 0, counts[.kana, default: 0] * 8 >= letters.count {
      self = .kana
      return
    }
    guard let most = counts.max(by: { $0.value < $1.value }), most.value * 10 >= letters.count * 7 else {
      return nil
    }
    self = most.key
  }

  init?(_ letter: Character) {
    switch letter.unicodeScalars.first?.value ?? 0 {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x400...0x52F: self = .cyrillic
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
    case 0x590...0x5FF: self = .hebrew
    case 0x900...0x97F: self = .devanagari
    case 0x980...0x9FF: self = .bengali
    case 0xE00...0xE7F: self = .thai
    case 0x3041...0x30FF: self = .kana
    case 0x3400...0x9FFF, 0xF900...0xFAFF: self = .han
    case 0xAC00...0xD7A3, 0x1100...0x11FF: self = .hangul
    default: return nil
    }
  }

  /// Whether a text of this script can only be in one of the languages here.
  var isOfOneLanguage: Bool {
    switch self {
    case .latin, .cyrillic, .arabic, .han: false
    case .hebrew, .devanagari, .bengali, .thai, .kana, .hangul: true
    }
  }
}
