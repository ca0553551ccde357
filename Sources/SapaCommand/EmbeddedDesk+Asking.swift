import DeskLink
import LocalDesk
import Synchronization

extension EmbeddedDesk {
  /// Asks and waits: for commands, which have nothing else to do meanwhile.
  func ask(_ request: DeskRequest) throws(DeskError) -> DeskAnswer {
    let box = AnswerBox()
    handle(request) { answer in box.answer.withLock { $0 = answer } }
    settle()
    guard let answer = box.answer.withLock({ $0 }) else { throw .away(reason: "it gave no answer") }
    return try answer.get()
  }
}

/// Where the answer to a question lies until somebody takes it.
private final class AnswerBox: Sendable {
  let answer = Mutex<Result<DeskAnswer, DeskError>?>(nil)
}
