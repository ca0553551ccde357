import AdapterProtocol

/// A line that an adapter has written.
struct HeardLine: Sendable {
  /// What it is, as far as one can tell without the call.
  enum Content: Sendable {
    case answer(RequestID, UnreadAnswer)
    case fault(RequestID?, AdapterFault)
    /// No message, or one with a fault in it.
    case refused(RequestID?, ProtocolError)
    /// Something that only a console says.
    case asking
    /// It was thrown away.
    case tooLong
  }

  let bytes: [UInt8]
  let content: Content

  init(_ framed: FramedLine) {
    guard case .line(let bytes) = framed else {
      self.bytes = []
      content = .tooLong
      return
    }
    self.bytes = bytes
    do throws(RefusedLine) {
      switch try IncomingMessage(line: bytes) {
      case .answer(let id, let unread): content = .answer(id, unread)
      case .fault(let id, let fault): content = .fault(id, fault)
      case .call, .cancel, .unknownNotification: content = .asking
      }
    } catch { content = .refused(error.id, error.error) }
  }

  /// The call that it belongs to.
  var id: RequestID? {
    switch content {
    case .answer(let id, _): id
    case .fault(let id, _), .refused(let id, _): id
    case .asking, .tooLong: nil
    }
  }

  /// Whether it may be the answer to a line, though it has no id.
  var isAnonymous: Bool {
    switch content {
    case .fault(nil, _), .refused(nil, _), .tooLong: true
    case .fault, .refused, .answer, .asking: false
    }
  }

  /// The line, shortened.
  var text: String {
    if case .tooLong = content { return "a line of more than \(ProtocolLimits.lineBytes) bytes" }
    return Shortened.text(bytes)
  }
}

/// Lines as a report quotes them.
enum Shortened {
  private static let limit = 300

  /// A line of which the middle is left out where it is long.
  ///
  /// - Complexity: O(limit).
  static func text(_ bytes: [UInt8]) -> String {
    guard bytes.count > limit else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.prefix(limit / 2), as: UTF8.self) + " … "
      + String(decoding: bytes.suffix(limit / 4), as: UTF8.self) + " (\(bytes.count) bytes)"
  }

  /// A text of which the end is left out where it is long.
  static func text(_ text: String) -> String { self.text(Array(text.utf8)) }
}

/// Looks for bytes among bytes.
enum ByteSearch {
  /// Whether `needle`, which is not empty, stands in `bytes`.
  ///
  /// - Complexity: O(bytes · needle).
  static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    for start in 0...(bytes.count - needle.count)
    where bytes[start] == first && bytes[start..<start + needle.count] == needle[...] {
      return true
    }
    return false
  }
  /// A text with each place of another one, which is not empty, replaced.
  ///
  /// - Complexity: O(text · other).
  static func replacing(_ other: String, by new: String, in text: String) -> String {
    let (bytes, needle) = (Array(text.utf8), Array(other.utf8))
    guard contains(needle, in: bytes) else { return text }
    var (result, place): ([UInt8], Int) = ([], 0)
    while place < bytes.count {
      if bytes.count - place >= needle.count, bytes[place..<place + needle.count] == needle[...] {
        result += new.utf8
        place += needle.count
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
