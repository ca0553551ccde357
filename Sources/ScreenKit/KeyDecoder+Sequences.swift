// Sequences: where they end, and what they swallow.

extension KeyDecoder {
  /// A byte after ESC [.
  mutating func takeControl(_ byte: UInt8, isAlt: Bool) {
    switch byte {
    case UInt8(ascii: "$") where Self.isNumber(pending):
      // rxvt ends Shift with it, in answers it stands before the final byte.
      finishControl(byte, isAlt: isAlt)
    case 0x20...0x3F:
      if pending.count < Self.sequenceLimit { pending.append(byte) } else { resume(with: byte) }
    case UInt8(ascii: "[") where pending.isEmpty: state = .linuxFunction
    case UInt8(ascii: "M") where pending.isEmpty: state = .mouse(remaining: 3)
    case 0x40...0x7E: finishControl(byte, isAlt: isAlt)
    case 0x18, 0x1A: reset()
    default:
      giveUp()
      resume(with: byte)
    }
  }

  private mutating func finishControl(_ final: UInt8, isAlt: Bool) {
    let sequence = ControlSequence(parameters: pending, final: final)
    reset()
    if sequence.isPasteStart {
      state = .paste
      hasSeenPaste = true
      pasteIsOverdue = false
      collector = PasteCollector(limit: pasteLimit)
      return
    }
    if let mouse = sequence.mouseEvent { events.append(.mouse(mouse)) }
    guard var press = sequence.keyPress else { return }
    if isAlt { press.modifiers.insert(.alt) }
    events.append(.key(press))
  }

  /// A byte after ESC O.
  mutating func takeSingleShift(_ byte: UInt8, isAlt: Bool) {
    if (0x30...0x39).contains(byte), pending.count < 2 {
      pending.append(byte)
      return
    }
    if var press = ControlSequence(parameters: pending, final: byte).singleShiftPress {
      if isAlt { press.modifiers.insert(.alt) }
      reset()
      events.append(.key(press))
      return
    }
    let digits = pending
    pending = []
    giveUp()
    for digit in digits { takeGround(digit, isAlt: false) }
    resume(with: byte)
  }

  /// A byte of an answer; nothing is kept of it.
  mutating func takeAnswer(_ byte: UInt8, introducer: UInt8, length: Int, isEscaped: Bool) {
    if length == 0, !Self.canBegin(answer: introducer, byte) {
      giveUp()
      resume(with: byte)
    } else if isEscaped {
      reset()
      if byte != UInt8(ascii: "\\") {
        takeGround(0x1B, isAlt: false)
        take(byte)
      }
    } else if byte == 0x1B {
      state = .answer(introducer: introducer, length: length, isEscaped: true)
    } else if byte == 0x07 || byte == 0x18 || byte == 0x1A || length >= Self.answerLimit {
      reset()
    } else {
      state = .answer(introducer: introducer, length: length + 1, isEscaped: false)
    }
  }

  /// Whether an answer can begin so; else the introducer was typed with Alt.
  private static func canBegin(answer introducer: UInt8, _ byte: UInt8) -> Bool {
    switch introducer {
    case UInt8(ascii: "]"):
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: "l") || byte == UInt8(ascii: "L")
    case UInt8(ascii: "_"): byte == UInt8(ascii: "G")
    default: (0x30...0x3F).contains(byte) || (0x21...0x2B).contains(byte)
    }
  }

  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A byte of a character of several bytes (Unicode 16, table 3-7).
  mutating func takeScalar(_ byte: UInt8, isAlt: Bool) {
    guard Self.canContinue(pending, byte) else {
      emit(.character("\u{FFFD}"), isAlt ? .alt : [])
      resume(with: byte)
      return
    }
    pending.append(byte)
    guard pending.count == Self.length(lead: pending[0]) else { return }
    var value = UInt32(pending[0]) & (pending.count == 2 ? 0x1F : pending.count == 3 ? 0x0F : 0x07)
    for next in pending.dropFirst() { value = value << 6 | UInt32(next & 0x3F) }
    reset()
    // Controls of the upper half are no text, and no terminal in UTF-8 means them.
    let scalar = value < 0xA0 ? nil : Unicode.Scalar(value)
    emit(.character(Character(scalar ?? "\u{FFFD}")), isAlt ? .alt : [])
  }

  /// The number of bytes that a lead byte promises.
  static func length(lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// Whether a byte may follow the bytes of an unfinished character.
  static func canContinue(_ bytes: some Collection<UInt8>, _ byte: UInt8) -> Bool {
    guard let lead = bytes.first, bytes.count == 1 else { return (0x80...0xBF).contains(byte) }
    switch lead {
    case 0xE0: return (0xA0...0xBF).contains(byte)
    case 0xED: return (0x80...0x9F).contains(byte)
    case 0xF0: return (0x90...0xBF).contains(byte)
    case 0xF4: return (0x80...0x8F).contains(byte)
    default: return (0x80...0xBF).contains(byte)
    }
  }

  /// How many bytes at the end begin a character without finishing it, 0...3.
  static func unfinishedTail(of bytes: some BidirectionalCollection<UInt8>) -> Int {
    var tail = bytes.endIndex
    for count in 1...3 {
      guard tail > bytes.startIndex else { return 0 }
      bytes.formIndex(before: &tail)
      let byte = bytes[tail]
      if (0xC2...0xF4).contains(byte) {
        guard count < length(lead: byte) else { return 0 }
        let second = bytes[bytes.index(after: tail)...].first
        return second.map { canContinue(CollectionOfOne(byte), $0) } ?? true ? count : 0
      }
      if !(0x80...0xBF).contains(byte) { return 0 }
    }
    return 0
  }
}
