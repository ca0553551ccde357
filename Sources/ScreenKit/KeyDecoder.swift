/// Turns the bytes that a terminal sends into keys and pastes.
///
/// Feeding bytes in any pieces gives the same events, but for two guesses that need time or
/// neighbourhood:
/// - A lone ESC may begin a sequence. The owner waits `pendingTimeout` and then calls `timeOut`.
/// - A terminal without bracketed paste sends a paste as keys, and its line ends would act as Enter.
///   So one `feed` that holds nothing but text, TAB, CR and LF, at least 8 printing characters, and
///   a line end with printing characters on both sides of it, becomes one paste. Once a bracketed
///   paste was seen the guess is off: then such a burst is typing ahead.
///
/// Nothing traps and nothing is kept but the present sequence: at most 64 bytes, or a paste of at
/// most `pasteLimit` bytes, the rest of which is dropped and counted in `discardedPasteBytes`. Answers to
/// questions (OSC, DCS, APC), focus reports, mouse reports other than SGR's, and unknown sequences are swallowed.
///
/// Sources: ECMA-48 5.4 and 5.6; xterm's "ctlseqs"; kitty's "Comprehensive keyboard handling".
package struct KeyDecoder: Sendable {
  /// What the bytes so far have begun.
  enum State: Sendable {
    case ground
    /// A character of several bytes, which are in `pending`.
    case scalar(isAlt: Bool)
    /// ESC, once or twice.
    case escape(isDouble: Bool)
    /// ESC [; parameters are in `pending`.
    case control(isAlt: Bool)
    /// ESC O; parameters are in `pending`.
    case singleShift(isAlt: Bool)
    /// ESC [ [, the function keys of the Linux console.
    case linuxFunction
    /// ESC [ M, an old mouse report of three more bytes.
    case mouse(remaining: Int)
    /// An answer that is swallowed, with its introducer and the bytes so far.
    case answer(introducer: UInt8, length: Int, isEscaped: Bool)
    /// Between the marks of a bracketed paste.
    case paste
  }

  /// The longest sequence that is kept, in bytes.
  static let sequenceLimit = 64
  /// The longest answer that is swallowed, in bytes.
  static let answerLimit = 1 << 16

  /// How long a lone ESC may wait for company, in milliseconds, 25...75 in practice.
  package let escapeDelay: Int
  /// How many bytes the last paste was longer than `pasteLimit`.
  package internal(set) var discardedPasteBytes = 0

  let guessesPastes: Bool
  let pasteLimit: Int
  var state = State.ground
  var pending: [UInt8] = []
  var collector: PasteCollector
  var hasSeenPaste = false
  var pasteIsOverdue = false
  var events: [InputEvent] = []

  /// Makes a decoder.
  ///
  /// `escapeDelay` is in milliseconds, `pasteLimit` in UTF-8 bytes; `guessesPastes` switches the
  /// guess at unmarked pastes.
  package init(escapeDelay: Int = 50, guessesPastes: Bool = true, pasteLimit: Int = 16 << 20) {
    self.escapeDelay = max(1, escapeDelay)
    self.guessesPastes = guessesPastes
    self.pasteLimit = max(0, pasteLimit)
    collector = PasteCollector(limit: self.pasteLimit)
  }

  /// Whether a bracketed paste has begun and not ended.
  package var isCollectingPaste: Bool {
    if case .paste = state { return true }
    return false
  }

  /// How long to wait for more bytes before `timeOut`, in milliseconds; nil when nothing is begun.
  package var pendingTimeout: Int? {
    switch state {
    case .ground: nil
    case .escape: escapeDelay
    case .control, .singleShift: pending.isEmpty ? 3 * escapeDelay : 500
    case .answer(_, let length, _): length == 0 ? 3 * escapeDelay : 500
    case .scalar, .linuxFunction, .mouse: 500
    case .paste where pasteIsOverdue && collector.isEmpty: collector.hasBegunEndMark ? 500 : nil
    case .paste: 1000
    }
  }

  /// Takes the bytes of one read.
  ///
  /// - Complexity: O(*n*) in bytes.
  package mutating func feed(_ bytes: [UInt8]) -> [InputEvent] {
    var rest = bytes[...]
    if isBurst(bytes) {
      takeBurst(bytes)
      rest = []
    } else if pasteIsOverdue, Self.isOneKey(bytes) {
      endOverduePaste()
    }
    while let byte = rest.first {
      if case .paste = state {
        continuePaste(&rest)
      } else {
        rest.removeFirst()
        take(byte)
      }
    }
    return takeEvents()
  }

  /// Decides what is open after `pendingTimeout` without a byte.
  ///
  /// A lone ESC becomes Esc; ESC with a bracket becomes Alt with that bracket; half a character
  /// becomes U+FFFD; any other half sequence is dropped. A paste without its end is delivered as
  /// far as it came. Its tail may still be under way on a slow line, so later bytes still count as
  /// pasted until the end mark comes or a single key is typed.
  package mutating func timeOut() -> [InputEvent] {
    switch state {
    case .ground: break
    case .paste where pasteIsOverdue && collector.isEmpty:
      // What looked like the end mark was typed.
      let typed = collector.takeBegunEndMark()
      endOverduePaste()
      for byte in typed { take(byte) }
      giveUp()
    case .paste:
      pasteIsOverdue = true
      discardedPasteBytes = collector.discarded
      if let text = collector.takeComplete() { events.append(.paste(text)) }
    case .scalar(let isAlt):
      emit(.character("\u{FFFD}"), isAlt ? .alt : [])
      reset()
    default:
      giveUp()
    }
    return takeEvents()
  }

  private mutating func takeEvents() -> [InputEvent] {
    defer { events = [] }
    return events
  }

  mutating func emit(_ code: KeyCode, _ modifiers: KeyModifiers = []) {
    events.append(.key(KeyPress(code, modifiers)))
  }

  mutating func reset() {
    state = .ground
    pending.removeAll(keepingCapacity: true)
  }

  /// Leaves a sequence that turned out to be none: its introducer was a key with Alt, or it was cut.
  mutating func giveUp() {
    let old = state
    let isBare = pending.isEmpty
    reset()
    switch old {
    case .escape(let isDouble):
      emit(.escape)
      if isDouble { emit(.escape) }
    case .control(let isAlt) where isBare:
      if isAlt { emit(.escape) }
      emit(.character("["), .alt)
    case .singleShift(let isAlt) where isBare:
      if isAlt { emit(.escape) }
      emit(.character("O"), .alt)
    case .answer(let introducer, 0, _):
      emit(.character(Character(Unicode.Scalar(introducer))), .alt)
    default: break
    }
  }

  /// Moves on by one byte outside a paste.
  mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte, isAlt: false)
    case .scalar(let isAlt): takeScalar(byte, isAlt: isAlt)
    case .escape(let isDouble): takeEscaped(byte, isDouble: isDouble)
    case .control(let isAlt): takeControl(byte, isAlt: isAlt)
    case .singleShift(let isAlt): takeSingleShift(byte, isAlt: isAlt)
    case .linuxFunction:
      reset()
      if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) } else { take(byte) }
    case .mouse(let remaining):
      if remaining > 1 { state = .mouse(remaining: remaining - 1) } else { reset() }
    case .answer(let introducer, let length, let isEscaped):
      takeAnswer(byte, introducer: introducer, length: length, isEscaped: isEscaped)
    case .paste: break
    }
  }

  /// A byte that no sequence has claimed.
  mutating func takeGround(_ byte: UInt8, isAlt: Bool) {
    let alt: KeyModifiers = isAlt ? .alt : []
    switch byte {
    case 0x1B: state = .escape(isDouble: false)
    case 0x0D: emit(.enter, alt)
    case 0x09: emit(.tab, alt)
    case 0x08, 0x7F: emit(.backspace, alt)
    case 0x00: emit(.character(" "), [.control, alt])
    case 0x01...0x1A: emit(.character(Self.ascii(byte + 0x60)), [.control, alt])
    case 0x1C...0x1F: emit(.character(Self.ascii(byte + 0x40)), [.control, alt])
    case 0x20...0x7E: emit(.character(Self.ascii(byte)), alt)
    case 0xC2...0xF4:
      pending.append(byte)
      state = .scalar(isAlt: isAlt)
    default: emit(.character("\u{FFFD}"), alt)
    }
  }

  private mutating func takeEscaped(_ byte: UInt8, isDouble: Bool) {
    switch byte {
    case 0x1B:
      if isDouble { emit(.escape) }
      state = .escape(isDouble: true)
    case UInt8(ascii: "["): state = .control(isAlt: isDouble)
    case UInt8(ascii: "O"): state = .singleShift(isAlt: isDouble)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
      if isDouble { emit(.escape) }
      state = .answer(introducer: byte, length: 0, isEscaped: false)
    default:
      if isDouble { emit(.escape) }
      reset()
      takeGround(byte, isAlt: true)
    }
  }

  /// Goes on with a byte that does not belong to the sequence before it.
  mutating func resume(with byte: UInt8) {
    reset()
    take(byte)
  }

  static func ascii(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }
}
