import Glibc

/// A file in memory, read page by page when it is touched. It must not shrink while it is mapped: replace
/// it by renaming another over it, as `FileSystem.replace` does.
// The memory is never written and lives until deinit, so that sharing the pointer is safe.
@safe package final class MappedFile: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer?
  /// Bytes.
  package let count: Int

  /// Maps a whole file.
  package init(_ path: String) throws(SystemError) {
    let file = try FileDescriptor(opening: path, .read)
    count = try file.status().size
    if count == 0 {
      unsafe base = nil
      return
    }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, file.number, 0)
    guard let address = unsafe address, Int(bitPattern: address) != -1 else {
      throw SystemError.last("mmap", path)
    }
    unsafe base = address
  }

  deinit {
    if let base = unsafe base { _ = unsafe munmap(base, count) }
  }

  /// Calls `body` with all bytes.
  package func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
    let bytes = unsafe buffer.bindMemory(to: UInt8.self)
    return try unsafe body(bytes.span)
  }

  /// The little-endian number at a byte offset; nil when it would reach beyond the end.
  package func load<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, at offset: Int)
    -> Number?
  {
    let width = MemoryLayout<Number>.size
    guard offset >= 0, offset <= count - width, let base = unsafe base else { return nil }
    return Number(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// Little-endian numbers of four bytes each, from a byte offset on; fewer where the file ends.
  ///
  /// - Complexity: O(count).
  package func numbers(at offset: Int, count wanted: Int) -> [UInt32] {
    guard offset >= 0, offset < count, wanted > 0, let base = unsafe base else { return [] }
    let number = min(wanted, (count - offset) / 4)
    return unsafe [UInt32](unsafeUninitializedCapacity: number) { buffer, filled in
      for index in 0..<number {
        let value = unsafe base.loadUnaligned(fromByteOffset: offset + index * 4, as: UInt32.self)
        unsafe buffer.initializeElement(at: index, to: UInt32(littleEndian: value))
      }
      filled = number
    }
  }

  /// The bytes of a range, cut to what there is.
  ///
  /// - Complexity: O(range).
  package func bytes(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    guard let base = unsafe base, !range.isEmpty else { return [] }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}

extension Array<UInt8> {
  /// The little-endian number at a byte offset; nil when it would reach beyond the end.
  package func load<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, at offset: Int)
    -> Number?
  {
    let width = MemoryLayout<Number>.size
    guard offset >= 0, offset <= count - width else { return nil }
    return unsafe withUnsafeBytes { bytes in
      Number(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
  }

  /// Appends a number in little-endian order.
  package mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(littleEndian number: Number) {
    unsafe Swift.withUnsafeBytes(of: number.littleEndian) { unsafe append(contentsOf: $0) }
  }

  /// The place of the first LF in a range; nil when there is none.
  ///
  /// - Complexity: O(range).
  package func firstLineFeed(in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return nil }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, 0x0A, range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The place of the last LF; nil when there is none.
  ///
  /// - Complexity: O(count).
  package func lastLineFeed() -> Int? {
    lastIndex(of: 0x0A)
  }

  /// Whether two ranges of bytes are the same.
  ///
  /// - Complexity: O(range).
  package func equals(_ range: Range<Int>, _ other: [UInt8], _ otherRange: Range<Int>) -> Bool {
    guard range.count == otherRange.count, range.lowerBound >= 0, range.upperBound <= count,
      otherRange.lowerBound >= 0, otherRange.upperBound <= other.count
    else { return false }
    if range.isEmpty { return true }
    return unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in
        guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else { return false }
        return unsafe memcmp(leftBase + range.lowerBound, rightBase + otherRange.lowerBound, range.count) == 0
      }
    }
  }
}
