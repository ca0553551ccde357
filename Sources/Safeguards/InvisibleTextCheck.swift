import DeskModel

/// Warns of characters that cannot be seen: they hide text, turn it round, or break links and searches.
///
/// Found are bidi embeddings, overrides and isolates, control characters but LF and TAB, zero-width and
/// filler characters, and tag characters outside flags. Left alone is what writing needs: joiners in emoji
/// and between letters of joining scripts, direction marks in texts with right-to-left letters, variation
/// selectors, no-break spaces.
package struct InvisibleTextCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "text.invisible"

  /// Makes the check.
  package init() {}

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    let scalars = Array(draft.text.unicodeScalars)
    let hasRightToLeft = scalars.contains(where: Self.isRightToLeft)
    var findings: [Finding] = []
    var run: (start: Int, index: Int)?
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      let isFound =
        Self.isInvisible(scalar)
        && !Self.isNeeded(index, in: scalars, hasRightToLeft: hasRightToLeft)
      if isFound {
        run = run ?? (offset, index)
      } else if let ended = run {
        findings.append(finding(ended.start..<offset, scalars[ended.index..<index]))
        run = nil
      }
      offset += scalar.utf8.count
    }
    if let ended = run { findings.append(finding(ended.start..<offset, scalars[ended.index...])) }
    return findings
  }

  /// Whether a scalar shows nothing, or acts on what stands around it, wherever it stands.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: return false
    case ..<0x20, 0x7F...0x9F: return true
    case 0x2028, 0x2029, 0x2800, 0xFFF9...0xFFFB: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
    }
  }

  private func finding(_ range: Range<Int>, _ scalars: ArraySlice<Unicode.Scalar>) -> Finding {
    let turnsText = scalars.contains(where: Self.isDirectional)
    return Finding(
      rule: rule, severity: .warn, range: range,
      messageKey: turnsText ? "finding.text.invisible.direction" : "finding.text.invisible",
      arguments: [Self.names(of: scalars)], suggestionKey: "finding.text.invisible.remove",
      replacement: scalars.contains { $0.value == 0x2028 || $0.value == 0x2029 } ? "\n" : "")
  }

  /// The first three code points of a run, as U+200B.
  private static func names(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    let names = scalars.prefix(3).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
    return names.joined(separator: " ") + (scalars.count > 3 ? " …" : "")
  }

  /// Embeddings, overrides, isolates (UAX #9).
  private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func isNeeded(
    _ index: Int, in scalars: [Unicode.Scalar], hasRightToLeft: Bool
  ) -> Bool {
    let before = index > 0 ? scalars[index - 1] : nil
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalars[index].value {
    case 0x200E, 0x200F, 0x061C:
      return hasRightToLeft
    case 0x200C:
      return before.map(joins) == true && after.map(joins) == true
    case 0x200D:
      guard let before, let after else { return false }
      if joins(before) { return true }
      return isPictographic(after)
        && (isPictographic(before) || before.properties.isEmojiModifier
          || before.properties.isVariationSelector)
    case 0x034F:
      return before.map(\.properties.generalCategory) == .nonspacingMark
    case 0xE0020...0xE007F:
      return startsFlag(before: index, in: scalars)
    case 0x0D:
      return after == "\n"
    default:
      return false
    }
  }

  /// Letters and marks of the scripts in which joiners change the shape of words (IDNA's ContextJ):
  /// Arabic, Syriac, N'Ko, the scripts of India and its neighbours, Mongolian.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0xA840...0xA8FF,
      0xFB50...0xFDFF, 0xFE70...0xFEFE:
      return true
    default:
      return false
    }
  }

  private static func isPictographic(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmoji && scalar.value > 0xFF
  }

  /// Whether only tag characters stand between a place and a black flag (UTS #51, England, Scotland…).
  private static func startsFlag(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    var place = index
    while place > 0, index - place < 8, (0xE0020...0xE007F).contains(scalars[place].value) { place -= 1 }
    return scalars[place].value == 0x1F3F4
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return scalar.value != 0x061C
    default:
      return false
    }
  }
}
