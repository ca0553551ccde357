/// Tells questions that customers typically ask, for which there is an answer, from those that somebody
/// should answer by hand.
///
/// It knows only sentences of the set itself: what each answer's customers write, and what was learned since.
/// What a fitting question looks like, and
/// where the limit stands, is measured on these sentences, each left out in turn; so it holds for any set,
/// language and script.
package struct TypicalQuestions: Sendable {
  private struct Group: Sendable {
    var sentences: [Int] = []
    /// The sum of its sentences' weights, by gram.
    var sum: [UInt32: Float] = [:]
    /// The length of the sum, squared.
    var square: Float = 0
  }

  private let terms = TextTerms()
  private var ids: [AnswerID] = []
  private var groups: [Group] = []
  /// The grams of each sentence with their weights, the whole of length 1, by gram ascending.
  private var sentences: [[(gram: UInt32, weight: Float)]] = []
  private var groupOf: [Int] = []
  /// The sentences that hold each gram, with its weight there.
  private var postings: [UInt32: [(sentence: UInt32, weight: Float)]] = [:]
  /// How many sentences hold each gram.
  private var held: [UInt32: Int] = [:]
  /// How many sentences there were, + 1.
  private var total = 1.0
  /// How well sentences of the set fit when they are left out, ascending.
  private var own: [Double] = []

  /// Reads a set's questions.
  ///
  /// - Parameters:
  ///   - asks: what customers write when they want an answer; answers without a sentence take no part.
  ///   - samples: how many sentences at most are left out in turn to measure the limit.
  /// - Complexity: O(letters of all sentences + samples × postings of a sentence).
  package init(_ asks: [(answer: AnswerID, question: String)], samples: Int = 1000) {
    let grams = asks.map { terms.grams(of: $0.question, limit: Self.gramLimit) }
    for gram in grams.joined() { held[gram, default: 0] += 1 }
    total = Double(asks.count) + 1
    var numbers: [AnswerID: Int] = [:]
    for (ask, grams) in zip(asks, grams) where !grams.isEmpty {
      let group = numbers[ask.answer] ?? groups.count
      if group == groups.count {
        numbers[ask.answer] = group
        groups.append(Group())
        ids.append(ask.answer)
      }
      add(weighted(grams), to: group)
    }
    for group in groups.indices {
      groups[group].square = groups[group].sum.values.reduce(0) { $0 + $1 * $1 }
    }
    measure(samples)
  }

  /// How many grams of a question count.
  private static let gramLimit = 400

  /// How many sentences it knows.
  package var count: Int { sentences.count }

  /// How well a question fits the best answer.
  ///
  /// - Returns: the best answer and the fit, from 0 to 2; nil when the set has no questions or the question
  ///   holds no word.
  /// - Complexity: O(postings of the question's letters + answers).
  package func fit(of question: String) -> QuestionFit? {
    let grams = terms.grams(of: question, limit: Self.gramLimit)
    if grams.isEmpty || groups.isEmpty { return nil }
    return fit(of: weighted(grams), without: nil)
  }

  /// Finds the fit below which a share of fitting questions would be refused.
  ///
  /// - Parameter refused: the share, from 0 to 1.
  /// - Returns: the fit; 0 with fewer than twenty sentences, which tell nothing.
  package func limit(refusing refused: Double) -> Double {
    guard own.count >= 20 else { return 0 }
    return own[min(own.count - 1, Int(refused * Double(own.count)))]
  }

  /// Whether a question is typical enough to be answered with a template.
  ///
  /// - Parameters:
  ///   - question: what the customer wrote.
  ///   - refused: the share of fitting questions that may be refused, from 0 to 1.
  /// - Returns: true also for a set that has too few questions to tell.
  package func isTypical(_ question: String, refusing refused: Double = 0.08) -> Bool {
    let limit = limit(refusing: refused)
    if limit == 0 { return true }
    return (fit(of: question)?.fit ?? 0) >= limit
  }

  // MARK: - Parts

  /// The weights of grams, the whole of length 1; those of the set only, but the length counts the others
  /// too.
  ///
  /// `left` is how many sentences are left out that hold all of them.
  private func weighted(_ grams: [UInt32], left: Int = 0) -> [(gram: UInt32, weight: Float)] {
    var square: Float = 0
    var known: [(gram: UInt32, weight: Float)] = []
    for gram in grams {
      let count = (held[gram] ?? 0) - left
      let weight = Float(NaturalLogarithm.of(total / (Double(max(0, count)) + 0.5)))
      square += weight * weight
      if count > 0 { known.append((gram, weight)) }
    }
    let length = max(square.squareRoot(), .leastNormalMagnitude)
    return known.map { ($0.gram, $0.weight / length) }
  }

  private mutating func add(_ weights: [(gram: UInt32, weight: Float)], to group: Int) {
    let sentence = sentences.count
    sentences.append(weights)
    groupOf.append(group)
    groups[group].sentences.append(sentence)
    for (gram, weight) in weights {
      postings[gram, default: []].append((UInt32(sentence), weight))
      groups[group].sum[gram, default: 0] += weight
    }
  }

  /// The mean likeness to the three likest sentences of an answer, and to the middle of all its sentences, of
  /// the best answer.
  private func fit(of question: [(gram: UInt32, weight: Float)], without left: Int?) -> QuestionFit {
    var likeness = [Float](repeating: 0, count: sentences.count)
    for (gram, weight) in question {
      for posting in postings[gram] ?? [] { likeness[Int(posting.sentence)] += weight * posting.weight }
    }
    var best = QuestionFit(answer: ids[0], fit: 0)
    for (number, group) in groups.enumerated() {
      var top: (Float, Float, Float) = (0, 0, 0)
      var product: Float = 0
      for sentence in group.sentences where sentence != left {
        let value = likeness[sentence]
        product += value
        if value > top.0 {
          top = (value, top.0, top.1)
        } else if value > top.1 {
          top = (top.0, value, top.1)
        } else if value > top.2 {
          top.2 = value
        }
      }
      let count = group.sentences.count - (left.map { groupOf[$0] == number } ?? false ? 1 : 0)
      if product == 0 { continue }
      var square = group.square
      if let left, groupOf[left] == number {
        // |s − x|² = |s|² − 2 s·x + |x|²
        for (gram, weight) in sentences[left] {
          square -= 2 * weight * (group.sum[gram] ?? 0) - weight * weight
        }
      }
      let near = (top.0 + top.1 + top.2) / Float(min(3, count))
      let fit = Double(near + product / max(square, 0.000_1).squareRoot())
      if fit > best.fit { best = QuestionFit(answer: ids[number], fit: fit) }
    }
    return best
  }

  private mutating func measure(_ samples: Int) {
    let eligible = sentences.indices.filter { groups[groupOf[$0]].sentences.count > 1 }
    let step = max(1, Double(eligible.count) / Double(max(1, samples)))
    var place = 0.0
    while Int(place) < eligible.count {
      let sentence = eligible[Int(place)]
      let question = weighted(sentences[sentence].map(\.gram), left: 1)
      own.append(fit(of: question, without: sentence).fit)
      place += step
    }
    own.sort()
  }
}

/// How well a question fits an answer.
package struct QuestionFit: Sendable, Hashable {
  /// The answer whose questions are likest.
  package var answer: AnswerID
  /// How like, from 0 to 2.
  package var fit: Double
}
