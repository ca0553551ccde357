/// What a check has seen that is not as it must be; text from outside as it came.
package struct Evidence: Sendable, Hashable {
  /// What was sent, shortened.
  package var sent: String
  /// What came, shortened.
  package var came: String
  /// What had to come, in a sentence.
  package var expected: String

  /// Makes evidence.
  package init(sent: String, came: String, expected: String) {
    self.sent = sent
    self.came = came
    self.expected = expected
  }
}

/// What becomes of a check.
package enum Verdict: Sendable, Hashable {
  /// All is as it must be.
  case passed
  /// Something is not.
  case failed(Evidence)
  /// The manifest does not offer what is checked.
  case notApplicable(reason: String)
  /// It could not be looked at, or must not without a word of the person.
  case skipped(reason: String)
}

/// Why a check ends before its end.
enum Finding: Error, Sendable, Hashable {
  case failed(Evidence)
  case notApplicable(String)
  case skipped(String)

  var verdict: Verdict {
    switch self {
    case .failed(let evidence): .failed(evidence)
    case .notApplicable(let reason): .notApplicable(reason: reason)
    case .skipped(let reason): .skipped(reason: reason)
    }
  }

  /// The same seen from a check that only needs this to go well: another check tells what is wrong.
  func asSkipped(_ other: String) -> Finding {
    guard case .failed = self else { return self }
    return .skipped("what it needs cannot be had: see \(other)")
  }
}
