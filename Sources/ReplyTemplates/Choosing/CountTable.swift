/// How often an answer was picked under a key.
struct PickCount: Sendable, Hashable {
  /// The answer's number in the model.
  var answer: UInt32
  /// How often.
  var count: UInt32
}

/// Counts of picks by keys: words, letters, or replies that went before.
struct CountTable: Sendable, Hashable {
  /// The counts of each key, by answer ascending.
  private(set) var counts: [UInt64: [PickCount]] = [:]
  /// The sum of the counts of each answer.
  private(set) var sums: [UInt32] = []
  /// The sum of all counts.
  private(set) var total = 0
  /// How many counts there are.
  private(set) var size = 0

  /// Adds to the count of an answer under a key.
  ///
  /// - Complexity: O(answers of the key).
  mutating func add(_ count: UInt32 = 1, answer: UInt32, under key: UInt64) {
    while sums.count <= Int(answer) { sums.append(0) }
    sums[Int(answer)] &+= count
    total += Int(count)
    let isNew = Self.add(count, answer, to: &counts[key, default: []])
    if isNew { size += 1 }
  }

  private static func add(_ count: UInt32, _ answer: UInt32, to list: inout [PickCount]) -> Bool {
    let place = list.partition { $0.answer >= answer }
    if place < list.count, list[place].answer == answer {
      list[place].count &+= count
      return false
    }
    list.insert(PickCount(answer: answer, count: count), at: place)
    return true
  }

  /// The sum of an answer's counts.
  func sum(of answer: Int) -> UInt32 { answer < sums.count ? sums[answer] : 0 }

  /// Halves all counts and forgets those that become nothing, and those of answers without a new number.
  ///
  /// - Complexity: O(size).
  mutating func halve(numbers: [UInt32?], key: (UInt64) -> UInt64?) {
    let old = counts
    self = CountTable()
    for (oldKey, list) in old {
      guard let newKey = key(oldKey) else { continue }
      for entry in list where entry.count > 1 {
        if let number = numbers[Int(entry.answer)] { add(entry.count / 2, answer: number, under: newKey) }
      }
    }
  }

  /// Measures how much terms speak for each answer.
  ///
  /// The estimate mixes in what is usual, with the weight of `prior` terms.
  /// - Parameters:
  ///   - terms: the terms of a text, each once.
  ///   - answers: how many numbers answers have.
  ///   - prior: how many terms what is usual is worth.
  ///   - vocabulary: how many terms are expected at all.
  /// - Returns: by number, the logarithm of the odds against what is usual, divided by the root of the
  ///   number of terms; 0 for an
  ///   answer that was never picked.
  /// - Complexity: O(answers + counts of the terms).
  func evidence(of terms: [UInt32], answers: Int, prior: Double, vocabulary: Double) -> [Double] {
    var result = [Double](repeating: 0, count: answers)
    if terms.isEmpty { return result }
    for answer in 0..<min(answers, sums.count) where sums[answer] > 0 {
      result[answer] = Double(terms.count) * NaturalLogarithm.of(prior / (Double(sums[answer]) + prior))
    }
    for term in terms {
      guard let list = counts[UInt64(term)] else { continue }
      let sum = list.reduce(0.0) { $0 + Double($1.count) }
      let usual = (sum + 0.1) / (Double(total) + vocabulary)
      for entry in list where Int(entry.answer) < answers {
        result[Int(entry.answer)] += NaturalLogarithm.of(1 + Double(entry.count) / (prior * usual))
      }
    }
    let root = Double(terms.count + 1).squareRoot()
    for answer in result.indices { result[answer] /= root }
    return result
  }
}

extension Array {
  /// The place of the first element for which a condition holds that holds for all behind it; the count for
  /// none.
  ///
  /// - Complexity: O(log count).
  fileprivate func partition(by condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
