/// Plays the runs of scenarios without a screen.
package enum RunPlayer {
  /// Plays a run as far as it goes.
  ///
  /// - Parameters:
  ///   - run: one of the scenario's.
  ///   - scenario: one without fatal problems.
  ///   - lists: its locale's lists of words.
  ///   - seed: gives the values of its facts.
  ///   - judge: what the console's checks find in a reply; the second parameter is what was said before.
  /// - Returns: the rehearsal, its scorecard, and whether steps were left when it had ended.
  package static func play(
    _ run: ScenarioRun, of scenario: Scenario, lists: [String: [String]], seed: UInt64 = 1,
    judge: (String, [RehearsalTurn]) -> ReplyFacts
  ) -> (rehearsal: Rehearsal, card: Scorecard, hasLeft: Bool) {
    var rehearsal = Rehearsal(scenario, lists: lists, seed: seed, pace: .none)
    var now: Int64 = 0
    var judgements = run.judgements[...]
    var hasLeft = false
    func settle() {
      _ = rehearsal.pass(to: now)
      while rehearsal.question != nil {
        rehearsal.answer(judgements.popFirst() ?? false, at: now)
        _ = rehearsal.pass(to: now)
      }
    }
    rehearsal.begin(at: now)
    settle()
    for step in run.steps {
      switch step {
      case .reply(let text), .others(let text), .note(let text):
        // An agent needs some seconds.
        now += 5_000
        settle()
        if case .reply = step {
          if rehearsal.ending != nil { hasLeft = true }
          let text = rehearsal.filled(text)
          let facts = judge(text, rehearsal.turns)
          if facts.isStopped {
            rehearsal.take(stopped: facts, at: now)
          } else {
            rehearsal.take(facts, at: now)
          }
        } else if case .others = step {
          for other in scenario.others { rehearsal.take(reply: text, toOther: other.name, at: now) }
        } else {
          rehearsal.take(.note, text: text, at: now)
        }
      case .act(let act): rehearsal.take(act, at: now)
      case .wait(let seconds): now += Int64(seconds) * 1_000
      }
      settle()
    }
    let missing = max(0, Scorecard(rehearsal).questions.count - judgements.count)
    let answers = Array(judgements) + Array(repeating: false, count: missing)
    return (rehearsal, Scorecard(rehearsal, judgements: answers), hasLeft)
  }

  /// What is wrong with the runs of a scenario: an ending or a score that does not come out.
  ///
  /// - Complexity: O(runs · replies).
  package static func problems(
    in scenario: Scenario, lists: [String: [String]], judge: (String, [RehearsalTurn]) -> ReplyFacts
  ) -> [ScenarioProblem] {
    scenario.runs.flatMap { run in
      let played = play(run, of: scenario, lists: lists, judge: judge)
      var faults: [ScenarioFault] = []
      let found = played.rehearsal.ending?.name ?? played.rehearsal.scene?.name ?? ""
      if found.lowercased() != run.ends.lowercased() {
        faults.append(.runEnds(run: run.name, wanted: run.ends, found: found))
      }
      if !run.score.contains(played.card.score) {
        faults.append(.runScore(run: run.name, wanted: run.score, found: played.card.score))
      }
      if played.hasLeft { faults.append(.runGoesOn(run: run.name, ending: found)) }
      return faults.map { ScenarioProblem(file: scenario.file, line: run.line, fault: $0) }
    }
  }
}
