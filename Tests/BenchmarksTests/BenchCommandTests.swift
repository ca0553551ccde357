import JSONText
import SystemCalls
import TestSupport
import Testing

@testable import Benchmarks

@Suite("sapa-bench", .serialized)
struct BenchCommandTests {
  @Test("a quick run prints every scenario with both programs, and leaves nothing behind")
  func quick() throws {
    let folder = "/tmp/sapa-test-bench-\(ProcessContext.identifier)"
    try FileSystem.makeFolder(folder)
    defer { FolderRemoval.remove(folder) }
    let script =
      "exec \"$0\" --quick --json --conversations 1000 --folder \"$1\" > \"$1\"/out 2> \"$1\"/notes"
    let session = try PtySession("/bin/sh", ["-c", script, PtySession.product("sapa-bench"), folder])
    let code = try session.waitForExit(limit: 600_000)
    #expect(code == .code(0))
    #expect(try FileSystem.list(folder) == ["notes", "out"])
    var names: Set<String> = []
    let feed = "typing, 1,000 entries a second by an adapter, beside none"
    var feedRatios: [Double?] = []
    let lines = String(decoding: try FileSystem.contents(of: folder + "/out"), as: UTF8.self).split(
      separator: "\n")
    for line in lines {
      let figure = try JSONDocument(Array(line.utf8)).root
      let scenario = try #require(figure["scenario"]?.string)
      names.insert(scenario)
      #expect(figure["measure"]?.string?.isEmpty == false)
      #expect(figure["conversations"]?.int != nil)
      #expect(figure["sapa"]?.double != nil || figure["sapa"]?.int != nil, "\(line)")
      if scenario == feed, figure["measure"]?.string?.hasPrefix("entries in the mirror") == true {
        feedRatios.append(figure["ratio"]?.double)
      }
    }
    // Whatever came through the adapter is there, once.
    #expect(feedRatios == [1])
    #expect(
      names.isSuperset(of: [
        "start", "memory", "typing", "typing, 1,000 changes a second", "next conversation",
        "opening 200 entries",
        "50 held keys", "10 sizes", "idle for 1 s", "slow line, 9,600 baud", "import",
        "SafeText, six languages",
        "a typed character: reduce and render", "judging drafts", "paging in, beside an import", feed,
        "codec, reading 500 changes", "codec, writing an answer that is sent",
      ]))
  }

  @Test("a command line that cannot be understood is refused")
  func usage() {
    #expect(BenchCommand.run(["--conversations", "x"]) == 2)
    #expect(BenchCommand.run(["--nonsense"]) == 2)
    #expect(BenchCommand.run(["endurance", "ten"]) == 2)
    #expect(BenchCommand.run(["serve-desk", "/dev/null", "many", "/tmp"]) == 2)
  }
}
