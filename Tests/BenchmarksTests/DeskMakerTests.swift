import JSONText
import SystemCalls
import TestSupport
import Testing

@testable import Benchmarks

@Suite("DeskMaker")
struct DeskMakerTests {
  @Test("the same conversations come out each time, whole, one row for each, the rare word in the eighth")
  func writing() throws {
    let folder = "/tmp/sapa-test-maker-\(ProcessContext.identifier)"
    try FileSystem.makeFolder(folder)
    defer { FolderRemoval.remove(folder) }
    let maker = DeskMaker(conversations: 20, messages: 4)
    let bytes = try maker.write(lines: folder + "/a", rows: folder + "/b")
    let first = try FileSystem.contents(of: folder + "/a")
    #expect(first.count == bytes)
    _ = try maker.write(lines: folder + "/a", rows: folder + "/b")
    #expect(try FileSystem.contents(of: folder + "/a") == first)
    let lines = first.split(separator: 0x0A)
    #expect(lines.count == 20)
    for (number, line) in lines.enumerated() {
      let root = try JSONDocument(Array(line)).root
      #expect(root["id"]?.string == "c-\(number)")
      #expect(root["entries"]?.array?.count == 4)
      #expect(String(decoding: line, as: UTF8.self).contains(DeskMaker.rareWord) == (number == 7))
    }
    #expect(try FileSystem.contents(of: folder + "/b").filter { $0 == 0x0A }.count == 20)
  }
}
