/// Gathers which answers hold which letters, each once an answer, and sorts that by the letters' bucket.
struct PostingGatherer {
  /// How many bits number the buckets: letters that share one are taken for each other.
  let bits: UInt32 = 17
  /// How many different letters each answer holds.
  private(set) var counts: [Int] = []
  private var buckets: [UInt32] = []
  private var answers: [UInt32] = []
  /// For each bucket the place in `buckets` behind its last entry.
  private var last: [UInt32]
  private var firstOfAnswer = 0

  init() { last = [UInt32](repeating: 0, count: 1 << Int(bits)) }

  /// Adds folded text of the answer at a place.
  mutating func add(_ folded: [UInt32], of answer: Int, isName: Bool) {
    let flag: UInt32 = isName ? 1 : 0
    TextTerms.eachGram(of: folded) { gram in
      let bucket = Int(gram >> (32 - bits))
      let known = Int(last[bucket])
      if known > firstOfAnswer {
        answers[known - 1] |= flag
      } else {
        buckets.append(UInt32(bucket))
        answers.append(UInt32(answer) << 1 | flag)
        last[bucket] = UInt32(buckets.count)
      }
    }
  }

  /// Says that what follows belongs to the next answer.
  mutating func endAnswer() {
    counts.append(buckets.count - firstOfAnswer)
    firstOfAnswer = buckets.count
  }

  /// Where each bucket's postings start, with the end of the last, and the postings.
  ///
  /// - Complexity: O(postings + buckets).
  func sorted() -> (starts: [UInt32], postings: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: (1 << Int(bits)) + 1)
    for bucket in buckets { starts[Int(bucket) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: buckets.count)
    for (bucket, answer) in zip(buckets, answers) {
      postings[Int(next[Int(bucket)])] = answer
      next[Int(bucket)] += 1
    }
    return (starts, postings)
  }
}
