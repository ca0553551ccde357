import LocalDesk
import SystemCalls
import Testing

@Suite("Desk inspection")
struct DeskInspectionTests {
  @Test("a desk that was just written is told of by its files")
  func written() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2"))
    desk.close()
    let found = try DeskInspection(folder: fixture.folder)
    #expect(found.segments == 1 && found.tornBytes == 0 && found.tornFiles == [])
    #expect(found.bytes == (try FileSystem.status(fixture.folder + "/journal/000001.jsonl").size))
    #expect(found.lastWrite != nil)
    #expect(found.index == .usable(behind: 0))
    #expect(found.lockFile == fixture.folder + "/lock")
  }

  @Test("what stands behind the last line end is counted, however long it is")
  func torn() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    desk.close()
    let path = fixture.folder + "/journal/000001.jsonl"
    for (length, total) in [(5, 5), (200_000, 200_005)] {
      try FileDescriptor(opening: path, .append).write([UInt8](repeating: 0x78, count: length))
      #expect(try DeskInspection(folder: fixture.folder).tornBytes == total)
      #expect(try DeskInspection(folder: fixture.folder).index == .usable(behind: total))
    }
  }

  @Test("an index that is missing, damaged or of another journal is told apart")
  func index() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    desk.close()
    let path = fixture.folder + "/index/conversations.index"
    try FileDescriptor(opening: path, .truncate).write(Array("x".utf8))
    #expect(try DeskInspection(folder: fixture.folder).index == .unusable)
    try FileSystem.remove(path)
    #expect(try DeskInspection(folder: fixture.folder).index == .missing)
  }

  @Test("an empty desk has no last write, and what is none is refused as by opening")
  func others() throws {
    let fixture = try DeskFixture()
    #expect(throws: EmbeddedDeskError.missing(folder: fixture.folder)) {
      try DeskInspection(folder: fixture.folder)
    }
    #expect(!FileSystem.exists(fixture.folder))
    try fixture.open().close()
    let empty = try DeskInspection(folder: fixture.folder)
    #expect(empty.lastWrite == nil && empty.bytes == 0 && empty.segments == 0 && empty.tornBytes == 0)
    try FileSystem.replace(fixture.folder + "/desk.json", with: Array("{\"format\":99}".utf8))
    #expect(throws: EmbeddedDeskError.newerFormat(folder: fixture.folder, format: 99, known: 1)) {
      try DeskInspection(folder: fixture.folder)
    }
    try FileSystem.remove(fixture.folder + "/desk.json")
    try FileSystem.makeFolder(fixture.folder + "/desk.json")
    #expect(throws: EmbeddedDeskError.notOrdinary(path: fixture.folder + "/desk.json")) {
      try DeskInspection(folder: fixture.folder)
    }
  }
}
