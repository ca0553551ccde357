/// What a team picked so far, and when: learned pick by pick, bounded, saved as bytes.
///
/// It holds hashes of words and of letters, and counts; no text of a customer can be read from it.
package struct PickModel: Sendable, Hashable {
  /// How many counts it may hold before it halves them all, which forgets what happened once and long ago.
  package static let usualCapacity = 400_000

  /// How many counts it may hold.
  package let capacity: Int
  /// The answers that were picked; their places are their numbers.
  private(set) var answers: [AnswerID] = []
  /// How often each was picked.
  private(set) var picks: [UInt32] = []
  /// The number of each answer.
  private(set) var numbers: [AnswerID: UInt32] = [:]
  /// How many picks were learned, halved with the counts.
  private(set) var total = 0
  /// What followed one reply, and two.
  private(set) var follows = CountTable()
  /// Letters of what agents had typed.
  private(set) var typed = CountTable()
  /// Words of customers.
  private(set) var messages = CountTable()
  /// Tags, channels and languages.
  private(set) var marks = CountTable()

  /// Makes an empty model.
  package init(capacity: Int = usualCapacity) { self.capacity = max(1, capacity) }

  /// How many picks it knows; older ones count less once it has been full.
  package var count: Int { total }

  /// How often an answer was picked, as far as it is remembered.
  package func picks(of answer: AnswerID) -> Int { numbers[answer].map { Int(picks[Int($0)]) } ?? 0 }

  /// Learns one pick.
  ///
  /// - Complexity: O(words of the context); once in a while O(capacity).
  mutating func learn(_ answer: AnswerID, in context: PickContext, terms: TextTerms) {
    let number = number(for: answer)
    total += 1
    picks[Int(number)] &+= 1
    let keys = self.keys(of: context.previous)
    follows.add(answer: number, under: keys.one)
    follows.add(answer: number, under: keys.two)
    for gram in terms.grams(of: context.typed, limit: Self.gramLimit) {
      typed.add(answer: number, under: UInt64(gram))
    }
    for word in terms.words(of: context.message, limit: Self.wordLimit) {
      messages.add(answer: number, under: UInt64(word))
    }
    for mark in Self.marks(of: context) { marks.add(answer: number, under: UInt64(mark)) }
    if follows.size + typed.size + messages.size + marks.size > capacity { forget() }
  }

  /// How many pieces of letters of a draft count.
  static let gramLimit = 400
  /// How many words of a message count.
  static let wordLimit = 200

  /// Hashes of tags, channel and language.
  static func marks(of context: PickContext) -> [UInt32] {
    var marks = Array(Set(context.tags)).sorted().map { TextTerms.hash($0, kind: 1) }
    if let channel = context.channel { marks.append(TextTerms.hash(channel, kind: 2)) }
    if let language = context.language { marks.append(TextTerms.hash(language, kind: 3)) }
    return marks
  }

  /// The keys of `follows` for the last reply, and for the last two.
  func keys(of previous: [PreviousReply]) -> (one: UInt64, two: UInt64) {
    let last = code(previous.last)
    let before = code(previous.dropLast().last)
    return (UInt64(last), UInt64(before + 1) << 32 | UInt64(last))
  }

  // 0 before the first reply, 1 for one by hand, 2 for an answer that nobody picked yet, 3 + number
  // otherwise.
  private func code(_ reply: PreviousReply?) -> UInt32 {
    switch reply {
    case nil: 0
    case .freehand: 1
    case .answer(let id): numbers[id].map { $0 + 3 } ?? 2
    }
  }

  private mutating func number(for answer: AnswerID) -> UInt32 {
    if let number = numbers[answer] { return number }
    let number = UInt32(answers.count)
    answers.append(answer)
    picks.append(0)
    numbers[answer] = number
    return number
  }

  /// Halves everything; answers of which nothing is left are forgotten.
  private mutating func forget() {
    var renumbered: [UInt32?] = []
    let old = (answers, picks)
    answers = []
    picks = []
    numbers = [:]
    total /= 2
    for (answer, count) in zip(old.0, old.1) {
      guard count > 1 else {
        renumbered.append(nil)
        continue
      }
      renumbered.append(number(for: answer))
      picks[picks.count - 1] = count / 2
    }
    typed.halve(numbers: renumbered) { $0 }
    messages.halve(numbers: renumbered) { $0 }
    marks.halve(numbers: renumbered) { $0 }
    follows.halve(numbers: renumbered) { key in
      let last = Self.renumber(UInt32(truncatingIfNeeded: key), renumbered)
      let before = key >> 32 == 0 ? 0 : Self.renumber(UInt32(key >> 32) - 1, renumbered).map { $0 + 1 }
      guard let last, let before else { return nil }
      return UInt64(before) << 32 | UInt64(last)
    }
  }

  private static func renumber(_ code: UInt32, _ numbers: [UInt32?]) -> UInt32? {
    code < 3 ? code : numbers[Int(code) - 3].map { $0 + 3 }
  }

  /// Makes a model of what was read from bytes.
  init(
    capacity: Int, total: Int, answers: [AnswerID], picks: [UInt32], follows: CountTable, typed: CountTable,
    messages: CountTable, marks: CountTable
  ) {
    self.capacity = capacity
    self.total = total
    self.answers = answers
    self.picks = picks
    numbers = Dictionary(
      answers.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    self.follows = follows
    self.typed = typed
    self.messages = messages
    self.marks = marks
  }
}
