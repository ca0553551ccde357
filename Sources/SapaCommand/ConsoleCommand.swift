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
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let hook = CrashHook.fromEnvironment()
      let desk = try SampleStart.open(setup, clock: Setup.systemNow, onStep: { hook($0.rawValue) })
      return try run(setup, desk, hook)
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func run(
    _ setup: Setup, _ desk: EmbeddedDesk, _ hook: @escaping @Sendable (String) -> Void
  ) throws(SetupError) -> ExitCode {
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal.open(
        name: ProcessContext.environment("TERM") ?? "", watched: desk.watchDescriptor ?? -1,
        theme: Self.isColourless ? Theme(level: .none) : nil, escapeDelay: setup.config.escapeDelay)
    } catch {
      Printed.error(Printed.line(error.problem + " " + error.advice))
      return .findings
    }
    let now = Setup.systemNow()
    let store = DraftKeeper(desk: setup.deskFolder, agent: setup.me.id, onStep: hook)
    let (drafts, problems) = store.loadAll()
    var state = AppState(
      settings: setup.settings(deskName: SampleStart.name(of: setup)), words: setup.words,
      keymap: setup.keymap, size: terminal.size, now: now,
      utcOffset: SystemClock.localOffset(at: now.milliseconds), keyPrefix: Setup.makePrefix())
    state.showsQueue = true
    var report = (desk.repairs + problems).map { SafeText(line: $0) }
    if let warning = terminal.localeWarning {
      report.append(SafeText(warning.problem + " " + warning.advice))
    }
    if let reason = desk.cannotWriteReason {
      report.append(setup.words("error.deskReadOnly", SafeText(line: reason)))
    }
    // One sentence fits the bottom line; more are read one after the other.
    let remarks: [Action] =
      report.count == 1 ? [.remark(report[0], isError: true)] : report.isEmpty ? [] : [.report(report)]
    var loop = ConsoleLoop(state, terminal: terminal, ports: ports(desk, store), ring: terminal.ringer)
    loop.begin(drafts: drafts, remarks: remarks)
    loop.run()
    // The terminal first: a disk or a lock that takes its time must not keep it.
    terminal.close()
    loop.finish()
    return .fine
  }

  private func ports(_ desk: EmbeddedDesk, _ store: DraftKeeper) -> ConsolePorts {
    ConsolePorts(
      desk: desk, now: Setup.systemNow,
      localOffset: { SystemClock.localOffset(at: $0.milliseconds) },
      zoneOffset: { ZoneOffset($0)?.seconds(at: $1.milliseconds) },
      saveDraft: { store.save($0, done: $1) }, flushDrafts: { store.flush() }, refresh: { desk.refresh() })
  }

  /// Whether colours are unwanted: `NO_COLOR` is set and not empty (no-color.org).
  private static var isColourless: Bool {
    ProcessContext.environment("NO_COLOR").map { !$0.isEmpty } ?? false
  }
}
