package import ScreenKit
package import Testing
import TextLayout

/// Text that would harm a terminal or a reader if it reached a screen as it is.
package enum HostileText {
  /// A bit of everything: escape sequences, C0 and C1 controls, bidi overrides, invisible characters, line ends.
  package static let all =
    "A\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}31m\u{90}q\u{9C}\u{202E}evil\u{2066}\u{2069}\u{200B}\u{FEFF}\u{AD}\r\n\tB\u{0}\u{8}\u{7F}\u{85}\u{2028}"
    + "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} {0} {1} \u{E0041}Z"

  /// Says what in a text must not be on a screen, or nil.
  package static func firstHarm(in text: String) -> String? {
    for scalar in text.unicodeScalars where scalar != "\n" {
      switch scalar.value {
      case ..<0x20, 0x7F...0x9F: return "control U+" + String(scalar.value, radix: 16)
      case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0x061C, 0x200E, 0x200F:
        return "direction U+" + String(scalar.value, radix: 16)
      case 0x200B, 0xFEFF, 0xAD, 0xE0000...0xE007F: return "invisible U+" + String(scalar.value, radix: 16)
      default: break
      }
    }
    return nil
  }
}

/// Expects a frame that is well-formed and holds nothing that could harm a terminal, its title included.
package func expectHarmless(
  _ frame: Frame, _ place: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  if let violation = frame.grid.firstInvariantViolation() {
    Issue.record("\(place): \(violation)", sourceLocation: sourceLocation)
  }
  if let harm = HostileText.firstHarm(in: frame.text) {
    Issue.record("\(place): \(harm) on the screen", sourceLocation: sourceLocation)
  }
  if let title = frame.title?.string, let harm = HostileText.firstHarm(in: title.filter { $0 != "\n" }) {
    Issue.record("\(place): \(harm) in the title", sourceLocation: sourceLocation)
  }
  if frame.title?.string.contains("\n") == true {
    Issue.record("\(place): a line end in the title", sourceLocation: sourceLocation)
  }
}
