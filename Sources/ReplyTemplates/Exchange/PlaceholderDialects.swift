extension PlaceholderDialect {
  /// Chatwoot: `{{contact.first_name}}`.
  static let chatwoot = PlaceholderDialect(
    program: "Chatwoot", open: "{{", close: "}}",
    names: [
      ("contact.first_name", "customer.given"), ("contact.last_name", "customer.family"),
      ("contact.name", "customer.name"), ("agent.first_name", "me.given"), ("agent.name", "me.name"),
      ("conversation.id", "conversation.number"), ("conversation.display_id", "conversation.number"),
      ("inbox.name", "conversation.channel"),
    ])

  /// Zammad: `#{ticket.customer.firstname}`.
  static let zammad = PlaceholderDialect(
    program: "Zammad", open: "#{", close: "}",
    names: [
      ("ticket.customer.firstname", "customer.given"), ("ticket.customer.lastname", "customer.family"),
      ("ticket.customer.fullname", "customer.name"),
      ("ticket.customer.organization.name", "customer.company"),
      ("ticket.organization.name", "customer.company"), ("user.firstname", "me.given"),
      ("user.fullname", "me.name"), ("ticket.number", "conversation.number"),
      ("ticket.title", "conversation.subject"),
    ])

  /// Help Scout and FreeScout: `{%customer.firstName,fallback=there%}`.
  static let helpScout = PlaceholderDialect(
    program: "Help Scout", open: "{%", close: "%}",
    names: [
      ("customer.firstName", "customer.given"), ("customer.lastName", "customer.family"),
      ("customer.fullName", "customer.name"), ("customer.company", "customer.company"),
      ("user.firstName", "me.given"), ("user.fullName", "me.name"),
      ("conversation.number", "conversation.number"), ("conversation.subject", "conversation.subject"),
    ], fallback: .comma)

  /// Intercom: `{{user.name|fallback:"there"}}`.
  static let intercom = PlaceholderDialect(
    program: "Intercom", open: "{{", close: "}}",
    names: [
      ("user.first_name", "customer.given"), ("first_name", "customer.given"),
      ("user.last_name", "customer.family"), ("user.name", "customer.name"), ("name", "customer.name"),
      ("company.name", "customer.company"), ("teammate.first_name", "me.given"),
      ("author.first_name", "me.given"), ("teammate.name", "me.name"), ("author.name", "me.name"),
      ("conversation.id", "conversation.number"),
    ], fallback: .pipe)

  /// espanso's forms: `[[customer__given]]`, for which it asks.
  static let espansoForm = PlaceholderDialect(
    program: "espanso", open: "[[", close: "]]", names: [], asks: true)

  /// Tables of unknown origin: double braces with the names that many programs have.
  static let common = PlaceholderDialect(
    program: "this format", open: "{{", close: "}}",
    names: OwnNames.known.sorted().map { ($0, $0) } + [
      ("customer.first_name", "customer.given"),
      ("customer.firstname", "customer.given"), ("contact.first_name", "customer.given"),
      ("ticket.customer.firstname", "customer.given"), ("ticket.requester.first_name", "customer.given"),
      ("user.first_name", "customer.given"), ("first_name", "customer.given"),
      ("customer.last_name", "customer.family"), ("customer.lastname", "customer.family"),
      ("ticket.customer.lastname", "customer.family"), ("contact.name", "customer.name"),
      ("ticket.customer.name", "customer.name"), ("ticket.requester.name", "customer.name"),
      ("user.name", "customer.name"), ("agent.name", "me.name"), ("current_user.name", "me.name"),
      ("agent.first_name", "me.given"), ("current_user.firstname", "me.given"),
      ("current_user.first_name", "me.given"), ("ticket.id", "conversation.number"),
      ("conversation.id", "conversation.number"), ("ticket.subject", "conversation.subject"),
      ("ticket.title", "conversation.subject"), ("company.name", "customer.company"),
    ], fallback: .pipe)
}
