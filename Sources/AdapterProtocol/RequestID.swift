import JSONText

/// Names a call among those that are open; the console's are numbers that count up.
package enum RequestID: Sendable, Hashable {
  case number(Int)
  case text(String)
}

extension RequestID: WireValue {
  static var phrase: String { "a whole number from 0 or a string" }

  init(reading slot: WireSlot) throws(ProtocolError) {
    switch try slot.kind() {
    case .number: self = .number(try Int(reading: slot))
    case .string: self = .text(try String(reading: slot))
    case let kind: throw .field(path: "", expected: Self.phrase, found: kind.phrase)
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let number): writer.int(number)
    case .text(let text): writer.string(text)
    }
  }
}
