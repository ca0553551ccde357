package import DeskModel
package import LocalePacks

/// What is known before anybody is asked: of the customer, the agent, the conversation and the hour.
package struct KnownFacts: Sendable, Hashable {
  /// The facts that are known by themselves, with what they are, for lists and for lint.
  package static let builtIn: [String: FactType] = [
    "customer.address": .text, "customer.name": .text, "customer.given": .text, "customer.family": .text,
    "customer.company": .text, "me.name": .text, "me.given": .text, "day.greeting": .text, "today": .date,
    "conversation.subject": .text, "conversation.number": .text, "conversation.channel": .text,
  ]
  /// The facts that only conditions ask for.
  package static let conditions: Set<String> = [
    "thread.first", "thread.public", "customer.known", "customer.vip", "customer.gender", "me.gender",
  ]

  /// The values by the facts' names.
  package var values: [String: FactValue] = [:]

  /// No facts.
  package init() {}

  /// Facts from a table, in tests and from the command line.
  package init(_ values: [String: FactValue]) { self.values = values }

  /// A value; nil when it is not known.
  package subscript(name: String) -> FactValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// What is to be known of a conversation besides the conversation itself.
  package struct Setting: Sendable, Hashable {
    /// Who writes.
    package var me: Agent
    /// The agent's gender, if they have set it.
    package var agentGender: Gender?
    /// The business of the team.
    package var sector: String?
    /// The day where the customer is, in days since 1970-01-01.
    package var today: Int
    /// The minute of the day where the customer is, 0 to 1439; nil when it is not known.
    package var minute: Int?
    /// Who will read it.
    package var audience: Audience
    /// Whether they have been with us before; nil when it is not known.
    package var isKnownCustomer: Bool?

    /// Makes a setting.
    package init(
      me: Agent, agentGender: Gender? = nil, sector: String? = nil, today: Int, minute: Int? = nil,
      audience: Audience = .customer, isKnownCustomer: Bool? = nil
    ) {
      self.me = me
      self.agentGender = agentGender
      self.sector = sector
      self.today = today
      self.minute = minute
      self.audience = audience
      self.isKnownCustomer = isKnownCustomer
    }
  }

  /// The facts of a conversation, for a reply to `person`: its contact, or whoever is answered in a public thread.
  ///
  /// Fields of the contact and the conversation are taken under their names in small letters, with hyphens for blanks.
  /// - Complexity: O(fields + entries).
  package init(_ conversation: Conversation, person: Contact, pack: LocalePack, _ setting: Setting) {
    func put(_ name: String, _ value: String?) {
      guard let value, let known = FactValue(value, as: .text) else { return }
      values[name] = known
    }
    for field in conversation.fields { put(Self.name(field.name), field.values.first) }
    for field in person.fields { put("customer." + Self.name(field.name), field.values.first) }
    let parts = [person.given, person.family].compactMap { $0 }.filter { !$0.isEmpty }
    put("customer.name", person.full?.isEmpty == false ? person.full : parts.joined(separator: " "))
    put("customer.given", person.given)
    put("customer.family", person.family)
    put("customer.company", person.company)
    put("customer.gender", person.gender?.rawValue)
    put("me.name", setting.me.name)
    put("me.given", setting.me.name.split(separator: " ").first.map(String.init))
    put("me.gender", setting.agentGender?.rawValue)
    put("conversation.subject", conversation.subject)
    put("conversation.number", conversation.id.rawValue)
    put("conversation.channel", conversation.channel)
    let address = pack.address(
      Person(given: person, sector: setting.sector),
      AddressSetting(channel: conversation.channel, agentGender: setting.agentGender))
    if address.kind == .term { put("customer.address", address.text) }
    if let minute = setting.minute { put("day.greeting", pack.greeting(atMinute: minute)?.text) }
    values["today"] = .date(setting.today)
    values["thread.public"] = .flag(setting.audience == .world)
    values["thread.first"] = .flag(!conversation.hasOurAnswer)
    values["customer.vip"] = .flag(person.isVIP)
    if let known = setting.isKnownCustomer { values["customer.known"] = .flag(known) }
  }

  /// The name under which a field of a desk is known: `Order number` is `order-number`.
  package static func name(_ field: String) -> String {
    String(field.trimmed.lowercased().map { $0.isWhitespace || $0 == "/" ? "-" : $0 })
  }

  /// The facts with the types that an answer lists, and with what was filled in by hand.
  package func typed(for answer: Answer, filled: [String: String] = [:]) -> KnownFacts {
    var result = self
    for fact in answer.about?.facts ?? [] {
      if let written = filled[fact.name] {
        result[fact.name] = FactValue(written, as: fact.type)
      } else if case .text(let text)? = self[fact.name] {
        result[fact.name] = FactValue(text, as: fact.type)
      }
    }
    return result
  }
}

extension Person {
  /// What a desk knows of a contact.
  fileprivate init(given contact: Contact, sector: String?) {
    self.init(
      full: contact.full, given: contact.given, family: contact.family, patronymic: contact.patronymic,
      title: contact.title, gender: contact.gender, age: contact.age, role: contact.role, sector: sector)
  }
}
