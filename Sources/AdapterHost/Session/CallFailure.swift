package import AdapterProtocol

/// Why a session has ended.
package enum SessionEnd: Error, Sendable, Hashable {
  /// We have ended it.
  case closed
  /// The program has ended by itself, with a code.
  case exited(code: Int)
  /// The program was ended by a signal.
  case killed(signal: Int)
  /// A call was overdue and still not answered after it was cancelled.
  case hung(AdapterMethod)
  /// So many lines came that nobody had asked for, or that nobody could read.
  case flooded(lines: Int)
  /// Its standard streams broke; the reason is the system's.
  case broken(reason: String)
}

/// Why a call has no answer.
package enum CallFailure: Error, Sendable, Hashable {
  /// The adapter has answered that it could not.
  case fault(AdapterFault)
  /// What it answered is not what this call must give.
  case unreadable(ProtocolError)
  /// It did not answer in time; the call was cancelled.
  case overdue(milliseconds: Int)
  /// The session ended when the call had been sent already.
  case interrupted(SessionEnd)
  /// The call never left us.
  case notSent(SessionEnd)
  /// The call's own line would be too long, so it never left us.
  case tooLong(ProtocolError)

  /// Whether it is certain that the call has changed nothing.
  package var saysNothingWasDone: Bool {
    switch self {
    case .fault(let fault): fault.saysNothingWasDone
    case .notSent, .tooLong: true
    case .unreadable, .overdue, .interrupted: false
    }
  }
}
