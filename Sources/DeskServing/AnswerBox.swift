import DeskLink
import Synchronization

/// Keeps an answer that comes before `handle` returns.
final class AnswerBox: Sendable {
  private let content = Mutex<Result<DeskAnswer, DeskError>?>(nil)

  func put(_ answer: Result<DeskAnswer, DeskError>) { content.withLock { $0 = answer } }

  var answer: Result<DeskAnswer, DeskError> {
    content.withLock { $0 } ?? .failure(.away(reason: "the desk gave no answer"))
  }
}
