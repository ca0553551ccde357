import Foundation
import Rehearsals
import TestSupport
import Testing

@testable import SapaCommand

/// Plays the runs of the shipped scenarios by keys on the real console, and compares the ending and the score with those of
/// the run without a screen.
///
/// A short round here; `.ci/play-rehearsals` plays all.
@Suite("Shipped scenarios, played by keys", .serialized)
struct PlayedScenariosTests {
  private static let playsAll = ProcessInfo.processInfo.environment["SAPA_PLAY_ALL"] != nil
  /// Scenarios of the short round.
  private static let short: Set<String> = ["promo-code-at-ten-to-six"]

  /// All locales with scenarios; in the short round those of `short`.
  private static let locales = playsAll ? ["en", "uk", "ru", "id"] : ["en", "uk"]

  @Test("each run comes to its ending and its score by keys, too", arguments: locales)
  func played(_ locale: String) throws {
    let home = try Home()
    var options = Options()
    options.locales = [locale]
    let setup = try Setup(options)
    let (library, _) = RehearsalFolders(TemplateFolders(setup)).library()
    var drafts = try DraftJudge(setup, options)
    var played = 0
    for scenario in library.all(in: [locale]) where scenario.locale == locale {
      guard Self.playsAll || Self.short.contains(scenario.name) else { continue }
      let lists = library.words(for: locale)
      var judge = RunJudge(drafts, setup, scenario, lists: lists)
      for run in scenario.runs {
        let expected = RunPlayer.play(run, of: scenario, lists: lists) { judge.facts($0, $1) }
        let script = try #require(
          Self.script(run, expected.rehearsal), "\(scenario.name).\(locale), run \(run.name)")
        let result = try home.run(
          ["rehearse", scenario.name, "--locale", locale, "--script", "-"], input: script)
        #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
        let progress = try home.run(["rehearsals", "progress"]).out.split(separator: "\n").last ?? ""
        let ending = expected.rehearsal.ending?.name ?? "broken off"
        #expect(
          progress.contains(" \(expected.card.score)  \(scenario.name) (\(locale)): \(ending),"),
          "\(scenario.name).\(locale), run \(run.name): expected \(ending) with \(expected.card.score), found \(progress)"
        )
        played += 1
      }
      drafts = judge.judge
    }
    #expect(played > 0)
  }

  /// The keys of a run; nil when it needs what no run of ours does.
  private static func script(_ run: ScenarioRun, _ rehearsal: Rehearsal) -> String? {
    var waits = pauses(rehearsal)[...]
    var lines = ["wait \(waits.popFirst() ?? 1)s"]
    var turns = rehearsal.turns[...]
    for step in run.steps {
      switch step {
      case .reply(let text):
        guard rehearsal.replies.count > 0 else { return nil }
        // A warning wants a second Enter, a request for access the deliberate key; an Enter too many says that nothing is written.
        lines += [
          "command reply", "paste \(typed(text, rehearsal))", "key Enter", "key Enter", "key Alt-Y",
          "key Esc", "wait 9s",
        ]
        lines += answers(to: text, rehearsal, &turns).map { "type \($0)" }
        lines.append("wait \(waits.popFirst() ?? 1)s")
      case .wait(let seconds): lines.append("wait \(seconds)s")
      case .note(let text): lines += ["command note", "paste \(text)", "key Enter", "wait 9s"]
      case .act(.resolve): lines += ["command back", "command resolve"]
      case .act(.followUp): lines += ["command back", "command followUp", "key Enter"]
      case .act(.handOver): lines += ["command back", "command assign", "type Trainer", "key Enter"]
      case .others(let text):
        lines += ["command back", "command viewUnassigned"]
        for place in rehearsal.scenario.others.indices {
          if place > 0 { lines.append("command nextConversation") }
          lines += [
            "command reply", "paste \(typed(text, rehearsal))", "key Enter Enter",
          ]
        }
        lines += ["wait 9s", "command viewMine", "command nextConversation", "command openConversation"]
      case .act: return nil
      }
    }
    lines += ["wait 20s", "key Enter"]
    let asked = rehearsal.turns.count { if case .judged = $0.what { true } else { false } }
    let left = run.judgements.dropFirst(asked)
    let questions = Scorecard(rehearsal).questions.count
    lines += (0..<questions).map { "type " + ($0 < left.count && left[left.startIndex + $0] ? "y" : "n") }
    return (lines + ["key Enter Enter Enter Enter", "frame end"]).joined(separator: "\n") + "\n"
  }

  /// A text as a script has it.
  private static func typed(_ text: String, _ rehearsal: Rehearsal) -> String {
    rehearsal.filled(text).replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
      of: "\n", with: "\\n")
  }

  /// How long the customer needs, in seconds, for what they say at first and after each reply: whoever answers before they
  /// have done so is not judged as a run is.
  private static func pauses(_ rehearsal: Rehearsal) -> [Int] {
    let pace = TypingPace()
    var pauses: [Int64] = [0]
    var at: Int64 = 0
    for turn in rehearsal.turns {
      switch turn.what {
      case .reply(let facts, _, _), .stopped(let facts):
        at = turn.at
        pauses.append(pace.reading(facts.text))
      // A reminder comes later.
      case .customer(let text) where turn.at == at: pauses[pauses.count - 1] += pace.pause + pace.typing(text)
      default: break
      }
    }
    return pauses.map { Int($0 / 1_000) + 2 }
  }

  /// What a person says to the questions that a reply raises.
  private static func answers(
    to text: String, _ rehearsal: Rehearsal, _ turns: inout ArraySlice<RehearsalTurn>
  ) -> [String] {
    let wanted = rehearsal.filled(text)
    while let turn = turns.popFirst() {
      if case .reply(let facts, _, _) = turn.what, facts.text == wanted { break }
    }
    var answers: [String] = []
    while case .judged(_, let holds)? = turns.first?.what {
      turns.removeFirst()
      answers.append(holds ? "y" : "n")
    }
    return answers
  }
}
