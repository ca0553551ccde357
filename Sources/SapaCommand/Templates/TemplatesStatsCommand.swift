import DeskModel
import LocalDesk
import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates stats`: what became of the replies that were made from answers.
struct TemplatesStatsCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let shelf = try setup.templateShelf(options)
      shelf.tellProblems()
      var only: AnswerID?
      if let name = options.answer {
        guard let answer = shelf.answer(named: name) else { return .findings }
        only = answer.id
      }
      let desk = try setup.openDesk(clock: Setup.systemNow, access: .readOnly)
      defer { desk.close() }
      let progress = ProgressLine(label: "stats")
      let (statistics, problems) = ReplyCount(shelf.set).statistics(
        of: [desk], now: options.now ?? Setup.systemNow(),
        locales: options.locales.compactMap { LocaleTag($0) }, only: only,
        onStep: { progress.show(done: $0, of: $1) })
      progress.end()
      for problem in problems { Printed.error(Printed.line(problem)) }
      if statistics.answers.isEmpty {
        Printed.error("No reply on this desk is known to be made from one of these answers.")
      }
      Printed.out(options.isJSON ? StatisticsReport.json(statistics) : StatisticsReport.text(statistics))
      return problems.isEmpty && !statistics.answers.isEmpty ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}
