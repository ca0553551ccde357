extension KeyDecoder {
  /// A whole control sequence, and the key that it stands for.
  struct ControlSequence {
    /// The numbers between the semicolons, of each group of colons the first; missing ones are 0.
    private var numbers: [Int] = [0]
    /// The second number of the first group: kitty's shifted character.
    private var shifted = 0
    /// The second number of the second group: kitty's 1 press, 2 repeat, 3 release.
    private var kind = 0
    private var hasPrivateMark = false
    /// Whether it begins with `<`, as reports of the mouse do (xterm's mode 1006).
    private let isMouse: Bool
    private var isEmpty: Bool
    private let final: UInt8

    init(parameters: [UInt8], final: UInt8) {
      self.final = final
      isEmpty = parameters.isEmpty
      isMouse =
        parameters.first == UInt8(ascii: "<") && (final == UInt8(ascii: "M") || final == UInt8(ascii: "m"))
      var subindex = 0
      for byte in parameters {
        switch byte {
        case 0x30...0x39: add(digit: Int(byte) - 0x30, subindex: subindex)
        case UInt8(ascii: ":"): subindex += 1
        case UInt8(ascii: ";"):
          numbers.append(0)
          subindex = 0
        default: hasPrivateMark = true
        }
      }
    }

    private mutating func add(digit: Int, subindex: Int) {
      func extended(_ value: Int) -> Int { min(value * 10 + digit, 0x20_0000) }
      let last = numbers.count - 1
      switch (last, subindex) {
      case (_, 0): numbers[last] = extended(numbers[last])
      case (0, 1): shifted = extended(shifted)
      case (1, 1): kind = extended(kind)
      default: break
      }
    }

    private func number(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }

    var isPasteStart: Bool { final == UInt8(ascii: "~") && number(0) == 200 && !hasPrivateMark }

    /// What was done with the mouse: `ESC [ < button ; column ; row M`, both from 1; nil for releases, movements, other
    /// buttons, and what is no such report.
    var mouseEvent: MouseEvent? {
      guard isMouse, final == UInt8(ascii: "M"), numbers.count == 3, number(1) > 0, number(2) > 0 else {
        return nil
      }
      let place = ScreenPosition(row: number(2) - 1, column: number(1) - 1)
      // Bits 2, 3 and 4 are Shift, Meta and Control.
      switch number(0) & ~0x1C {
      case 0: return MouseEvent(.press, at: place)
      case 64: return MouseEvent(.wheelUp, at: place)
      case 65: return MouseEvent(.wheelDown, at: place)
      default: return nil
      }
    }

    /// The key of ESC [ … final; nil when it is none.
    var keyPress: KeyPress? {
      guard !hasPrivateMark, kind != 3 else { return nil }
      switch final {
      case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"): return tildePress
      case UInt8(ascii: "u"): return Self.press(code: number(0), modifiers: number(1), shifted: shifted)
      case UInt8(ascii: "Z"): return with(modifiers: number(1), .tab, adding: .shift)
      case UInt8(ascii: "R") where number(0) != 1 && !isEmpty: return nil  // where the cursor is
      case UInt8(ascii: "I"), UInt8(ascii: "O"): return nil  // focus
      case UInt8(ascii: "a")...UInt8(ascii: "d"):
        return Self.letters[final - 0x20].map { KeyPress($0, .shift) }  // rxvt
      default:
        guard let code = Self.letters[final] else { return nil }
        return with(modifiers: numbers.count > 1 ? number(1) : number(0), code)
      }
    }

    /// The key of ESC O … final; nil when it is none.
    var singleShiftPress: KeyPress? {
      if let code = Self.letters[final] { return with(modifiers: number(0), code) }
      guard isEmpty else { return nil }
      switch final {
      case UInt8(ascii: "M"): return KeyPress(.enter)
      case UInt8(ascii: "X"): return KeyPress(.character("="))
      case UInt8(ascii: "a")...UInt8(ascii: "d"):
        return Self.letters[final - 0x20].map { KeyPress($0, .control) }  // rxvt
      case UInt8(ascii: "j")...UInt8(ascii: "y"):
        return KeyPress(.character(KeyDecoder.ascii(final - 0x40)))  // keypad
      default: return nil
      }
    }

    private var tildePress: KeyPress? {
      if number(0) == 27, numbers.count >= 3, final == UInt8(ascii: "~") {
        return Self.press(code: number(2), modifiers: number(1), shifted: 0)  // modifyOtherKeys
      }
      guard let code = Self.tildes[number(0)] else { return nil }
      let added: KeyModifiers
      switch final {  // rxvt
      case UInt8(ascii: "$"): added = .shift
      case UInt8(ascii: "^"): added = .control
      case UInt8(ascii: "@"): added = [.shift, .control]
      default: added = []
      }
      return with(modifiers: number(1), code, adding: added)
    }

    private func with(modifiers: Int, _ code: KeyCode, adding added: KeyModifiers = []) -> KeyPress? {
      Self.modifiers(modifiers).map { KeyPress(code, $0.union(added)) }
    }

    /// xterm's modifier number: 1 + shift 1, alt 2, control 4, super 8, hyper 16, meta 32, and locks.
    ///
    /// Nil for super and hyper: those chords belong to the desktop and must not type a letter.
    static func modifiers(_ number: Int) -> KeyModifiers? {
      let bits = max(0, number - 1)
      guard bits & 0x18 == 0 else { return nil }
      var result = KeyModifiers(rawValue: UInt8(bits & 7))
      if bits & 0x20 != 0 { result.insert(.alt) }
      return result
    }

    /// A key given by its Unicode value or kitty's private number.
    static func press(code: Int, modifiers number: Int, shifted: Int) -> KeyPress? {
      guard var modifiers = modifiers(number) else { return nil }
      if let named = named[code] { return KeyPress(named, modifiers) }
      if let digit = keypad[code] { return KeyPress(.character(digit), modifiers) }
      guard code >= 0x20, !(0x7F...0x9F).contains(code), !(0xE000...0xF8FF).contains(code),
        let scalar = Unicode.Scalar(UInt32(code))
      else { return nil }
      var character = Character(scalar)
      if modifiers.contains(.shift), character != " " {
        // An upper-case letter carries no shift; what else shift makes, only the layout knows.
        modifiers.remove(.shift)
        if shifted >= 0x20, let other = Unicode.Scalar(UInt32(shifted)) {
          character = Character(other)
        } else if let upper = single(character.uppercased()) {
          character = upper
        }
      }
      return KeyPress(.character(character), modifiers)
    }

    private static func single(_ text: String) -> Character? { text.count == 1 ? text.first : nil }

    private static let letters: [UInt8: KeyCode] = [
      UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
      UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .function(1),
      UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]

    private static let tildes: [Int: KeyCode] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
      11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
      17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
      23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
      29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
      42: .function(21), 43: .function(22), 44: .function(23), 45: .function(24),
    ]

    /// kitty's numbers of keys that are no characters.
    private static let named: [Int: KeyCode] = {
      var codes: [Int: KeyCode] = [
        8: .backspace, 9: .tab, 13: .enter, 27: .escape, 127: .backspace, 57414: .enter, 57417: .left,
        57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown, 57423: .home,
        57424: .end, 57425: .insert, 57426: .delete,
      ]
      for number in 13...24 { codes[57363 + number] = .function(number) }
      return codes
    }()

    private static let keypad: [Int: Character] = {
      var characters: [Int: Character] = [:]
      for (offset, character) in "0123456789./*-+".enumerated() { characters[57399 + offset] = character }
      characters[57415] = "="
      characters[57416] = ","
      return characters
    }()
  }
}
