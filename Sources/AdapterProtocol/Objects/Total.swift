import JSONText

/// How many there are, as far as the backend knows.
package enum Total: Sendable, Hashable {
  /// So many, now.
  case exact(Int)
  /// So many or more: the backend stops counting, or hides what we may not see.
  case atLeast(Int)
  /// So many a while ago.
  case about(Int)
  /// The backend does not count.
  case unknown

  private enum Word: String, WireWord { case exact, atLeast, about, unknown }

  private var parts: (word: Word, count: Int?) {
    switch self {
    case .exact(let count): (.exact, count)
    case .atLeast(let count): (.atLeast, count)
    case .about(let count): (.about, count)
    case .unknown: (.unknown, nil)
    }
  }
}

extension Total: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    switch try object.required("is", as: Word.self) {
    case .exact: self = .exact(try object.required("count"))
    case .atLeast: self = .atLeast(try object.required("count"))
    case .about: self = .about(try object.required("count"))
    case .unknown: self = .unknown
    }
  }

  func write(to writer: inout JSONWriter) {
    let (word, count) = parts
    writer.beginObject()
    writer.member("is", word.rawValue)
    if let count {
      writer.key("count")
      writer.int(count)
    }
    writer.endObject()
  }
}
