import AdapterProtocol
import DeskModel
import JSONText

/// Reads tickets as conversations and as rows.
struct TicketReader: Sendable {
  let client: RTClient
  let people: PeopleDirectory
  let statuses: StatusCatalogue
  /// The address of RT's start page.
  let address: String

  /// The channel of all tickets: what is said goes out as mail, whatever it came by.
  static let channel = "mail"
  /// What a row needs, and who is meant.
  static let rowFields: KeyValuePairs<String, String> = [
    "fields": "Subject,Status,Owner,Requestor,Creator,LastUpdated,Due",
    "fields[Owner]": "Name,RealName", "fields[Requestor]": "Name,RealName,EmailAddress",
    "fields[Creator]": "Name,RealName",
  ]

  /// A ticket by its number, or by that of one that was merged into it.
  func ticket(_ id: ConversationID) throws(AdapterFault) -> TicketRecord {
    let missing = AdapterFault.notFound(.conversation, id: id.rawValue)
    guard RTTarget.isNumber(id.rawValue) else { throw missing }
    let target = RTTarget.of(
      ["ticket", id.rawValue], ["fields[Owner]": "Name,RealName", "fields[Queue]": "Name"])
    guard let answer = try client.readIfThere(target) else { throw missing }
    let ticket = TicketRecord(answer)
    guard RTTarget.isNumber(ticket.id) else { throw missing }
    return ticket
  }

  /// A ticket as a conversation.
  func conversation(_ id: ConversationID) throws(AdapterFault) -> ConversationRecord {
    let ticket = try ticket(id)
    let json = ticket.json
    let contact = try contact(of: json)
    var fields = ticket.fields.filter { !$0.values.isEmpty }
    fields.insert(contentsOf: try ownFields(json), at: 0)
    let owner = try owner(json)
    let conversation = Conversation(
      id: ConversationID(ticket.id), shape: .ticket, channel: Self.channel, subject: json.text("Subject"),
      status: ticket.status, assignee: owner.map { Agent(id: AgentID($0.id), name: $0.name ?? $0.id) },
      contact: contact, deadlines: Deadlines(resolution: RTDate.timestamp(json.text("Due"))),
      links: ticket.links, fields: fields)
    return ConversationRecord(
      conversation, version: ticket.version, number: "#\(ticket.id)",
      aliases: ticket.id == id.rawValue ? [] : [id],
      url: "\(address)/Ticket/Display.html?id=\(ticket.id)",
      category: statuses.category(ticket.status, queue: ticket.queue),
      assignees: owner.map { [Assignee(.agent, id: AssigneeID($0.id), name: $0.name ?? $0.id)] } ?? [],
      allowed: RightsReader.allowed(json), raw: try? RawJSON(json.bytes))
  }

  /// A row of a list; nil when it has no number.
  func row(_ json: JSONValue) -> ConversationRow? {
    let id = json.text("id")
    guard RTTarget.isNumber(id) else { return nil }
    let requestor = json.list("Requestor").first ?? json["Creator"]
    let contact = Self.shown(requestor)
    let owner = json["Owner"].map { Self.shown($0) }
    let due = RTDate.timestamp(json.text("Due"))
    return ConversationRow(
      ConversationSummary(
        id: ConversationID(id), shape: .ticket, channel: Self.channel, subject: json.text("Subject"),
        contactName: contact.name, contactID: ContactID(contact.id), status: json.text("Status"),
        assignee: owner.flatMap { owner in
          owner.id == PeopleDirectory.nobody ? nil : Agent(id: AgentID(owner.id), name: owner.name)
        },
        locale: nil, tags: [], isVIP: false, unreadCount: 0,
        lastActivity: RTDate.timestamp(json.text("LastUpdated")) ?? Timestamp(milliseconds: 0),
        waitingSince: nil, due: due, dueKind: due == nil ? nil : .resolution, snoozedUntil: nil, preview: ""))
  }

  // MARK: - Parts

  private func owner(_ json: JSONValue) throws(AdapterFault) -> Person? {
    let id = json.reference("Owner")
    guard !id.isEmpty, id != PeopleDirectory.nobody else { return nil }
    return try people.person(id, client: client)
  }

  /// The first requestor, or who made the ticket where there is none.
  private func contact(of json: JSONValue) throws(AdapterFault) -> Contact {
    let ids = json.list("Requestor").map { $0.text("id") } + [json.reference("Creator")]
    guard let id = ids.first(where: { !$0.isEmpty }) else { return Contact(id: "unknown") }
    return ContactReader.contact(try people.person(id, client: client)).contact
  }

  /// What RT itself has beside its custom fields, as far as somebody has set it.
  private func ownFields(_ json: JSONValue) throws(AdapterFault) -> [Field] {
    var fields: [Field] = []
    let queue = json["Queue"]?.text("Name") ?? ""
    if !queue.isEmpty { fields.append(Field(name: "Queue", values: [queue])) }
    for (name, isUnset) in [("Priority", "0"), ("TimeWorked", "0")] {
      let value = json.text(name)
      if !value.isEmpty, value != isUnset { fields.append(Field(name: name, values: [value])) }
    }
    for name in ["Starts", "Started", "Told", "Resolved"] {
      if let time = RTDate.timestamp(json.text(name)) {
        fields.append(Field(name: name, values: [time.rfc3339]))
      }
    }
    // The first requestor is the contact; a ticket may have several, and other watchers.
    for (role, members) in [
      ("Requestor", Array(json.list("Requestor").dropFirst())), ("Cc", json.list("Cc")),
      ("AdminCc", json.list("AdminCc")),
    ] where !members.isEmpty {
      var names: [String] = []
      for member in members {
        let person = try people.person(member.text("id"), client: client)
        let mail = person.address ?? person.id
        names.append(person.name.map { "\($0) <\(mail)>" } ?? mail)
      }
      fields.append(Field(name: role, values: names))
    }
    return fields
  }

  /// Id and name of an expanded user.
  private static func shown(_ user: JSONValue?) -> (id: String, name: String) {
    let id = user?.text("id") ?? ""
    let name = user?.text("RealName") ?? ""
    return (id.isEmpty ? "unknown" : id, name.isEmpty ? (id.isEmpty ? "unknown" : id) : name)
  }
}
