/// A plural category of CLDR.
package enum PluralCategory: String, Sendable, Hashable, CaseIterable {
  case zero, one, two, few, many, other
}

/// A condition of CLDR's plural rules, such as `v = 0 and i % 10 = 2..4 and i % 100 != 12..14`.
///
/// The grammar is that of UTS #35, Part 3, 5.1, in the form that CLDR itself writes: `=` and `!=` alone.
package struct PluralRule: Sendable, Hashable {
  private struct Relation: Sendable, Hashable {
    var operand: Character
    var modulus: Int?
    var isNegated: Bool
    var ranges: [ClosedRange<Int>]
  }

  /// Alternatives, each of which is a list of relations that all hold.
  private let alternatives: [[Relation]]

  /// Reads a rule without its samples; nil when it breaks the grammar or is empty.
  ///
  /// - Complexity: O(length).
  package init?(_ text: String) {
    var words = Self.words(text)[...]
    var alternatives: [[Relation]] = []
    repeat {
      var relations: [Relation] = []
      repeat {
        guard let relation = Self.relation(&words) else { return nil }
        relations.append(relation)
      } while Self.take("and", &words)
      alternatives.append(relations)
    } while Self.take("or", &words)
    guard words.isEmpty else { return nil }
    self.alternatives = alternatives
  }

  /// Whether a number meets the condition.
  package func matches(_ number: PluralOperands) -> Bool {
    alternatives.contains { relations in relations.allSatisfy { Self.holds($0, number) } }
  }

  private static func holds(_ relation: Relation, _ number: PluralOperands) -> Bool {
    // A number with a fraction is in no range, for ranges hold whole numbers only.
    guard let value = number.whole(relation.operand) else { return relation.isNegated }
    let rest = relation.modulus.map { value % $0 } ?? value
    return relation.ranges.contains { $0.contains(rest) } != relation.isNegated
  }

  // MARK: - Grammar

  private static func words(_ text: String) -> [Substring] {
    text.split(separator: " ")
  }

  private static func take(_ word: String, _ words: inout ArraySlice<Substring>) -> Bool {
    guard words.first == Substring(word) else { return false }
    words.removeFirst()
    return true
  }

  private static func relation(_ words: inout ArraySlice<Substring>) -> Relation? {
    guard let name = words.popFirst(), let operand = name.first, name.count == 1, "nivwftce".contains(operand)
    else { return nil }
    var modulus: Int?
    if take("%", &words) {
      guard let word = words.popFirst(), let value = Int(word), value > 0 else { return nil }
      modulus = value
    }
    let isNegated: Bool
    switch words.popFirst() {
    case "=": isNegated = false
    case "!=": isNegated = true
    default: return nil
    }
    guard let list = words.popFirst() else { return nil }
    var ranges: [ClosedRange<Int>] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: ".", omittingEmptySubsequences: false)
      switch ends.count {
      case 1:
        guard let value = Int(part), value >= 0 else { return nil }
        ranges.append(value...value)
      case 3:
        guard ends[1].isEmpty, let low = Int(ends[0]), let high = Int(ends[2]), low >= 0, low <= high else {
          return nil
        }
        ranges.append(low...high)
      default: return nil
      }
    }
    return Relation(operand: operand, modulus: modulus, isNegated: isNegated, ranges: ranges)
  }
}
