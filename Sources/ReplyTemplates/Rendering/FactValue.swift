/// The value of a fact; texts are from outside.
package enum FactValue: Sendable, Hashable {
  /// Words, as they are.
  case text(String)
  /// A day, in days since 1970-01-01.
  case date(Int)
  /// An amount in ASCII digits with a point, and an ISO 4217 code.
  case money(String, currency: String)
  /// A number in ASCII digits with a point.
  case number(String)
  /// Holds or does not.
  case flag(Bool)
}

extension FactValue {
  /// Reads what a desk or an agent gives for a fact of a type; what does not fit the type stays words.
  ///
  /// Nil when nothing but white space is given.
  package init?(_ written: String, as type: FactType) {
    let text = written.trimmed
    guard !text.isEmpty else { return nil }
    switch type {
    case .text, .link: self = .text(text)
    case .date: self = CivilDay.days(String(text.prefix(10))).map(FactValue.date) ?? .text(text)
    case .number: self = Self.isNumber(text) ? .number(text) : .text(text)
    case .money:
      let parts = text.split(separator: " ")
      if parts.count == 2, Self.isNumber(parts[0]), Self.isCurrency(parts[1]) {
        self = .money(String(parts[0]), currency: String(parts[1]))
      } else {
        self = .text(text)
      }
    }
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    let body = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && text.utf8.count <= 30
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
  }

  private static func isCurrency(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { 0x41...0x5A ~= $0 }
  }

  /// The value as conditions compare it.
  var compared: String {
    switch self {
    case .text(let text): text
    case .date(let days): CivilDay.text(days)
    case .money(let amount, let currency): "\(amount) \(currency)"
    case .number(let number): number
    case .flag(let holds): holds ? "yes" : "no"
    }
  }
}
