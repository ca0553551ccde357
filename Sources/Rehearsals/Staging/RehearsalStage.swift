package import DeskModel

/// The conversations that a rehearsal is played in, as a desk takes them.
///
/// They are plain conversations: templates, packs, the guard and the last look work on them as in earnest.
package struct RehearsalStage: Sendable, Hashable {
  /// The conversation with the customer.
  package let conversation: Conversation
  /// Those of others who write about the same.
  package let others: [Conversation]

  /// Whose console it is from which a colleague plays the customer.
  package static let customerAgent = AgentID("customer")
  /// The id of the customer's conversation.
  package static let id = ConversationID("rehearsal")

  /// Names that no scenario gives.
  package struct Names: Sendable, Hashable {
    /// Whose note says what the agent knows.
    package var trainer: String
    /// Who has written the post under which comments stand.
    package var page: String

    /// Makes a set of names.
    package init(trainer: String, page: String) {
      self.trainer = trainer
      self.page = page
    }
  }

  /// Sets the stage.
  ///
  /// - Parameters:
  ///   - rehearsal: one that has not begun.
  ///   - now: when it begins.
  ///   - trainee: whose the conversation is.
  ///   - names: names in the language of the console.
  package init(_ rehearsal: Rehearsal, now: Timestamp, trainee: Agent, names: Names) {
    let scenario = rehearsal.scenario
    let customer = Self.contact(rehearsal)
    let (kind, audience) = Self.voice(scenario.channel)
    var entries: [Entry] = []
    for (place, past) in scenario.before.enumerated() {
      let author = Self.author(past.voice, customer, page: names.page)
      let isNote = if case .note = past.voice { true } else { false }
      entries.append(
        Entry(
          id: EntryID("before-\(place)"), at: now.adding(seconds: -past.age), author: author,
          audience: isNote ? .internal : audience, kind: isNote ? .note : kind,
          text: rehearsal.filled(past.text), parent: past.parent.map { EntryID("before-\($0)") }))
    }
    if !scenario.known.isEmpty {
      entries.append(
        Entry(
          id: EntryID("known"), at: now.adding(seconds: -1),
          author: Author(kind: .agent, id: "trainer", name: names.trainer),
          audience: .internal, kind: .note, text: rehearsal.filled(scenario.known)))
    }
    let main = Conversation(
      id: Self.id, shape: Self.shape(scenario.channel),
      channel: scenario.channel == .comment ? "facebook" : scenario.channel.rawValue,
      subject: rehearsal.filled(scenario.subject), locale: scenario.locale, tags: scenario.tags,
      assignee: trainee,
      contact: customer, entries: entries)
    conversation = main
    others = scenario.others.enumerated().map { place, other in
      let id = ContactID("other-\(place)")
      let contact = Contact(
        id: id, full: other.name, given: other.name.split(separator: " ").first.map(String.init),
        locale: customer.locale)
      return Conversation(
        id: Self.other(place), shape: Self.shape(scenario.channel), channel: main.channel,
        subject: main.subject, locale: scenario.locale, tags: scenario.tags, contact: contact,
        entries: [
          Entry(
            id: EntryID("other-\(place)"), at: now.adding(seconds: -60 * Int64(place + 1)),
            author: Author(kind: .customer, id: id.rawValue, name: other.name), audience: audience,
            kind: kind,
            text: rehearsal.filled(other.text))
        ])
    }
  }

  /// The id of the conversation of one of the others, from 0.
  package static func other(_ place: Int) -> ConversationID { ConversationID("other-\(place)") }

  /// What the ids of the customer's lines begin with; their number follows, from 0.
  package static let saidPrefix = "said-"
  /// What the id of the entry that says how it ended begins with; the ending's place follows, from 0.
  package static let endingPrefix = "ending-"

  /// The conversation with what the customer has said since, for the desk to take in; `lines` all of them, oldest first.
  package func conversation(with lines: [(at: Timestamp, text: String)]) -> Conversation {
    var conversation = conversation
    conversation.entries += lines.enumerated().map { said($1.text, number: $0, at: $1.at) }
    return conversation
  }

  /// A line of the customer's.
  ///
  /// In public the first one stands under the post, or under the customer's earlier comment; the others answer it.
  package func said(_ text: String, number: Int, at now: Timestamp) -> Entry {
    let (kind, audience) = Self.voice(of: conversation.shape)
    var parent: EntryID?
    if conversation.shape == .publicThread {
      let own = conversation.entries.first { $0.author.kind == .customer && $0.kind == .comment }
      let post = conversation.entries.first { $0.parent == nil && $0.kind == .comment }
      parent = (own ?? post)?.id
      if own == nil, number > 0 { parent = EntryID(Self.saidPrefix + "0") }
    }
    return Entry(
      id: EntryID(Self.saidPrefix + String(number)), at: now,
      author: Author(
        kind: .customer, id: conversation.contact.id.rawValue, name: conversation.contact.full),
      audience: audience, kind: kind, text: text, parent: parent)
  }

  /// The entry that says how a rehearsal with a colleague has ended.
  package func ended(_ ending: Int, text: String, at now: Timestamp) -> Entry {
    Entry(
      id: EntryID(Self.endingPrefix + String(ending)), at: now,
      author: Author(kind: .system, id: "rehearsal", name: nil), audience: .internal, kind: .event, text: text
    )
  }

  private static func shape(_ channel: Scenario.Channel) -> ConversationShape {
    switch channel {
    case .chat: .dialog
    case .email: .ticket
    case .comment: .publicThread
    }
  }

  private static func voice(_ channel: Scenario.Channel) -> (EntryKind, Audience) {
    voice(of: shape(channel))
  }

  private static func voice(of shape: ConversationShape) -> (EntryKind, Audience) {
    shape == .publicThread ? (.comment, .world) : (.message, .customer)
  }

  private static func contact(_ rehearsal: Rehearsal) -> Contact {
    let customer = rehearsal.scenario.customer
    var contact = Contact(
      id: "customer", full: customer.known["name"], given: customer.known["given"],
      family: customer.known["family"],
      patronymic: customer.known["patronymic"],
      gender: customer.known["gender"].flatMap(Gender.init(rawValue:)),
      locale: customer.known["locale"] ?? rehearsal.scenario.locale, timeZone: customer.known["zone"],
      company: customer.known["company"], isVIP: customer.known["vip"] == "yes")
    var fields = customer.fields
    if let plan = customer.known["plan"] {
      fields.insert(ScenarioCustomer.Line(key: "plan", text: plan), at: 0)
    }
    contact.fields = fields.map { Field(name: $0.key, values: [rehearsal.filled($0.text)]) }
    return contact
  }

  private static func author(_ voice: PastEntry.Voice, _ contact: Contact, page: String) -> Author {
    switch voice {
    case .customer: Author(kind: .customer, id: contact.id.rawValue, name: contact.full)
    case .agent(let name), .note(let name): Author(kind: .agent, id: "a-" + name.lowercased(), name: name)
    case .stranger(let name): Author(kind: .stranger, id: "s-" + name.lowercased(), name: name)
    case .post: Author(kind: .agent, id: "page", name: page)
    }
  }
}
