import DeskModel
import LocalDesk
import SystemCalls
import Testing

@Suite("Sample desk")
struct SampleDeskTests {
  private static let now = SampleDesk.moment.adding(seconds: 86_400)

  @Test("The moment of the samples is what they say")
  func moment() {
    #expect(SampleDesk.moment.rfc3339 == "2026-03-02T09:24:00Z")
  }

  @Test("Times are moved, and me is the agent")
  func adapts() throws {
    let fixture = try DeskFixture()
    let folder = fixture.root + "/samples"
    try FileSystem.makeFolder(folder)
    let text = """
      {
        "id": "s-1", "subject": "at 2026-03-02T09:24:00Z", "assignee": {"id": "me", "name": "Me"},
        "contact": {"id": "me", "full": "Dewi"}, "deadlines": {"nextReply": "2026-03-02T10:00:00Z"},
        "entries": [
          {"id": "e-1", "at": "2026-03-02T09:24:00Z", "author": {"kind": "agent", "id": "me", "name": "Me"},
           "audience": "customer", "text": "2026-03-02T09:24:00Z"}
        ]
      }
      """
    try FileSystem.replace(folder + "/2.json", with: Array(text.utf8))
    try FileSystem.replace(folder + "/1.json", with: Array(DeskFixture.line("s-0").utf8))
    try FileSystem.replace(folder + "/readme.md", with: [0x23])
    let desk = try fixture.open(me: DeskFixture.budi)
    #expect(try SampleDesk.fill(desk, from: folder, now: Self.now).taken == 2)
    let conversation = try #require(desk.read("s-1"))
    #expect(conversation.entries[0].at == Self.now)
    #expect(conversation.entries[0].text == "2026-03-02T09:24:00Z")
    #expect(conversation.entries[0].author == Author(kind: .agent, id: "a-2", name: "Budi"))
    #expect(conversation.assignee == DeskFixture.budi)
    #expect(conversation.contact.id == "me")
    #expect(conversation.deadlines.nextReply?.rfc3339 == "2026-03-03T10:00:00Z")
    #expect(desk.ids(.mine) == ["s-1"])
  }

  @Test("A file that cannot be understood is named", arguments: ["{", "{\"id\":\"x\"}"])
  func refuses(text: String) throws {
    let fixture = try DeskFixture()
    try FileSystem.makeFolder(fixture.root + "/samples")
    try FileSystem.replace(fixture.root + "/samples/a.json", with: Array(text.utf8))
    do {
      _ = try SampleDesk.lines(from: fixture.root + "/samples", me: DeskFixture.budi, now: Self.now)
      Issue.record("expected an error")
    } catch {
      #expect(error.description.hasPrefix(fixture.root + "/samples/a.json: "))
    }
  }

  @Test("The samples that ship are all taken")
  func ships() throws {
    var root = FileSystem.parent(of: #filePath)
    while !root.isEmpty, root != "/", !FileSystem.exists(root + "/Package.swift") {
      root = FileSystem.parent(of: root)
    }
    let folder = root + "/Templates/sample-desk"
    let names = try FileSystem.list(folder).filter { $0.hasSuffix(".json") }
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    let report = try SampleDesk.fill(desk, from: folder, now: Self.now)
    #expect(report.taken == names.count)
    #expect(report.taken > 0)
    #expect(report.refused == [])
  }
}
