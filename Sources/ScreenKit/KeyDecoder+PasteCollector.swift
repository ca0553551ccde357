extension KeyDecoder {
  /// Gathers the bytes of a paste until its end mark.
  ///
  /// - Complexity: O(*n*) over all pieces: an ESC can only begin the mark, so no byte is looked at
  ///   more than twice.
  struct PasteCollector: Sendable {
    /// What ends a bracketed paste: ESC [ 2 0 1 ~.
    static let endMark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    /// The longest paste in bytes.
    let limit: Int
    private var bytes: [UInt8] = []
    private var matched = 0
    /// Bytes beyond the limit.
    private(set) var discarded = 0

    init(limit: Int) { self.limit = limit }

    /// Whether no text has come since the last delivery.
    var isEmpty: Bool { bytes.isEmpty }

    /// Whether the last bytes may be the end mark's first.
    var hasBegunEndMark: Bool { matched > 0 }

    /// Hands out the bytes that looked like the end mark's first.
    mutating func takeBegunEndMark() -> ArraySlice<UInt8> {
      defer { matched = 0 }
      return Self.endMark[..<matched]
    }

    /// Takes bytes off the front; true when the end mark was among them.
    mutating func take(_ rest: inout ArraySlice<UInt8>) -> Bool {
      while !rest.isEmpty {
        if matched == 0 {
          let end = rest.firstIndex(of: 0x1B) ?? rest.endIndex
          append(rest[rest.startIndex..<end])
          rest = rest[end...]
          if !rest.isEmpty {
            rest.removeFirst()
            matched = 1
          }
        } else if rest.first == Self.endMark[matched] {
          rest.removeFirst()
          matched += 1
          if matched == Self.endMark.count {
            matched = 0
            return true
          }
        } else {
          append(Self.endMark[..<matched])
          matched = 0
        }
      }
      return false
    }

    private mutating func append(_ piece: ArraySlice<UInt8>) {
      let room = limit - bytes.count
      bytes.append(contentsOf: piece.prefix(room))
      discarded += max(0, piece.count - room)
    }

    /// Hands out what has come; a paste that was cut ends with a whole character.
    mutating func takeAll() -> String {
      defer { bytes = [] }
      let cut = discarded > 0 ? KeyDecoder.unfinishedTail(of: bytes) : 0
      return Self.text(bytes.dropLast(cut))
    }

    /// Hands out the whole characters that have come; nil when there are none.
    mutating func takeComplete() -> String? {
      let tail = KeyDecoder.unfinishedTail(of: bytes)
      let whole = bytes.dropLast(tail)
      defer { bytes = Array(bytes.suffix(tail)) }
      return whole.isEmpty ? nil : Self.text(whole)
    }

    /// Decodes a paste: terminals send line ends as CR, LF or CRLF, and all become LF.
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
      guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
      var unified: [UInt8] = []
      unified.reserveCapacity(bytes.count)
      var previous: UInt8 = 0
      for byte in bytes {
        if byte == 0x0D {
          unified.append(0x0A)
        } else if byte != 0x0A || previous != 0x0D {
          unified.append(byte)
        }
        previous = byte
      }
      return String(decoding: unified, as: UTF8.self)
    }
  }
}
