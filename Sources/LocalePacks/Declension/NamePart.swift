/// What a name is in the whole name of a person; the rules of its forms depend on it.
package enum NamePart: Sendable, Hashable, CaseIterable {
  /// The name that the parents chose, official (`Катерина`) or short (`Катя`).
  case given
  /// The name of the family.
  case family
  /// The name after the father (`Петрівна`).
  case patronymic
}
