import AdapterProtocol
import Synchronization
import SystemCalls

/// Writes messages, each as a whole line in one write, one after the other.
///
/// When nobody reads any more, what is written is dropped: the console has gone, and the end of our input follows.
final class MessageOutput: Sendable {
  private let descriptor: FileDescriptor
  private let isClosed = Mutex(false)

  init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

  /// Writes the answer to a call, or a fault in its place when it does not fit into a line.
  func write(
    _ result: Result<AdapterAnswer, AdapterFault>, id: RequestID, budget: BudgetLeft?
  ) {
    switch result {
    case .success(let answer):
      do { put(try AdapterMessage.answer(id, answer, budget).line()) } catch {
        write(Self.instead(of: answer), id: id)
      }
    case .failure(let fault): write(fault, id: id)
    }
  }

  /// Writes that there is no answer; without an id when the call could not be read so far.
  func write(_ fault: AdapterFault, id: RequestID?) {
    do { put(try AdapterMessage.fault(id, fault).line()) } catch {
      // Only an id or a reason of megabytes comes here.
      let short = AdapterFault.tooLarge(limit: ProtocolLimits.lineBytes)
      if let line = try? AdapterMessage.fault(id, short).line() { put(line) }
    }
  }

  /// What is said in the place of an answer that is too long.
  ///
  /// For `apply` a fault assures that nothing was done, so an outcome that says something else must not become one.
  private static func instead(of answer: AdapterAnswer) -> AdapterFault {
    switch answer {
    case .apply(.conflict), .apply(.denied), .apply(.invalid), .apply(.failed): break
    case .apply: return .internalFailure(reason: "the outcome does not fit into a line")
    default: break
    }
    return .tooLarge(limit: ProtocolLimits.lineBytes)
  }

  private func put(_ line: [UInt8]) {
    isClosed.withLock { isClosed in
      guard !isClosed else { return }
      do { try descriptor.write(line + [UInt8(ascii: "\n")]) } catch { isClosed = true }
    }
  }
}
