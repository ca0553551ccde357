import DeskModel

/// The vocative of one Ukrainian given name in lower case.
enum UkrainianGivenVocative {
  /// The form of a name; nil when it is not certain.
  static func form(of word: String, gender: Gender?) -> String? {
    guard word.contains(where: vowels.contains), let last = word.last else { return nil }
    switch last {
    case "а": return hardFeminine(word)
    case "я": return softFeminine(word)
    default: break
    }
    let isMale = isSurelyMale(word)
    let isFemale = UkrainianNameLists.feminineByConsonant.contains(word)
    let isMostlyFemale = isFemale || UkrainianNameLists.heldFeminine.contains(word)
    switch gender ?? (isMale ? .male : isMostlyFemale ? .female : nil) {
    // A gender that the name contradicts is one that somebody mistook.
    case .female: return isMale ? nil : feminine(word, last)
    case .male: return isFemale ? nil : masculine(word, last)
    case nil:
      let form = masculine(word, last)
      return form == feminine(word, last) ? form : nil
    }
  }

  static let vowels: Set<Character> = ["а", "е", "є", "и", "і", "ї", "о", "у", "ю", "я"]

  private static func isSurelyMale(_ word: String) -> Bool {
    UkrainianNameLists.surelyMale.contains(word) || UkrainianNameLists.irregular[word] != nil
      || UkrainianNameLists.surelyMaleEndings.contains(where: word.hasSuffix)
  }

  // First declension: the same for Оксана and Микола.
  private static func hardFeminine(_ word: String) -> String? {
    let stem = word.dropLast()
    // Франсуа, Андреа: no Ukrainian stem ends in a vowel before -а.
    guard let before = stem.last, !vowels.contains(before) else { return word }
    return stem + "о"
  }

  private static func softFeminine(_ word: String) -> String? {
    if let form = UkrainianNameLists.soft[word] { return form }
    let stem = word.dropLast()
    guard let before = stem.last else { return nil }
    if vowels.contains(before) || before == "й" || before == "’" { return stem + "є" }
    // What Ukrainian spelling does not know is a name in another spelling (Наталья).
    if before == "ь" { return nil }
    if stem.hasSuffix("лл") || stem.hasSuffix("гин") { return stem + "е" }
    return stem + "ю"
  }

  private static func feminine(_ word: String, _ last: Character) -> String? {
    if vowels.contains(last) { return word }
    if UkrainianNameLists.feminineByConsonant.contains(word) {
      return (last == "ь" ? word.dropLast() : word[...]) + "е"
    }
    guard last == "ь" else { return word }
    if ["гуль", "гюль"].contains(where: word.hasSuffix) || UkrainianNameLists.heldInSoftSign.contains(word) {
      return word
    }
    // Third declension; shorter ones are called forms of Оля and Юля without their ending.
    return word.hasSuffix("ль") && word.count > 4 ? word.dropLast() + "е" : nil
  }

  private static func masculine(_ word: String, _ last: Character) -> String? {
    if let form = UkrainianNameLists.irregular[word] { return form }
    // Old Slavic names of two stems: Дажбог, Самбір, Святогір, Живорід.
    if word.hasSuffix("бог") { return word.dropLast() + "же" }
    if ["бір", "огір", "орід"].contains(where: word.hasSuffix) {
      return word.dropLast(2) + "о" + word.suffix(1) + "е"
    }
    let stem = word.dropLast()
    switch last {
    case "о": return masculineInO(word)
    case "й":
      // Дмитрий, Юрий are Russian spellings.
      return word.hasSuffix("ий") ? nil : stem + "ю"
    case "ь":
      if word.hasSuffix("рь") { return nil }
      if word.hasSuffix("ець") || word.hasSuffix("єць") {
        return UkrainianFamilyVocative.withoutFleetingVowel(word)
      }
      return stem + "ю"
    case "к":
      if ["шок", "чок", "жок"].contains(where: word.hasSuffix) { return word.dropLast(2) + "ку" }
      return word + "у"
    case "г", "ґ", "х": return word + "у"
    case "ч" where word.hasSuffix("ич"): return word + "у"
    case _ where vowels.contains(last): return word
    default: return word + "е"
    }
  }

  private static func masculineInO(_ word: String) -> String? {
    let stem = word.dropLast()
    if word.hasSuffix("ьо") { return stem.dropLast() + "ю" }
    if word.hasSuffix("ко") { return stem + "у" }
    if ["йло", "ило", "митро"].contains(where: word.hasSuffix)
      || UkrainianNameLists.nativeInO.contains(word)
    {
      return stem + "е"
    }
    // Бруно, Леонардо.
    return word
  }
}
