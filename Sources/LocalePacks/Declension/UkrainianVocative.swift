package import DeskModel

/// The vocative of Ukrainian names (`Олено`, `Андрію Петровичу`), by the orthography of 2019.
///
/// Given names follow the rules of the declensions (Український правопис 2019, §§ 83–97); lists hold only what the
/// ending of a name does not tell. Where two forms are right, it is the one that dictionaries give first.
package enum UkrainianVocative {
  /// The form by which a person is addressed.
  ///
  /// A name that does not decline (`Кармен`, `Рене`) is its own vocative.
  ///
  /// - Parameters:
  ///   - name: one name, or several with spaces or hyphens between them; from outside, in any case.
  ///   - part: what the name is.
  ///   - gender: the person's gender; nil when it is not known.
  /// - Returns: the form in the case of letters of `name`; nil when it is not certain: a name with other than Ukrainian
  ///   letters, an initial, a gender that is not known and would change the form, a class with no settled form.
  package static func form(of name: String, as part: NamePart, gender: Gender?) -> String? {
    NameText.declined(name, letters: letters) { word in
      guard word.text.first != "ь" else { return nil }
      return switch part {
      case .given:
        word.isBeforeHyphen && UkrainianNameLists.heldBeforeHyphen.contains(word.text)
          ? word.text : UkrainianGivenVocative.form(of: word.text, gender: gender)
      case .family: UkrainianFamilyVocative.form(of: word.text, gender: gender)
      case .patronymic: patronymic(word.text, gender: gender)
      }
    }
  }

  private static let letters = NameText.Letters("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")

  private static func patronymic(_ word: String, gender: Gender?) -> String? {
    if ["огли", "оглі", "оглу", "кизи", "кизі"].contains(where: word.hasSuffix) { return word }
    if word.hasSuffix("ич") || word.hasSuffix("іч") || word.hasSuffix("їч") {
      return gender == .female ? nil : word + "у"
    }
    if ["івна", "ївна", "ична", "ічна", "ишна", "інна"].contains(where: word.hasSuffix) {
      return gender == .male ? nil : word.dropLast() + "о"
    }
    return nil
  }
}
