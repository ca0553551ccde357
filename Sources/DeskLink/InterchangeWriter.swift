package import DeskModel
package import JSONText

/// Writes conversations in the interchange format, keys always in the same order, absent values left out.
package enum InterchangeWriter {
  /// One conversation on one line, without the line end.
  ///
  /// The version is not written: it counts anew where it is read.
  ///
  /// - Complexity: O(bytes).
  package static func line(_ conversation: Conversation) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    members(conversation, to: &writer)
    writer.key("entries")
    writer.beginArray()
    for entry in conversation.entries { self.entry(entry, to: &writer) }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  /// The members of a conversation but its entries, into an object that the caller has begun.
  package static func members(_ conversation: Conversation, to writer: inout JSONWriter) {
    writer.member("id", conversation.id.rawValue)
    writer.member("shape", conversation.shape.rawValue)
    writer.member("channel", conversation.channel)
    if !conversation.subject.isEmpty { writer.member("subject", conversation.subject) }
    writer.member("status", conversation.status)
    writer.member("locale", ifPresent: conversation.locale)
    if !conversation.tags.isEmpty {
      writer.key("tags")
      strings(conversation.tags, to: &writer)
    }
    if let assignee = conversation.assignee {
      writer.key("assignee")
      agent(assignee, to: &writer)
    }
    writer.key("contact")
    contact(conversation.contact, to: &writer)
    writer.member("snoozedUntil", ifPresent: conversation.snoozedUntil?.rfc3339)
    if conversation.deadlines != Deadlines() {
      writer.key("deadlines")
      deadlines(conversation.deadlines, to: &writer)
    }
    if conversation.followUp != nil {
      writer.key("followUp")
      followUp(conversation.followUp, to: &writer)
    }
    if conversation.access != nil {
      writer.key("access")
      access(conversation.access, to: &writer)
    }
    links(conversation.links, to: &writer)
    fields(conversation.fields, to: &writer)
    writer.member("readUpTo", ifPresent: conversation.readUpTo?.rawValue)
    writer.member("statusCategory", ifPresent: conversation.category?.rawValue)
    if conversation.outline != nil {
      writer.key("outline")
      outline(conversation.outline, to: &writer)
    }
  }

  /// One entry as an object; `content` gives the bytes of its files, nil where they are not to be written.
  package static func entry(
    _ entry: Entry, to writer: inout JSONWriter, content: (Attachment) -> [UInt8]? = { _ in nil }
  ) {
    writer.beginObject()
    members(entry, to: &writer, content: content)
    writer.endObject()
  }

  /// The members of an entry, into an object that the caller has begun; `content` as in `entry`.
  package static func members(
    _ entry: Entry, to writer: inout JSONWriter, content: (Attachment) -> [UInt8]? = { _ in nil }
  ) {
    writer.member("id", entry.id.rawValue)
    writer.member("at", entry.at.rfc3339)
    writer.member("parent", ifPresent: entry.parent?.rawValue)
    writer.key("author")
    writer.beginObject()
    writer.member("kind", entry.author.kind.rawValue)
    writer.member("id", entry.author.id)
    writer.member("name", ifPresent: entry.author.name)
    writer.endObject()
    writer.member("audience", entry.audience.rawValue)
    if entry.kind != .message { writer.member("kind", entry.kind.rawValue) }
    if entry.state != .sent { writer.member("state", entry.state.rawValue) }
    writer.member("text", entry.text)
    if !entry.attachments.isEmpty {
      writer.key("attachments")
      attachments(entry.attachments, to: &writer, content: content)
    }
    if !entry.templates.isEmpty {
      writer.key("templates")
      templateUses(entry.templates, to: &writer)
    }
  }

  /// An agent as an object.
  package static func agent(_ agent: Agent, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", agent.id.rawValue)
    writer.member("name", agent.name)
    writer.endObject()
  }

  /// A follow-up as an object, null for none.
  package static func followUp(_ followUp: FollowUp?, to writer: inout JSONWriter) {
    guard let followUp else { return writer.null() }
    writer.beginObject()
    writer.member("at", followUp.at.rfc3339)
    if !followUp.text.isEmpty { writer.member("text", followUp.text) }
    writer.endObject()
  }

  /// Access that was asked for as an object, null for none.
  package static func access(_ access: AccessRequest?, to writer: inout JSONWriter) {
    guard let access else { return writer.null() }
    writer.beginObject()
    writer.member("askedAt", access.askedAt.rfc3339)
    writer.key("askedBy")
    agent(access.askedBy, to: &writer)
    if access.kind != .personal { writer.member("kind", access.kind.rawValue) }
    if !access.why.isEmpty { writer.member("why", access.why) }
    if !access.what.isEmpty { writer.member("what", access.what) }
    if !access.untilWords.isEmpty { writer.member("untilWords", access.untilWords) }
    writer.member("until", ifPresent: access.until?.rfc3339)
    writer.member("answer", ifPresent: access.answer?.rawValue)
    writer.member("givenAt", ifPresent: access.givenAt?.rfc3339)
    writer.member("closedAt", ifPresent: access.closedAt?.rfc3339)
    if let closedBy = access.closedBy {
      writer.key("closedBy")
      agent(closedBy, to: &writer)
    }
    writer.endObject()
  }

  /// An outline as an object, null for none.
  package static func outline(_ outline: ConversationOutline?, to writer: inout JSONWriter) {
    guard let outline else { return writer.null() }
    writer.beginObject()
    writer.key("unread")
    writer.int(outline.unreadCount)
    writer.member("lastActivity", outline.lastActivity.rfc3339)
    writer.member("waitingSince", ifPresent: outline.waitingSince?.rfc3339)
    writer.member("due", ifPresent: outline.due?.at.rfc3339)
    writer.member("dueKind", ifPresent: outline.due?.kind.rawValue)
    if !outline.preview.isEmpty { writer.member("preview", outline.preview) }
    writer.endObject()
  }

  /// Deadlines as an object, those that are set.
  package static func deadlines(_ deadlines: Deadlines, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("firstReply", ifPresent: deadlines.firstReply?.rfc3339)
    writer.member("nextReply", ifPresent: deadlines.nextReply?.rfc3339)
    writer.member("resolution", ifPresent: deadlines.resolution?.rfc3339)
    writer.endObject()
  }

  /// Files as an array of objects.
  package static func attachments(
    _ attachments: [Attachment], to writer: inout JSONWriter,
    content: (Attachment) -> [UInt8]? = { _ in nil }
  ) {
    writer.beginArray()
    for attachment in attachments {
      writer.beginObject()
      writer.member("id", attachment.id.rawValue)
      writer.member("name", attachment.name)
      if !attachment.mediaType.isEmpty { writer.member("type", attachment.mediaType) }
      if let count = attachment.byteCount {
        writer.key("size")
        writer.int(count)
      }
      if let bytes = content(attachment) {
        writer.key("data")
        writer.raw([UInt8(ascii: "\"")] + Base64.encoded(bytes) + [UInt8(ascii: "\"")])
      }
      writer.endObject()
    }
    writer.endArray()
  }

  /// Strings as an array.
  package static func strings(_ values: [String], to writer: inout JSONWriter) {
    writer.beginArray()
    for value in values { writer.string(value) }
    writer.endArray()
  }

  private static func contact(_ contact: Contact, to writer: inout JSONWriter) {
    writer.beginObject()
    members(contact, to: &writer)
    writer.endObject()
  }

  /// The members of a contact, into an object that the caller has begun.
  package static func members(_ contact: Contact, to writer: inout JSONWriter) {
    writer.member("id", contact.id.rawValue)
    writer.member("full", ifPresent: contact.full)
    writer.member("given", ifPresent: contact.given)
    writer.member("family", ifPresent: contact.family)
    writer.member("patronymic", ifPresent: contact.patronymic)
    writer.member("title", ifPresent: contact.title)
    writer.member("gender", ifPresent: contact.gender?.rawValue)
    writer.member("age", ifPresent: contact.age?.rawValue)
    writer.member("role", ifPresent: contact.role)
    writer.member("locale", ifPresent: contact.locale)
    writer.member("timeZone", ifPresent: contact.timeZone)
    writer.member("company", ifPresent: contact.company)
    if contact.isVIP {
      writer.key("vip")
      writer.bool(true)
    }
    if !contact.notes.isEmpty {
      writer.key("notes")
      strings(contact.notes, to: &writer)
    }
    fields(contact.fields, to: &writer)
  }

  private static func links(_ links: [ConversationLink], to writer: inout JSONWriter) {
    guard !links.isEmpty else { return }
    writer.key("links")
    writer.beginArray()
    for link in links {
      writer.beginObject()
      writer.member("kind", link.kind)
      writer.member("id", link.id.rawValue)
      writer.member("title", link.title)
      writer.endObject()
    }
    writer.endArray()
  }

  private static func fields(_ fields: [Field], to writer: inout JSONWriter) {
    guard !fields.isEmpty else { return }
    writer.key("fields")
    writer.beginObject()
    for field in fields {
      writer.key(field.name)
      if field.values.count == 1 {
        writer.string(field.values[0])
      } else {
        strings(field.values, to: &writer)
      }
    }
    writer.endObject()
  }
}
