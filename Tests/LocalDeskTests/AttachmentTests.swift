import DeskLink
import DeskModel
import JSONText
import LocalDesk
import Synchronization
import SystemCalls
import Testing

@Suite("Attachments")
struct AttachmentTests {
  private func upload(_ fixture: DeskFixture, _ name: String, _ bytes: [UInt8]) throws -> AttachmentUpload {
    let path = fixture.root + "/" + String(StableName.of(name))
    try FileDescriptor(opening: path, .truncate).write(bytes)
    return AttachmentUpload(path: path, name: name)
  }

  /// A name that any file system takes.
  private enum StableName {
    static func of(_ name: String) -> String {
      "u" + name.utf8.map { String($0, radix: 16) }.joined().prefix(60)
    }
  }

  private func say(
    _ desk: EmbeddedDesk, _ uploads: [AttachmentUpload], key: ClientKey = "k-1", basedOn: Int? = nil
  )
    -> Result<DeskAnswer, DeskError>
  {
    desk.apply(
      .say(text: "see there", kind: .message, audience: .customer, parent: nil, attachments: uploads),
      key: key,
      basedOn: basedOn)
  }

  private func content(_ desk: EmbeddedDesk, _ id: AttachmentID, of conversation: ConversationID = "c-1")
    -> [UInt8]?
  {
    guard case .success(.attachment(id, let bytes)) = desk.ask(.attachment(conversation, id)) else {
      return nil
    }
    return bytes
  }

  private func files(_ folder: String) throws -> [String] {
    try FileSystem.list(folder).flatMap { name -> [String] in
      try FileSystem.list(folder + "/" + name).map { name + "/" + $0 }
    }
  }

  @Test("A reply takes copies of its files along; a second time nothing is added")
  func uploads() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    let bytes: [UInt8] = [0, 1, 2, 255, 10, 13]
    let files = [try upload(fixture, "../../etc/пароль\u{1B}.txt", bytes), try upload(fixture, "empty", [])]
    let first = say(desk, files)
    guard case .success(.outcome(.applied(let entry?, .customer, 2))) = first else {
      Issue.record("\(first)")
      return
    }
    let said = desk.read()?.entries.last
    #expect(said?.id == entry)
    #expect(
      said?.attachments == [
        Attachment(id: "k-1-1", name: "../../etc/пароль\u{1B}.txt", byteCount: 6),
        Attachment(id: "k-1-2", name: "empty", byteCount: 0),
      ])
    for file in files { try FileSystem.remove(file.path) }
    #expect(say(desk, files) == first)
    #expect(desk.read()?.entries.count == 2)
    #expect(content(desk, "k-1-1") == bytes && content(desk, "k-1-2") == [])
    let other = try fixture.open()
    #expect(content(other, "k-1-1") == bytes)
    #expect(try self.files(fixture.folder + "/attachments") == ["c-1/k-1-1", "c-1/k-1-2"])
    #expect(desk.ask(.attachment("c-1", "none")) != .success(.attachment("none", [])))
    #expect(desk.ask(.attachment("c-9", "k-1-1")) == .failure(.unknownConversation("c-9")))
  }

  @Test("What cannot be sent is told, and nothing is written")
  func refused() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    let good = try upload(fixture, "good", [1])
    let large = try upload(fixture, "large", [])
    try FileDescriptor(opening: large.path, .readWrite).truncate(to: 25 << 20 + 1)
    let missing = AttachmentUpload(path: fixture.root + "/missing", name: "m")
    func reason(_ uploads: [AttachmentUpload], key: ClientKey = "k-1") -> String? {
      guard case .success(.outcome(.invalid("attachments", let reason))) = say(desk, uploads, key: key) else {
        return nil
      }
      return reason
    }
    #expect(reason([good, missing]) == "\(missing.path) cannot be read: No such file or directory")
    #expect(reason([good, large]) == "\(large.path) is larger than 25 MiB")
    #expect(reason([AttachmentUpload(path: fixture.root, name: "f")]) == "\(fixture.root) is not a file")
    #expect(
      reason(Array(repeating: good, count: 11)) == "11 files are more than the 10 that a reply can have")
    #expect(reason([good], key: ClientKey(String(repeating: "x", count: 300))) != nil)
    #expect(
      say(desk, [good], key: "")
        == .success(.outcome(.invalid(field: "clientKey", reason: "must not be empty"))))
    #expect(desk.read()?.entries.count == 1)
    #expect(try files(fixture.folder + "/attachments") == [])
    // A limit is no limit for what is just below it.
    try FileDescriptor(opening: large.path, .readWrite).truncate(to: 25 << 20)
    guard case .success(.outcome(.applied)) = say(desk, [large]) else {
      Issue.record("25 MiB were refused")
      return
    }
    #expect(content(desk, "k-1-1")?.count == 25 << 20)
  }

  @Test("A conflict leaves no file behind")
  func conflict() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    _ = desk.say("meanwhile", key: "k-0", by: DeskFixture.budi)
    guard case .success(.outcome(.conflict)) = say(desk, [try upload(fixture, "a", [1])], basedOn: 1) else {
      Issue.record("expected a conflict")
      return
    }
    #expect(try files(fixture.folder + "/attachments") == [])
    let unknown = desk.apply(
      .say(
        text: "x", kind: .message, audience: .customer, parent: nil,
        attachments: [try upload(fixture, "a", [1])]),
      to: "c-9", key: "k-9")
    #expect(unknown == .failure(.unknownConversation("c-9")))
    #expect(!FileSystem.exists(fixture.folder + "/attachments/c-9"))
  }

  @Test(
    "A crash between the copies and the journal says nothing; saying it again says it once, with the same files"
  )
  func crash() throws {
    let fixture = try DeskFixture()
    let copies = Copies()
    let desk = try fixture.open(onStep: { step in
      if step == .afterAttachments || step == .afterSync { copies.take(fixture, step) }
    })
    try desk.take(DeskFixture.line("c-1"))
    let file = try upload(fixture, "a", [7, 7])
    _ = say(desk, [file])
    #expect(copies.steps == [.afterAttachments, .afterSync])
    for (step, path) in copies.all {
      let survivor = try fixture.open(folder: path)
      #expect(survivor.read()?.entries.count == (step == .afterAttachments ? 1 : 2))
      guard case .success(.outcome(.applied)) = say(survivor, [file]) else {
        Issue.record("not applied after \(step)")
        continue
      }
      #expect(survivor.read()?.entries.last?.attachments.map { $0.id } == ["k-1-1"])
      #expect(survivor.read()?.entries.count == 2)
      #expect(content(survivor, "k-1-1") == [7, 7])
      #expect(try files(path + "/attachments") == ["c-1/k-1-1"])
    }
  }

  private final class Copies: Sendable {
    private let taken = Mutex<[(EmbeddedDeskStep, String)]>([])
    var all: [(EmbeddedDeskStep, String)] { taken.withLock { $0 } }
    var steps: [EmbeddedDeskStep] { all.map { $0.0 } }

    func take(_ fixture: DeskFixture, _ step: EmbeddedDeskStep) {
      do {
        let path = try fixture.snapshot("copy-\(step)")
        taken.withLock { $0.append((step, path)) }
      } catch { Issue.record("\(error)") }
    }
  }

  private func imported(_ attachment: String) -> String {
    #"{"id":"c/1","contact":{"id":"u"},"entries":[{"id":"e","at":"2026-03-01T09:00:00Z","author":{"kind":"customer"},"audience":"customer","text":"t","attachments":[{"id":"x","name":"n"},\#(attachment)]}]}"#
  }

  @Test("Content that came with an import is given back, and the import is exported as it came")
  func importedData() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    let line = imported(#"{"data":"+\/\/+","id":"f","name":"a.bin","size":3}"#)
    try desk.take(line)
    #expect(content(desk, "f", of: "c/1") == [0xFB, 0xFF, 0xFE])
    #expect(content(desk, "x", of: "c/1") == nil)
    #expect(try desk.exported(fixture) == line + "\n")
    // The same folder can hold what the line does not carry.
    try FileSystem.makeFolder(fixture.folder + "/attachments/c_2F1")
    try FileDescriptor(opening: fixture.folder + "/attachments/c_2F1/x", .create).write([9])
    #expect(content(desk, "x", of: "c/1") == [9])
  }

  @Test("Damaged content is an error, not other bytes", arguments: ["Zg=", "Zg==\\n", "*", "Zh=="])
  func damaged(_ data: String) throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(imported("{\"id\":\"f\",\"data\":\"\(data)\"}"))
    guard case .failure(.away(let reason)) = desk.ask(.attachment("c/1", "f")) else {
      Issue.record("expected an error")
      return
    }
    #expect(reason.contains("not base64"))
  }

  @Test("An export is whole: another desk has the same files")
  func exported() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"), imported(#"{"id":"f","data":"Zm9v"}"#))
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    _ = say(desk, [try upload(fixture, "photo.png", bytes)])
    _ = desk.say("and more", in: "c/1", key: "k-2")
    let text = try desk.exported(fixture)
    let other = try fixture.open(folder: fixture.root + "/other")
    var reader = LineReader(Array(text.utf8))
    #expect(try other.importLines(from: &reader).taken == 2)
    #expect(content(other, "k-1-1") == bytes)
    #expect(content(other, "f", of: "c/1") == Array("foo".utf8))
    #expect(other.read()?.entries.last?.attachments == desk.read()?.entries.last?.attachments)
    #expect(try other.exported(fixture) == text)
  }

  @Test("A file that got lost is told at the export, which goes on without it")
  func lost() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    _ = say(desk, [try upload(fixture, "photo.png", [1])])
    try FileSystem.remove(fixture.folder + "/attachments/c-1/k-1-1")
    let out = fixture.root + "/out"
    let result = try desk.exportLines(to: FileDescriptor(opening: out, .truncate))
    #expect(result.written == 1)
    #expect(result.problems == ["photo.png of c-1 was exported without its content."])
    #expect(String(decoding: try FileSystem.contents(of: out), as: UTF8.self).contains("photo.png"))
  }
}
