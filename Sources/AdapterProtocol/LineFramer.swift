/// What stands between two line ends.
package enum FramedLine: Sendable, Hashable {
  /// A line without its end.
  case line([UInt8])
  /// A line longer than the limit; its bytes were thrown away.
  case tooLong
}

/// Cuts a stream of bytes into lines, and never keeps more than one line's limit of it.
package struct LineFramer: Sendable {
  private let limit: Int
  private var pending: [UInt8] = []
  private var isDiscarding = false

  /// Makes a framer for lines of at most `limit` bytes without their ends.
  package init(limit: Int = ProtocolLimits.lineBytes) { self.limit = limit }

  /// Takes bytes in and gives the lines that they complete.
  ///
  /// A line that is too long is told as soon as that is known; the rest of it is thrown away up to its end.
  /// - Complexity: O(bytes).
  package mutating func append(_ bytes: [UInt8]) -> [FramedLine] {
    var result: [FramedLine] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      take(rest[..<end], into: &result)
      if !isDiscarding { result.append(.line(pending)) }
      pending = []
      isDiscarding = false
      rest = rest[rest.index(after: end)...]
    }
    take(rest, into: &result)
    return result
  }

  /// Takes bytes of any kind of collection in, by way of a copy.
  ///
  /// - Complexity: O(bytes).
  package mutating func append(_ bytes: some Collection<UInt8>) -> [FramedLine] { append(Array(bytes)) }

  /// Whether the stream may end here: no line has been begun.
  package var isBetweenLines: Bool { pending.isEmpty && !isDiscarding }

  private mutating func take(_ bytes: ArraySlice<UInt8>, into result: inout [FramedLine]) {
    guard !isDiscarding else { return }
    guard pending.count + bytes.count <= limit else {
      pending = []
      isDiscarding = true
      return result.append(.tooLong)
    }
    pending += bytes
  }
}
