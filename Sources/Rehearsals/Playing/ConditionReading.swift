import DeskModel

/// Whether a condition holds: what it looks at, and what a person has said of the reply.
struct ConditionReading: Sendable, Hashable {
  /// What is found.
  enum Outcome: Sendable, Hashable {
    case known(Bool)
    /// A person must answer this first.
    case asks(String)
  }

  var reply: ReplyFacts
  var words: SpokenWords
  /// Seconds since the customer's last line.
  var seconds: Int
  var memory: Set<String>
  var acts: Set<RehearsalAct>
  /// How often the story has come back to the scene.
  var returns: Int
  /// Lists of words by name.
  var lists: [String: [String]]
  var values: [String: String]
  /// Answers of a person to questions about this reply.
  var judgements: [String: Bool] = [:]

  /// Looks whether a condition holds; what comes first in it is looked at first.
  func outcome(_ condition: Condition) -> Outcome {
    switch condition {
    case .any(let parts): several(parts, until: true)
    case .all(let parts): several(parts, until: false)
    case .not(let part):
      switch outcome(part) {
      case .known(let holds): .known(!holds)
      case .asks(let question): .asks(question)
      }
    case .judge(let question): judgements[question].map(Outcome.known) ?? .asks(question)
    default: .known(holds(condition))
    }
  }

  /// Nobody is asked while another part decides.
  private func several(_ parts: [Condition], until decided: Bool) -> Outcome {
    var question: String?
    for part in parts {
      switch outcome(part) {
      case .known(decided): return .known(decided)
      case .known: break
      case .asks(let asked): question = question ?? asked
      }
    }
    return question.map(Outcome.asks) ?? .known(!decided)
  }

  private func holds(_ test: Condition) -> Bool {
    switch test {
    case .says(let forms): words.has(forms.map(filled))
    case .asksAbout(let forms): words.has(forms.map(filled), inQuestion: true)
    case .asks: words.asks
    case .list(let name): words.has((lists[name] ?? []).map(filled))
    case .asksForSecret: reply.findings.contains { $0.rule.hasPrefix("credential.") && $0.severity == .error }
    case .warned(let rules): rules.contains(where: reply.isWarned)
    case .repeatsAnswer: reply.isWarned(of: "duplicate.*")
    case .usesAnswer: reply.usesAnswer
    case .longer(let count): reply.text.count > count
    case .shorter(let count): reply.text.count < count
    case .within(let limit): seconds <= limit
    case .remembers(let word): memory.contains(word)
    case .comesBack(let times): returns >= times
    case .did(let act): acts.contains(act)
    case .any, .all, .not, .judge: false
    }
  }

  private func filled(_ form: String) -> String { FactText.filled(form, values) }
}
