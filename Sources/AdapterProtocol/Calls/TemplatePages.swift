package import DeskModel

/// A page of templates.
package struct TemplatesPage: Sendable, Hashable {
  /// The templates.
  package var templates: [TemplateRecord]
  /// Where to go on; nil when this was the last page.
  package var next: PageCursor?

  /// Makes a page.
  package init(templates: [TemplateRecord], next: PageCursor? = nil) {
    self.templates = templates
    self.next = next
  }
}

/// Asks what a template would do, without doing it.
package struct PreviewParams: Sendable, Hashable {
  /// The template.
  package var template: TemplateID
  /// The conversation on which it would be run.
  package var conversation: ConversationID

  /// Makes the parameters.
  package init(template: TemplateID, conversation: ConversationID) {
    self.template = template
    self.conversation = conversation
  }
}

/// What a template would do.
package struct TemplatePreview: Sendable, Hashable {
  /// The steps, placeholders filled.
  package var steps: [IntentStep]

  /// Makes a preview.
  package init(_ steps: [IntentStep]) { self.steps = steps }
}

extension TemplatesPage: WireRecord {
  static var blank: TemplatesPage { TemplatesPage(templates: []) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("templates", &templates)
    try coder.optional("next", &next)
  }
}

extension PreviewParams: WireRecord {
  static var blank: PreviewParams { PreviewParams(template: "", conversation: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("template", &template)
    try coder.required("conversation", &conversation)
  }
}

extension TemplatePreview: WireRecord {
  static var blank: TemplatePreview { TemplatePreview([]) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("steps", &steps)
  }
}
