/// A share with how far it may lie from the truth: Wilson's interval for a binomial proportion, 95 %.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927. It stays within 0 and 1 and
/// says something honest of small numbers: 3 of 3 is 44 % to 100 %.
package struct WilsonInterval: Sendable, Hashable {
  /// How many of them.
  package let count: Int
  /// Of how many.
  package let total: Int
  /// The standard normal quantile of 97.5 %.
  private static let z = 1.959_963_984_540_054

  /// Makes a share; `count` is brought within `total`.
  package init(_ count: Int, of total: Int) {
    self.total = max(0, total)
    self.count = min(max(0, count), self.total)
  }

  /// The share itself, 0...1; nil of nothing.
  package var share: Double? { total == 0 ? nil : Double(count) / Double(total) }

  /// The lower end, 0...1; 0 of nothing.
  package var low: Double { bounds.0 }

  /// The upper end, 0...1; 1 of nothing.
  package var high: Double { bounds.1 }

  private var bounds: (Double, Double) {
    guard total > 0 else { return (0, 1) }
    let (n, p) = (Double(total), Double(count) / Double(total))
    let square = Self.z * Self.z
    let middle = (p + square / (2 * n)) / (1 + square / n)
    let half = Self.z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot() / (1 + square / n)
    return (max(0, middle - half), min(1, middle + half))
  }

  /// Below this many nothing is told as a finding.
  package static let fewBelow = 30

  /// Whether there are too few to say anything.
  package var isFew: Bool { total < Self.fewBelow }

  /// `62 % of 41 (47–76 %)`; `– of 0`.
  package var description: String {
    guard let share else { return "– of 0" }
    func percent(_ value: Double) -> String { String(Int((value * 100).rounded())) }
    return "\(percent(share)) % of \(total) (\(percent(low))–\(percent(high)) %)"
  }
}
