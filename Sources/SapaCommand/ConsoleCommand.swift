import ConsoleCore
import ConsoleRuntime
import CursesTerminal
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import ScreenKit
import SystemCalls
import TextLayout

/// `sapa`: the console on a terminal.
struct ConsoleCommand {
  /// Milliseconds of pause after which a text being written is looked at: who types on has no use for it.
  private static let findingsDelay = 150

  private let options: Options
  /// What is played on the desk; nil on a real one.
  private let room: (any ConsoleRoom)?

  init(_ options: Options, room: (any ConsoleRoom)? = nil) {
    self.options = options
    self.room = room
  }

  func run() -> ExitCode {
    do throws(SetupError) {
      ProcessContext.forbidCoreDumps()
      let setup = try Setup(options)
      let hook = CrashHook.fromEnvironment()
      return try run(setup, try OpenDesks(setup, clock: Setup.systemNow, onStep: hook))
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func run(_ setup: Setup, _ desks: OpenDesks) throws(SetupError) -> ExitCode {
    let terminal: CursesTerminal
    let unknownName: String?
    do {
      (terminal, unknownName) = try Self.open(
        watched: desks.watchDescriptor ?? -1, escapeDelay: setup.config.escapeDelay)
    } catch {
      Printed.error(Printed.line(error.problem + " " + error.advice))
      return .findings
    }
    terminal.use(
      Theme(setup.config.tools.theme, level: Self.isColourless ? .none : terminal.colourLevel))
    terminal.useMouse(setup.config.tools.usesMouse)
    terminal.multiplexer = Self.multiplexer
    let tools = ToolRunner(setup.config.tools)
    let now = Setup.systemNow()
    let (drafts, problems) = desks.drafts.loadAll()
    desks.expect(drafts)
    var state = AppState(
      settings: setup.settings(desks), words: setup.words,
      keymap: setup.keymap, size: terminal.size, now: now,
      utcOffset: SystemClock.localOffset(at: now.milliseconds), keyPrefix: Setup.makePrefix())
    state.showsQueue = true
    state.settings.findingsDelay = Self.findingsDelay
    try room?.open(desks, &state)
    state.manners.setting = setup.mannersSetting(language: options.language)
    let manners = MannersKeeper(PackFolders(setup))
    // What is picked or read in a room is no habit of ours.
    let picks = room == nil ? PickStore(folder: Setup.picksFolder) : nil
    let answers = AnswersKeeper(
      TemplateFolders(setup), packs: PackFolders(setup), store: picks,
      desks: desks.readable, me: setup.me.id)
    let secrets = SecretKeeper(desks.locals, me: setup.me)
    secrets.purgeEachMinute()
    setup.secrets.loadSoon()
    var report = (desks.repairs + problems).map { SafeText(line: $0) }
    if let warning = terminal.localeWarning {
      report.append(SafeText(warning.problem + " " + warning.advice))
    }
    if let unknownName {
      report.append(
        setup.words("error.unknownTerminal", SafeText(line: unknownName), SafeText(Self.usualName)))
    }
    for reason in desks.cannotWriteReasons {
      report.append(setup.words("error.deskReadOnly", SafeText(line: reason)))
    }
    // One sentence fits the bottom line; more are read one after the other.
    let remarks: [Action] =
      report.count == 1 ? [.remark(report[0], isError: true)] : report.isEmpty ? [] : [.report(report)]
    var loop = ConsoleLoop(
      state, terminal: terminal,
      ports: ports(desks, tools, manners, answers, secrets, scenarios: ScenarioWriting.folder(setup)),
      ring: terminal.ringer)
    loop.begin(drafts: drafts, remarks: remarks)
    desks.watch()
    loop.run()
    // The terminal first: a disk or a lock that takes its time must not keep it.
    terminal.close()
    loop.finish()
    answers.finish()
    tools.finish()
    for sentence in loop.state.farewell { try? StandardStream.output.write(sentence.string + "\n") }
    return .fine
  }

  private func ports(
    _ desks: OpenDesks, _ tools: ToolRunner, _ manners: MannersKeeper, _ answers: AnswersKeeper,
    _ secrets: SecretKeeper, scenarios: String
  ) -> ConsolePorts {
    let drafts = desks.drafts
    let judging = DispatchQueue(label: "sapa.judging")
    return ConsolePorts(
      desk: desks.adapter, now: Setup.systemNow,
      localOffset: { SystemClock.localOffset(at: $0.milliseconds) },
      zoneOffset: { ZoneOffset($0)?.seconds(at: $1.milliseconds) },
      saveDraft: { drafts.save($0, done: $1) }, flushDrafts: { drafts.flush() },
      refresh: desks.refresh,
      manners: manners.port, judge: { judgement, done in judging.async { done(judgement.findings()) } },
      answers: answers.ports,
      secrets: secrets.ports, rehearsal: rehearsalPorts(scenarios),
      reading: room?.readingPorts ?? ReadingPorts(),
      tools: tools.ports)
  }

  private func rehearsalPorts(_ folder: String) -> RehearsalPorts {
    var ports = room?.rehearsalPorts ?? RehearsalPorts()
    let making = DispatchQueue(label: "sapa.scenarios")
    ports.make = { conversation, done in
      making.async { done(ScenarioWriting.write(conversation, into: folder)) }
    }
    return ports
  }

  /// What a terminal is taken for whose name nobody knows: nearly all of today speak this.
  private static let usualName = "xterm-256color"

  /// Takes the terminal that TERM names, or the usual one where the name is not known here.
  ///
  /// - Returns: the terminal, and the name that is not known; nil when it is.
  private static func open(
    watched: Int32, escapeDelay: Int
  ) throws(CursesTerminalError) -> (CursesTerminal, unknown: String?) {
    let name = ProcessContext.environment("TERM") ?? ""
    do {
      return (try CursesTerminal.open(name: name, watched: watched, escapeDelay: escapeDelay), nil)
    } catch {
      guard case .unknownTerminal = error else { throw error }
      return (try CursesTerminal.open(name: usualName, watched: watched, escapeDelay: escapeDelay), name)
    }
  }

  /// What stands between us and the terminal, as far as the environment tells.
  private static var multiplexer: Multiplexer {
    if ProcessContext.environment("TMUX")?.isEmpty == false { return .tmux }
    return ProcessContext.environment("STY")?.isEmpty == false ? .screen : .none
  }

  /// Whether colours are unwanted: `NO_COLOR` is set and not empty (no-color.org).
  private static var isColourless: Bool {
    ProcessContext.environment("NO_COLOR").map { !$0.isEmpty } ?? false
  }
}
