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

  @Test("Two folders are watched through one descriptor, and a closed file is told by its name")
  func twoFolders() throws {
    let (one, two) = (try Scratch(), try Scratch())
    let watch = try FolderWatch([one.path, two.path])
    do {
      let file = try FileDescriptor(opening: two.path + "/ж", .create)
      #expect(watch.events() == [FolderEvent(folder: 1, name: "ж", isClosed: false)])
      try file.write([1], at: 0)
      #expect(watch.events() == [FolderEvent(folder: 1, name: "ж", isClosed: false)])
    }
    #expect(watch.events() == [FolderEvent(folder: 1, name: "ж", isClosed: true)])
    try FileSystem.makeFolder(one.path + "/sub")
    #expect(watch.events() == [FolderEvent(folder: 0, name: "sub", isClosed: false)])
    try FileSystem.removeFolder(one.path + "/sub")
    #expect(watch.events().count == 1 && watch.events().isEmpty)
  }
}
