import DeskLink
import DeskModel
import JSONText

/// What can stand in a message.
protocol WireValue: Sendable, Hashable {
  /// What a message says that is expected, such as `a string`.
  static var phrase: String { get }
  init(reading slot: WireSlot) throws(ProtocolError)
  func write(to writer: inout JSONWriter)
}

extension WireValue {
  static var phrase: String { "an object" }
}

extension String: WireValue {
  static var phrase: String { "a string" }

  init(reading slot: WireSlot) throws(ProtocolError) {
    self = try slot.read(.string, as: Self.phrase) { reader throws(JSONError) in try reader.string() }
  }

  func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Bool: WireValue {
  static var phrase: String { "true or false" }

  init(reading slot: WireSlot) throws(ProtocolError) {
    self = try slot.read(.bool, as: Self.phrase) { reader throws(JSONError) in try reader.bool() }
  }

  func write(to writer: inout JSONWriter) { writer.bool(self) }
}

/// Whole numbers from 0 that every language can hold.
extension Int: WireValue {
  static var phrase: String { "a whole number from 0 to \(ProtocolLimits.wholeNumber)" }

  init(reading slot: WireSlot) throws(ProtocolError) {
    let number = try slot.read(.number, as: Self.phrase) { reader throws(JSONError) in try reader.number() }
    guard let value = number.int, (0...ProtocolLimits.wholeNumber).contains(value) else {
      throw .field(path: "", expected: Self.phrase, found: InterchangeReader.quote(number.text))
    }
    self = value
  }

  func write(to writer: inout JSONWriter) { writer.int(self) }
}

/// An id is opaque and not empty.
extension Identifier: WireValue {
  static var phrase: String { "a string that is not empty" }

  init(reading slot: WireSlot) throws(ProtocolError) {
    let text = try slot.read(.string, as: Self.phrase) { reader throws(JSONError) in try reader.string() }
    guard !text.isEmpty else { throw .field(path: "", expected: Self.phrase, found: "\"\"") }
    self.init(text)
  }

  func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}

extension Timestamp: WireValue {
  static var phrase: String { "an RFC 3339 time such as 2026-03-01T09:12:00Z" }

  init(reading slot: WireSlot) throws(ProtocolError) {
    let text = try slot.read(.string, as: Self.phrase) { reader throws(JSONError) in try reader.string() }
    guard let moment = Timestamp(rfc3339: text) else {
      throw .field(path: "", expected: Self.phrase, found: InterchangeReader.quote(text))
    }
    self = moment
  }

  func write(to writer: inout JSONWriter) { writer.string(rfc3339) }
}

extension Array: WireValue where Element: WireValue {
  static var phrase: String { "an array" }

  init(reading slot: WireSlot) throws(ProtocolError) {
    self = []
    for slot in try slot.elements() {
      do throws(ProtocolError) {
        append(try Element(reading: slot))
      } catch { throw error.inside("[\(count)]") }
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginArray()
    for element in self { element.write(to: &writer) }
    writer.endArray()
  }
}

/// One word of a closed set.
protocol WireWord: WireValue, RawRepresentable<String>, CaseIterable {}

extension WireWord {
  static var phrase: String { InterchangeReader.words(Self.self) }

  init(reading slot: WireSlot) throws(ProtocolError) {
    let text = try slot.read(.string, as: Self.phrase) { reader throws(JSONError) in try reader.string() }
    guard let word = Self(rawValue: text) else {
      throw .field(path: "", expected: Self.phrase, found: InterchangeReader.quote(text))
    }
    self = word
  }

  func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}

extension Audience: WireWord {}
extension ConversationShape: WireWord {}
extension DeadlineKind: WireWord {}
extension EntryKind: WireWord {}
extension PresenceActivity: WireWord {}
extension QueueRowState: WireWord {}
extension QueueSort: WireWord {}
extension SpanComparison: WireWord {}
extension StatusCategory: WireWord {}
