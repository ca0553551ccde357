/// Forms of words by the hash of the word, its beginning, its end or what stands in it.
struct FormIndex<Value: Sendable>: Sendable {
  private struct Part: Sendable {
    var values: [UInt64: Value] = [:]
    /// Lengths of the forms, in scalars, the longest first.
    var lengths: [Int] = []
    /// For each place, whether a hash may be known: most are not, and this says so at once.
    var sieve = Array(repeating: UInt64(0), count: 256)

    mutating func insert(_ hash: UInt64, _ count: Int, _ value: Value, _ join: (Value, Value) -> Value) {
      values[hash] = values[hash].map { join($0, value) } ?? value
      let place = Int(truncatingIfNeeded: TextHash.mix(hash) & 0x3FFF)
      sieve[place >> 6] |= 1 << UInt64(place & 63)
      if !lengths.contains(count) {
        lengths.append(count)
        lengths.sort(by: >)
      }
    }

    func value(_ hash: UInt64) -> Value? {
      let place = Int(truncatingIfNeeded: TextHash.mix(hash) & 0x3FFF)
      return sieve[place >> 6] & (1 << UInt64(place & 63)) == 0 ? nil : values[hash]
    }
  }

  private var whole = Part()
  private var beginnings = Part()
  private var ends = Part()
  private var insides = Part()

  /// Adds a form of a word; `join` makes one value of two of the same form.
  mutating func insert(
    _ form: AnswerForm, _ value: Value, join: (_ old: Value, _ new: Value) -> Value
  ) {
    switch (form.isOpenAtStart, form.isOpenAtEnd) {
    case (false, false): whole.insert(form.hash, form.count, value, join)
    case (false, true): beginnings.insert(form.hash, form.count, value, join)
    case (true, false): ends.insert(form.hash, form.count, value, join)
    case (true, true): insides.insert(form.hash, form.count, value, join)
    }
  }

  /// The value of a whole word; nil for none.
  func whole(_ hash: UInt64) -> Value? { whole.value(hash) }

  /// The value of a word: of the whole, else of its longest known beginning, end, or part; nil for none.
  ///
  /// An end, and a part, needs two scalars before it.
  ///
  /// - Complexity: O(lengths of forms), and O(word · lengths) where there are parts.
  func value(_ hashes: TextHash, _ start: Int, _ count: Int) -> Value? {
    if let value = whole.value(hashes.part(start, count)) { return value }
    for length in beginnings.lengths where length <= count {
      if let value = beginnings.value(hashes.part(start, length)) { return value }
    }
    for length in ends.lengths where length + 2 <= count {
      if let value = ends.value(hashes.part(start + count - length, length)) { return value }
    }
    for length in insides.lengths where length + 2 <= count {
      for place in 2...count - length {
        if let value = insides.value(hashes.part(start + place, length)) { return value }
      }
    }
    return nil
  }

  /// The longest form that begins at a place of a script without blanks; nil for none.
  ///
  /// - Complexity: O(lengths of forms).
  func longest(_ hashes: TextHash, at start: Int, limit: Int) -> (value: Value, count: Int)? {
    for length in whole.lengths where length <= limit {
      if let value = whole.value(hashes.part(start, length)) { return (value, length) }
    }
    return nil
  }
}
