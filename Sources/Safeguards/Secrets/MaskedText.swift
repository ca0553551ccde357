/// A text with marks in the place of its secrets.
///
/// A mark tells the kind, and of cards and accounts the last four digits; never how long the secret is.
package enum MaskedText {
  /// The text with each span replaced by its mark; the spans are sorted and do not overlap.
  ///
  /// - Complexity: O(text).
  package static func masked(_ text: String, _ spans: [SecretSpan]) -> String {
    if spans.isEmpty { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    for span in spans where span.start >= place && span.start <= span.end && span.end <= bytes.count {
      result += bytes[place..<span.start]
      result += mark(span.kind, String(decoding: bytes[span.start..<span.end], as: UTF8.self)).utf8
      place = span.end
    }
    result += bytes[place...]
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands in the place of a secret.
  private static func mark(_ kind: SecretKind, _ value: String) -> String {
    switch kind {
    case .password: "‹password ••••••›"
    case .key: "‹key ••••••›"
    case .seed: "‹recovery phrase ••••••›"
    case .answer: "‹answer ••••••›"
    case .link: "‹one-time link ••••••›"
    case .card: "‹card •••• \(lastFour(value))›"
    case .account: "‹account •••• \(lastFour(value))›"
    case .pin: "‹PIN removed›"
    case .cardCode: "‹card code removed›"
    case .oneTime: "‹one-time code removed›"
    }
  }

  /// The last four digits in ASCII, or less than four marks where a number is too short to tell so many.
  private static func lastFour(_ value: String) -> String {
    let digits = value.unicodeScalars.compactMap { SecretReading.digit($0) }
    // Four of six digits would tell too much.
    guard digits.count >= 8 else { return "••••" }
    return digits.suffix(4).map(String.init).joined()
  }

  /// What the marks say between ‹ and ›, as far as it is fixed.
  static let names: [(kind: SecretKind, text: String)] = [
    (.password, "password"), (.key, "key"), (.seed, "recovery phrase"), (.answer, "answer"),
    (.link, "one-time link"), (.card, "card"), (.account, "account"), (.pin, "PIN removed"),
    (.cardCode, "card code removed"), (.oneTime, "one-time code removed"),
  ]
}
