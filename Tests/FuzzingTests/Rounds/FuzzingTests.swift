import Foundation
import TestSupport
import Testing

@Suite("Fuzzing")
struct FuzzingTests {
  private static func seeds(_ target: FuzzTarget) throws -> [[UInt8]] {
    let folder = Checkout.root.appending(path: "Tests/Fuzzing/\(target.rawValue)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
  }

  @Test("every seed holds what must hold, and there are seeds", arguments: FuzzTarget.allCases)
  func seeds(target: FuzzTarget) throws {
    let seeds = try Self.seeds(target)
    #expect(seeds.count >= 5)
    for seed in seeds { #expect(target.firstViolation(seed) == nil) }
  }

  @Test("a short round of changed seeds finds nothing", arguments: FuzzTarget.allCases)
  func shortRound(target: FuzzTarget) throws {
    var mutator = Mutator(seeds: try Self.seeds(target), seed: 20_261_125)
    for _ in 0..<2_000 {
      let input = mutator.next()
      let violation = target.firstViolation(input)
      #expect(violation == nil, "\(input)")
      if violation != nil { return }
    }
  }

  @Test("the invariants can be violated")
  func detection() {
    #expect(SafeTextInvariants.firstHarm(in: "a\u{1B}b") == "control U+1b")
    #expect(SafeTextInvariants.firstHarm(in: "a\u{202E}b") == "direction U+202e")
    #expect(SafeTextInvariants.firstHarm(in: "a\u{FEFF}b") == "invisible U+feff")
    #expect(SafeTextInvariants.firstHarm(in: "Kak, 你好 ‹RLO› 🙂\n\tслово") == nil)
  }
}
