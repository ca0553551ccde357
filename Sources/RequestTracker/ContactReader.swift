import AdapterProtocol
import DeskModel
import JSONText

/// Reads customers and their tickets.
struct ContactReader: Sendable {
  let client: RTClient
  let people: PeopleDirectory
  let lists: TicketLists

  /// A contact with a page of the tickets that they have opened or that were opened for them, latest first.
  func page(_ params: ContactParams) throws(AdapterFault) -> ContactPage {
    let id = params.contact.rawValue
    guard !id.isEmpty, try client.readIfThere(RTTarget.of(["user", id])) != nil else {
      throw .notFound(.contact, id: id)
    }
    let person = try people.person(id, client: client)
    let rows = try lists.page(
      TicketSQL.equals("Requestor.Name", person.id), order: .newest, cursor: params.cursor,
      limit: params.limit)
    return ContactPage(contact: Self.contact(person), conversations: rows.rows, next: rows.next)
  }

  /// Somebody as a contact.
  static func contact(_ person: Person) -> ContactRecord {
    let address = person.address ?? (person.id.contains("@") ? person.id : nil)
    return ContactRecord(
      Contact(id: ContactID(person.id), full: person.name), handles: address.map { ["mail:\($0)"] } ?? [])
  }
}
