import LocalePacks

/// Which digits can be the PIN, the code of a card, the code that is used once, the number that a noun names.
enum NumberFit {
  /// The part of a run of digits that fits a kind; nil when none does.
  static func range(_ kind: SecretKind, _ run: DigitRun, _ reading: SecretReading) -> Range<Int>? {
    let sizes = run.groups.map(\.count)
    guard let first = sizes.first else { return nil }
    if let start = label(run, reading) {
      return kind == .oneTime && sizes == [6] && !run.isMeasure(reading) ? start..<run.range.upperBound : nil
    }
    func fits(_ groups: Int) -> Range<Int>? {
      let part = run.prefix(groups)
      return part.isMeasure(reading) ? nil : part.range
    }
    switch kind {
    case .pin:
      if let spelt = spelt(sizes, 4...8) { return fits(spelt) }
      if sizes.count >= 2, sizes[0] == sizes[1], (2...3).contains(first) { return fits(min(sizes.count, 3)) }
      return (4...8).contains(first) ? fits(1) : nil
    case .cardCode:
      if let spelt = spelt(sizes, 3...4) { return fits(spelt) }
      return (3...4).contains(first) ? fits(1) : nil
    case .oneTime:
      if let spelt = spelt(sizes, 4...10) { return fits(spelt) }
      var total = 0
      for (place, size) in sizes.enumerated() {
        total += size
        if total > 10 { break }
        let isLast = place + 1 == sizes.count || total + sizes[place + 1] > 10
        if place > 0, total >= 4, isLast && place + 1 == sizes.count { return fits(place + 1) }
        if size < 2 || size > 5 { break }
      }
      return (4...10).contains(first) ? fits(1) : nil
    case .card: return (12...19).contains(run.digits) ? run.range : nil
    case .account: return (6...34).contains(run.digits) ? run.range : nil
    case .key: return run.digits >= 6 ? run.range : nil
    default: return nil
    }
  }

  /// Where the letters begin that a hyphen joins to digits: G-482913, E-1042.
  private static func label(_ run: DigitRun, _ reading: SecretReading) -> Int? {
    var start = run.range.lowerBound - 1
    guard start > 0, reading.folded(start) == 0x2D, reading.letters[start - 1].sort == .letter else {
      return nil
    }
    while start > 0, reading.letters[start - 1].sort == .letter, !reading.letters[start - 1].isUnspaced,
      run.range.lowerBound - start < 12
    {
      start -= 1
    }
    return start
  }

  /// How many digits stand one by one, when that is what they do.
  private static func spelt(_ sizes: [Int], _ wanted: ClosedRange<Int>) -> Int? {
    let run = sizes.prefix { $0 == 1 }.count
    return wanted.contains(run) ? run : nil
  }
}
