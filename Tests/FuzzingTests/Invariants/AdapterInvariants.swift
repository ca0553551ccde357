import AdapterProtocol

/// A line from an adapter or for one: read as what it can be or refused in words, and written again as it was understood.
enum AdapterInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    let incoming: IncomingMessage
    do throws(RefusedLine) {
      incoming = try IncomingMessage(line: input)
    } catch {
      if error.error.description.isEmpty { return "refused without a reason" }
      return rewriting(.fault(error.id, error.error.fault), answering: nil)
    }
    switch incoming {
    case .call(let id, let call): return rewriting(.call(id, call), answering: nil)
    case .cancel(let id): return rewriting(.cancel(id), answering: nil)
    case .fault(let id, let fault): return rewriting(.fault(id, fault), answering: nil)
    case .unknownNotification: return nil
    case .answer(let id, let unread):
      for method in AdapterMethod.allCases {
        do throws(ProtocolError) {
          let message = AdapterMessage.answer(id, try unread.answer(to: method), unread.budget)
          if let violation = rewriting(message, answering: method) { return violation }
        } catch {
          if error.description.isEmpty { return "an answer refused without a reason" }
        }
      }
      return nil
    }
  }

  private static func rewriting(_ message: AdapterMessage, answering method: AdapterMethod?) -> String? {
    guard let line = try? message.line() else { return nil }
    if line.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "a written line holds a control" }
    guard let incoming = try? IncomingMessage(line: line) else { return "what was written cannot be read" }
    let again: AdapterMessage? =
      switch incoming {
      case .call(let id, let call): .call(id, call)
      case .cancel(let id): .cancel(id)
      case .fault(let id, let fault): .fault(id, fault)
      case .unknownNotification: nil
      case .answer(let id, let unread):
        method.flatMap { try? unread.answer(to: $0) }.map { .answer(id, $0, unread.budget) }
      }
    return again == message ? nil : "written and read again it is another"
  }
}
