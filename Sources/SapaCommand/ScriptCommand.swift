import ConsoleCore
import ConsoleRuntime
import DeskModel
import LocalDesk
import SystemCalls
import TextLayout

/// `sapa --script FILE`: plays keys on the real console without a terminal and prints screens.
///
/// The clock stands at `--now`, or at the moment of the sample desk, and goes only when the script says so: the same
/// script prints the same screens.
struct ScriptCommand {
  private let options: Options
  /// What is played on the desk; nil on a real one.
  private let room: (any ConsoleRoom)?

  init(_ options: Options, room: (any ConsoleRoom)? = nil) {
    self.options = options
    self.room = room
  }

  func run() -> ExitCode {
    let steps: [ScriptStep]
    do {
      steps = try Script.parse(try readScript())
    } catch let error as ScriptError {
      Printed.error(Self.sentence(error))
      return .usage
    } catch {
      Printed.error("The script cannot be read: \(Printed.line("\(error)")).")
      return .usage
    }
    do throws(SetupError) {
      try play(steps)
      return .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func readScript() throws(SystemError) -> String {
    let path = options.script ?? "-"
    let bytes =
      path == "-"
      ? try Self.everything(StandardStream.input.descriptor)
      : try FileSystem.contents(of: path, limit: 16 << 20)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func everything(_ input: borrowing FileDescriptor) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try input.read(limit: 1 << 16)
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  private func play(_ steps: [ScriptStep]) throws(SetupError) {
    let moment = options.now ?? SampleStart.moment
    let clock = ManualClock(moment)
    let setup = try Setup(options)
    let desks = try OpenDesks(setup, clock: { clock.now })
    let store = desks.drafts
    let folders = PackFolders(setup)
    var state = AppState(
      settings: setup.settings(desks), words: setup.words,
      keymap: setup.keymap, size: options.size, now: moment, utcOffset: 0, keyPrefix: Setup.makePrefix())
    state.manners.setting = setup.mannersSetting(language: options.language)
    try room?.open(desks, &state)
    let ports = ConsolePorts(
      desk: desks.adapter, now: { clock.now }, zoneOffset: { ZoneOffset($0)?.seconds(at: $1.milliseconds) },
      saveDraft: { store.save($0, done: $1) }, flushDrafts: { store.flush() },
      refresh: desks.refresh,
      manners: { locale, done in
        let (manners, problems) = MannersKeeper.read(locale, folders)
        done(manners, problems)
      },
      answers: AnswersKeeper(TemplateFolders(setup), packs: folders).immediatePorts,
      rehearsal: rehearsalPorts(setup), reading: room?.readingPorts ?? ReadingPorts())
    var player = ScriptPlayer(state, ports: ports, clock: clock)
    let drafts = store.loadAll().drafts
    desks.expect(drafts)
    player.begin(drafts: drafts)
    for step in steps {
      if let text = player.play(Self.harmless(step)) { Printed.out(text + "\n") }
    }
    player.loop.finish()
  }

  private func rehearsalPorts(_ setup: Setup) -> RehearsalPorts {
    var ports = room?.rehearsalPorts ?? RehearsalPorts()
    let folder = ScenarioWriting.folder(setup)
    ports.make = { $1(ScenarioWriting.write($0, into: folder)) }
    return ports
  }

  /// A step whose frame has a name that can be printed.
  private static func harmless(_ step: ScriptStep) -> ScriptStep {
    if case .frame(let name) = step { .frame(Printed.line(name)) } else { step }
  }

  private static func sentence(_ error: ScriptError) -> String {
    switch error {
    case .unknownStep(let line, let word):
      "Line \(line) of the script begins with “\(Printed.line(word))”; known are type, key, paste, size, wait, command, frame and styles."
    case .badArgument(let line, let text, let expected):
      "Line \(line) of the script has “\(Printed.line(text))” where it needs \(expected)."
    }
  }
}
