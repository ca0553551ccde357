/// One pass over text that makes hostile scalars visible, on behalf of `SafeText`.
///
/// Shown as pictures: C0 (CR, BS, VT, FF, ESC too) and DEL. Shown as `‹NAME›` or `‹U+XXXX›`: C1,
/// bidi embeddings, overrides and isolates, zero-width and other ignorable scalars, selectors that
/// select nothing, tags, annotations, private use, noncharacters, unassigned. Shown as `␣`: fillers
/// and blanks other than space, U+00A0 and U+202F. U+2028, U+2029 and U+0085 become `⏎` and a
/// newline. Payload after an escape character stays; nothing is parsed and dropped.
/// Kept where scripts need them: see `Sanitizer+Context`.
struct Sanitizer {
  /// A base keeps this many combining marks; the rest is shown as `‹+N›`.
  static let markLimit = 8
  /// Scalars of one cluster before `‹+›` is put in.
  static let clusterLimit = 32
  /// Number signs and the like in front of one base, which usually has one.
  static let prependedLimit = 4
  /// Keeping a scalar for what follows is decided only this far into a cluster, so that neither
  /// limit can come between the two.
  static let contextLimit = 20

  /// The source, valid UTF-8.
  let bytes: [UInt8]
  private var output: [UInt8] = []
  private var copied = 0
  private var isEdited = false
  private(set) var changes = 0
  private var seen: UInt32 = 0
  private var hasMultibyte = false

  /// Byte offset of the scalar at hand.
  var position = 0
  /// The scalar before, as it stands in the output; 0 at the start of a paragraph.
  var previous: UInt32 = 0
  /// The last scalar that is not transparent to joining.
  var lastBase: UInt32 = 0
  /// Scalars so far that may form one cluster, and marks so far on one base.
  var clusterLength = 0
  var markCount = 0
  /// End of an emoji sequence that was found to be recommended.
  var emojiEnd = 0
  var paragraphStart = 0
  var strongChecked: (end: Int, holdsStrong: Bool) = (0, false)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// True when every byte is printable ASCII, LF or TAB.
  static func isCleanASCII(_ raw: String) -> Bool {
    let span = raw.utf8.span
    for index in span.indices {
      let byte = span[index]
      if byte &- 0x20 >= 0x5F, byte != 0x0A, byte != 0x09 { return false }
    }
    return true
  }

  /// Runs the pass; `string` is the source, given back when nothing had to change.
  mutating func run(string: String) -> SafeText {
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 0x80 {
        multibyte()
      } else if byte >= 0x20, byte != 0x7F {
        position += 1
        keepPlain(UInt32(byte))
      } else {
        control(byte)
      }
    }
    let isRightToLeft = seen & ScalarRecord.rightToLeftBit != 0
    guard isEdited else {
      return SafeText(
        trusted: string, changes: 0, isASCII: !hasMultibyte, hasRightToLeft: isRightToLeft)
    }
    output += bytes[copied...]
    return SafeText(
      trusted: String(decoding: output, as: UTF8.self), changes: changes,
      isASCII: !hasMultibyte && changes == 0, hasRightToLeft: isRightToLeft)
  }

  @inline(__always)
  private mutating func keepPlain(_ scalar: UInt32) {
    previous = scalar
    lastBase = scalar
    clusterLength = 1
    markCount = 0
  }

  private mutating func multibyte() {
    hasMultibyte = true
    let (scalar, length) = decode(at: position)
    let record = ScalarRecord(scalar)
    seen |= record.bits
    if record.bits & ScalarRecord.attentionMask == 0, clusterLength <= 1 {
      position += length
      keepPlain(scalar)
    } else {
      attend(scalar, length: length, record: record)
    }
  }

  private mutating func control(_ byte: UInt8) {
    if byte == 0x0A || byte == 0x09 {
      position += 1
      if byte == 0x0A { startParagraph() } else { keepPlain(0x09) }
    } else if byte == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A {
      copyUpToHere()
      position += 1
      copied = position
    } else {
      replace(length: 1) { VisibleMark.append(picture: byte, to: &$0) }
    }
  }

  private mutating func startParagraph() {
    // As after a base, which the mark of a newline is in a single line.
    keepPlain(0)
    paragraphStart = position
  }

  private mutating func attend(_ scalar: UInt32, length: Int, record: ScalarRecord) {
    if continuesCluster(scalar, record) {
      if clusterLength >= (record.isPrepended ? Self.prependedLimit : Self.clusterLimit) {
        insertSeam()
      }
    } else {
      clusterLength = 0
      markCount = 0
    }
    switch record.safety {
    case .plain, .layout:
      if record.isMark, markCount >= Self.markLimit {
        dropPileUp()
      } else {
        keep(scalar, length: length, record: record)
      }
    case .lineSeparator:
      replace(length: length) {
        $0 += VisibleMark.newline
        $0.append(0x0A)
      }
      startParagraph()
    case .tag:
      tags()
    case .blank:
      if allowsBlank(scalar, length: length) {
        keep(scalar, length: length, record: record)
      } else {
        replace(length: length) { $0 += VisibleMark.blank }
      }
    default:
      if allows(scalar, length: length, record: record) {
        keep(scalar, length: length, record: record)
      } else {
        replace(length: length) { VisibleMark.append(named: scalar, to: &$0) }
      }
    }
  }

  /// Whether a scalar may lengthen the cluster before it (an upper bound of UAX #29).
  private func continuesCluster(_ scalar: UInt32, _ record: ScalarRecord) -> Bool {
    if clusterLength == 0 { return false }
    let before = ScalarRecord(previous)
    if record.isPrepended { return before.isPrepended }
    if record.extends {
      if Self.isLeadingJamo(scalar) { return Self.isLeadingJamo(previous) }
      return !(0x1F1E6...0x1F1FF).contains(scalar)
    }
    guard record.isBrahmic else { return false }
    return before.isVirama || previous == 0x200D
  }

  private mutating func keep(_ scalar: UInt32, length: Int, record: ScalarRecord) {
    position += length
    previous = scalar
    clusterLength += 1
    if record.isMark {
      markCount += 1
    } else if record.columns > 0 {
      markCount = 0
    }
    if record.joining != .transparent { lastBase = scalar }
  }

  private mutating func copyUpToHere() {
    if !isEdited {
      isEdited = true
      output.reserveCapacity(bytes.count + 64)
    }
    if copied < position { output += bytes[copied..<position] }
    copied = position
  }

  /// Puts a stand-in for the next bytes.
  @inline(__always)
  private mutating func replace(length: Int, with mark: (inout [UInt8]) -> Void) {
    copyUpToHere()
    mark(&output)
    position += length
    copied = position
    changes += 1
    keepPlain(VisibleMark.lastScalar)
  }

  private mutating func insertSeam() {
    replace(length: 0) { $0 += VisibleMark.seam }
  }

  private mutating func dropPileUp() {
    var end = position
    var count = 0
    while end < bytes.count, bytes[end] >= 0x80 {
      let (scalar, length) = decode(at: end)
      let record = ScalarRecord(scalar)
      guard record.isMark, record.safety == .plain else { break }
      end += length
      count += 1
    }
    replace(length: end - position) { VisibleMark.append(framed: "+\(count)".utf8, to: &$0) }
  }

  private mutating func tags() {
    if let length = flagTagLength() {
      position += length
      keepPlain(VisibleMark.lastScalar)
      return
    }
    var payload = Array("TAG ".utf8)
    let labelLength = payload.count
    var end = position
    while end < bytes.count, bytes[end] >= 0x80 {
      let (scalar, length) = decode(at: end)
      guard (0xE0020...0xE007E).contains(scalar) else { break }
      payload.append(UInt8(scalar & 0x7F))
      end += length
    }
    if payload.count == labelLength {
      replace(length: 4) { VisibleMark.append(named: 0xE007F, to: &$0) }
    } else {
      replace(length: end - position) { VisibleMark.append(framed: payload, to: &$0) }
    }
  }

  /// Decodes a scalar of valid UTF-8.
  @inline(__always)
  func decode(at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[offset + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[offset + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0xF) << 12 | second << 6 | third, 3) }
    return ((first & 7) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
  }

  static func isLeadingJamo(_ scalar: UInt32) -> Bool {
    (0x1100...0x115F).contains(scalar) || (0xA960...0xA97C).contains(scalar)
  }
}
