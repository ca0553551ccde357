import Foundation
import SystemCalls
import Testing

@Suite("ChildProcess")
struct ChildProcessTests {
  @Test("a program gets its input, and its end is told")
  func endings() throws {
    let scratch = try Scratch()
    let file = scratch.path + "/out"
    #expect(
      try ChildProcess.run(["sh", "-c", "cat > \"$0\"", file], input: Array("héllo\n".utf8)) == .code(0))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "héllo\n")
    #expect(try ChildProcess.run(["sh", "-c", "exit 7"]) == .code(7))
    #expect(try ChildProcess.run(["sh", "-c", "kill -15 $$"]) == .signal(15))
  }

  @Test("a program that is not there is an error with its name")
  func missing() {
    #expect(throws: SystemError(call: "posix_spawnp", path: "/nonexistent/x", code: ENOENT)) {
      try ChildProcess.run(["/nonexistent/x"])
    }
  }

  @Test("a program that reads nothing of a long input is no error")
  func brokenPipe() throws {
    ProcessContext.ignoreBrokenPipes()
    let input = [UInt8](repeating: 0x78, count: 4 << 20)
    #expect(try ChildProcess.run(["true"], input: input) == .code(0))
  }

  @Test("arguments go as they are: no shell looks at them")
  func noShell() throws {
    let scratch = try Scratch()
    let file = scratch.path + "/out"
    let hostile = "$(touch /tmp/never); `id` \"'; exit 9"
    #expect(try ChildProcess.run(["sh", "-c", "printf %s \"$1\" > \"$0\"", file, hostile]) == .code(0))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == hostile)
  }

  @Test("a program has a session of its own, away from the terminal")
  func session() throws {
    let scratch = try Scratch()
    let file = scratch.path + "/out"
    #expect(
      try ChildProcess.run(["sh", "-c", "ps -o sid= -p $$ | tr -d ' ' > \"$0\"; echo $$ >> \"$0\"", file])
        == .code(0))
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == lines[1])
  }

  @Test("a private folder is its owner's alone and goes with all that is in it; links are not followed")
  func privateFolder() throws {
    let scratch = try Scratch()
    let outside = scratch.path + "/outside"
    try FileSystem.makeFolder(outside)
    try FileSystem.replace(outside + "/kept", with: [1])
    let folder = try FileSystem.makePrivateFolder(in: scratch.path, prefix: "p")
    #expect(try FileSystem.status(folder).permissions == 0o700)
    try FileSystem.makeFolder(folder + "/a/b")
    try FileSystem.replace(folder + "/a/b/c", with: [1])
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: outside)
    FileSystem.removeTree(folder)
    #expect(!FileSystem.exists(folder))
    #expect(FileSystem.exists(outside + "/kept"))
    #expect(throws: SystemError.self) { try FileSystem.makePrivateFolder(in: "/nonexistent", prefix: "p") }
  }
}
