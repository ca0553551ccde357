/// Hex view of the original bytes behind a text, in rows of `offset  hex…  visible`.
package struct RawBytes: Sendable {
  private let bytes: [UInt8]
  /// Bytes in a row: as many as fit, in whole eights when eight or more do; at least 1, at most 32.
  package let bytesPerRow: Int

  /// Columns of the offset, of the two gaps, and of a byte with its space and visible form.
  private static let fixedColumns = 8 + 2 + 2 - 1
  private static let columnsPerByte = 4

  /// - Parameters:
  ///   - bytes: the bytes as they came.
  ///   - columns: terminal columns to fit in; below 15, what does not fit is cut off.
  package init(_ bytes: some Collection<UInt8>, columns: Int) {
    self.bytes = Array(bytes)
    self.columns = max(0, columns)
    let fitting = (columns - Self.fixedColumns) / Self.columnsPerByte
    bytesPerRow = fitting >= 8 ? min(32, fitting / 8 * 8) : max(1, fitting)
  }

  private let columns: Int

  /// Number of rows; no bytes make no rows.
  package var rowCount: Int { (bytes.count + bytesPerRow - 1) / bytesPerRow }

  /// One row: offset of its first byte in eight hexadecimal digits, the bytes, and their printable
  /// ASCII with `·` for every other byte.
  ///
  /// The index is 0-based; outside of the rows the text is empty.
  /// - Complexity: O(`bytesPerRow`).
  package func row(_ index: Int) -> SafeText {
    guard index >= 0, index < rowCount else { return .empty }
    let start = index * bytesPerRow
    let part = bytes[start..<min(bytes.count, start + bytesPerRow)]
    var line = Self.hexadecimal(start, digits: 8) + "  "
    line += part.map { Self.hexadecimal(Int($0), digits: 2) }.joined(separator: " ")
    line += String(repeating: "   ", count: bytesPerRow - part.count) + "  "
    for byte in part {
      line.append((0x20...0x7E).contains(byte) ? Character(Unicode.Scalar(byte)) : "·")
    }
    return SafeText(line).truncated(to: columns)
  }

  private static func hexadecimal(_ value: Int, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
