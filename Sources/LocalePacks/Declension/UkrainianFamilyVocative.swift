import DeskModel

/// The vocative of one Ukrainian family name in lower case.
///
/// Український правопис 2019 allows the nominative of a family name beside its vocative, so a name that is left
/// as it is (adjectives, women's names in a consonant) is never wrong.
enum UkrainianFamilyVocative {
  /// The form of a name; nil when it is not certain.
  static func form(of word: String, gender: Gender?) -> String? {
    guard word.contains(where: UkrainianGivenVocative.vowels.contains) else { return nil }
    switch gender {
    case .female: return feminine(word)
    case .male: return masculine(word)
    case nil:
      if ["ська", "цька", "зька"].contains(where: word.hasSuffix) || word.hasSuffix("ий") { return word }
      let form = feminine(word)
      return form == masculine(word) ? form : nil
    }
  }

  /// `кравче` for `кравець`, `коломійче` for `коломієць`; nil where a cluster of consonants would be left.
  static func withoutFleetingVowel(_ word: String) -> String? {
    guard word.hasSuffix("ець") || word.hasSuffix("єць") else { return nil }
    let stem = word.dropLast(3)
    guard let last = stem.last, stem.contains(where: UkrainianGivenVocative.vowels.contains) else {
      return nil
    }
    if word.hasSuffix("єць") { return stem + "йче" }
    guard let before = stem.dropLast().last, UkrainianGivenVocative.vowels.contains(before) else {
      return nil
    }
    return stem + (last == "л" ? "ьче" : "че")
  }

  private static func feminine(_ word: String) -> String? {
    guard word.hasSuffix("а") || word.hasSuffix("я") else { return word }
    return isFeminineAdjective(word) ? word : noun(word)
  }

  private static func isFeminineAdjective(_ word: String) -> Bool {
    if UkrainianNameLists.feminineAdjectives.contains(word) { return true }
    if ["ська", "цька", "зька", "ова", "ева", "єва", "іна", "їна", "шина", "цина", "жня"].contains(
      where: word.hasSuffix)
    {
      return true
    }
    // Підлісна, Задорожна, but Весна and Сосна.
    guard word.hasSuffix("на"), word.count > 5, let before = word.dropLast(2).last else { return false }
    return !UkrainianGivenVocative.vowels.contains(before)
  }

  private static func noun(_ word: String) -> String? {
    let stem = word.dropLast()
    guard let before = stem.last else { return nil }
    let isAfterVowel = UkrainianGivenVocative.vowels.contains(before)
    if word.hasSuffix("а") {
      if isAfterVowel { return word }
      return stem + (["ж", "ч", "ш", "щ"].contains(before) ? "е" : "о")
    }
    if before == "ь" { return nil }
    return stem + (isAfterVowel || before == "й" || before == "’" ? "є" : "е")
  }

  private static func masculine(_ word: String) -> String? {
    guard let last = word.last else { return nil }
    if let form = UkrainianNameLists.irregularFamilies[word] { return form }
    let stem = word.dropLast()
    switch last {
    case "а", "я": return noun(word)
    case "о":
      if word.hasSuffix("ко") { return stem + "у" }
      return word.hasSuffix("йло") || word.hasSuffix("ило") ? stem + "е" : nil
    case "й": return ["ий", "ній", "ой"].contains(where: word.hasSuffix) ? word : stem + "ю"
    case "ь": return masculineInSoftSign(word)
    case "к":
      // Бичок loses its vowel, Брок does not.
      if word.hasSuffix("ок"), word.dropLast(2).contains(where: UkrainianGivenVocative.vowels.contains) {
        return word.dropLast(2) + "ку"
      }
      return word + "у"
    case "г", "ґ", "х": return word + "у"
    case "ж", "ш", "щ": return word + "е"
    case "ч": return word + "у"
    case "р":
      if word.hasSuffix("яр") { return word + "е" }
      if word.hasSuffix("ар") { return UkrainianNameLists.softInAr.contains(word) ? word + "ю" : nil }
      return word.hasSuffix("ір") ? nil : word + "е"
    // Ковалів may stay.
    case "в" where word.hasSuffix("ів") || word.hasSuffix("їв"): return word
    // Орел and Чорновіл are in the list; another one may or may not keep its vowel.
    case "л" where word.hasSuffix("ел") || word.hasSuffix("іл"): return nil
    case _ where UkrainianGivenVocative.vowels.contains(last): return word
    default: return word + "е"
    }
  }

  private static func masculineInSoftSign(_ word: String) -> String? {
    if word.hasSuffix("ець") || word.hasSuffix("єць") { return withoutFleetingVowel(word) }
    if word.hasSuffix("інь") { return word.dropLast(3) + "еню" }
    if ["ень", "іль", "рь"].contains(where: word.hasSuffix) { return nil }
    return word.dropLast() + "ю"
  }
}
