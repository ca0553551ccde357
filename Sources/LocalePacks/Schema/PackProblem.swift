/// Something wrong with a pack, in words for the person who keeps it.
///
/// Nothing wrong stops the console: the record or field is left out, so that the parent's stands.
package struct PackProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, as the library was given it.
  package let file: String
  /// The line, from 1; nil when the problem lies in what several files make together.
  package let line: Int?
  /// The field, such as `register.markers[3].match`; empty for the whole file.
  package let field: String
  /// What is wrong and what is allowed, without a full stop.
  package let message: String

  /// Makes a problem.
  package init(file: String, line: Int?, field: String, message: String) {
    self.file = file
    self.line = line
    self.field = field
    self.message = message
  }

  /// One line: file, line, field and message.
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return field.isEmpty ? "\(place): \(message)." : "\(place): \(field): \(message)."
  }
}
