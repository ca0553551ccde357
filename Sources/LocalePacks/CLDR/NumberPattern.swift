/// The texts around a number in a pattern of CLDR, such as `¤#,##0.00;¤-#,##0.00` (UTS #35, Part 3, 3).
///
/// Only what stands before and after the digits counts here: how digits are grouped stands in the style.
package struct NumberPattern: Sendable, Hashable {
  /// A piece of the text around a number.
  package enum Piece: Sendable, Hashable {
    case literal(String)
    case minus
    case percent
    case currency
  }

  /// Before and after a number that is not negative.
  package let prefix: [Piece], suffix: [Piece]
  /// Before and after a negative number.
  package let negativePrefix: [Piece], negativeSuffix: [Piece]

  /// Reads a pattern; nil when it holds no digits, something between them, or a quote, which CLDR's have not.
  ///
  /// Without a part of its own, a negative number has a minus before all else.
  /// - Complexity: O(length).
  package init?(_ pattern: String) {
    let parts = pattern.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false).map(
      Self.affixes)
    guard let first = parts.first, let positive = first else { return nil }
    (prefix, suffix) = positive
    if parts.count == 2 {
      guard let negative = parts[1] else { return nil }
      (negativePrefix, negativeSuffix) = negative
    } else {
      (negativePrefix, negativeSuffix) = ([.minus] + prefix, suffix)
    }
  }

  private static func affixes(_ text: Substring) -> ([Piece], [Piece])? {
    let scalars = text.unicodeScalars
    let marks = "#0,.".unicodeScalars
    guard let first = scalars.firstIndex(where: { marks.contains($0) }),
      let last = scalars.lastIndex(where: { marks.contains($0) }),
      scalars[first...last].allSatisfy({ marks.contains($0) }), !scalars.contains("'")
    else { return nil }
    return (pieces(scalars[..<first]), pieces(scalars[scalars.index(after: last)...]))
  }

  private static func pieces(_ scalars: Substring.UnicodeScalarView) -> [Piece] {
    var pieces: [Piece] = []
    for scalar in scalars {
      switch scalar {
      case "-": pieces.append(.minus)
      case "%": pieces.append(.percent)
      case "¤": pieces.append(.currency)
      default:
        if case .literal(let text) = pieces.last {
          pieces[pieces.count - 1] = .literal(text + String(scalar))
        } else {
          pieces.append(.literal(String(scalar)))
        }
      }
    }
    return pieces
  }
}
