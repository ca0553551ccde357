/// Implicit embedding levels of a paragraph (UAX #9 rules P2 to I2), without explicit embeddings,
/// overrides and isolates: `SafeText` makes those visible, so a paragraph is one level run.
struct BidiParagraph {
  /// Level of the paragraph, 0 (left to right) or 1.
  let baseLevel: UInt8
  /// Level of each item.
  private(set) var levels: [UInt8]
  private var classes: [BidiClass]

  /// Depth of the bracket stack in definition BD16.
  private static let bracketDepth = 63

  /// - Parameters:
  ///   - scalars: the items; none may be a boundary neutral or an explicit formatting character.
  ///   - classes: their classes.
  ///   - baseLevel: 0 or 1; nil takes it from the first strong item (P2, P3).
  /// - Complexity: O(*n*), times the depth of nested brackets (at most 63).
  init(scalars: [UInt32], classes: [BidiClass], baseLevel: UInt8? = nil) {
    self.baseLevel = baseLevel ?? Self.firstStrongLevel(classes)
    self.classes = classes
    levels = []
    resolveWeak()
    resolveBrackets(scalars: scalars, original: classes)
    resolveNeutrals()
    assignLevels(original: classes)
  }

  private static func firstStrongLevel(_ classes: [BidiClass]) -> UInt8 {
    for item in classes {
      if item == .left { return 0 }
      if item == .right || item == .arabicLetter { return 1 }
    }
    return 0
  }

  private var embedding: BidiClass { baseLevel == 0 ? .left : .right }

  /// Rules W1 to W7.
  private mutating func resolveWeak() {
    var previous = embedding
    var strong = embedding
    for index in classes.indices {
      if classes[index] == .nonspacingMark { classes[index] = previous }
      previous = classes[index]
      switch classes[index] {
      case .left, .right, .arabicLetter: strong = classes[index]
      case .europeanNumber where strong == .arabicLetter: classes[index] = .arabicNumber
      default: break
      }
    }
    for index in classes.indices where classes[index] == .arabicLetter { classes[index] = .right }
    resolveSeparators()
    resolveTerminators()
    strong = embedding
    for index in classes.indices {
      switch classes[index] {
      case .left, .right: strong = classes[index]
      case .europeanSeparator, .europeanTerminator, .commonSeparator: classes[index] = .otherNeutral
      case .europeanNumber where strong == .left: classes[index] = .left
      default: break
      }
    }
  }

  /// Rule W4: one separator between two numbers of a kind.
  private mutating func resolveSeparators() {
    guard classes.count > 2 else { return }
    for index in 1..<classes.count - 1 {
      let left = classes[index - 1]
      guard left == classes[index + 1] else { continue }
      switch classes[index] {
      case .europeanSeparator where left == .europeanNumber: classes[index] = left
      case .commonSeparator where left == .europeanNumber || left == .arabicNumber:
        classes[index] = left
      default: break
      }
    }
  }

  /// Rule W5: terminators next to a European number.
  private mutating func resolveTerminators() {
    var index = 0
    while index < classes.count {
      guard classes[index] == .europeanTerminator else {
        index += 1
        continue
      }
      let start = index
      while index < classes.count, classes[index] == .europeanTerminator { index += 1 }
      let isBefore = start > 0 && classes[start - 1] == .europeanNumber
      let isAfter = index < classes.count && classes[index] == .europeanNumber
      if isBefore || isAfter {
        for item in start..<index { classes[item] = .europeanNumber }
      }
    }
  }

  /// Numbers count as right to left for neutrals and brackets.
  private static func direction(_ item: BidiClass) -> BidiClass? {
    switch item {
    case .left: .left
    case .right, .europeanNumber, .arabicNumber: .right
    default: nil
    }
  }

  /// Rule N0.
  private mutating func resolveBrackets(scalars: [UInt32], original: [BidiClass]) {
    for pair in bracketPairs(scalars) {
      guard let direction = bracketDirection(pair) else { continue }
      for end in [pair.opening, pair.closing] {
        classes[end] = direction
        var mark = end + 1
        while mark < original.count, original[mark] == .nonspacingMark {
          classes[mark] = direction
          mark += 1
        }
      }
    }
  }

  private func bracketDirection(_ pair: (opening: Int, closing: Int)) -> BidiClass? {
    var holdsOpposite = false
    for index in pair.opening + 1..<pair.closing {
      guard let found = Self.direction(classes[index]) else { continue }
      if found == embedding { return embedding }
      holdsOpposite = true
    }
    guard holdsOpposite else { return nil }
    var index = pair.opening - 1
    while index >= 0 {
      // Found inside was the opposite; what stands before decides whether it goes on.
      if let context = Self.direction(classes[index]) { return context }
      index -= 1
    }
    return embedding
  }

  /// Definition BD16, in the order of the opening brackets.
  private func bracketPairs(_ scalars: [UInt32]) -> [(opening: Int, closing: Int)] {
    var stack: [(closer: UInt32, index: Int)] = []
    var pairs: [(opening: Int, closing: Int)] = []
    for (index, scalar) in scalars.enumerated() where classes[index] == .otherNeutral {
      guard let mirrored = Mirroring.entry(of: scalar), mirrored.bracket != .none else { continue }
      if mirrored.bracket == .opening {
        if stack.count == Self.bracketDepth { return [] }
        stack.append((Mirroring.canonical(mirrored.scalar), index))
      } else {
        let closer = Mirroring.canonical(scalar)
        guard let at = stack.lastIndex(where: { $0.closer == closer }) else { continue }
        pairs.append((stack[at].index, index))
        stack.removeSubrange(at...)
      }
    }
    return pairs.sorted { $0.opening < $1.opening }
  }

  /// Rules N1 and N2.
  private mutating func resolveNeutrals() {
    var before = embedding
    var index = 0
    while index < classes.count {
      if let direction = Self.direction(classes[index]) {
        before = direction
        index += 1
        continue
      }
      let start = index
      while index < classes.count, Self.direction(classes[index]) == nil { index += 1 }
      let after = index < classes.count ? Self.direction(classes[index]) ?? embedding : embedding
      let direction = before == after ? before : embedding
      for item in start..<index { classes[item] = direction }
    }
  }

  /// Rules I1 and I2, and of L1 the part on separators.
  private mutating func assignLevels(original: [BidiClass]) {
    levels = classes.enumerated().map { index, item in
      if original[index] == .segmentSeparator || original[index] == .paragraphSeparator {
        return baseLevel
      }
      return switch item {
      case .left: baseLevel * 2
      case .right: 1
      default: 2
      }
    }
  }
}
