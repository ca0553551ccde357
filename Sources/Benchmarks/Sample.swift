/// Measured values of one kind.
struct Sample {
  private(set) var values: [Double] = []

  var isEmpty: Bool { values.isEmpty }

  mutating func add(_ value: Double) { values.append(value) }

  /// The value that half of all lie below; nil without values.
  var median: Double? { quantile(0.5) }

  /// The value that a part of all lie below; nil without values.
  func quantile(_ part: Double) -> Double? {
    if values.isEmpty { return nil }
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }
}
