import Safeguards
import SeededRandom

/// Fills templates with values, and some with noise; the same seed gives the same messages.
struct SecretMessageGenerator {
  /// A message with what is secret in it.
  struct Sample: Sendable {
    var template: SecretMessageTemplate
    var context: [SecretMessage]
    var text: String
    var gold: [SecretSpan]
  }

  private var random: SeededGenerator
  private var values: SecretValueGenerator

  init(seed: UInt64, half: SecretMessageTemplate.Half) {
    random = SeededGenerator(seed)
    values = SecretValueGenerator(half)
  }

  /// The kinds of the placeholders that are secret.
  static let secrets: [String: SecretKind] = [
    "password": .password, "passphrase": .password, "wifi": .password, "pin": .pin, "cvv": .cardCode,
    "otp": .oneTime, "card": .card, "iban": .account, "account": .account, "key": .key, "jwt": .key,
    "urlcreds": .link, "onetimelink": .link, "seed": .seed, "answer": .answer,
  ]

  /// How a value is dressed up.
  private enum Noise: CaseIterable {
    case emoji, wideBlank, zeroWidth, digits, mark, bold, quotes, backtick
  }

  /// Makes a message of a template.
  mutating func sample(_ template: SecretMessageTemplate) -> Sample {
    var sample = Sample(template: template, context: [], text: "", gold: [])
    sample.context = template.context.map { line in
      var gold: [SecretSpan] = []
      let text = fill(String(line.dropFirst(3)), template, isNoisy: false, &gold)
      return SecretMessage(text: text, isFromCustomer: line.hasPrefix("C"))
    }
    sample.text = fill(
      template.text, template, isNoisy: Int.random(in: 0..<3, using: &random) == 0, &sample.gold)
    return sample
  }

  private mutating func fill(
    _ pattern: String, _ template: SecretMessageTemplate, isNoisy: Bool, _ gold: inout [SecretSpan]
  ) -> String {
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      let value = values.value(name, template.language, &random)
      guard let kind = Self.secrets[name] else {
        text += value
        continue
      }
      let isLast = !rest.contains("{")
      let noise = isNoisy && isLast ? Noise.allCases.randomElement(using: &random) : nil
      let (before, dressed, after) = dress(value, kind, noise, template.language, text, rest)
      text += before
      let start = text.utf8.count
      text += dressed
      gold.append(SecretSpan(kind: kind, start: start, end: text.utf8.count))
      text += after
    }
    return text + rest
  }

  private mutating func dress(
    _ value: String, _ kind: SecretKind, _ noise: Noise?, _ language: String, _ before: String,
    _ rest: Substring
  ) -> (String, String, String) {
    let isApart = before.isEmpty || before.last?.isWhitespace == true
    let isFree = rest.isEmpty || rest.first?.isWhitespace == true
    switch noise {
    case .emoji where isFree: return ("", value, ["🙏", " 🙂", "😅", " 👍"].randomElement(using: &random) ?? "")
    case .wideBlank where isApart && isFree: return ("", value, rest.isEmpty ? "\u{A0}" : "")
    case .zeroWidth where value.count > 4 && kind != .seed && kind != .link:
      let place = value.index(value.startIndex, offsetBy: value.count / 2)
      let mark = ["\u{200B}", "\u{200D}", "\u{2060}", "\u{200E}"].randomElement(using: &random) ?? ""
      return ("", value[..<place] + mark + value[place...], "")
    case .digits: return ("", SecretValueGenerator.localDigits(value, kind, language), "")
    case .mark where rest.isEmpty:
      return ("", value, [".", ",", ")", "…", ";"].randomElement(using: &random) ?? "")
    case .bold where isApart && isFree: return ("**", value, "**")
    case .quotes where isApart && isFree:
      let quotes = [("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("'", "'")]
      let pair = quotes.randomElement(using: &random) ?? ("\"", "\"")
      return (pair.0, value, pair.1)
    case .backtick where isApart && isFree: return ("`", value, "`")
    default: return ("", value, "")
    }
  }
}
