import SystemCalls
import Testing

@Suite("Line reader")
struct LineReaderTests {
  private func lines(_ reader: inout LineReader) throws -> [String] {
    var result: [String] = []
    while let line = try reader.next() {
      result.append(String(decoding: line.bytes[line.range], as: UTF8.self))
    }
    return result
  }

  @Test("Lines are the same for every size of chunk", arguments: [1, 2, 3, 5, 64])
  func chunks(size: Int) throws {
    let scratch = try Scratch()
    let text = "one\r\n\ntwo three\n\r\nlast"
    let path = try scratch.file("a", text)
    var reader = LineReader(try FileDescriptor(opening: path, .read), chunk: size)
    #expect(try lines(&reader) == ["one", "", "two three", "", "last"])
    let bytesRead = reader.bytesRead
    #expect(bytesRead == text.utf8.count)
  }

  @Test("Lines come from memory, too; an LF at the end makes no further line")
  func memory() throws {
    var reader = LineReader(Array("a\nb\n".utf8))
    #expect(try lines(&reader) == ["a", "b"])
    var empty = LineReader([])
    #expect(try lines(&empty) == [])
  }

  @Test("A line beyond the limit is an error")
  func limit() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a", String(repeating: "x", count: 100))
    var reader = LineReader(try FileDescriptor(opening: path, .read), chunk: 10)
    do {
      _ = try reader.next(limit: 50)
      Issue.record("expected an error")
    } catch {
      #expect(error.isFull)
    }
  }
}
