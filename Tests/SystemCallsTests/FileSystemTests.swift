import SystemCalls
import Testing

@Suite("File system")
struct FileSystemTests {
  @Test("Folders are made with those above them, again without harm")
  func makesFolders() throws {
    let scratch = try Scratch()
    try FileSystem.makeFolder(scratch.path + "/a/b/c")
    try FileSystem.makeFolder(scratch.path + "/a/b/c")
    #expect(try FileSystem.status(scratch.path + "/a/b/c").isFolder)
    let file = try scratch.file("f", "")
    #expect(throws: SystemError.self) { try FileSystem.makeFolder(file) }
    #expect(throws: SystemError.self) { try FileSystem.makeFolder(file + "/x/y") }
  }

  @Test("Names are listed sorted by bytes, without . and ..")
  func lists() throws {
    let scratch = try Scratch()
    for name in ["b", "a", "Ä", ".hidden", "B"] { _ = try scratch.file(name, "") }
    #expect(try FileSystem.list(scratch.path) == [".hidden", "B", "a", "b", "Ä"])
    #expect(throws: SystemError.self) { try FileSystem.list(scratch.path + "/none") }
  }

  @Test("A file is replaced whole and nothing else is left behind")
  func replaces() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a", "old")
    try FileSystem.replace(path, with: Array("new".utf8), permissions: 0o640)
    #expect(try FileSystem.contents(of: path) == Array("new".utf8))
    #expect(try FileSystem.list(scratch.path) == ["a"])
    #expect(throws: SystemError.self) { try FileSystem.replace(scratch.path + "/none/a", with: []) }
    try FileSystem.makeFolder(scratch.path + "/full/x")
    #expect(throws: SystemError.self) { try FileSystem.replace(scratch.path + "/full", with: []) }
    #expect(try FileSystem.list(scratch.path) == ["a", "full"])
  }

  @Test("A file larger than the limit is refused")
  func limitsContents() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a", "12345")
    #expect(try FileSystem.contents(of: path, limit: 5).count == 5)
    #expect(throws: SystemError.self) { try FileSystem.contents(of: path, limit: 4) }
    #expect(try !FileSystem.contents(of: "/proc/self/status").isEmpty)
  }

  @Test(
    "The folder above is found",
    arguments: [("/a/b", "/a"), ("/a", "/"), ("a", ""), ("/a/b/", "/a"), ("/", "/"), ("a/b", "a")])
  func parents(path: String, parent: String) {
    #expect(FileSystem.parent(of: path) == parent)
  }

  @Test("What dead processes have left behind is removed, what living ones write is not")
  func removesLeftovers() throws {
    let scratch = try Scratch()
    let own = "b.tmp-x1-\(ProcessContext.identifier)"
    for name in ["a.tmp-x-99999999", own, "c.tmp-x-1", "d.tmp-x", "e-99999999", "plain"] {
      _ = try scratch.file(name, "")
    }
    FileSystem.removeLeftovers(in: scratch.path)
    #expect(try FileSystem.list(scratch.path) == [own, "c.tmp-x-1", "d.tmp-x", "e-99999999", "plain"])
    FileSystem.removeLeftovers(in: scratch.path + "/none")
  }

  @Test("Rename and remove")
  func renames() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a", "x")
    try FileSystem.rename(path, to: scratch.path + "/b")
    #expect(FileSystem.exists(scratch.path + "/b"))
    #expect(!FileSystem.exists(path))
    try FileSystem.remove(scratch.path + "/b")
    #expect(throws: SystemError.self) { try FileSystem.remove(scratch.path + "/b") }
  }
}
