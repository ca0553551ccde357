import DeskLink
import DeskModel
import JSONText

/// An object of the interchange format: DeskLink reads and writes it.
protocol InterchangePart {
  init(interchange object: WireObject) throws(ProtocolError)
  /// Writes the members into an object that the caller has begun.
  func writeInterchange(to writer: inout JSONWriter)
}

extension WireSlot {
  fileprivate func interchange<Value>(
    _ body: (inout JSONReader) throws(InterchangeError) -> Value
  ) throws(ProtocolError) -> Value {
    var reader = reader
    do { return try body(&reader) } catch { throw ProtocolError(error) }
  }
}

/// Without entries: `thread` has them.
extension Conversation: InterchangePart {
  init(interchange object: WireObject) throws(ProtocolError) {
    self = try object.slot.interchange { reader throws(InterchangeError) in
      try InterchangeReader.conversation(reading: &reader)
    }
    entries = []
    // What only a mirror of ours writes.
    (outline, category) = (nil, nil)
  }

  func writeInterchange(to writer: inout JSONWriter) { InterchangeWriter.members(self, to: &writer) }
}

extension Entry: InterchangePart {
  init(interchange object: WireObject) throws(ProtocolError) {
    self = try object.slot.interchange { reader throws(InterchangeError) in
      try InterchangeReader.entry(reading: &reader)
    }
    // A file may leave out who an author is, where a conversation around it tells; here none is around it.
    _ = try object.required("author", as: AuthorName.self)
  }

  func writeInterchange(to writer: inout JSONWriter) { InterchangeWriter.members(self, to: &writer) }
}

private struct AuthorName: WireRecord {
  var id: EntryID
  static var blank: AuthorName { AuthorName(id: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("id", &id)
  }
}

extension Contact: InterchangePart {
  init(interchange object: WireObject) throws(ProtocolError) {
    self = try object.slot.interchange { reader throws(InterchangeError) in
      try InterchangeReader.contact(reading: &reader, needsID: true)
    }
  }

  func writeInterchange(to writer: inout JSONWriter) { InterchangeWriter.members(self, to: &writer) }
}

extension Agent: WireRecord {
  static var blank: Agent { Agent(id: "", name: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("id", &id)
    try coder.required("name", &name)
  }
}

extension FollowUp: WireRecord {
  static var blank: FollowUp { FollowUp(at: Timestamp(milliseconds: 0)) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("at", &at)
    try coder.usual("text", &text, "")
  }
}

/// Read as it stands in a conversation, so that both are one thing.
extension AccessRequest: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let read = try WireObject(slot).slot.interchange { reader throws(InterchangeError) in
      try InterchangeReader.access(reading: &reader)
    }
    guard let read else { throw .field(path: "", expected: Self.phrase, found: "null") }
    self = read
  }

  func write(to writer: inout JSONWriter) { InterchangeWriter.access(self, to: &writer) }
}

extension Presence: WireRecord {
  static var blank: Presence { Presence(agent: .blank, conversation: "", activity: .reading) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("agent", &agent)
    try coder.required("conversation", &conversation)
    try coder.required("activity", &activity)
    try coder.usual("holding", &holding, [])
  }
}
