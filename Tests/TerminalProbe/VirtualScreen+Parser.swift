internal import ScreenKit

// Bytes to actions (ECMA-48; xterm's "ctlseqs").

extension VirtualScreen {
  struct Parser: Sendable {
    enum State: Sendable { case ground, escape, charset, control, string, stringEscape }
    var state = State.ground
    /// Parameters of a control sequence, or the body of a string.
    var body: [UInt8] = []
    /// What introduced the string.
    var introducer: UInt8 = 0
    /// Bytes of an unfinished character.
    var scalar: [UInt8] = []
  }

  /// Takes what the program wrote, in any pieces.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch parser.state {
    case .ground: takeGround(byte)
    case .escape: takeEscape(byte)
    case .charset:
      if byte != UInt8(ascii: "B") { unknownSequences.append("ESC ( \(Self.printable([byte]))") }
      parser.state = .ground
    case .control:
      if (0x40...0x7E).contains(byte) {
        parser.state = .ground
        runControl(byte)
      } else if byte == 0x1B {
        unknownSequences.append("broken CSI \(Self.printable(parser.body))")
        parser.state = .escape
      } else {
        parser.body.append(byte)
      }
    case .string:
      if byte == 0x07 {
        finishString()
      } else if byte == 0x1B {
        parser.state = .stringEscape
      } else {
        parser.body.append(byte)
      }
    case .stringEscape:
      finishString()
      if byte != UInt8(ascii: "\\") { takeEscape(byte) }
    }
  }

  private mutating func takeGround(_ byte: UInt8) {
    if byte >= 0x80 || !parser.scalar.isEmpty && byte >= 0x80 {
      takeScalarByte(byte)
      return
    }
    flushScalar()
    switch byte {
    case 0x1B: parser.state = .escape
    case 0x0D: move(row: cursor.row, column: 0)
    case 0x0A: lineFeed()
    case 0x08: move(row: cursor.row, column: cursor.column - 1)
    case 0x09: move(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x07:
      bellCount += 1
      rawControls.append(7)
    case 0x00...0x1F, 0x7F: rawControls.append(UInt32(byte))
    default: put(Unicode.Scalar(byte))
    }
  }

  private mutating func takeScalarByte(_ byte: UInt8) {
    if byte >= 0xC0 { flushScalar() }
    parser.scalar.append(byte)
    let lead = parser.scalar[0]
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    if parser.scalar.count == length { flushScalar() }
  }

  private mutating func flushScalar() {
    guard !parser.scalar.isEmpty else { return }
    for scalar in String(decoding: parser.scalar, as: UTF8.self).unicodeScalars {
      if (0x80...0x9F).contains(scalar.value) { rawControls.append(scalar.value) } else { put(scalar) }
    }
    parser.scalar = []
  }

  private mutating func takeEscape(_ byte: UInt8) {
    parser.state = .ground
    parser.body = []
    switch byte {
    case UInt8(ascii: "["): parser.state = .control
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      parser.state = .string
      parser.introducer = byte
    case UInt8(ascii: "("), UInt8(ascii: ")"): parser.state = .charset
    case UInt8(ascii: "7"): savedCursor = cursor
    case UInt8(ascii: "8"): move(row: savedCursor.row, column: savedCursor.column)
    case UInt8(ascii: "M"): reverseLineFeed()
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "="), UInt8(ascii: ">"): break
    default: unknownSequences.append("ESC \(Self.printable([byte]))")
    }
  }

  private mutating func finishString() {
    parser.state = .ground
    let body = String(decoding: parser.body, as: UTF8.self)
    if parser.introducer == UInt8(ascii: "]"), body.hasPrefix("0;") || body.hasPrefix("2;") {
      let text = String(body.dropFirst(2))
      title = text
      titles.append(text)
    } else {
      unknownSequences.append("string \(Self.printable([parser.introducer] + parser.body))")
    }
  }

  private mutating func runControl(_ final: UInt8) {
    let isPrivate = parser.body.first == UInt8(ascii: "?")
    let fields = parser.body.drop { $0 == UInt8(ascii: "?") }
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = fields.map { min(Int(String(decoding: $0, as: UTF8.self)) ?? 0, 10_000) }
    let count = max(1, numbers[0])
    let second = numbers.count > 1 ? numbers[1] : 0
    switch (Character(Unicode.Scalar(final)), isPrivate) {
    case ("h", true): for mode in numbers { setMode(mode, true) }
    case ("l", true): for mode in numbers { setMode(mode, false) }
    case ("H", false), ("f", false): move(row: count - 1, column: max(1, second) - 1)
    case ("A", false): move(row: cursor.row - count, column: cursor.column)
    case ("B", false): move(row: cursor.row + count, column: cursor.column)
    case ("C", false): move(row: cursor.row, column: cursor.column + count)
    case ("D", false): move(row: cursor.row, column: cursor.column - count)
    case ("G", false): move(row: cursor.row, column: count - 1)
    case ("d", false): move(row: count - 1, column: cursor.column)
    case ("Z", false): move(row: cursor.row, column: (cursor.column - 1) / 8 * 8)
    case ("J", false): eraseDisplay(numbers[0])
    case ("K", false): eraseLine(numbers[0])
    case ("X", false): erase(row: cursor.row, cursor.column..<cursor.column + count)
    case ("L", false): scrollDown(count, from: cursor.row)
    case ("M", false): scrollUp(count, from: cursor.row)
    case ("S", false): scrollUp(count, from: region.lowerBound)
    case ("T", false): scrollDown(count, from: region.lowerBound)
    case ("@", false): insertBlanks(count)
    case ("P", false): deleteCharacters(count)
    case ("b", false): repeatLast(count)
    case ("r", false): setRegion(count, second)
    case ("m", false): setLook(numbers)
    case ("t", false) where numbers[0] == 22: titleStack.append(title)
    case ("t", false) where numbers[0] == 23: title = titleStack.popLast() ?? title
    case ("l", false) where numbers[0] == 4, ("h", false) where numbers[0] == 4: break
    default: unknownSequences.append("CSI \(Self.printable(parser.body + [final]))")
    }
  }

  private mutating func setRegion(_ top: Int, _ bottom: Int) {
    let end = bottom == 0 ? size.rows : min(bottom, size.rows)
    if top - 1 < end { region = top - 1..<end }
    move(row: 0, column: 0)
  }

  private mutating func setMode(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 25: isCursorVisible = isOn
    case 47, 1047, 1049: setAlternate(isOn)
    case 1000: reportsMouse = isOn
    case 1006: reportsMouseAsSGR = isOn
    case 2004: isBracketedPaste = isOn
    case 2026: isUpdating = isOn
    case 1, 7, 12: break
    default: unknownSequences.append("CSI ? \(mode) \(isOn ? "h" : "l")")
    }
  }

  private mutating func setLook(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: look = Look()
      case 1: look.isBold = true
      case 2: look.isDim = true
      case 4: look.isUnderlined = true
      case 7: look.isReversed = true
      case 22: (look.isBold, look.isDim) = (false, false)
      case 24: look.isUnderlined = false
      case 27: look.isReversed = false
      case 30...37: look.foreground = number - 30
      case 39: look.foreground = nil
      case 40...47: look.background = number - 40
      case 49: look.background = nil
      case 90...97: look.foreground = number - 82
      case 100...107: look.background = number - 92
      case 38 where rest.first == 5, 48 where rest.first == 5:
        rest.removeFirst()
        let colour = rest.popFirst()
        if number == 38 { look.foreground = colour } else { look.background = colour }
      default: unknownSequences.append("SGR \(number)")
      }
    }
  }

  private static func printable(_ bytes: [UInt8]) -> String {
    String(
      decoding: bytes.prefix(60).map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }
}
