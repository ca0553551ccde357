import DeskLink
import DeskModel
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("Secrets that come in")
struct IngestFilterTests {
  /// Takes `pw:` and what follows up to a blank for a password, and `pin:` for a PIN.
  static let filter = IngestFilter { conversation, earlier in
    var masked = MaskedConversation(conversation: conversation, held: [], texts: [:], marks: [])
    for (place, entry) in conversation.entries.enumerated() where entry.isFromOutside {
      var words = entry.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      var number = 0
      for index in words.indices {
        let isBare = words.count == 1 && earlier.last?.text.contains("password?") == true
        for (sign, mark) in [("pw:", "‹password›"), ("pin:", "‹PIN›")]
        where words[index].hasPrefix(sign) || isBare {
          let value = isBare ? words[index] : String(words[index].dropFirst(sign.count))
          if sign == "pw:" {
            masked.held.append(
              HeldSecret(
                conversation: conversation.id, entry: entry.id, number: number, kind: "password",
                value: value,
                at: entry.at))
          }
          masked.marks.append((value, mark))
          words[index] = mark
          number += 1
          break
        }
      }
      guard number > 0 else { continue }
      masked.texts[entry.text] = words.joined(separator: " ")
      masked.conversation.entries[place].text = words.joined(separator: " ")
    }
    return masked.marks.isEmpty ? nil : masked
  }

  private static func line(_ id: String, _ texts: [String], from start: Int = 0, raw: String = "") -> String {
    let entries = texts.enumerated().map { index, text in
      let isAgent = text.hasSuffix("password?")
      return
        #"{"id":"e-\#(start + index)","at":"2026-03-02T09:0\#(start + index):00Z","author":{"kind":"\#(isAgent ? "agent" : "customer")","id":"u"},"audience":"customer","text":"\#(text)"\#(raw)}"#
    }
    return
      #"{"id":"\#(id)","shape":"dialog","status":"open","strange":7.50,"contact":{"id":"u","full":"Dewi"},"entries":[\#(entries.joined(separator: ","))]}"#
  }

  private func open(_ fixture: DeskFixture) throws -> EmbeddedDesk {
    try EmbeddedDesk(
      folder: fixture.folder, me: DeskFixture.nastya, clock: { Self.now }, makeID: { "n" },
      filter: Self.filter)
  }

  private static let now = Timestamp(rfc3339: "2026-03-02T10:00:00Z") ?? Timestamp(milliseconds: 0)

  private func entries(_ desk: EmbeddedDesk, _ id: ConversationID = "c-1") throws -> [String] {
    guard case .success(.conversation(let conversation)) = desk.ask(.conversation(id)) else { return [] }
    return conversation.entries.map(\.text)
  }

  /// All bytes of all files below a folder, but for the store's.
  static func everything(below folder: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for name in try FileSystem.list(folder) where name != "secrets" {
      let path = folder + "/" + name
      bytes += try FileSystem.status(path).isFolder ? everything(below: path) : FileSystem.contents(of: path)
    }
    return bytes
  }

  private func holds(_ folder: String, _ text: String) throws -> Bool {
    String(decoding: try Self.everything(below: folder), as: UTF8.self).contains(text)
  }

  @Test(
    "what is imported is masked before it is written, also where the secret stands elsewhere in the line; the rest stays byte for byte"
  )
  func imports() throws {
    let fixture = try DeskFixture()
    let desk = try open(fixture)
    let report = try desk.take(
      Self.line(
        "c-1", ["hi pw:Sommer2024! ok", "pin:4711"], raw: #","raw":{"html":"<p>pw:Sommer2024!</p>","n":1.10}"#
      ))
    #expect(report.masked == 2)
    #expect(try entries(desk) == ["hi ‹password› ok", "‹PIN›"])
    desk.close()
    #expect(try !holds(fixture.folder, "Sommer2024!"))
    #expect(try !holds(fixture.folder, "4711"))
    #expect(try holds(fixture.folder, #""strange":7.50"#) && holds(fixture.folder, #""n":1.10"#))
    #expect(try holds(fixture.folder, #""html":"<p>pw:‹password›</p>""#))
  }

  @Test("the same import again changes nothing, and its secrets are not kept for longer")
  func again() throws {
    let fixture = try DeskFixture()
    let desk = try open(fixture)
    let line = Self.line("c-1", ["pw:Sommer2024!"])
    try desk.take(line)
    let marks = desk.heldSecrets(of: "c-1")
    #expect(
      marks.map(\.kind) == ["password"] && marks.first?.expires == Timestamp(rfc3339: "2026-03-03T09:00:00Z"))
    let report = try desk.take(line)
    #expect(report.unchanged == 1 && report.updated == 0)
    #expect(desk.heldSecrets(of: "c-1") == marks)
  }

  @Test("a later line that holds only the answer is read with what the desk has of the conversation")
  func context() throws {
    let fixture = try DeskFixture()
    let desk = try open(fixture)
    try desk.take(Self.line("c-1", ["hello", "what was your password?"]))
    try desk.take(Self.line("c-1", ["Winter99x"], from: 2))
    #expect(try entries(desk).last == "‹password›")
    #expect(try !holds(fixture.folder, "Winter99x"))
  }

  @Test("what comes from a backend is masked, and does not change when it comes again")
  func mirrors() throws {
    let fixture = try DeskFixture()
    let desk = try open(fixture)
    let bytes = Array(Self.line("c-1", ["pw:Sommer2024!"]).utf8)
    let conversation = try InterchangeReader.conversation(bytes, range: bytes.indices)
    #expect(try desk.mirror(["c-1"]) { _, _ in conversation } == ["c-1"])
    #expect(try desk.mirror(["c-1"]) { _, _ in conversation } == [])
    #expect(try entries(desk) == ["‹password›"])
    #expect(try !holds(fixture.folder, "Sommer2024!"))
    #expect(desk.heldSecrets(of: "c-1").count == 1)
  }
}
