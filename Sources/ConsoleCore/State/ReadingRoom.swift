package import Rehearsals

/// A dialogue that is read aloud by roles in the console.
package struct ReadingRoom: Sendable, Hashable {
  /// What is read.
  package let reading: RoleReading
  /// What the person here reads; nil for both roles.
  package let role: RoleReading.Role?
  /// Whether a voice of the machine reads the lines as they come.
  package internal(set) var isAloud: Bool
  /// How many lines the voice has read, or was silent at; nil before the conversation is here.
  var spoken: Int?

  /// Makes a room for a reading.
  package init(_ reading: RoleReading, role: RoleReading.Role?, isAloud: Bool) {
    self.reading = reading
    self.role = role
    self.isAloud = isAloud
  }
}

/// A line for a voice.
package struct SpokenLine: Sendable, Hashable {
  /// What is read.
  package var text: String
  /// Whose voice it is.
  package var role: RoleReading.Role
  /// The language tag; nil where nobody knows it.
  package var locale: String?

  /// Makes a line for a voice.
  package init(text: String, role: RoleReading.Role, locale: String?) {
    self.text = text
    self.role = role
    self.locale = locale
  }
}
