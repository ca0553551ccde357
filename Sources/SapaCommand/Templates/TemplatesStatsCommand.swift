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
      let now = options.now ?? Setup.systemNow()
      let index = AnswerIndex(shelf.set.sorted.map(IndexedAnswer.init))
      let recognizer = ReplyRecognizer(shelf.set, index: index)
      var replies: [SentVariant] = []
      let progress = ProgressLine(label: "stats")
      let problems = desk.walk(.imported) { stored, done, total in
        replies += SentVariant.all(in: stored.conversation, now: now) { entry in
          recognizer.variant(
            of: entry.text, isPublic: entry.audience == .world,
            conversationTags: stored.conversation.tags)
        }
        progress.show(done: done, of: total)
      }
      progress.end()
      for problem in problems { Printed.error(Printed.line(problem)) }
      let statistics = SetStatistics(
        replies, in: shelf.set, now: now, locales: options.locales.compactMap { LocaleTag($0) }, only: only)
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
