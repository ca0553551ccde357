/// Grammatical gender as far as a backend states it; never guessed from a name here.
package enum Gender: String, Sendable, Hashable, CaseIterable {
  case female = "f"
  case male = "m"
}

/// One line of a contact's or conversation's custom fields, in the backend's order.
package struct Field: Sendable, Hashable {
  /// The field's name, from outside.
  package var name: String
  /// One value, or several lines (orders, devices); from outside.
  package var values: [String]

  /// Makes a field.
  package init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}

/// A customer, as far as the backend knows them.
///
/// All text is from outside.
package struct Contact: Sendable, Hashable {
  /// The backend's id.
  package var id: ContactID
  /// The whole name as it is to be shown.
  package var full: String?
  /// The given name.
  package var given: String?
  /// The family name.
  package var family: String?
  /// The patronymic, where the language has one.
  package var patronymic: String?
  /// A title that the person bears, such as `Dr.` or `Datuk`, if stated.
  package var title: String?
  /// The gender, if stated.
  package var gender: Gender?
  /// About how old the person is, if stated.
  package var age: AgeBand?
  /// What the person is to us, such as `doctor`; the locale packs say which roles count.
  package var role: String?
  /// A BCP 47 language tag.
  package var locale: String?
  /// An IANA time zone such as `Asia/Jakarta`.
  package var timeZone: String?
  /// The organisation.
  package var company: String?
  /// Whether we treat this customer with priority.
  package var isVIP: Bool
  /// Remarks of ours.
  package var notes: [String]
  /// Everything else: plan, city, orders.
  package var fields: [Field]

  /// Makes a contact.
  package init(
    id: ContactID, full: String? = nil, given: String? = nil, family: String? = nil,
    patronymic: String? = nil, title: String? = nil, gender: Gender? = nil, age: AgeBand? = nil,
    role: String? = nil, locale: String? = nil, timeZone: String? = nil,
    company: String? = nil, isVIP: Bool = false, notes: [String] = [], fields: [Field] = []
  ) {
    self.id = id
    self.full = full
    self.given = given
    self.family = family
    self.patronymic = patronymic
    self.title = title
    self.gender = gender
    self.age = age
    self.role = role
    self.locale = locale
    self.timeZone = timeZone
    self.company = company
    self.isVIP = isVIP
    self.notes = notes
    self.fields = fields
  }

  /// The best name that we have, the id in the last resort.
  package var displayName: String {
    if let full, !full.isEmpty { return full }
    let parts = [given, family].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? id.rawValue : parts.joined(separator: " ")
  }

  /// A short name for a narrow row: the given name, else `displayName`.
  package var shortName: String {
    if let given, !given.isEmpty { return given }
    return displayName
  }
}
