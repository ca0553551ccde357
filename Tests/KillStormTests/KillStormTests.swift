import SystemCalls
import TestSupport
import Testing

@testable import KillStorm

@Suite("KillStorm", .serialized)
struct KillStormTests {
  @Test("a short storm loses, doubles and tears nothing")
  func shortStorm() throws {
    let folder = "/tmp/sapa-test-storm-\(ProcessContext.identifier)"
    try FileSystem.makeFolder(folder)
    defer { FolderRemoval.remove(folder) }
    var plan = KillStorm.Plan(program: PtySession.product("sapa"), folder: folder, rounds: 10, seed: 3)
    // Nothing is asserted about time here: how long the disk takes is the machine's matter.
    plan.typingLimit = 60_000
    plan.restEvery = 5
    var storm = try KillStorm(plan)
    try storm.run()
    #expect(storm.report.violations == [])
    #expect(storm.report.killCount >= 10)
    #expect(storm.report.typed > 0)
    #expect(storm.report.sent > 0)
  }

  @Test("a command line that cannot be understood is refused")
  func usage() {
    #expect(KillStormCommand.run([]) == 2)
    #expect(KillStormCommand.run(["--nonsense"]) == 2)
    #expect(KillStormCommand.run(["5", "--seed", "x"]) == 2)
  }
}
