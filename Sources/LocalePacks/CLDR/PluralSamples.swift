/// The sample numbers that CLDR gives for a plural category, written as there: `2~4, 22~24, 1c6, …`.
package struct PluralSamples: Sendable, Hashable {
  /// Whole numbers.
  package let integer: String
  /// Numbers with a decimal mark.
  package let decimal: String

  /// All samples one by one, those of a range, too; nil when the text is not of CLDR's form.
  ///
  /// - Complexity: O(samples).
  package var numbers: [String]? {
    var numbers: [String] = []
    for list in [integer, decimal] where !list.isEmpty {
      for item in list.split(separator: ",") {
        let item = item.drop { $0 == " " }
        if item == "…" { continue }
        guard let expanded = Self.expanded(item) else { return nil }
        numbers += expanded
      }
    }
    return numbers
  }

  /// The numbers of a sample: a range counts in its last digit.
  private static func expanded(_ item: Substring) -> [String]? {
    let ends = item.split(separator: "~", omittingEmptySubsequences: false)
    if ends.count == 1 { return PluralOperands(item) == nil ? nil : [String(item)] }
    guard ends.count == 2, let low = DecimalText(String(ends[0])), let high = DecimalText(String(ends[1])),
      low.fraction.count == high.fraction.count, low.fraction.count < 10,
      let first = Int(String(decoding: low.whole + low.fraction, as: UTF8.self)),
      let last = Int(String(decoding: high.whole + high.fraction, as: UTF8.self)), first <= last,
      last - first < 1_000
    else { return nil }
    let places = low.fraction.count
    return (first...last).map { value in
      if places == 0 { return String(value) }
      let text = String(value)
      let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
      return padded.dropLast(places) + "." + padded.suffix(places)
    }
  }
}
