package import DeskModel

/// What is known of a person whom somebody wants to address; all text is from outside.
package struct Person: Sendable, Hashable {
  /// The whole name.
  package var full: String?
  /// The given name.
  package var given: String?
  /// The family name.
  package var family: String?
  /// The patronymic.
  package var patronymic: String?
  /// A title that the person uses, such as `Dr.`, if known.
  package var title: String?
  /// The gender, if stated.
  package var gender: Gender?
  /// The age, if known.
  package var age: AgeBand?
  /// What the person is to us: `doctor`, `partner`; the pack says which count.
  package var role: String?
  /// The business of the team: `retail`, `bank`, `government`.
  package var sector: String?

  /// Makes a person.
  package init(
    full: String? = nil, given: String? = nil, family: String? = nil, patronymic: String? = nil,
    title: String? = nil, gender: Gender? = nil, age: AgeBand? = nil, role: String? = nil,
    sector: String? = nil
  ) {
    self.full = full
    self.given = given
    self.family = family
    self.patronymic = patronymic
    self.title = title
    self.gender = gender
    self.age = age
    self.role = role
    self.sector = sector
  }
}
