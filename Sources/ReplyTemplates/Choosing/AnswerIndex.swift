/// Finds answers by what somebody types: by names, tags, shortcuts, customers' sentences and texts, in any
/// script.
///
/// Typing errors, unfinished words and any order of words are forgiven. The index holds hashes of three
/// neighbouring letters, not the texts.
package struct AnswerIndex: Sendable {
  /// The answers in the order in which they were given; places in it, from 0, name answers elsewhere in this
  /// type.
  package let ids: [AnswerID]

  let terms: TextTerms
  private let places: [AnswerID: Int]
  private var names = AnswerNames()
  /// Postings of a bucket are `postings[starts[bucket]..<starts[bucket + 1]]`: the answer's place × 2, + 1
  /// when a name holds it.
  private var postings: [UInt32] = []
  private var starts: [UInt32] = []
  private let bits: UInt32
  /// What a match in the text counts for each answer: less where much text makes matches likely.
  private var lengths: [Float] = []

  /// Reads answers; of two with one id the first is found by its id.
  ///
  /// - Complexity: O(texts).
  package init(_ answers: [IndexedAnswer]) {
    terms = TextTerms()
    ids = answers.map(\.id)
    places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var gatherer = PostingGatherer()
    for (place, answer) in answers.enumerated() {
      let titles = [answer.id.path] + answer.titles
      for (index, name) in (titles + answer.tags + answer.shortcuts).enumerated() {
        let folded = terms.folded(name)
        names.add(folded, of: place, isShortcut: index >= titles.count + answer.tags.count)
        gatherer.add(folded, of: place, isName: true)
      }
      for text in answer.asks { gatherer.add(terms.folded(text), of: place, isName: false) }
      for texts in answer.texts.values {
        for text in texts { gatherer.add(terms.folded(text), of: place, isName: false) }
      }
      gatherer.endAnswer()
    }
    bits = gatherer.bits
    (starts, postings) = gatherer.sorted()
    let average = Float(max(1, postings.count)) / Float(max(1, ids.count))
    lengths = gatherer.counts.map { 1 / (0.7 + 0.3 * Float($0) / average) }
  }

  /// The place of an answer; nil when it was not given.
  package func place(of id: AnswerID) -> Int? { places[id] }

  /// Finds what fits a text that was typed.
  ///
  /// - Parameters:
  ///   - query: a word, its beginning, some letters of a name, or a whole sentence.
  ///   - limit: how many at most.
  ///   - isAllowed: whether the answer at a place may be found.
  /// - Returns: the answers, best first; none for a text without letters, digits or symbols.
  /// - Complexity: O(answers + postings of the query's letters).
  package func search(
    _ query: String, limit: Int = 20, where isAllowed: (Int) -> Bool = { _ in true }
  ) -> [AnswerHit] {
    let scores = scores(of: query)
    let found = TopPlaces.best(limit, of: scores.count) { place in
      scores[place] >= 0.2 && isAllowed(place) ? Double(scores[place]) : nil
    }
    return found.map { AnswerHit(place: $0.place, id: ids[$0.place], score: $0.score) }
  }

  /// How well each answer fits, by place: 0 for not at all, 1 for well, up to about 2; above 20 where its
  /// shortcut was typed.
  func scores(of query: String) -> [Float] {
    var scores = [Float](repeating: 0, count: ids.count)
    let grams = terms.grams(of: query, isOpen: query.last.map { !$0.isWhitespace } ?? false, limit: 600)
    if !grams.isEmpty { addShares(of: grams, to: &scores) }
    var best = [Float](repeating: 0, count: ids.count)
    names.eachMatch(of: terms.folded(query)) { place, fit in best[place] = max(best[place], fit) }
    for place in scores.indices { scores[place] += best[place] }
    return scores
  }

  /// Adds the share of the letters' weight that each answer holds, in its texts and in its names.
  private func addShares(of grams: [UInt32], to scores: inout [Float]) {
    let buckets = grams.map { Int($0 >> (32 - bits)) }.sorted { count(of: $0) < count(of: $1) }
    let total = Float(ids.count)
    var weight: Float = 0
    // A long text says enough with its rarest letters.
    for bucket in buckets.prefix(80) {
      let range = Int(starts[bucket])..<Int(starts[bucket + 1])
      let rarity = Self.logarithm(1 + total / (Float(range.count) + 0.5))
      weight += rarity
      for index in range {
        let posting = postings[index]
        scores[Int(posting >> 1)] += posting & 1 == 0 ? rarity : rarity * 1.5
      }
    }
    for place in scores.indices where scores[place] > 0 {
      scores[place] *= 0.75 * lengths[place] / weight
    }
  }

  private func count(of bucket: Int) -> UInt32 { starts[bucket + 1] - starts[bucket] }

  private static func logarithm(_ value: Float) -> Float { Float(NaturalLogarithm.of(Double(value))) }
}

/// An answer that was found.
package struct AnswerHit: Sendable, Hashable {
  /// Its place in the index.
  package var place: Int
  /// Its name.
  package var id: AnswerID
  /// How well it fits; only the order means something.
  package var score: Double
}
