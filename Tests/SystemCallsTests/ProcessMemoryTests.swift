import SystemCalls
import Testing

@Suite("Process memory")
struct ProcessMemoryTests {
  @Test("what was freed goes back to the system, and memory works as before")
  func givesBack() throws {
    func resident() throws -> Int {
      let status = String(decoding: try FileSystem.contents(of: "/proc/self/statm"), as: UTF8.self)
      return Int(status.split(separator: " ")[1]) ?? 0
    }
    // Pieces too small to be mapped by themselves, with one in use at the end, so that nothing goes back unasked.
    var pieces = (0..<20_000).map { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: 4_000) }
    let last = pieces.removeLast()
    pieces = []
    let before = try resident()
    ProcessMemory.giveBack()
    #expect(try resident() <= before)
    #expect(last.count == 4_000)
  }
}
