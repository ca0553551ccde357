/// A line of `messages/<tag>.tsv`: what a customer writes, with places for values.
struct SecretMessageTemplate: Sendable {
  /// The halves of the lines: one to tune by, one to judge by.
  enum Half: String, Sendable, CaseIterable {
    case tune, report
  }

  var language: String
  var half: Half
  /// `none` for messages without a secret.
  var kind: String
  var carrier: String
  /// The messages before, each behind `A: ` or `C: `.
  var context: [String]
  var text: String

  /// Reads the lines of a file.
  static func read(_ text: String, language: String) -> [SecretMessageTemplate] {
    text.split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#") else { return nil }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, let half = Half(rawValue: fields[0]) else { return nil }
      return SecretMessageTemplate(
        language: language, half: half, kind: fields[1], carrier: fields[2],
        context: fields[3].isEmpty
          ? [] : fields[3].split(separator: "||").map { String($0.drop { $0 == " " }) },
        text: fields[4].replacing("\\n", with: "\n"))
    }
  }
}
