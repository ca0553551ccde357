import AdapterHost
import Testing

struct RestartPolicyTests {
  @Test func `Pauses double up to the longest, and begin anew after a good run`() {
    var policy = RestartPolicy(first: 500, longest: 4_000, goodRun: 60_000)
    let most = [0, 0, 0, 0, 0, 59_999, 60_000, 0].map { policy.pause(afterRun: $0, random: .max) }
    #expect(most.enumerated().allSatisfy { $1 <= [500, 1_000, 2_000, 4_000, 4_000, 4_000, 500, 1_000][$0] })
  }

  @Test func `By chance between half and all of a pause is waited`() {
    let pauses = (0..<2_000).map { number in
      var policy = RestartPolicy(first: 500)
      return policy.pause(afterRun: 0, random: UInt64(number))
    }
    #expect(pauses.min() == 250 && pauses.max() == 500)
  }
}
