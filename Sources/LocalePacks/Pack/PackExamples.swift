package import DeskModel

/// A message of an agent, with what the checks must say of it.
package struct DraftExample: Sendable, Hashable {
  /// The draft.
  package var text: String
  /// The rules that fire, sorted, one for each finding; empty for a good message.
  package var expected: [String]
  /// The customer.
  package var person: Person
  /// The channel; `chat` when the pack does not say.
  package var channel: String
  /// What the customer wrote before, oldest first.
  package var customer: [String]
  /// Whether an agent has answered before.
  package var isFirstReply: Bool
  /// The agent's gender; nil when not set.
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
  /// The message.
  package var text: String
  /// Ids of rules, sorted; empty when nothing is to be seen in it.
  package var expected: [String]
  /// The agent's language, for words that only look bad to its speakers.
  package var agentLanguage: String
  /// Its place in the pack, for messages: `examples.customer[0]`.
  package var label: String
}

/// A person, with how they are to be addressed.
package struct AddressExample: Sendable, Hashable {
  /// The person.
  package var person: Person
  /// The channel; `chat` when the pack does not say.
  package var channel: String
  /// The agent's gender; nil when not set.
  package var agentGender: Gender?
  /// The address, to the letter.
  package var expected: String
  /// Its place in the pack, for messages: `examples.address[0]`.
  package var label: String
}

/// A day in a country, with what is told of it.
package struct DayExample: Sendable, Hashable {
  /// `2026-03-21`.
  package var day: String
  /// The country, as an ISO 3166 code; nil for the pack's own.
  package var country: String?
  /// Ids of holidays, sorted.
  package var expected: [String]
  /// Its place in the pack, for messages: `examples.days[0]`.
  package var label: String
}

/// The examples by which a pack is tested.
package struct PackExamples: Sendable, Hashable {
  /// Drafts of which no check has anything to say.
  package var good: [DraftExample] = []
  /// Drafts in which rules must fire, each with these.
  package var bad: [DraftExample] = []
  /// Messages of customers.
  package var customer: [CustomerExample] = []
  /// Persons and how to address them.
  package var address: [AddressExample] = []
  /// Days and what is told of them.
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
