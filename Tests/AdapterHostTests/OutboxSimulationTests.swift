import Foundation
import Testing

/// Many runs of an outbox against backends that fail and lie (`.ci/outbox-storm` makes more of them).
struct OutboxSimulationTests {
  /// How many; the same numbers give the same runs.
  private static var runs: Int {
    ProcessInfo.processInfo.environment["SAPA_OUTBOX_RUNS"].flatMap(Int.init) ?? 200
  }

  @Test func `Whatever fails, lies or dies: no answer is lost, none is doubled, and all come to rest`() {
    var crashes = 0
    for seed in 0..<UInt64(Self.runs) {
      var simulation = OutboxSimulation(seed: seed)
      simulation.run()
      crashes += simulation.crashes
      #expect(simulation.violations.isEmpty, "seed \(seed)")
    }
    #expect(crashes > Self.runs)
  }
}
