/// A name of one word with the forms that its language makes of it.
struct NameForms: Sendable, Hashable {
  /// What follows the stem in the form that the name is called by; it tells how the name is declined.
  let ending: String
  /// The name as it stands in a list or in a contact.
  let name: String
  /// The stem, folded; the whole name where it is not declined.
  let stem: String
  /// Stems that some cases have instead, folded.
  private let otherStems: [String]
  private let endings: Set<String>

  /// Whether the language makes forms of it.
  var isDeclined: Bool { !endings.isEmpty }

  /// Finds the stem of a name.
  ///
  /// - Parameters:
  ///   - name: one word.
  ///   - isPolish: whether a name in Latin letters is declined as in Polish.
  init(_ name: String, isPolish: Bool) {
    self.name = name
    let folded = FoldedWord(name).text
    let isCyrillic = folded.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
    guard isCyrillic || isPolish, folded.count >= 2 else {
      (stem, ending, otherStems, endings) = (folded, "", [], [])
      return
    }
    let cut =
      (isCyrillic ? Self.cyrillicCuts : Self.polishCuts)
      .first { folded.hasSuffix($0) && folded.count - $0.count >= 2 } ?? ""
    ending = cut
    stem = String(folded.dropLast(cut.count))
    otherStems = isCyrillic ? Self.cyrillicStems(stem, cut) : Self.polishStems(stem, cut)
    // After two letters too many other words begin alike.
    let all = isCyrillic ? Self.cyrillicEndings : Self.polishEndings
    endings = stem.count < 3 ? all.filter { $0.count == 1 || $0 == cut } : all
  }

  /// How much of a folded word is the stem; nil when it is no form of the name.
  func stemLength(of word: String) -> Int? {
    if word == stem + ending { return stem.count }
    for stem in [stem] + otherStems where word.hasPrefix(stem) {
      if endings.contains(String(word.dropFirst(stem.count))) { return stem.count }
    }
    return nil
  }

  /// The form of this name that a word is of another name.
  ///
  /// Names that are not declined alike stay in the form that they are called by.
  func form(like word: FoldedWord, of other: NameForms, written raw: [Unicode.Scalar]) -> String {
    guard let length = other.stemLength(of: word.text), other.ending == ending else { return name }
    guard word.text.dropFirst(length) != other.ending else { return name }
    var tail = String.UnicodeScalarView()
    if length < word.places.count { tail.append(contentsOf: raw[word.places[length]...]) }
    return String(name.dropLast(ending.count)) + String(tail).lowercased()
  }

  // MARK: - Ukrainian and Russian

  private static let cyrillicCuts = ["ий", "ый", "ая", "яя", "а", "я", "о", "е", "й", "ь", "і"]

  private static let cyrillicEndings: Set<String> = Set(
    """
    а я у ю і и ї е є о ы ь й ой ою ей ею єю ої ій їй ом ем єм ам ям ові еві єві им ім ым ого ому его ему их \
    ых іх \
    ими ыми ая ую яя юю ий ый ью ами ями ах ях ів ов ев їв ьо йо ен ої ого ьої
    """.split { $0 == " " || $0 == "\n" }.map(String.init) + [""])

  private static func cyrillicStems(_ stem: String, _ cut: String) -> [String] {
    var stems: [String] = []
    let start = String(stem.dropLast())
    switch stem.last {
    case "г": stems += [start + "з", start + "ж"]
    case "к": stems += [start + "ц", start + "ч"]
    case "х": stems += [start + "с", start + "ш"]
    default: break
    }
    guard cut.isEmpty || cut == "ь", stem.count >= 3, let last = stem.last else { return stems }
    let vowel = start.last
    let before = String(start.dropLast())
    // A vowel that other cases lose or change: `Павел – Павла`, `Антін – Антона`.
    switch (vowel, last) {
    case ("е", "ц"), ("е", "к"), ("о", "к"), ("е", "л"), ("е", "н"): stems.append(before + String(last))
    case ("е", "в"): stems.append(before + "ьв")
    case ("і", _): stems += [before + "о" + String(last), before + "е" + String(last)]
    default: break
    }
    return stems
  }

  // MARK: - Polish

  private static let polishCuts = ["a", "o", "e", "y", "i"]

  private static let polishEndings: Set<String> = Set(
    """
    a y i e o u ie em iem owi owie om ami ach ow ego emu im ym iego iemu ej iej ich ych imi ymi ia iu ii ze
    """.split { $0 == " " || $0 == "\n" }.map(String.init) + [""])

  private static func polishStems(_ stem: String, _ cut: String) -> [String] {
    var stems: [String] = []
    let start = String(stem.dropLast())
    switch stem.last {
    case "k": stems.append(start + "c")
    case "g": stems.append(start + "dz")
    case "r": stems.append(start + "rz")
    case "t": stems.append(start + "c")
    case "d": stems.append(start + "dz")
    default: break
    }
    if stem.hasSuffix("ch") { stems.append(String(stem.dropLast(2)) + "sz") }
    guard cut.isEmpty else { return stems }
    if stem.hasSuffix("ek") { stems.append(String(stem.dropLast(2)) + "k") }
    if stem.hasSuffix("iec") { stems.append(String(stem.dropLast(3)) + "c") }
    if stem.hasSuffix("el") { stems.append(String(stem.dropLast(2)) + "l") }
    return stems
  }
}
