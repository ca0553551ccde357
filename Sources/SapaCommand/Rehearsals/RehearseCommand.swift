import ConsoleCore
import DeskModel
import Rehearsals
import SystemCalls
import TextLayout

/// `sapa rehearse`: a scenario in the very console, on a desk of its own; or a seat in one that is being played.
struct RehearseCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard options.answer != nil || options.seat != nil else { return RehearsalsListCommand(options).run() }
    do throws(SetupError) {
      let setup = try Setup(options)
      let (library, unreadable) = RehearsalFolders(TemplateFolders(setup)).library()
      for problem in unreadable { Printed.error(problem.sentence) }
      if let seat = options.seat { return try join(as: seat, library, setup) }
      guard let name = options.answer, let scenario = library.scenario(name, in: Self.locales(options, setup))
      else {
        let known = library.scenarios.keys.sorted().joined(separator: ", ")
        Printed.error("There is no scenario “\(Printed.line(options.answer ?? ""))”. There are \(known).")
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

  private var isScript: Bool { options.script != nil }

  private func names(_ setup: Setup) -> RehearsalStage.Names {
    RehearsalStage.Names(
      trainer: setup.words("rehearsal.trainer").string, page: setup.words("rehearsal.page").string)
  }

  private func play(_ scenario: Scenario, _ lists: [String: [String]], _ setup: Setup) throws(SetupError)
    -> ExitCode
  {
    // A script shows the same each time.
    let invitation = RehearsalInvitation(
      scenario: scenario.name, locale: scenario.locale, seed: isScript ? 1 : ProcessContext.random(),
      at: isScript ? options.now ?? SampleStart.moment : Setup.systemNow(), trainee: setup.me)
    let rehearsal = Rehearsal(
      scenario, lists: lists, seed: invitation.seed, customer: options.isWithColleague ? .colleague : .script)
    let keeper: RehearsalKeeper
    do {
      keeper = try RehearsalKeeper(rehearsal, invitation, names: names(setup), isImmediate: isScript)
    } catch {
      Printed.error("The rehearsal cannot be set up in \(Printed.line(error.path)): \(error.reason).")
      return .findings
    }
    defer { keeper.finish() }
    return show(keeper, as: nil)
  }

  /// Takes a seat in a rehearsal with two people: the customer's, or the trainee's after their console has ended.
  private func join(
    as seat: RehearsalRoom.Seat, _ library: ScenarioLibrary, _ setup: Setup
  ) throws(SetupError) -> ExitCode {
    // A customer needs somebody to write to; a trainee comes back to where nobody sits.
    let open = RehearsalInvitation.all(in: RehearsalKeeper.desksFolder).filter {
      (options.answer == nil || $0.invitation.scenario == options.answer)
        && $0.invitation.isAlive == (seat == .customer)
    }
    guard let (folder, found) = open.first else {
      guard seat == .customer else {
        Printed.error("No rehearsal waits for its trainee to come back.")
        return .findings
      }
      Printed.error(
        "No rehearsal waits for a second person here. The trainee begins one: sapa rehearse \(Printed.line(options.answer ?? "NAME")) --with-colleague"
      )
      return .findings
    }
    var invitation = found
    if seat == .agent { invitation.process = ProcessContext.identifier }
    guard let scenario = library.scenario(invitation.scenario, in: [invitation.locale]) else {
      Printed.error("The scenario “\(Printed.line(invitation.scenario))” is not there any more.")
      return .findings
    }
    let rehearsal = Rehearsal(
      scenario, lists: library.words(for: scenario.locale), seed: invitation.seed, customer: .colleague)
    let keeper = RehearsalKeeper(
      rehearsal, invitation, names: names(setup), folder: folder, seat: seat, isImmediate: isScript)
    defer { keeper.finish() }
    switch seat {
    case .customer:
      return show(keeper, as: Agent(id: RehearsalStage.customerAgent, name: scenario.customer.name))
    case .agent: return show(keeper, as: invitation.trainee)
    }
  }

  private func show(_ keeper: RehearsalKeeper, as person: Agent?) -> ExitCode {
    var options = options
    options.desk = keeper.folder
    options.consoleAgent = person
    return isScript
      ? ScriptCommand(options, room: keeper).run() : ConsoleCommand(options, room: keeper).run()
  }
}
