import CursesTerminal
import DeskModel
import JSONText
import SystemCalls

/// `sapa doctor`: looks for what is wrong, and says what to do.
///
/// Each area is looked at on its own and within a time: a desk on a dead network file system hangs one thread of ours and
/// nobody else.
struct DoctorCommand {
  private let options: Options
  /// Milliseconds for an area, and for opening the desk, which may read all of a large journal.
  private static let patience = (area: 5_000, opening: 60_000)

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    let configPath = Setup.configPath
    let options = options
    var problems = 0
    func tell(_ found: [DoctorFinding]) {
      problems += found.count { $0.level == .problem }
      for finding in found { Printed.out(options.isJSON ? Self.json(finding) : Self.text(finding)) }
    }
    func look(_ area: DoctorFinding.Area, _ body: @escaping @Sendable () -> [DoctorFinding]) {
      tell(
        Deadline.within(milliseconds: Self.patience.area, body) ?? [Self.silence(area, Self.patience.area)])
    }

    look(.version) { [.ok(.version, Version.line + ".")] }
    let config =
      Deadline.within(milliseconds: Self.patience.area) { Self.usableConfig(configPath) } ?? Config()
    look(.terminal) {
      DoctorTerminal(
        environment: ProcessContext.environment(),
        facts: TerminalFacts.probe(name: ProcessContext.environment("TERM") ?? ""),
        escapeDelay: config.escapeDelay, askTmux: Self.askTmux
      ).findings
    }
    let choice = DeskChoice(option: options.desk, config: config, defaultFolder: Setup.defaultDesk)
    let id = config.agentID ?? ProcessContext.userName
    let me = Agent(id: AgentID(id), name: config.agentName ?? id)
    look(.paths) {
      [DoctorPaths.configFile(configPath)] + choice.folders.flatMap { DoctorPaths.folder(of: $0) }
    }
    look(.config) { DoctorConfig.findings(path: configPath) }
    look(.content) {
      DoctorContent.findings(
        ShippedContent.find(), chosen: ProcessContext.environment(ShippedContent.variable),
        language: options.language ?? config.language)
    }
    if let content = ShippedContent.find() {
      look(.content) { DoctorPacks.findings(PackFolders(content, config)) }
    }
    for desk in choice.folders {
      let inspected = Deadline.within(milliseconds: Self.patience.area) {
        DoctorDesk.inspect(desk, now: Setup.systemNow())
      }
      tell(inspected?.findings ?? [Self.silence(.desk, Self.patience.area)])
      if inspected?.mayOpen == true {
        let opened = Deadline.within(milliseconds: Self.patience.opening) {
          DoctorDesk.opening(desk, me: me, now: Setup.systemNow())
        }
        tell(opened ?? [Self.silence(.desk, Self.patience.opening)])
      }
    }
    for name in choice.adapters {
      tell([
        .note(
          .desk,
          "The desk \(name) is behind an adapter; sapa adapter check looks at such, local desks are looked at here."
        )
      ])
    }
    for desk in choice.folders {
      look(.drafts) { DoctorDesk.drafts(desk, me: me) }
    }
    return problems == 0 ? .fine : .findings
  }

  private static func silence(_ area: DoctorFinding.Area, _ limit: Int) -> DoctorFinding {
    .problem(
      area, "The files of this area did not answer within \(limit / 1_000) seconds.",
      advice: "See whether a disk or a server is gone.")
  }

  /// What can be used of the config: a wrong key costs nothing but itself.
  private static func usableConfig(_ path: String) -> Config {
    var config = Config()
    guard (try? FileSystem.status(path).isFile) == true,
      let bytes = try? FileSystem.contents(of: path, limit: 1 << 20),
      let members = (try? JSONDocument(bytes, dialect: .json5))?.root.members
    else { return config }
    for member in members { try? config.take(member, path) }
    return config
  }

  private static let askTmux: @Sendable (String) -> String? = { option in
    ProgramOutput.of(["tmux", "show-options", "-sv", option], milliseconds: 1_000)?
      .split(separator: "\n").first.map(String.init)
  }

  private static func text(_ finding: DoctorFinding) -> String {
    let level = finding.level.rawValue
    let gap = String(repeating: " ", count: 9 - level.count)
    let advice = finding.advice.map { " To do: " + $0 } ?? ""
    return "\(level)\(gap)\(finding.area.rawValue): \(Printed.line(finding.message + advice))\n"
  }

  private static func json(_ finding: DoctorFinding) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("area", finding.area.rawValue)
    writer.member("level", finding.level.rawValue)
    writer.member("message", Printed.line(finding.message))
    writer.member("advice", ifPresent: finding.advice.map { Printed.line($0) })
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
