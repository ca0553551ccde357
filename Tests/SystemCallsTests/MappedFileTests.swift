import SystemCalls
import Testing

@Suite("Mapped files")
struct MappedFileTests {
  @Test("Numbers and bytes are read where they stand; beyond the end is nil, never a trap")
  func loads() throws {
    let scratch = try Scratch()
    var bytes: [UInt8] = [7]
    bytes.append(littleEndian: UInt32(0x0102_0304))
    bytes.append(littleEndian: Int64(-5))
    let path = scratch.path + "/a"
    try FileDescriptor(opening: path, .create).write(bytes)
    let file = try MappedFile(path)
    #expect(file.count == 13)
    #expect(file.load(UInt32.self, at: 1) == 0x0102_0304)
    #expect(file.load(Int64.self, at: 5) == -5)
    #expect(file.load(Int64.self, at: 6) == nil)
    #expect(file.load(UInt8.self, at: -1) == nil)
    #expect(file.load(UInt8.self, at: Int.max) == nil)
    #expect(file.numbers(at: 1, count: 1) == [0x0102_0304])
    #expect(file.numbers(at: 1, count: 9) == [0x0102_0304, 0xFFFF_FFFB, 0xFFFF_FFFF])
    #expect(file.numbers(at: 12, count: 1) == [])
    #expect(file.numbers(at: -1, count: 1) == [])
    #expect(file.bytes(0..<2) == [7, 4])
    #expect(file.bytes(12..<99).count == 1)
    #expect(file.bytes(50..<99) == [])
    #expect(file.withBytes { $0.count } == 13)
    #expect(bytes.load(UInt32.self, at: 1) == 0x0102_0304)
    #expect(bytes.load(UInt32.self, at: 10) == nil)
  }

  @Test("An empty file is mapped; a missing one is an error; a replaced one keeps its old content")
  func edges() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a", "")
    #expect(try MappedFile(path).bytes(0..<9) == [])
    #expect(throws: SystemError.self) { try MappedFile(scratch.path + "/none") }
    try FileSystem.replace(path, with: [1, 2])
    let old = try MappedFile(path)
    try FileSystem.replace(path, with: [3])
    #expect(old.bytes(0..<2) == [1, 2])
  }

  @Test("Line ends are found within a range")
  func lineFeeds() {
    let bytes = Array("ab\ncd\ne".utf8)
    #expect(bytes.firstLineFeed(in: 0..<7) == 2)
    #expect(bytes.firstLineFeed(in: 3..<7) == 5)
    #expect(bytes.firstLineFeed(in: 6..<99) == nil)
    #expect(bytes.firstLineFeed(in: 3..<5) == nil)
    #expect([UInt8]().firstLineFeed(in: 0..<0) == nil)
    #expect(bytes.equals(0..<2, Array("xab".utf8), 1..<3))
    #expect(!bytes.equals(0..<2, Array("xab".utf8), 0..<2))
    #expect(!bytes.equals(0..<2, Array("xab".utf8), 2..<9))
  }
}
