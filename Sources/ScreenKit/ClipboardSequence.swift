package import TextLayout

/// What stands between the program and the terminal and takes escape sequences for itself.
package enum Multiplexer: Sendable, Hashable {
  case none, tmux, screen
}

/// The escape sequence that puts a text into the clipboard of the person's own machine, also over ssh: OSC 52 (xterm's
/// "ctlseqs", Operating System Commands).
package enum ClipboardSequence {
  /// The most UTF-8 bytes of text that terminals take: the whole sequence may have 100,000 bytes (hterm's osc52.sh), of
  /// which 7 begin it, one ends it, and 99,992 are the text in base 64.
  package static let textLimit = 74_994

  /// The bytes of one string that GNU screen passes through; longer ones are cut by it (MAXSTR).
  private static let screenChunk = 256

  /// The bytes for a text; of a text beyond `textLimit` the caller has cut off the rest.
  ///
  /// tmux takes OSC 52 from a program only with `set-clipboard on`; by default (`external`) it ignores it (tmux(1)).
  /// Wrapped for passing through it goes to the terminal as it is, but only with `allow-passthrough on` (tmux 3.3). Each
  /// is harmless where it is not taken, and where both are, the same text arrives twice; so both are sent. GNU screen
  /// passes any device control string through, in pieces.
  /// - Complexity: O(bytes).
  package static func bytes(for text: SafeText, through multiplexer: Multiplexer) -> [UInt8] {
    let plain = Array("\u{1B}]52;c;".utf8) + base64(Array(text.string.utf8)) + [0x07]
    switch multiplexer {
    case .none: return plain
    case .tmux:
      // Inside the wrapping each ESC is doubled.
      let doubled = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
      return plain + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
    case .screen:
      return stride(from: 0, to: plain.count, by: screenChunk).flatMap { start in
        Array("\u{1B}P".utf8) + plain[start..<min(start + screenChunk, plain.count)] + Array("\u{1B}\\".utf8)
      }
    }
  }

  /// Bytes in base 64 with padding, in one line (RFC 4648, section 4).
  ///
  /// - Complexity: O(bytes).
  package static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let digit = Int(value >> UInt32(18 - 6 * place) & 0x3F)
        result.append(place <= group.count ? alphabet[digit] : UInt8(ascii: "="))
      }
    }
    return result
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
