package import SystemCalls

/// A check and what became of it.
package struct ConformanceResult: Sendable {
  /// The check.
  package let check: ConformanceCheck
  /// What became of it; without the token, wherever an adapter has written it.
  package let verdict: Verdict
}

/// Makes the checks with an adapter.
package struct ConformanceRun: Sendable {
  private let subject: ConformanceSubject
  private let surroundings: ConformanceSurroundings

  /// Makes a run.
  package init(_ subject: ConformanceSubject, _ surroundings: ConformanceSurroundings) {
    self.subject = subject
    self.surroundings = surroundings
  }

  /// Makes the checks whose group or id is among `only`, all when it is empty, and tells each at once.
  ///
  /// - Throws: why the program cannot be started at all.
  package func run(
    only: [String] = [], each: (ConformanceResult) -> Void
  ) throws(SystemError) {
    let probe = Probe(subject, surroundings)
    try probe.open()
    defer { probe.close() }
    for check in ConformanceTable.checks
    where only.isEmpty || only.contains(check.id) || only.contains(check.group) {
      var verdict = Verdict.passed
      do throws(Finding) { try check.body(probe) } catch { verdict = error.verdict }
      // What it still has to say would be taken for the answer to the next call.
      if case .failed = verdict { probe.discardSession() }
      each(ConformanceResult(check: check, verdict: hidden(verdict, probe.canary)))
    }
  }

  private func hidden(_ verdict: Verdict, _ token: String) -> Verdict {
    func hide(_ text: String) -> String { ByteSearch.replacing(token, by: "(token)", in: text) }
    switch verdict {
    case .passed: return .passed
    case .failed(let evidence):
      return .failed(
        Evidence(
          sent: hide(evidence.sent), came: hide(evidence.came), expected: hide(evidence.expected)))
    case .notApplicable(let reason): return .notApplicable(reason: hide(reason))
    case .skipped(let reason): return .skipped(reason: hide(reason))
    }
  }
}
