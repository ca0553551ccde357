/// Ranks answers for a moment: by what was typed, what usually follows, and what the customer wrote.
package struct AnswerPicker: Sendable {
  /// The answers.
  package let index: AnswerIndex
  /// What was picked before.
  package private(set) var model: PickModel
  /// For each number of the model the answer's place in the index; -1 for one that is not in it.
  private var places: [Int]
  private var weights = PickWeights()

  /// Makes a picker of a set and what is known of earlier picks.
  ///
  /// - Complexity: O(answers).
  package init(index: AnswerIndex, model: PickModel = PickModel()) {
    self.index = index
    self.model = model
    places = model.answers.map { index.place(of: $0) ?? -1 }
  }

  /// A picker that weighs otherwise, for measuring.
  package func weighing(_ weights: PickWeights) -> AnswerPicker {
    var picker = self
    picker.weights = weights
    return picker
  }

  /// Learns one pick.
  ///
  /// - Complexity: O(words of the context); once in a while O(the model).
  package mutating func learn(_ answer: AnswerID, in context: PickContext) {
    let total = model.count
    model.learn(answer, in: context, terms: index.terms)
    if model.count < total {
      places = model.answers.map { index.place(of: $0) ?? -1 }
    } else {
      while places.count < model.answers.count {
        places.append(index.place(of: model.answers[places.count]) ?? -1)
      }
    }
  }

  /// Ranks the answers for a moment.
  ///
  /// - Parameters:
  ///   - context: the moment.
  ///   - limit: how many at most.
  ///   - isAllowed: whether the answer at a place of the index may be offered.
  /// - Returns: the answers, best first.
  /// - Complexity: O(answers + words of the context and their counts).
  package func rank(
    _ context: PickContext, limit: Int = 20, where isAllowed: (Int) -> Bool = { _ in true }
  ) -> [RankedAnswer] {
    let signs = signs(in: context, where: isAllowed)
    let best = TopPlaces.best(limit, of: index.ids.count) {
      isAllowed($0) ? weights.score(signs[$0], picks: model.count) : nil
    }
    return best.map { place, score in
      RankedAnswer(
        place: place, id: index.ids[place], score: score, reasons: PickReason.all(for: signs[place]))
    }
  }

  /// What speaks for each answer, by place.
  func signs(in context: PickContext, where isAllowed: (Int) -> Bool) -> [PickSigns] {
    var signs = [PickSigns](repeating: PickSigns(), count: index.ids.count)
    if !context.typed.allSatisfy(\.isWhitespace) {
      for (place, score) in index.scores(of: context.typed).enumerated() { signs[place].text = Double(score) }
    }
    let count = model.answers.count
    let grams = index.terms.grams(of: context.typed, isOpen: true, limit: PickModel.gramLimit)
    let typed = model.typed.evidence(of: grams, answers: count, prior: 10, vocabulary: 2000)
    let words = index.terms.words(of: context.message, limit: PickModel.wordLimit)
    let message = model.messages.evidence(of: words, answers: count, prior: 4, vocabulary: 200)
    let marks = model.marks.evidence(
      of: PickModel.marks(of: context), answers: count, prior: 4, vocabulary: 50)
    for (number, place) in places.enumerated() where place >= 0 {
      signs[place].typed = typed[number]
      signs[place].message = message[number]
      signs[place].marks = marks[number]
      signs[place].picks = Int(model.picks[number])
    }
    addFollowing(context.previous, to: &signs, where: isAllowed)
    return signs
  }

  /// Adds how likely each answer follows: after two replies, mixed with after one, mixed with at all.
  private func addFollowing(
    _ previous: [PreviousReply], to signs: inout [PickSigns], where isAllowed: (Int) -> Bool
  ) {
    let keys = model.keys(of: previous)
    let one = model.follows.counts[keys.one] ?? []
    let two = model.follows.counts[keys.two] ?? []
    for entry in one where places[Int(entry.answer)] >= 0 {
      signs[places[Int(entry.answer)]].afterOne = Int(entry.count)
    }
    for entry in two where places[Int(entry.answer)] >= 0 {
      signs[places[Int(entry.answer)]].afterTwo = Int(entry.count)
    }
    var all = 0.0
    for place in signs.indices where isAllowed(place) { all += Double(signs[place].picks) + 0.5 }
    let sumOne = Double(one.reduce(0) { $0 + Int($1.count) })
    let sumTwo = Double(two.reduce(0) { $0 + Int($1.count) })
    for place in signs.indices where isAllowed(place) {
      let usual = (Double(signs[place].picks) + 0.5) / all
      let afterOne = (Double(signs[place].afterOne) + 2 * usual) / (sumOne + 2)
      signs[place].usual = usual
      signs[place].following = (Double(signs[place].afterTwo) + 3 * afterOne) / (sumTwo + 3)
    }
  }
}

/// An answer in its place among those that may be meant.
package struct RankedAnswer: Sendable, Hashable {
  /// Its place in the index.
  package var place: Int
  /// Its name.
  package var id: AnswerID
  /// How well it fits; only the order means something.
  package var score: Double
  /// What speaks for it, the strongest kind first.
  package var reasons: [PickReason]
}
