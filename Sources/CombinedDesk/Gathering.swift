import DeskLink
import Synchronization

/// Collects the answers of several desks, which may come at once or later, on any thread.
final class Gathering: Sendable {
  typealias Answer = Result<DeskAnswer, DeskError>

  private struct Content {
    var answers: [Answer?]
    var missing: Int
    var done: (@Sendable ([Answer?]) -> Void)?
  }

  private let content: Mutex<Content>
  private let isEnough: @Sendable (Answer) -> Bool

  /// Begins to collect so many answers.
  ///
  /// `done` is told them once, in the order of the questions, when all are there or one is enough by itself; those that
  /// were not waited for are nil.
  init(
    _ count: Int, isEnough: @escaping @Sendable (Answer) -> Bool = { _ in false },
    done: @escaping @Sendable ([Answer?]) -> Void
  ) {
    self.isEnough = isEnough
    content = Mutex(Content(answers: Array(repeating: nil, count: count), missing: count, done: done))
    if count == 0 { done([]) }
  }

  /// Takes an answer; the first one to each question counts.
  func take(_ answer: Answer, to question: Int) {
    let finished = content.withLock { content -> (() -> Void)? in
      guard let done = content.done, content.answers[question] == nil else { return nil }
      content.answers[question] = answer
      content.missing -= 1
      guard content.missing == 0 || isEnough(answer) else { return nil }
      content.done = nil
      let answers = content.answers
      return { done(answers) }
    }
    finished?()
  }
}

/// A place for an answer that is needed at once.
final class AnswerSlot: Sendable {
  private struct Content {
    var answer: Result<DeskAnswer, DeskError>?
    var isClosed = false
  }

  private let content = Mutex(Content())

  /// Puts the answer in.
  ///
  /// - Returns: whether it came in time.
  func put(_ answer: Result<DeskAnswer, DeskError>) -> Bool {
    content.withLock { content in
      guard !content.isClosed else { return false }
      content.answer = answer
      return true
    }
  }

  /// What has come so far; what comes from now on is late.
  func close() -> Result<DeskAnswer, DeskError>? {
    content.withLock { content in
      content.isClosed = true
      return content.answer
    }
  }
}
