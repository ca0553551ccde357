import DeskLink
import DeskModel
import JSONText

extension StoredDraft {
  /// The file's content.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("conversation", conversation.rawValue)
    writer.member("kind", kind.rawValue)
    writer.member("audience", audience.rawValue)
    writer.member("parent", ifPresent: parent?.rawValue)
    writer.member("seenUpTo", ifPresent: seenUpTo?.rawValue)
    writer.key("cursor")
    writer.int(cursor)
    if wasNote {
      writer.key("wasNote")
      writer.bool(true)
    }
    writer.write(attachments)
    writer.write(access)
    writer.member("updatedAt", updatedAt.rfc3339)
    if let held {
      writer.key("held")
      writer.beginObject()
      writer.member("clientKey", held.clientKey.rawValue)
      writer.member("until", held.until.rfc3339)
      writer.member("kind", held.kind.rawValue)
      writer.member("audience", held.audience.rawValue)
      writer.member("parent", ifPresent: held.parent?.rawValue)
      if let basedOn = held.basedOn {
        writer.key("basedOn")
        writer.int(basedOn)
      }
      writer.write(held.attachments)
      writer.write(held.access)
      writer.member("text", held.text)
      writer.endObject()
    }
    writer.member("text", text)
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  /// Reads a file's content; the cursor is moved into the text.
  ///
  /// - Returns: nil when the bytes are no draft.
  init?(json: [UInt8]) {
    guard let root = try? JSONDocument(json).root,
      let conversation = root["conversation"]?.string, !conversation.isEmpty, let text = root["text"]?.string,
      let kind = root["kind"]?.string.flatMap({ EntryKind(rawValue: $0) }),
      let audience = root["audience"]?.string.flatMap({ Audience(rawValue: $0) }),
      let updatedAt = root["updatedAt"]?.string.flatMap({ Timestamp(rfc3339: $0) })
    else { return nil }
    var held: HeldReply?
    if let value = root["held"], value != .null {
      held = HeldReply(json: value)
      if held == nil { return nil }
    }
    self.init(
      conversation: ConversationID(conversation), text: text,
      cursor: max(0, min(root["cursor"]?.int ?? text.utf8.count, text.utf8.count)), kind: kind,
      audience: audience, parent: root["parent"]?.string.map { EntryID($0) },
      seenUpTo: root["seenUpTo"]?.string.map { EntryID($0) }, held: held, updatedAt: updatedAt,
      wasNote: root["wasNote"]?.bool ?? false, attachments: AttachmentUpload.all(in: root),
      access: AccessRequest.inside(root))
  }
}

extension HeldReply {
  /// Reads the `held` object of a draft's file.
  fileprivate init?(json value: JSONValue) {
    guard let key = value["clientKey"]?.string, let text = value["text"]?.string,
      let until = value["until"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
      let kind = value["kind"]?.string.flatMap({ EntryKind(rawValue: $0) }),
      let audience = value["audience"]?.string.flatMap({ Audience(rawValue: $0) })
    else { return nil }
    self.init(
      clientKey: ClientKey(key), text: text, kind: kind, audience: audience,
      parent: value["parent"]?.string.map { EntryID($0) }, basedOn: value["basedOn"]?.int, until: until,
      attachments: AttachmentUpload.all(in: value), access: AccessRequest.inside(value))
  }
}

extension AttachmentUpload {
  /// Reads the files of a draft or of a held reply; what is none is left out.
  fileprivate static func all(in value: JSONValue) -> [AttachmentUpload] {
    (value["attachments"]?.array ?? []).compactMap { item in
      guard let path = item["path"]?.string, !path.isEmpty, let name = item["name"]?.string else {
        return nil
      }
      return AttachmentUpload(path: path, name: name)
    }
  }
}

extension AccessRequest {
  /// Reads the `access` of a draft or of a held reply: the words are worth more than a record that cannot be read.
  fileprivate static func inside(_ value: JSONValue) -> AccessRequest? {
    guard let value = value["access"] else { return nil }
    var writer = JSONWriter()
    writer.value(value)
    var reader = JSONReader(writer.bytes)
    return (try? InterchangeReader.access(reading: &reader)) ?? nil
  }
}

extension JSONWriter {
  /// Writes access that is asked for as a member; nothing when none is.
  fileprivate mutating func write(_ access: AccessRequest?) {
    guard let access else { return }
    key("access")
    InterchangeWriter.access(access, to: &self)
  }

  /// Writes files as a member; nothing when there are none.
  fileprivate mutating func write(_ files: [AttachmentUpload]) {
    guard !files.isEmpty else { return }
    key("attachments")
    beginArray()
    for file in files {
      beginObject()
      member("path", file.path)
      member("name", file.name)
      endObject()
    }
    endArray()
  }
}
