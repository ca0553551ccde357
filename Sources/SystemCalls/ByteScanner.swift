import CByteScan

/// Looks for byte patterns in memory, at the speed at which memory can be read.
// The patterns are written in `init` and only read from then on, so that sharing the pointer is safe.
@safe package final class ByteScanner: @unchecked Sendable {
  fileprivate let patterns: UnsafeMutablePointer<byte_pattern>
  fileprivate let count: Int

  /// Takes patterns: of each the places, of each place the values that it takes.
  ///
  /// `frequencies` says how often each byte value stands in the data, or in a sample of it (256 numbers). What is
  /// longer than `BYTE_PATTERN_LIMIT` is cut.
  package init(_ patterns: [[[UInt8]]], frequencies: [UInt64]) {
    count = patterns.count
    unsafe self.patterns = .allocate(capacity: max(1, count))
    unsafe self.patterns.initialize(repeating: byte_pattern(), count: max(1, count))
    for (number, places) in patterns.enumerated() {
      let places = Array(places.prefix(Int(BYTE_PATTERN_LIMIT)))
      unsafe Self.fill(&self.patterns[number], places, frequencies)
    }
  }

  deinit { unsafe patterns.deallocate() }

  private static func fill(
    _ pattern: inout byte_pattern, _ places: [[UInt8]], _ frequencies: [UInt64]
  ) {
    pattern.count = places.count
    unsafe withUnsafeMutableBytes(of: &pattern.sets) { sets in
      for (place, values) in places.enumerated() {
        for value in values { unsafe sets[place * 32 + Int(value >> 3)] |= 1 << (value & 7) }
      }
    }
    func weight(_ place: Int) -> UInt64 {
      places[place].reduce(0) { $0 + (Int($1) < frequencies.count ? frequencies[Int($1)] : 0) }
    }
    // The two rarest places of those that take two values at most; any, where there is none.
    let fit = places.indices.filter { 1...2 ~= places[$0].count }.sorted {
      (weight($0), $0) < (weight($1), $1)
    }
    guard let first = fit.first else { return pattern.first = places.count }
    let second = fit.dropFirst().first ?? first
    (pattern.first, pattern.second) = (first, second)
    pattern.first_bytes = (places[first][0], places[first][places[first].count - 1])
    pattern.second_bytes = (places[second][0], places[second][places[second].count - 1])
  }

  /// How often each byte value stands in up to `pieces` pieces of 4 KiB, evenly spread; 256 numbers.
  ///
  /// - Complexity: O(pieces).
  package static func histogram(_ bytes: Span<UInt8>, pieces: Int = 64) -> [UInt64] {
    var counters = [UInt64](repeating: 0, count: 256)
    let step = max(4_096, bytes.count / max(1, pieces))
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe counters.withUnsafeMutableBufferPointer { counters in
        guard let counters = counters.baseAddress else { return }
        for start in stride(from: 0, to: buffer.count, by: step) {
          unsafe byte_histogram(base + start, min(4_096, buffer.count - start), counters)
        }
      }
    }
    return counters
  }
}

/// A scan of one piece of memory, from its end to its start.
package struct ByteScan {
  private let scanner: ByteScanner
  private let lower: Int
  /// Of each pattern the last place found: what lies behind it is known.
  private var places: [Int]
  private static let unknown = Int.max

  /// Begins a scan for patterns that start at `lower` or behind.
  package init(_ scanner: ByteScanner, from lower: Int) {
    self.scanner = scanner
    self.lower = lower
    places = [Int](repeating: Self.unknown, count: scanner.count)
  }

  /// The last start before `upper` of any pattern that ends in `bytes`; nil when there is none.
  ///
  /// From call to call, `upper` must not grow, and the bytes must be the same.
  /// - Complexity: O(bytes) over all calls, times patterns.
  package mutating func last(before upper: Int, in bytes: Span<UInt8>) -> Int? {
    let upper = min(upper, bytes.count)
    var best = -1
    for number in places.indices {
      if places[number] >= upper {
        let scanner = scanner
        let lower = lower
        places[number] = unsafe bytes.withUnsafeBufferPointer { buffer in
          guard lower >= 0, lower < upper, let base = buffer.baseAddress else { return -1 }
          return unsafe byte_pattern_last(base, lower, upper, buffer.count, scanner.patterns + number)
        }
      }
      best = max(best, places[number])
    }
    return best < 0 ? nil : best
  }
}

extension Span<UInt8> {
  /// The last double quote before `upper` that no backslash escapes; nil when there is none.
  ///
  /// - Complexity: O(distance).
  package func quote(before upper: Int) -> Int? {
    unsafe place(0, upper) { unsafe byte_quote_before($0, $1, $2) }
  }

  /// The first double quote from `lower` on that no backslash from there on escapes; nil when there is none.
  ///
  /// - Complexity: O(distance).
  package func quote(from lower: Int) -> Int? {
    unsafe place(lower, count) { unsafe byte_quote_after($0, $1, $2) }
  }

  /// The last LF before `upper`; nil when there is none.
  ///
  /// - Complexity: O(distance).
  package func lineFeed(before upper: Int) -> Int? {
    unsafe place(0, upper) { unsafe byte_last($0, $1, $2, 0x0A) }
  }

  /// The first LF from `lower` on; nil when there is none.
  ///
  /// - Complexity: O(distance).
  package func lineFeed(from lower: Int) -> Int? {
    unsafe place(lower, count) { unsafe byte_first($0, $1, $2, 0x0A) }
  }

  /// The bytes of a range, cut to what there is.
  ///
  /// - Complexity: O(range).
  package func array(_ range: Range<Int>) -> [UInt8] {
    let part = extracting(range.clamped(to: 0..<count))
    return unsafe part.withUnsafeBufferPointer { unsafe Array($0) }
  }

  private func place(
    _ lower: Int, _ upper: Int, _ body: (UnsafePointer<UInt8>, Int, Int) -> Int
  ) -> Int? {
    unsafe withUnsafeBufferPointer { buffer in
      let upper = Swift.min(upper, buffer.count)
      guard lower >= 0, lower < upper, let base = buffer.baseAddress else { return nil }
      let place = unsafe body(base, lower, upper)
      return place < 0 ? nil : place
    }
  }
}
