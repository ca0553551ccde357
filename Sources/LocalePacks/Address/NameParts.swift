/// The parts of a person's name, as far as they can be told apart in a language.
package struct NameParts: Sendable, Hashable {
  /// The given name as it is used to address the person.
  package private(set) var given: String?
  /// The family name.
  package private(set) var family: String?
  /// The patronymic.
  package private(set) var patronymic: String?
  /// The whole name without titles.
  package private(set) var full: String?
  /// A title that the pack keeps, with its own spelling.
  package private(set) var title: String?
  /// All words of the name, in lower case.
  private(set) var spellings: Set<String> = []

  /// Takes the parts that are given, and derives the others from the whole name where the language allows it.
  ///
  /// Names come from outside: blanks are evened out, and what has no letter counts as absent.
  init(_ person: Person, _ rules: NameRules, titles: [TitleRule]) {
    let titleForms = titles.flatMap(\.forms)
    title = Self.clean(person.title).map { given in titleForms.first { Self.isSame($0, given) } ?? given }
    var words = (Self.clean(person.full) ?? "").split(separator: " ").map(String.init)
    while let known = Self.title(before: words, titleForms) {
      if title == nil { title = known.form }
      words.removeFirst(known.count)
    }
    full = words.isEmpty ? nil : words.joined(separator: " ")
    given = Self.clean(person.given)
    family = Self.clean(person.family)
    patronymic = Self.clean(person.patronymic)
    if given == nil, family == nil { derive(from: words, rules) }
    if full == nil { full = joined(rules) }
    spellings = Set(
      [full, given, family, patronymic].compactMap { $0 }.flatMap { $0.split(separator: " ") }.map {
        $0.lowercased()
      })
    if let name = given { given = Self.used(name, rules) }
  }

  /// The title that words begin with, the longest first, and how many of them it has.
  private static func title(before words: [String], _ forms: [String]) -> (form: String, count: Int)? {
    forms.map { ($0, $0.split(separator: " ").count) }.filter { form, count in
      count > 0 && isSame(words.prefix(count).joined(separator: " "), form)
    }.max { $0.1 < $1.1 }
  }

  private mutating func derive(from words: [String], _ rules: NameRules) {
    var words = Self.joined(words, particles: rules.particles)
    if let place = words.firstIndex(where: { word in rules.connectors.contains { Self.isSame($0, word) } }),
      place > 0
    {
      given = words[..<place].joined(separator: " ")
      return
    }
    if patronymic == nil, words.count == 3,
      // The first word is none, and the family name may end like one: “Иван Иванович Рабинович”.
      let place = words.indices.dropFirst().first(where: { Self.isPatronymic(words[$0], rules) })
    {
      patronymic = words.remove(at: place)
      // “Иванов Иван Иванович” begins with the family name, “Иван Иванович Иванов” does not.
      given = words[place - 1]
      family = words[place == 1 ? 1 : 0]
      return
    }
    if let known = patronymic, words.count > 1 { words.removeAll { Self.isSame($0, known) } }
    switch words.count {
    case 0: return
    case 1
    where rules.isUnspaced && (2...4).contains(words[0].count) && words[0].allSatisfy(Self.isIdeographic):
      let listed = rules.families.first { words[0].hasPrefix($0) && $0.count < words[0].count }
      guard listed != nil || !rules.splitsOnlyListed else { return }
      let length = listed?.count ?? 1
      family = String(words[0].prefix(length))
      given = String(words[0].dropFirst(length))
    case 1:
      if rules.single == .given { given = words[0] } else { family = words[0] }
    default:
      switch rules.order {
      case .givenFirst:
        // Of two family names the first is used.
        let count = words.count > rules.familyWords ? rules.familyWords : 1
        family = words[words.count - count]
        given = words.dropLast(count).joined(separator: " ")
      case .familyFirst:
        family = words[0]
        given = words.dropFirst().joined(separator: " ")
      }
    }
  }

  private static func isPatronymic(_ word: String, _ rules: NameRules) -> Bool {
    let word = word.lowercased()
    return rules.patronymicEndings.contains { word.hasSuffix($0) && word.count > $0.count + 1 }
  }

  /// Words with the particles before them: “de la Fuente” is one.
  private static func joined(_ words: [String], particles: [String]) -> [String] {
    var result: [String] = []
    var particle = ""
    for (place, word) in words.enumerated() {
      if place > 0, place < words.count - 1, particles.contains(word.lowercased()) {
        particle += word + " "
      } else {
        result.append(particle + word)
        particle = ""
      }
    }
    return result
  }

  private func joined(_ rules: NameRules) -> String? {
    let mark = rules.isUnspaced && (family ?? given)?.allSatisfy(Self.isIdeographic) == true ? "" : " "
    let parts = rules.order == .givenFirst ? [given, family] : [family, given]
    let text = parts.compactMap { $0 }.joined(separator: mark)
    return text.isEmpty ? nil : text
  }

  private static func used(_ given: String, _ rules: NameRules) -> String {
    let words = given.split(separator: " ")
    switch rules.givenWords {
    case .all: return given
    case .first: return words.first.map(String.init) ?? given
    case .last: return words.last.map(String.init) ?? given
    }
  }

  /// One line without blanks around it; nil when no letter is in it.
  private static func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = text.split { $0.isWhitespace || $0.isNewline || $0 == "{" || $0 == "}" }
    let joined = words.joined(separator: " ")
    return joined.contains(where: \.isLetter) ? joined : nil
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }

  private static func isIdeographic(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isIdeographic || 0xAC00...0xD7A3 ~= scalar.value || 0x3041...0x30FF ~= scalar.value
    }
  }
}
