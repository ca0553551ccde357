/// A scene: what the customer says, and what moves the story on.
package struct Scene: Sendable, Hashable {
  /// Its name, unique among scenes and endings whatever the capitals.
  package var name: String
  /// For the colleague who plays the customer.
  package var mood = ""
  /// What is said the first time, the second time and so on; the last one for every time after that.
  ///
  /// Each holds messages.
  package var lines: [[String]] = []
  /// For a trainee who asks.
  package var hint = ""
  /// What happens when the agent answers: the first that holds is taken.
  package var rules: [Rule] = []
  /// What happens when the agent does not answer.
  package var timers: [Timer] = []
  /// Where it begins in the file, from 1.
  package var line: Int

  /// The messages of a visit, 0 for the first.
  package func messages(visit: Int) -> [String] { lines.isEmpty ? [] : lines[min(visit, lines.count - 1)] }

  /// A condition with what happens then.
  package struct Rule: Sendable, Hashable {
    /// Nil for `Otherwise`.
    package var condition: Condition?
    /// What happens when it holds.
    package var action: Action
    /// In the file, from 1.
    package var line: Int
  }

  /// A time with what happens then.
  package struct Timer: Sendable, Hashable {
    /// Seconds since the customer's last line.
    package var seconds: Int
    /// What happens when they are over.
    package var action: Action
    /// In the file, from 1.
    package var line: Int
  }

  /// What happens.
  package struct Action: Sendable, Hashable {
    /// The name of a scene or an ending; nil to stay.
    package var target: String?
    /// What the customer says before that.
    package var says: [String] = []
    /// Words for `remembers`.
    package var remembers: [String] = []
  }
}

/// How a story ends.
package struct Ending: Sendable, Hashable {
  /// How it went.
  package enum Result: String, Sendable, CaseIterable { case good, fair, poor }

  /// Its name.
  package var name: String
  /// How it went.
  package var result: Result?
  /// The customer's last messages.
  package var messages: [String] = []
  /// What is told afterwards.
  package var story = ""
  /// Where it begins in the file, from 1.
  package var line: Int
}
