import DeskModel
import JSONText

/// Makes what RT takes as a message, so that every character and every byte arrives as it was given.
enum MessageForm {
  /// The request that says something.
  ///
  /// It names no version: RT has none for messages, so it refuses every one with 412.
  static func request(
    _ text: String, route: MessageRoute, ticket: String, files: [UploadedFile]
  ) -> HTTPRequest {
    let target = RTTarget.of(["ticket", ticket, route.rawValue])
    var request = HTTPRequest("POST", target)
    if text == "0", files.isEmpty {
      // To RT, "0" in JSON is no text at all; as a plain body it is.
      request.body = Array(text.utf8)
      request.contentType = "text/plain"
    } else {
      request.body = body(text, files).bytes
    }
    return request
  }

  /// Why RT would lose a part of it; nil when it would not.
  static func problem(_ text: String, files: [UploadedFile]) -> (field: String, reason: String)? {
    if text.isEmpty, files.isEmpty { return ("text", "there is nothing to say") }
    if text == "0", !files.isEmpty { return ("text", "RT drops the text \"0\" beside files") }
    if text.contains("\0") { return ("text", "RT keeps no text with a NUL in it whole") }
    if let empty = files.first(where: { $0.bytes.isEmpty }) {
      return ("uploads", "RT takes no empty files: \(empty.name)")
    }
    return nil
  }

  private static func body(_ text: String, _ files: [UploadedFile]) -> JSONValue {
    var members = [JSONMember(key: "ContentType", value: "text/plain")]
    if !text.isEmpty { members.append(JSONMember(key: "Content", value: .string(text))) }
    if !files.isEmpty {
      let list = files.map { file in
        object([
          "FileName": .string(name(file.name)), "FileType": .string(type(file)),
          "FileContent": .string(String(decoding: Base64.encoded(file.bytes), as: UTF8.self)),
        ])
      }
      members.append(JSONMember(key: "Attachments", value: .array(list)))
    }
    return .object(members)
  }

  /// A name that RT keeps: it breaks letters beyond ASCII unless they come as in a mail (RFC 2047).
  static func name(_ name: String) -> String {
    let name = name.isEmpty || name == "0" ? "unnamed" : name
    let isPlain = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !name.contains("=?")
    guard !isPlain else { return name }
    // An encoded word has at most 75 characters, so 45 bytes; characters are not torn.
    var words: [[UInt8]] = [[]]
    for character in name.unicodeScalars {
      let bytes = Array(String(Character(character)).utf8)
      if words[words.count - 1].count + bytes.count > 45 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(String(decoding: Base64.encoded($0), as: UTF8.self))?=" }.joined(
      separator: " ")
  }

  /// A type with which RT keeps the bytes: texts in another encoding than UTF-8 it would translate.
  static func type(_ file: UploadedFile) -> String {
    let type = file.type.lowercased()
    let isUsable = type.contains("/") && type.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
    guard isUsable, !type.hasPrefix("multipart/"), !type.hasPrefix("message/") else {
      return "application/octet-stream"
    }
    if type.hasPrefix("text/"), !JSONBytes.isValidUTF8(file.bytes, range: 0..<file.bytes.count) {
      return "application/octet-stream"
    }
    return type
  }

  /// A text as RT gives it back: it makes one line end of two kinds, and what is behind the last line does not count.
  static func normalised(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").trimmed
  }
}
