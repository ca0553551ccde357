import JSONText

/// What is found of an intent afterwards.
package enum Reconciliation: Sendable, Hashable {
  /// This became of it.
  case known(ApplyOutcome)
  /// It is certain that nothing of it is there: it may be sent again.
  case nothing
}

private enum FoundWord: String, WireWord { case known, nothing }

extension Reconciliation: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    switch try object.required("found", as: FoundWord.self) {
    case .nothing: self = .nothing
    case .known: self = .known(try object.required("outcome"))
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    switch self {
    case .nothing: writer.member("found", FoundWord.nothing.rawValue)
    case .known(let outcome):
      writer.member("found", FoundWord.known.rawValue)
      writer.member("outcome", value: outcome)
    }
    writer.endObject()
  }
}
