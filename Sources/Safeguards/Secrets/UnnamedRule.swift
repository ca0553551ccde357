import LocalePacks

/// Values that nobody names: what looks like nothing but a password, or like one behind a user name.
enum UnnamedRule {
  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ found: inout FoundSecrets) {
    let reading = found.reading
    var place = 0
    var sinceName = Int.max
    while place < reading.count {
      if reading.letters[place].sort == .lineEnd { sinceName = sinceName > 20 ? sinceName : sinceName + 3 }
      if reading.isBreak(place) || found.covers(place) {
        place += 1
        continue
      }
      let end = reading.chunkEnd(place)
      let core = ValueCore.core(of: place..<end, reading)
      defer { place = max(end, place + 1) }
      guard !core.isEmpty else { continue }
      if reading.longest(at: core.lowerBound, .noun(.login)) != nil || SomethingElse.isEmail(reading, core) {
        sinceName = 0
        continue
      }
      if sinceName < Int.max { sinceName += 1 }
      let shape = ValueShape(reading, core)
      guard shape.strength >= .strong, shape.digits > 0, (6...40).contains(core.count), !found.covers(core)
      else { continue }
      let isNear = sinceName <= 10
      guard isPassword(shape, core, reading, isNear: isNear),
        CardRule.isNamed(before: core.lowerBound, reading) != .other
      else { continue }
      found.add(.password, core)
      sinceName = Int.max
    }
  }

  private static func isPassword(
    _ shape: ValueShape, _ core: Range<Int>, _ reading: SecretReading, isNear: Bool
  ) -> Bool {
    if isNear { return shape.strength == .veryStrong && shape.lower + shape.uncased > 0 }
    guard shape.signs > 0, shape.lower + shape.uncased > 0, shape.count >= 7 else { return false }
    return core.dropFirst().contains { place in
      [0x21, 0x40, 0x23, 0x24, 0x25, 0x5E, 0x2A].contains(reading.folded(place))
    }
  }
}
