import Foundation
import JSONText
import Testing

@testable import RequestTracker

/// The Request Tracker that `.ci/rt up` has started, asked directly, past the adapter.
struct RealRT {
  let url: String
  private let folder: URL
  private let tokens: JSONValue

  /// Whether there is one, or must be one: with `CI` set, a missing server is a failure and not a reason to skip.
  static var isExpected: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["SAPA_RT"] != nil || environment["CI"] != nil
  }

  /// What to tell who has none.
  static let hint: Comment =
    #"needs a Request Tracker: eval "$(.ci/rt up)", then swift test --filter Integration"#

  init() throws {
    let environment = ProcessInfo.processInfo.environment
    url = try #require(environment["SAPA_RT"], Self.hint)
    folder = URL(filePath: try #require(environment["SAPA_RT_FOLDER"], Self.hint))
    tokens = try JSONDocument(Array(Data(contentsOf: folder.appending(path: "tokens.json")))).root
  }

  func token(_ name: String) throws -> String { try #require(tokens[name]?.string) }

  /// The adapter in the name of somebody.
  func adapter(_ name: String = "alice", settings: String = "") throws -> AdapterProcess {
    try AdapterProcess(url, token: token(name), settings: settings)
  }

  /// Asks RT itself.
  @discardableResult
  func ask(_ method: String, _ target: String, _ body: String? = nil, as name: String = "root") throws
    -> JSONValue
  {
    var request = HTTPRequest(method, target, body: body.map { Array($0.utf8) })
    request.authorization = "token \(try token(name))"
    let response = try NetworkTransport(base: "\(url)/REST/2.0", seconds: 60).send(request, call: nil)
    try #require((200...299).contains(response.status), "\(method) \(target): \(response.status)")
    return try JSONDocument(response.body).root
  }

  /// Makes a ticket of a test's own; its number.
  func ticket(
    _ subject: String = "test", requestor: String = "kim@cust.test", queue: String = "Support",
    content: String = "hello", file: [UInt8]? = nil
  ) throws -> String {
    var members: [JSONMember] = [
      JSONMember(key: "Queue", value: .string(queue)), JSONMember(key: "Subject", value: .string(subject)),
      JSONMember(key: "Requestor", value: .array([.string(requestor)])),
      JSONMember(key: "Content", value: .string(content)),
      JSONMember(key: "ContentType", value: .string("text/plain")),
    ]
    if let file {
      let parts = [
        JSONMember(key: "FileName", value: .string("file.bin")),
        JSONMember(key: "FileType", value: .string("application/octet-stream")),
        JSONMember(key: "FileContent", value: .string(Data(file).base64EncodedString())),
      ]
      members.append(JSONMember(key: "Attachments", value: .array([.object(parts)])))
    }
    let body = object(members)
    return try #require(try ask("POST", "/ticket", String(decoding: body, as: UTF8.self))["id"]?.string)
  }

  private func object(_ members: [JSONMember]) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(.object(members))
    return writer.bytes
  }

  /// Messages of a ticket with a text, by RT's own word: their types.
  func messages(_ ticket: String, saying text: String) throws -> [String] {
    let types = try ask("GET", "/ticket/\(ticket)/history?per_page=100&fields=Type")["items"]?.array ?? []
    let parts =
      try ask(
        "GET", "/ticket/\(ticket)/attachments?per_page=100&fields=TransactionId,Content")["items"]?.array
      ?? []
    let said = parts.filter { $0["Content"]?.string == text }.compactMap { $0["TransactionId"]?.string }
    return types.filter { said.contains($0["id"]?.string ?? "") }.compactMap { $0["Type"]?.string }
      .filter { $0 != "EmailRecord" && $0 != "CommentEmailRecord" }
  }

  /// The mails that RT would have sent for a ticket, whole.
  func mails(for ticket: String) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "mail"), includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "eml" }.map {
      String(decoding: try Data(contentsOf: $0), as: UTF8.self)
    }
    .filter { $0.contains("[rt.test #\(ticket)]") }
  }
}
