package import DeskModel
import JSONText

/// The name of a step.
package enum StepName: String, Sendable, Hashable, CaseIterable {
  case say, edit, delete, redact, hide, unhide, status, assign, tag, field, snooze, followUp, access, markRead
  case merge, link, runTemplate
}

/// Something to say.
package struct Saying: Sendable, Hashable {
  /// The text, plain; the adapter turns it into what the backend wants.
  package var text: String
  /// What it is.
  package var kind: EntryKind
  /// Who shall read it: never guessed, never by default.
  package var audience: Audience
  /// What it answers in a thread.
  package var parent: EntryID?
  /// Files that were sent up before by `upload`.
  package var uploads: [UploadID]

  /// Makes something to say.
  package init(
    _ text: String, kind: EntryKind = .message, audience: Audience, parent: EntryID? = nil,
    uploads: [UploadID] = []
  ) {
    self.text = text
    self.kind = kind
    self.audience = audience
    self.parent = parent
    self.uploads = uploads
  }
}

/// When a snoozed conversation wakes.
package enum SnoozeEnd: Sendable, Hashable {
  /// At a moment.
  case until(Timestamp)
  /// When the customer writes.
  case reply
  /// Now.
  case now

  fileprivate enum Word: String, WireWord { case until, reply, now }
}

/// One act on a conversation.
package enum IntentStep: Sendable, Hashable {
  /// Say something.
  case say(Saying)
  /// Put another text in the place of an entry's.
  case edit(EntryID, text: String)
  /// Take an entry back.
  case delete(EntryID)
  /// Make a part of an entry's text unreadable for ever, in UTF-8 bytes from 0; all of it when nil.
  case redact(EntryID, Range<Int>?)
  /// Take a public entry out of sight.
  case hide(EntryID)
  /// Show it again.
  case unhide(EntryID)
  /// Set the status to one of the manifest's ids.
  case status(String)
  /// Give it to these; nobody when empty.
  case assign([Assignee])
  /// Add and remove tags.
  case tag(add: [String], remove: [String])
  /// Set a custom field; without values it is emptied.
  case field(name: String, values: [String])
  /// Put it to sleep, or wake it.
  case snooze(SnoozeEnd)
  /// Promise something for a moment; nil when it is done or given up.
  case followUp(FollowUp?)
  /// Keep what was asked of the customer's account and what became of it; nil when nothing was asked after all.
  case access(AccessRequest?)
  /// Mark everything up to an entry as seen.
  case markRead(upTo: EntryID)
  /// Make it a part of another one.
  case merge(into: ConversationID)
  /// Tie it to another one, by the backend's word for the tie.
  case link(to: ConversationID, kind: String)
  /// Let the backend run a template.
  case runTemplate(TemplateID)

  /// The step's name.
  package var name: StepName {
    switch self {
    case .say: .say
    case .edit: .edit
    case .delete: .delete
    case .redact: .redact
    case .hide: .hide
    case .unhide: .unhide
    case .status: .status
    case .assign: .assign
    case .tag: .tag
    case .field: .field
    case .snooze: .snooze
    case .followUp: .followUp
    case .access: .access
    case .markRead: .markRead
    case .merge: .merge
    case .link: .link
    case .runTemplate: .runTemplate
    }
  }
}

extension StepName: WireWord {}

extension Saying: WireRecord {
  static var blank: Saying { Saying("", audience: .internal) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("text", &text)
    try coder.usual("kind", &kind, .message)
    try coder.required("audience", &audience)
    try coder.optional("parent", &parent)
    try coder.usual("uploads", &uploads, [])
  }

  func check() throws(ProtocolError) {
    if kind == .event { throw .field(path: "kind", expected: "message, note or comment", found: "\"event\"") }
    if kind == .note, audience != .internal {
      throw .field(path: "audience", expected: "internal for a note", found: "\"\(audience.rawValue)\"")
    }
  }
}

extension IntentStep: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    switch try object.required("step", as: StepName.self) {
    case .say: self = .say(try Saying(reading: object))
    case .edit: self = .edit(try object.required("entry"), text: try object.required("text"))
    case .delete: self = .delete(try object.required("entry"))
    case .redact: self = .redact(try object.required("entry"), try Self.range(object))
    case .hide: self = .hide(try object.required("entry"))
    case .unhide: self = .unhide(try object.required("entry"))
    case .status: self = .status(try object.required("status"))
    case .assign: self = .assign(try object.required("to"))
    case .tag:
      self = .tag(
        add: try object.optional("add", as: [String].self) ?? [],
        remove: try object.optional("remove", as: [String].self) ?? [])
    case .field: self = .field(name: try object.required("name"), values: try object.required("values"))
    case .snooze:
      switch try object.required("wake", as: SnoozeEnd.Word.self) {
      case .until: self = .snooze(.until(try object.required("until")))
      case .reply: self = .snooze(.reply)
      case .now: self = .snooze(.now)
      }
    case .followUp: self = .followUp(try object.optional("followUp", as: FollowUp.self))
    case .access: self = .access(try object.optional("access", as: AccessRequest.self))
    case .markRead: self = .markRead(upTo: try object.required("entry"))
    case .merge: self = .merge(into: try object.required("into"))
    case .link: self = .link(to: try object.required("to"), kind: try object.required("kind"))
    case .runTemplate: self = .runTemplate(try object.required("template"))
    }
  }

  private static func range(_ object: WireObject) throws(ProtocolError) -> Range<Int>? {
    guard let start = try object.optional("start", as: Int.self) else {
      // Half a range must not become the whole entry.
      guard try object.optional("end", as: Int.self) == nil else {
        throw .field(path: "start", expected: Int.phrase, found: "nothing")
      }
      return nil
    }
    let end: Int = try object.required("end")
    guard start < end else {
      throw .field(path: "end", expected: "a number above start (\(start))", found: String(end))
    }
    return start..<end
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("step", name.rawValue)
    switch self {
    case .say(let saying): saying.writeMembers(to: &writer)
    case .edit(let entry, let text):
      writer.member("entry", entry.rawValue)
      writer.member("text", text)
    case .delete(let entry), .hide(let entry), .unhide(let entry), .markRead(let entry):
      writer.member("entry", entry.rawValue)
    case .redact(let entry, let range):
      writer.member("entry", entry.rawValue)
      if let range {
        writer.member("start", value: range.lowerBound)
        writer.member("end", value: range.upperBound)
      }
    case .status(let status): writer.member("status", status)
    case .assign(let assignees): writer.member("to", value: assignees)
    case .tag(let add, let remove):
      if !add.isEmpty { writer.member("add", value: add) }
      if !remove.isEmpty { writer.member("remove", value: remove) }
    case .field(let name, let values):
      writer.member("name", name)
      writer.member("values", value: values)
    case .snooze(.until(let moment)):
      writer.member("wake", SnoozeEnd.Word.until.rawValue)
      writer.member("until", value: moment)
    case .snooze(.reply): writer.member("wake", SnoozeEnd.Word.reply.rawValue)
    case .snooze(.now): writer.member("wake", SnoozeEnd.Word.now.rawValue)
    case .followUp(let followUp): if let followUp { writer.member("followUp", value: followUp) }
    case .access(let access): if let access { writer.member("access", value: access) }
    case .merge(let target): writer.member("into", target.rawValue)
    case .link(let target, let kind):
      writer.member("to", target.rawValue)
      writer.member("kind", kind)
    case .runTemplate(let template): writer.member("template", template.rawValue)
    }
    writer.endObject()
  }
}
