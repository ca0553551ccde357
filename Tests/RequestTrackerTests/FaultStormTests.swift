import Foundation
import OddServer
import Synchronization
import Testing

/// Faults between the adapter and a real RT, while a reply is sent (`.ci/fault-storm` plays all of them).
@Suite("Integration: a reply while something breaks", .enabled(if: RealRT.isExpected, RealRT.hint))
struct FaultStormTests {
  /// A few: each takes seconds of waiting.
  private static let few: [FaultCase] = [
    FaultCase(.initialize, .login), FaultCase(.say, .cutAfter),
    FaultCase(.say, .stallBefore, after: .errorBefore),
  ]

  /// `SAPA_FAULT_CASES`: `all`, or words that a case's name holds.
  private static var cases: [FaultCase] {
    guard let wanted = ProcessInfo.processInfo.environment["SAPA_FAULT_CASES"] else { return few }
    return wanted == "all" ? FaultCase.all : FaultCase.all.filter { $0.description.contains(wanted) }
  }

  @Test("The customer gets it exactly once, whatever breaks on the way of whichever call")
  func once() throws {
    let rt = try RealRT()
    let cases = Self.cases
    try #require(!cases.isEmpty)
    let reports = play(cases, rt)
    for (what, report) in zip(cases, reports) {
      #expect(report.copies == 1 && report.problems.isEmpty, "\(what): \(report)")
    }
    let lost = reports.filter { $0.isAtRest && $0.copies == 0 }.count
    let doubled = reports.filter { $0.copies > 1 }.count
    let hung = reports.filter { !$0.isAtRest }.count
    let odd = reports.filter { !$0.problems.isEmpty && $0.isAtRest }.count
    print("\(cases.count) cases: \(lost) lost, \(doubled) doubled, \(hung) hung, \(odd) otherwise wrong")
  }

  /// Most of the time is waiting, so several are played at once.
  private func play(_ cases: [FaultCase], _ rt: RealRT) -> [FaultCase.Report] {
    let results = Results(cases, rt)
    let threads = (0..<6).map { _ in Thread { results.work() } }
    for thread in threads { thread.start() }
    return results.wait()
  }

  /// What the threads share.
  private final class Results: Sendable {
    private let cases: [FaultCase]
    private let rt: RealRT
    private let next = Mutex(0)
    private let reports: Mutex<[FaultCase.Report?]>
    private let done = DispatchSemaphore(value: 0)

    init(_ cases: [FaultCase], _ rt: RealRT) {
      self.cases = cases
      self.rt = rt
      reports = Mutex(Array(repeating: nil, count: cases.count))
    }

    func work() {
      while true {
        let number = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard number < cases.count else { return }
        let report = cases[number].play(rt)
        let seconds = String(format: "%.1f", report.seconds)
        print(
          ([
            "\(cases[number]): \(report.copies) in \(seconds) s"
          ] + report.problems).joined(separator: "; "))
        reports.withLock { $0[number] = report }
        done.signal()
      }
    }

    func wait() -> [FaultCase.Report] {
      for _ in cases { done.wait() }
      return reports.withLock { $0.compactMap { $0 } }
    }
  }
}
