/// How fast a customer reads and types, in milliseconds.
package struct TypingPace: Sendable, Hashable {
  /// Before each message.
  package var pause: Int64
  /// For each character of it.
  package var perCharacter: Int64
  /// For each character of the reply that is answered.
  package var perReadCharacter: Int64
  /// No message takes longer than this.
  package var longest: Int64

  /// Makes a pace; a person by default, who types some 300 characters a minute and reads 1,500.
  package init(
    pause: Int64 = 1_200, perCharacter: Int64 = 70, perReadCharacter: Int64 = 15, longest: Int64 = 9_000
  ) {
    self.pause = pause
    self.perCharacter = perCharacter
    self.perReadCharacter = perReadCharacter
    self.longest = longest
  }

  /// Everything at once, for runs without a screen.
  package static let none = TypingPace(pause: 0, perCharacter: 0, perReadCharacter: 0, longest: 0)

  /// How long a message takes to type.
  package func typing(_ text: String) -> Int64 { min(longest, Int64(text.count) * perCharacter) }

  /// How long a reply takes to read.
  package func reading(_ text: String) -> Int64 { min(longest, Int64(text.count) * perReadCharacter) }
}
