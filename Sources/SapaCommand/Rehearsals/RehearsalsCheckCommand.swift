import DeskModel
import JSONText
import Rehearsals
import SystemCalls

/// `sapa rehearsals check`: what is wrong with scenarios, with file and line; their runs are played.
struct RehearsalsCheckCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let (library, unreadable) = RehearsalFolders(TemplateFolders(setup)).library()
      for problem in unreadable { Printed.error(problem.sentence) }
      var problems = library.problems
      var runs = 0
      var drafts = try DraftJudge(setup, options)
      for scenario in library.scenarios.values.flatMap(\.values)
      where library.canPlay(scenario) && isMeant(scenario) {
        let lists = library.words(for: scenario.locale)
        var judge = RunJudge(drafts, setup, scenario, lists: lists)
        problems += RunPlayer.problems(in: scenario, lists: lists) { judge.facts($0, $1) }
        runs += scenario.runs.count
        drafts = judge.judge
      }
      problems.sort { ($0.file, $0.line, $0.description) < ($1.file, $1.line, $1.description) }
      for problem in problems { tell(problem) }
      if !options.isJSON {
        Printed.out("\(runs) runs were played; \(problems.count) things are wrong.\n")
      }
      return problems.isEmpty && unreadable.isEmpty ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func isMeant(_ scenario: Scenario) -> Bool {
    (options.answer.map { $0 == scenario.name } ?? true)
      && (options.locales.isEmpty || options.locales.contains(scenario.locale))
  }

  private func tell(_ problem: ScenarioProblem) {
    guard options.isJSON else {
      Printed.out(Printed.line(problem.description) + "\n")
      return
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("file", problem.file)
    writer.key("line")
    writer.int(problem.line)
    writer.member("message", problem.fault.sentence)
    writer.endObject()
    Printed.out(String(decoding: writer.bytes, as: UTF8.self) + "\n")
  }
}
