import DeskModel

/// Whom a template belongs to.
package enum TemplateScope: String, Sendable, Hashable, CaseIterable {
  case personal, team, everybody
}

/// What the placeholders of a template look like.
package enum PlaceholderDialect: String, Sendable, Hashable, CaseIterable {
  /// There are none.
  case none
  /// `{{contact.name | default: "there"}}`.
  case liquid
  /// `{{contact.name}}`.
  case mustache
  /// `#{ticket.customer.firstname}`.
  case hash
  /// `<attribute key="name" default="there"/>`.
  case element
}

/// Who puts values into placeholders.
package enum PlaceholderExpansion: String, Sendable, Hashable, CaseIterable {
  /// The text comes with values already, or has no placeholders.
  case done
  /// The console, before the text is sent.
  case console
  /// The backend, after the text was sent: the agent never sees the result before the customer does.
  case backend
}

/// What happens when a template is used.
package enum TemplateExecution: String, Sendable, Hashable, CaseIterable {
  /// It is text alone: the console puts it into the composer.
  case text
  /// The backend runs it; `preview` tells what it would do.
  case previewed
  /// The backend runs it, and nobody knows before what it does.
  case blind
  /// Only an administrator may run it.
  case forbidden
}

/// A template's text in one language for one channel.
package struct TemplateBody: Sendable, Hashable {
  /// The text.
  package var text: MarkedText
  /// A BCP 47 tag; nil for any language.
  package var locale: String?
  /// The channel; nil for any.
  package var channel: String?

  /// Makes a body.
  package init(_ text: MarkedText, locale: String? = nil, channel: String? = nil) {
    self.text = text
    self.locale = locale
    self.channel = channel
  }
}

/// A canned reply, an article or a macro of the backend.
package struct TemplateRecord: Sendable, Hashable {
  /// The backend's id.
  package var id: TemplateID
  /// The name to show, from outside.
  package var name: String
  /// Its folder, outermost first; from outside.
  package var folder: [String]
  /// Whom it belongs to.
  package var scope: TemplateScope
  /// What happens when it is used.
  package var execution: TemplateExecution
  /// What its placeholders look like.
  package var dialect: PlaceholderDialect
  /// Who fills them.
  package var expansion: PlaceholderExpansion
  /// Its texts; none where a macro only acts.
  package var bodies: [TemplateBody]

  /// Makes a template.
  package init(
    id: TemplateID, name: String, folder: [String] = [], scope: TemplateScope = .everybody,
    execution: TemplateExecution = .text, dialect: PlaceholderDialect = .none,
    expansion: PlaceholderExpansion = .done, bodies: [TemplateBody] = []
  ) {
    self.id = id
    self.name = name
    self.folder = folder
    self.scope = scope
    self.execution = execution
    self.dialect = dialect
    self.expansion = expansion
    self.bodies = bodies
  }
}

extension TemplateScope: WireWord {}
extension PlaceholderDialect: WireWord {}
extension PlaceholderExpansion: WireWord {}
extension TemplateExecution: WireWord {}

extension TemplateBody: WireRecord {
  static var blank: TemplateBody { TemplateBody(.blank) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("format", &text.format)
    try coder.required("text", &text.text)
    try coder.optional("locale", &locale)
    try coder.optional("channel", &channel)
  }
}

extension TemplateRecord: WireRecord {
  static var blank: TemplateRecord { TemplateRecord(id: "", name: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("id", &id)
    try coder.required("name", &name)
    try coder.usual("folder", &folder, [])
    try coder.usual("scope", &scope, .everybody)
    try coder.required("execution", &execution)
    try coder.usual("dialect", &dialect, .none)
    try coder.usual("expansion", &expansion, .done)
    try coder.usual("bodies", &bodies, [])
  }
}
