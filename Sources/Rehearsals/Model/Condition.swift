/// What must hold of the agent's reply for the story to move on.
package indirect enum Condition: Sendable, Hashable {
  case any([Condition])
  case all([Condition])
  case not(Condition)
  /// One of these words or phrases is in the reply.
  case says([String])
  /// One of them is in a question.
  case asksAbout([String])
  case asks
  /// Something of a list of words is in the reply.
  case list(String)
  case asksForSecret
  /// A finding of these rules, `group.rule` or `group.*`.
  case warned([String])
  case repeatsAnswer
  case usesAnswer
  /// Characters.
  case longer(Int)
  case shorter(Int)
  /// Seconds since the customer's last line.
  case within(Int)
  case remembers(String)
  /// The story has come back to the scene at least so often.
  case comesBack(Int)
  case did(RehearsalAct)
  /// A question that a person answers.
  case judge(String)

  /// All tests in it.
  package var tests: [Condition] {
    switch self {
    case .any(let parts), .all(let parts): parts.flatMap(\.tests)
    case .not(let part): part.tests
    default: [self]
    }
  }
}

/// What an agent does besides writing to the customer.
package enum RehearsalAct: String, Sendable, Hashable, CaseIterable {
  case note, resolve, handOver, followUp, askForAccess, answerOthers
}

/// What the scorecard asks for.
package struct Criterion: Sendable, Hashable {
  /// What it belongs to.
  package enum Category: String, Sendable, CaseIterable {
    case solution, tone, knowledge
    /// Told, and not counted.
    case time
  }

  /// How it is judged.
  package enum Test: Sendable, Hashable {
    case anyReply(Condition)
    case noReply(Condition)
    case firstReply(Condition)
    case lastReply(Condition)
    case everyReply(Condition)
    /// The story has ended in one of these.
    case ending([String])
    /// A question that a person answers.
    case judge(String)
  }

  /// What it belongs to.
  package var category: Category
  /// Whether everything is lost without it.
  package var isCritical: Bool
  /// What is asked for, in words.
  package var text: String
  /// How it is judged.
  package var test: Test
  /// In the file, from 1.
  package var line: Int
}

/// A dialogue that proves a scenario.
package struct ScenarioRun: Sendable, Hashable {
  /// What the agent does.
  package enum Step: Sendable, Hashable {
    case reply(String)
    /// Seconds.
    case wait(Int)
    case note(String)
    case act(RehearsalAct)
    /// One reply to all that also wait.
    case others(String)
  }

  /// Its name.
  package var name: String
  /// The ending that it reaches.
  package var ends = ""
  /// The score that comes out.
  package var score = 0...100
  /// What happens, in order.
  package var steps: [Step] = []
  /// Answers to the questions that are asked, in order.
  package var judgements: [Bool] = []
  /// In the file, from 1.
  package var line: Int
}
