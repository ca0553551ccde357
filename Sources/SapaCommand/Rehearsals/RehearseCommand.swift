import ConsoleCore
import DeskModel
import Rehearsals
import SystemCalls
import TextLayout

/// `sapa rehearse`: a scenario in the very console, on a desk of its own.
struct RehearseCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard let name = options.answer else { return RehearsalsListCommand(options).run() }
    do throws(SetupError) {
      let setup = try Setup(options)
      let (library, unreadable) = RehearsalFolders(TemplateFolders(setup)).library()
      for problem in unreadable { Printed.error(problem.sentence) }
      guard let scenario = library.scenario(name, in: Self.locales(options, setup)) else {
        let known = library.scenarios.keys.sorted().joined(separator: ", ")
        Printed.error("There is no scenario “\(Printed.line(name))”. There are \(known).")
        return .findings
      }
      guard library.canPlay(scenario) else {
        for problem in library.problems where problem.file == scenario.file {
          Printed.error(Printed.line(problem.description))
        }
        return .findings
      }
      return try play(scenario, library.words(for: scenario.locale), setup)
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  /// The locales that are wanted, and their languages.
  static func locales(_ options: Options, _ setup: Setup) -> [String] {
    (options.locales + [options.language ?? setup.config.language]).flatMap { tag in
      [tag, String(tag.prefix { $0 != "-" })]
    }
  }

  private func play(_ scenario: Scenario, _ lists: [String: [String]], _ setup: Setup) throws(SetupError)
    -> ExitCode
  {
    let isScript = options.script != nil
    let now = isScript ? options.now ?? SampleStart.moment : Setup.systemNow()
    // A script shows the same each time.
    let rehearsal = Rehearsal(scenario, lists: lists, seed: isScript ? 1 : ProcessContext.random())
    let keeper: RehearsalKeeper
    do {
      keeper = try RehearsalKeeper(
        rehearsal, setup: setup, now: now, trainer: setup.words("rehearsal.trainer").string,
        isImmediate: isScript)
    } catch {
      Printed.error("The rehearsal cannot be set up in \(Printed.line(error.path)): \(error.reason).")
      return .findings
    }
    defer { keeper.finish() }
    var options = options
    options.desk = keeper.folder
    return isScript
      ? ScriptCommand(options, rehearsal: keeper).run() : ConsoleCommand(options, rehearsal: keeper).run()
  }
}
