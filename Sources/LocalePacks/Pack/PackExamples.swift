package import DeskModel

/// A message of an agent, with what the checks must say of it.
package struct DraftExample: Sendable, Hashable {
  package var text: String
  /// The rules that fire, sorted, one for each finding; empty for a good message.
  package var expected: [String]
  package var person: Person
  package var channel: String
  /// What the customer wrote before, oldest first.
  package var customer: [String]
  /// Whether an agent has answered before.
  package var isFirstReply: Bool
  package var agentGender: Gender?
  /// The day on which it is written, for holidays.
  package var day: String?
  /// The customer's country; nil for the pack's own.
  package var country: String?
  /// Its place in the pack, for messages.
  package var label: String
}

/// A message of a customer, with the signals that it holds.
package struct CustomerExample: Sendable, Hashable {
  package var text: String
  /// Ids of rules, sorted; empty when nothing is to be seen in it.
  package var expected: [String]
  /// The agent's language, for words that only look bad to its speakers.
  package var agentLanguage: String
  package var label: String
}

/// A person, with how they are to be addressed.
package struct AddressExample: Sendable, Hashable {
  package var person: Person
  package var channel: String
  package var agentGender: Gender?
  package var expected: String
  package var label: String
}

/// A day in a country, with what is told of it.
package struct DayExample: Sendable, Hashable {
  /// `2026-03-21`.
  package var day: String
  package var country: String?
  /// Ids of holidays, sorted.
  package var expected: [String]
  package var label: String
}

/// The examples by which a pack is tested.
package struct PackExamples: Sendable, Hashable {
  package var good: [DraftExample] = []
  package var bad: [DraftExample] = []
  package var customer: [CustomerExample] = []
  package var address: [AddressExample] = []
  package var days: [DayExample] = []
}

extension PackExamples {
  /// The examples of several layers.
  init(_ layers: [PackExamples]) {
    self.init(
      good: layers.flatMap(\.good), bad: layers.flatMap(\.bad), customer: layers.flatMap(\.customer),
      address: layers.flatMap(\.address), days: layers.flatMap(\.days))
  }
}
