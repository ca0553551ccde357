import DeskLink
import DeskModel
import LocalDesk
import SystemCalls
import Testing

@Suite("Import and export")
struct ImportExportTests {
  @Test("Untouched conversations come back byte for byte, changed ones with all they had and what is new")
  func roundTrip() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open(options: EmbeddedDeskOptions(segmentLimit: 300))
    let odd = #"  {"entries":[],"raw":{"keep":[1,2.50,"\u00e9"]}, "contact":{"id":"u","x":1},"id":"c-2" }  "#
    let lines = [DeskFixture.line("c-1", extra: #","raw":{"k":1}"#), odd, DeskFixture.line("c-3")]
    #expect(try desk.take(lines[0], lines[1], lines[2]).taken == 3)
    #expect(try desk.exported(fixture) == lines.joined(separator: "\n") + "\n")
    _ = desk.say("answer", key: "k-1")
    desk.apply(.setStatus("resolved"), to: "c-2", key: "k-2")
    let exported = try desk.exported(fixture).split(separator: "\n").map { String($0) }
    #expect(exported[0].hasSuffix(#""text":"answer"}],"raw":{"k":1}}"#))
    #expect(exported[1] == String(odd.dropLast(3)) + #","status":"resolved"}  "#)
    #expect(exported[2] == lines[2])
    let other = try DeskFixture()
    let copy = try other.open()
    #expect(try copy.take(exported[0], exported[1], exported[2]).taken == 3)
    for id in ["c-1", "c-2", "c-3"] as [ConversationID] {
      var original = try #require(desk.read(id))
      original.version = 1
      #expect(copy.read(id) == original)
    }
  }

  @Test("Lines that are there are counted, an id twice in one import is refused")
  func again() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    let report = try desk.take(
      DeskFixture.line("c-1"), DeskFixture.line("c-1", status: "new"), DeskFixture.line("c-2"),
      DeskFixture.line("c-2"))
    #expect(report.taken == 1)
    #expect(report.unchanged == 1)
    #expect(
      report.refused.map { $0.description } == [
        "line 2: id: expected an id that no other line has, found \"c-1\" again",
        "line 4: id: expected an id that no other line has, found \"c-2\" again",
      ])
    #expect(desk.read()?.status == "open")
  }

  @Test("Bad lines are refused with their numbers, the rest goes in")
  func refusals() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    var lines = InterchangeReaderTests.bad.map { $0.0 }.filter { !$0.isEmpty }
    let complaints = InterchangeReaderTests.bad.filter { !$0.0.isEmpty }.map { $0.1 }
    lines.insert("", at: 0)
    lines.append("  ")
    lines.append(DeskFixture.line("good"))
    var reader = LineReader(Array(lines.joined(separator: "\r\n").utf8))
    let report = try desk.importLines(from: &reader)
    #expect(report.taken == 1)
    #expect(report.refusedCount == complaints.count)
    #expect(
      report.refused.map { $0.description }
        == complaints.enumerated().map { "line \($0.offset + 2): \($0.element)" })
    #expect(desk.ids(.all) == ["good"])
  }

  @Test("All refusals are counted, the first hundred are listed")
  func cap() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    var reader = LineReader(Array(String(repeating: "{}\n", count: 250).utf8))
    let report = try desk.importLines(from: &reader)
    #expect(report.refusedCount == 250)
    #expect(report.refused.count == ImportReport.listLimit)
    #expect(!FileSystem.exists(fixture.folder + "/journal/000001.jsonl"))
  }

  @Test("Ill-formed UTF-8 is repaired and told; a byte order mark is dropped")
  func repairs() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    let line = Array(DeskFixture.line("c-1").utf8)
    let place = try #require(line.firstIndex(of: UInt8(ascii: "D")))
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes += line[..<place]
    bytes += [0xFF]
    bytes += line[place...]
    var reader = LineReader(bytes)
    let report = try desk.importLines(from: &reader)
    #expect(report.taken == 1)
    #expect(report.warnings.map { $0.description } == ["line 1: ill-formed UTF-8 was replaced by U+FFFD"])
    #expect(desk.read()?.contact.full == "\u{FFFD}Dewi Lestari")
    var again = LineReader(bytes)
    #expect(try desk.importLines(from: &again).unchanged == 1)
  }

  @Test("Import tells its progress and the listener")
  func tells() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    var progress: [Int] = []
    var reader = LineReader(Array((DeskFixture.line("c-1") + "\n").utf8))
    _ = try desk.importLines(from: &reader) { progress.append($0) }
    #expect(progress.last == DeskFixture.line("c-1").utf8.count + 1)
    var written: [Int] = []
    let result = try desk.exportLines(to: FileDescriptor(opening: "/dev/null", .readWrite)) {
      written.append($0)
    }
    #expect(result.written == 1)
    #expect(written == [1])
  }

  @Test("A full disk during an export is an error")
  func fullDisk() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    #expect(throws: EmbeddedDeskError.self) {
      _ = try desk.exportLines(to: FileDescriptor(opening: "/dev/full", .readWrite))
    }
  }
}
