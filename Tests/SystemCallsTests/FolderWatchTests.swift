import SystemCalls
import Testing

@Suite("Folder watch")
struct FolderWatchTests {
  @Test("A written file is noticed once")
  func notices() throws {
    let scratch = try Scratch()
    let watch = try FolderWatch(scratch.path)
    #expect(!watch.drain())
    _ = try scratch.file("a", "x")
    #expect(watch.drain())
    #expect(!watch.drain())
    #expect(watch.descriptor > 2)
    #expect(throws: SystemError.self) { try FolderWatch(scratch.path + "/none") }
  }
}
