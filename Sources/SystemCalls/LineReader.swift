/// Reads a file in chunks and hands out its lines.
///
/// Lines end with LF; a CR before it is cut; the last line needs no LF. Memory: one chunk or the longest line.
package struct LineReader: ~Copyable {
  private let file: FileDescriptor?
  private let path: String
  private let chunk: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  /// Bytes read so far.
  package private(set) var bytesRead = 0

  /// Reads a file from where its descriptor stands.
  package init(_ file: consuming FileDescriptor, chunk: Int = 1 << 20) {
    path = file.path
    self.file = consume file
    self.chunk = chunk
  }

  /// Reads lines from memory.
  package init(_ bytes: [UInt8]) {
    file = nil
    path = ""
    chunk = 0
    buffer = bytes
    bytesRead = bytes.count
    isAtEnd = true
  }

  /// The next line as a range of bytes, valid until the next call; nil at the end.
  ///
  /// - Throws: `EFBIG` when a line is longer than `limit` bytes.
  /// - Complexity: O(bytes of the line).
  package mutating func next(limit: Int = 1 << 28) throws(SystemError) -> (bytes: [UInt8], range: Range<Int>)?
  {
    var searched = position
    while true {
      if let lineFeed = buffer.firstLineFeed(in: searched..<buffer.count) {
        let start = position
        position = lineFeed + 1
        return (buffer, start..<withoutReturn(start, lineFeed))
      }
      searched = buffer.count
      if isAtEnd {
        guard position < buffer.count else { return nil }
        let start = position
        position = buffer.count
        return (buffer, start..<withoutReturn(start, buffer.count))
      }
      if buffer.count - position > limit { throw SystemError.tooLarge("read", path) }
      searched -= position
      try refill()
    }
  }

  private func withoutReturn(_ start: Int, _ end: Int) -> Int {
    end > start && buffer[end - 1] == 0x0D ? end - 1 : end
  }

  private mutating func refill() throws(SystemError) {
    let limit = max(chunk, min(buffer.count - position, 1 << 26))
    let more = file == nil ? [] : try file?.read(limit: limit) ?? []
    bytesRead += more.count
    if more.isEmpty { isAtEnd = true }
    if position == buffer.count {
      buffer = more
    } else {
      buffer = Array(buffer[position...]) + more
    }
    position = 0
  }
}
