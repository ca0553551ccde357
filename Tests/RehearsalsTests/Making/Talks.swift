import DeskModel

/// Conversations for the tests of scenarios that are made from them.
enum Talks {
  /// A conversation of lines that begin with `c` (the customer), `a` (an agent), `n` (a note), `s` (a look-
  /// up) or `o` (a stranger), a minute apart.
  static func talk(
    _ lines: [(who: Character, text: String)], contact: Contact = Contact(id: "u-1"),
    locale: String = "en-GB",
    shape: ConversationShape = .dialog, subject: String = "", agent: String? = "Nastya",
    contactFields: [Field] = []
  ) -> Conversation {
    var contact = contact
    contact.fields += contactFields
    let isPublic = shape == .publicThread
    let entries = lines.enumerated().map { place, line in
      let author: Author
      var kind = isPublic ? EntryKind.comment : .message
      var audience = isPublic ? Audience.world : .customer
      switch line.who {
      case "a": author = Author(kind: .agent, id: "a-1", name: agent)
      case "n":
        author = Author(kind: .agent, id: "a-2", name: "Halyna Bilyk")
        (kind, audience) = (.note, .internal)
      case "s":
        author = Author(kind: .system, id: "kb")
        (kind, audience) = (.event, .internal)
      case "o": author = Author(kind: .stranger, id: "o-1", name: "Mykola Horbal")
      default: author = Author(kind: .customer, id: "u-1")
      }
      return Entry(
        id: EntryID("e-\(place)"), at: Timestamp(milliseconds: 1_767_225_600_000 + Int64(place) * 60_000),
        author: author, audience: audience, kind: kind, text: line.text)
    }
    return Conversation(
      id: "c-1", shape: shape, subject: subject, locale: locale, contact: contact, entries: entries)
  }

  static let dewi = Contact(
    id: "u-1", full: "Dewi Lestari", given: "Dewi", family: "Lestari", gender: .female, locale: "id-ID")
  static let olena = Contact(
    id: "u-1", full: "Шевченко Олена Іванівна", given: "Олена", family: "Шевченко", patronymic: "Іванівна",
    gender: .female, locale: "uk-UA", company: "ТОВ «Каштан Плюс»")
  static let pavel = Contact(
    id: "u-1", full: "Павел Кузнецов", given: "Павел", family: "Кузнецов", gender: .male, locale: "ru-RU")
  static let anna = Contact(
    id: "u-1", full: "Anna Kowalska", given: "Anna", family: "Kowalska", gender: .female, locale: "pl-PL")
}
