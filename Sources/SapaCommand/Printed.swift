import SystemCalls
import TextLayout

/// The way of words to standard output and standard error: text from outside is made harmless first.
enum Printed {
  /// A text from outside as one harmless line.
  static func line(_ text: String) -> String { SafeText(text).singleLine.string }

  /// Writes to standard output; a reader who has gone is no error of ours.
  static func out(_ text: String) { try? StandardStream.output.write(text) }

  /// Writes a line to standard error.
  static func error(_ text: String) { try? StandardStream.error.write("sapa: " + text + "\n") }
}
