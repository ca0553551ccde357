extension SafeText {
  /// The two texts one after the other.
  ///
  /// Where they could act on each other across the seam the whole is made safe again.
  ///
  /// - Complexity: O(*n*) in bytes.
  package static func + (left: SafeText, right: SafeText) -> SafeText {
    if left.isEmpty { return SafeText(right, changes: left.changes + right.changes) }
    if right.isEmpty { return SafeText(left, changes: left.changes + right.changes) }
    let joined = left.string + right.string
    if isPlainEdge(left.string.unicodeScalars.last), isPlainEdge(right.string.unicodeScalars.first) {
      return SafeText(
        trusted: joined, changes: left.changes + right.changes,
        isASCII: left.isASCII && right.isASCII,
        hasRightToLeft: left.hasRightToLeft || right.hasRightToLeft)
    }
    let safe = SafeText(joined)
    return SafeText(safe, changes: left.changes + right.changes + safe.changes)
  }

  /// Appends a text, as `+` does.
  package static func += (left: inout SafeText, right: SafeText) {
    left = left + right
  }

  /// The text in one line, for rows, titles and names: LF becomes `⏎`, a tab becomes a space.
  ///
  /// - Complexity: O(*n*) in bytes.
  package var singleLine: SafeText {
    guard hasControls else { return self }
    var output: [UInt8] = []
    output.reserveCapacity(byteCount + 8)
    var hasMark = false
    var written = 0
    for byte in string.utf8 {
      if byte == 0x0A {
        // A separator that was shown as `⏎` and a newline needs no second mark.
        let isMarked = output[written...].suffix(3).elementsEqual(VisibleMark.newline)
        if !isMarked { output += VisibleMark.newline }
        hasMark = true
        written = output.count
      } else {
        output.append(byte == 0x09 ? 0x20 : byte)
      }
    }
    return SafeText(
      trusted: String(decoding: output, as: UTF8.self), changes: changes,
      isASCII: isASCII && !hasMark, hasRightToLeft: hasRightToLeft)
  }

  /// Whether there is an LF or a TAB.
  private var hasControls: Bool {
    let bytes = string.utf8.span
    // Without a way out in between: that goes many bytes at a time.
    var found: UInt8 = 0
    for offset in bytes.indices { found |= bytes[offset] < 0x20 ? 1 : 0 }
    return found != 0
  }

  init(_ text: SafeText, changes: Int) {
    self.init(
      trusted: text.string, changes: changes, isASCII: text.isASCII,
      hasRightToLeft: text.hasRightToLeft)
  }

  private static func isPlainEdge(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    if scalar == "\n" { return true }
    let record = ScalarRecord(scalar.value)
    return record.bits & ScalarRecord.attentionMask == 0 && !record.isPictographic
      && record.lineClass != .complex
  }
}
