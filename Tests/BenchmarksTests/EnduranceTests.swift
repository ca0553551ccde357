import SystemCalls
import TestSupport
import Testing

@testable import Benchmarks

@Suite("Endurance", .serialized)
struct EnduranceTests {
  @Test("what the console keeps stays bounded, however long it is used")
  func bounded() throws {
    let folder = "/tmp/sapa-test-endurance-\(ProcessContext.identifier)"
    try FileSystem.makeFolder(folder)
    defer { FolderRemoval.remove(folder) }
    let content = FileSystem.parent(of: PtySession.product("sapa")) + "/sapa_CShippedContent.resources"
    var endurance = try Endurance(folder: folder, content: content)
    defer { endurance.close() }
    endurance.run(events: 400, over: 2 * 3_600_000)
    let sizes = endurance.sizes
    #expect(sizes.undoSteps <= 100)
    #expect(sizes.pendingActs <= 10)
    #expect(sizes.typeAhead == 0)
    #expect(sizes.trail <= 100)
    #expect(sizes.queueRows <= 1_000)
    // One for each conversation that something was written to, at most.
    #expect(sizes.parked <= 300)
  }
}
