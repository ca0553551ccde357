import DeskModel
import JSONText
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("The audit file")
struct AuditFileTests {
  private let mark = HeldSecretMark(
    conversation: "c-1", entry: "e-1", number: 0, kind: "password", expires: Timestamp(milliseconds: 0))

  @Test("grows by a line that says who, when, what and why, and never the secret; a torn line gets its end")
  func lines() throws {
    let fixture = try DeskFixture()
    try FileSystem.makeFolder(fixture.folder)
    let audit = AuditFile(desk: fixture.folder)
    let at = Timestamp(milliseconds: 1_790_000_000_000)
    try audit.note(.shown, mark, by: DeskFixture.nastya, reason: "the shop’s login\nfails", at: at)
    let path = fixture.folder + "/audit.jsonl"
    try FileDescriptor(opening: path, .append).write(Array("{\"at\":\"20".utf8))
    try audit.note(.redacted, mark, by: DeskFixture.budi, reason: "asked by the customer", at: at)
    let lines = String(decoding: try FileSystem.contents(of: path), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    let first = try JSONDocument(Array(lines[0].utf8)).root
    #expect(first["agent"]?.string == "a-1" && first["act"]?.string == "shown")
    #expect(first["reason"]?.string == "the shop’s login\nfails" && first["entry"]?.string == "e-1")
    #expect(try JSONDocument(Array(lines[2].utf8)).root["act"]?.string == "redacted")
    #expect(try FileSystem.status(path).permissions & 0o077 == 0)
  }

  @Test("a secret is not shown when it cannot be written down that it was")
  func cannotBeWritten() throws {
    let fixture = try DeskFixture()
    let desk = try EmbeddedDesk(
      folder: fixture.folder, me: DeskFixture.nastya, clock: { Timestamp(milliseconds: 1_000) },
      makeID: { "n" },
      filter: IngestFilter { _, _ in nil })
    desk.secrets.keep(
      [
        HeldSecret(
          conversation: "c-1", entry: "e-1", number: 0, kind: "password", value: "x",
          at: Timestamp(milliseconds: 1_000))
      ], now: Timestamp(milliseconds: 1_000))
    try FileSystem.makeFolder(fixture.folder + "/audit.jsonl")
    let mark = try #require(desk.heldSecrets(of: "c-1").first)
    #expect(throws: SystemError.self) { try desk.reveal(mark, reason: "why") }
    try FileSystem.removeFolder(fixture.folder + "/audit.jsonl")
    #expect(try desk.reveal(mark, reason: "why") == "x")
  }
}
