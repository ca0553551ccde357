package import DeskModel

/// The vocative of Polish names (`Anno`, `Piotrze`).
///
/// Given names follow the declensions; lists hold only what the ending of a name does not tell. Where two forms are
/// right, it is the one that dictionaries give first.
package enum PolishVocative {
  /// The form by which a person is addressed.
  ///
  /// A name that does not decline (`Ingrid`, `Jerzy`) is its own vocative. So is a family name: polite address
  /// (`Panie Nowak`) keeps its nominative.
  ///
  /// - Parameters:
  ///   - name: one name, or several with spaces or hyphens between them; from outside, in any case.
  ///   - part: what the name is; nothing is known of patronymics, which Polish does not have.
  ///   - gender: the person's gender; nil when it is not known.
  /// - Returns: the form in the case of letters of `name`; nil when it is not certain: a name with other than Latin
  ///   letters, an initial, a foreign name that is not spoken as it is written (`Mike`), a gender that is not known and
  ///   would change the form.
  package static func form(of name: String, as part: NamePart, gender: Gender?) -> String? {
    switch part {
    case .given: NameText.declined(name, letters: letters) { given($0, gender: gender) }
    case .family: NameText.declined(name, letters: letters, by: \.text)
    case .patronymic: nil
    }
  }

  private static let letters = NameText.Letters(
    "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżáäåæâàãèéêëěíîïöøôòúüûýçčďňñřšťž")
  private static let vowels: Set<Character> = [
    "a", "ą", "e", "ę", "i", "o", "ó", "u", "y", "é", "á", "è", "í", "ö", "ü",
  ]

  private static func given(_ name: NameText.Word, gender: Gender?) -> String? {
    let word = name.text
    if name.isBeforeHyphen, PolishNameLists.heldBeforeHyphen.contains(word) { return word }
    guard word.contains(where: vowels.contains), let last = word.last else { return nil }
    if last == "a" { return inA(word) }
    let isMale = isSurelyMale(word)
    switch gender ?? (isMale ? .male : PolishNameLists.surelyFemale.contains(word) ? .female : nil) {
    // A gender that the name contradicts is one that somebody mistook.
    case .female: return isMale ? nil : word
    case .male: return PolishNameLists.surelyFemale.contains(word) ? nil : masculine(word, last)
    case nil: return masculine(word, last) == word ? word : nil
    }
  }

  private static func isSurelyMale(_ word: String) -> Bool {
    PolishNameLists.surelyMale.contains(word) || PolishNameLists.irregular[word] != nil
      || PolishNameLists.surelyMaleEndings.contains(where: word.hasSuffix)
  }

  // MARK: Names in -a, of women and men alike

  private static func inA(_ word: String) -> String {
    let stem = word.dropLast()
    if PolishNameLists.petNamesInA.contains(word) { return stem + "u" }
    if PolishNameLists.officialInA.contains(word) { return stem + "o" }
    let isShort = syllables(word) <= 2
    if word.hasSuffix("ia") {
      switch stem.dropLast().last {
      // Zosia, Zuzia, Stefcia, Jadzia.
      case "s", "z", "c", "ś", "ź", "ć": return stem + (word.hasSuffix("icia") ? "o" : "u")
      // Ania and Marynia, but Antonia.
      case "n":
        return stem + (isShort || word.hasSuffix("unia") || word.hasSuffix("ynia") ? "u" : "o")
      default: return stem + "o"
      }
    }
    // Maja, but Alicja and Aglaja.
    if isShort, ["aja", "oja", "uja", "aya"].contains(where: word.hasSuffix) { return stem + "u" }
    return stem + "o"
  }

  // An i or y before a vowel makes no syllable of its own: Gie-nia, Ma-ya.
  private static func syllables(_ word: String) -> Int {
    zip(word, word.dropFirst() + " ").count { letter, next in
      vowels.contains(letter) && !(["i", "y"].contains(letter) && vowels.contains(next))
    }
  }

  // MARK: Men's names

  private static func masculine(_ word: String, _ last: Character) -> String? {
    if let form = PolishNameLists.irregular[word] { return form }
    let stem = word.dropLast()
    switch last {
    case "o": return masculineInO(word)
    case "i", "u": return word
    case "y":
      guard let before = stem.last, vowels.contains(before) else { return word }
      // Roy is spoken with a j; Jeffrey may be an adjective or a noun.
      return before == "e" ? nil : word + "u"
    case "e", "é": return last == "é" || PolishNameLists.masculineInE.contains(word) ? word : nil
    default:
      if vowels.contains(last) || PolishNameLists.notSpokenAsWritten.contains(word) { return nil }
      return masculineInConsonant(word, stem, last)
    }
  }

  private static func masculineInO(_ word: String) -> String {
    let stem = word.dropLast()
    // Mieszko, Jaśko; foreign ones in -ko (Marco) are written with c.
    if word.hasSuffix("ko"), let before = stem.dropLast().last, !vowels.contains(before) { return stem + "u" }
    // Jasio, Kazio, Wacio, Henio; not Antonio.
    if ["sio", "zio", "cio", "nio"].contains(where: word.hasSuffix),
      !PolishNameLists.foreignInIo.contains(word)
    {
      return stem + "u"
    }
    return word
  }

  private static func masculineInConsonant(_ word: String, _ stem: Substring, _ last: Character) -> String? {
    // Sędziwój, Ścibór, Chwalibóg: ó opens to o.
    if stem.last == "ó", ["j", "r", "g", "d"].contains(last) {
      let opened = stem.dropLast() + "o"
      return masculineInConsonant(opened + String(last), opened, last)
    }
    switch last {
    case "k" where word.hasSuffix("ek"): return masculineInEk(word)
    case "k", "g", "j", "l", "ż": return word + "u"
    case "c": return word.hasSuffix("niec") ? word.dropLast(4) + "ńcze" : word + "u"
    case "h": return word.hasSuffix("th") || word.hasSuffix("gh") ? nil : word + "u"
    case "ć": return stem + "ciu"
    case "ń": return stem + "niu"
    case "ś": return stem + "siu"
    case "ź": return stem + "ziu"
    case "z":
      return word + (["sz", "cz", "rz", "dz", "tz"].contains(where: word.hasSuffix) ? "u" : "ie")
    case "x": return stem + "ksie"
    case "ł":
      if word.hasSuffix("sł") { return word.dropLast(2) + "śle" }
      return word.hasSuffix("zł") ? word.dropLast(2) + "źle" : stem + "le"
    case "t": return word.hasSuffix("st") ? word.dropLast(2) + "ście" : stem + "cie"
    case "d": return word.hasSuffix("zd") ? word.dropLast(2) + "ździe" : word + "zie"
    case "r":
      // Aleksander and Leander; not Sander, not Oliver.
      return word.hasSuffix("ander") && word.count > 6 ? word.dropLast(2) + "rze" : word + "ze"
    case "b", "f", "m", "n", "p", "s", "v", "w": return word + "ie"
    default: return nil
    }
  }

  private static func masculineInEk(_ word: String) -> String {
    let stem = word.dropLast(2)
    guard stem.contains(where: { vowels.contains($0) && $0 != "i" }) || stem.dropLast().contains("i"),
      !PolishNameLists.keptEk.contains(word)
    else { return word + "u" }
    guard stem.last == "i" else { return stem + "ku" }
    let hard = stem.dropLast()
    let softened: [Character: Character] = ["s": "ś", "z": "ź", "c": "ć", "n": "ń"]
    guard let consonant = hard.last, let soft = softened[consonant] else { return hard + "ku" }
    return hard.dropLast() + String(soft) + "ku"
  }
}
