import AdapterProtocol
import DeskModel
import JSONText

/// Something that was sent, and what came.
struct Exchange: Sendable {
  /// What was sent, shortened.
  let sent: String
  /// What came; nil for nothing.
  let heard: HeardLine?
  /// Why nothing came.
  let silence: String

  /// What came, shortened, and why it cannot be read where it cannot.
  var came: String {
    guard let heard else { return silence }
    guard case .refused(_, let error) = heard.content else { return heard.text }
    return "\(heard.text) (\(error))"
  }

  /// What came is not what had to come.
  func failure(_ expected: String, came: String? = nil) -> Finding {
    .failed(Evidence(sent: sent, came: came ?? self.came, expected: expected))
  }

  /// The answer as what the call must give.
  ///
  /// - Throws: a failure when there is none, or a skip when the backend cannot be reached now.
  func answer(to method: AdapterMethod) throws(Finding) -> AdapterAnswer {
    switch heard?.content {
    case .answer(_, let unread)?:
      do throws(ProtocolError) { return try unread.answer(to: method) } catch {
        throw failure("a result of \(method.rawValue) as it is specified", came: "\(came) (\(error))")
      }
    case .fault(_, let fault)?:
      if let reason = Self.passing(fault) { throw .skipped(reason) }
      throw failure("a result of \(method.rawValue)")
    case .refused?: throw failure("a message that can be read, with a result of \(method.rawValue)")
    case .asking?: throw failure("an answer; an adapter calls nobody")
    case .tooLong?: throw failure("an answer in a line of at most \(ProtocolLimits.lineBytes) bytes")
    case nil: throw failure("an answer to \(method.rawValue)")
    }
  }

  /// The value of an answer, by a pattern.
  func value<Value>(
    _ method: AdapterMethod, _ pick: (AdapterAnswer) -> Value?
  ) throws(Finding) -> Value {
    guard let value = pick(try answer(to: method)) else { throw failure("a result of \(method.rawValue)") }
    return value
  }

  /// Expects an error with one of these codes.
  ///
  /// - Parameters:
  ///   - codes: The codes.
  ///   - id: The id that it must have; `.some(nil)` for none, nil for any.
  ///   - expected: What is told when something else has come.
  /// - Throws: a failure, or a skip when the backend cannot be reached now.
  func expectFault(_ codes: [Int], id: RequestID?? = nil, _ expected: String) throws(Finding) {
    switch heard?.content {
    case .fault(let given, let fault)? where codes.contains(fault.code):
      if let id, id != given { throw failure(expected) }
    case .fault(_, let fault)?:
      if let reason = Self.passing(fault) { throw .skipped(reason) }
      throw failure(expected)
    case .refused?, .answer?, .asking?, .tooLong?, nil: throw failure(expected)
    }
  }

  /// Why a call may be answered in another hour; nil for faults that stay.
  private static func passing(_ fault: AdapterFault) -> String? {
    switch fault {
    case .away: "the backend cannot be reached now: \(fault.message)"
    case .busy: "the backend takes no more requests now: \(fault.message)"
    case .unauthorized: "the backend does not take the token: \(fault.message)"
    default: nil
    }
  }
}
