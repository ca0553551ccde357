import LocalePacks

/// What the messages before make one expect.
struct SecretContext {
  /// A message that was read.
  struct Message {
    let reading: SecretReading
    let canBeFromAgent: Bool
    let canBeFromCustomer: Bool

    init(_ message: SecretMessage, _ reading: SecretReading) {
      self.reading = reading
      canBeFromAgent = message.canBeFromAgent
      canBeFromCustomer = message.canBeFromCustomer
    }
  }

  /// What is expected, and how surely.
  struct Expectation: Hashable {
    var kind: SecretKind
    /// Whether it was asked for, or announced at the very end of a message.
    var isSure: Bool
  }

  /// What is expected, what was said last first.
  private(set) var expectations: [Expectation] = []
  /// Whether a user name was asked for, too.
  private(set) var expectsName = false

  /// Whether the number of something else was asked for last, and no card.
  private(set) var expectsOther = false

  /// Reads messages, oldest first.
  init(_ messages: [Message]) {
    for (age, message) in messages.reversed().enumerated() {
      let asked = message.canBeFromAgent ? Self.asked(message.reading) : []
      let announced = message.canBeFromCustomer && age < 2 ? Self.announced(message.reading) : []
      for expectation in asked + announced
      where !expectations.contains(where: { $0.kind == expectation.kind }) {
        var expectation = expectation
        if age > 1 { expectation.isSure = false }
        expectations.append(expectation)
      }
      if age == 0 {
        let matches = message.reading.matches
        expectsOther =
          message.canBeFromAgent && matches.contains { $0.senses.contains(.other) }
          && !matches.contains { $0.senses.contains(.noun(.card)) }
      }
      if age < 2, message.reading.matches.contains(where: { $0.senses.contains(.noun(.login)) }) {
        expectsName = true
      }
    }
  }

  /// What an agent asks for: the secrets named, when the message asks at all.
  private static func asked(_ reading: SecretReading) -> [Expectation] {
    let nouns = NounRules.nouns(reading)
    let asks = reading.matches.contains { $0.senses.contains(.ask) }
    let isQuestion = reading.letters.contains { [0x3F, 0xFF1F, 0x61F].contains($0.folded) }
    let isShort = reading.count < 60
    var expectations: [Expectation] = []
    for noun in nouns {
      for kind in NounRules.kinds(noun) where !expectations.contains(where: { $0.kind == kind }) {
        expectations.append(Expectation(kind: kind, isSure: asks || isQuestion || isShort))
      }
    }
    return expectations
  }

  /// What a customer announces: the secrets named, surely when one stands at the end.
  private static func announced(_ reading: SecretReading) -> [Expectation] {
    var expectations: [Expectation] = []
    for noun in NounRules.nouns(reading) {
      let rest = noun.places.upperBound..<reading.count
      let hasValue = rest.contains {
        reading.letters[$0].sort == .digit || reading.letters[$0].sort == .sealed
      }
      guard !hasValue else { continue }
      var words = 0
      for place in rest where reading.letters[place].isWord && !reading.letters[place - 1].isWord {
        words += 1
      }
      for kind in NounRules.kinds(noun) where !expectations.contains(where: { $0.kind == kind }) {
        expectations.append(Expectation(kind: kind, isSure: words <= 3))
      }
    }
    return expectations
  }

  /// Whether a kind is expected.
  func expects(_ kind: SecretKind) -> Bool { expectations.contains { $0.kind == kind } }
}
