import DeskModel
import SystemCalls

/// Which local desk is served, and who acts there: what the config and the command line say of it.
///
/// Needs neither words nor what ships with the program, so that a host can serve without them.
struct ServedDesk {
  let config: Config
  let me: Agent
  let folder: String

  init(_ options: Options) throws(SetupError) {
    do { config = try Config.load(Setup.configPath) } catch { throw .config(error) }
    let id = config.agentID ?? ProcessContext.userName
    me = options.actsAs ?? Agent(id: AgentID(id), name: config.agentName ?? id)
    let choice = DeskChoice(option: options.desk, config: config, defaultFolder: Setup.defaultDesk)
    if case .named(let desks) = choice, desks.count > 1 { throw .whichDesk(desks.map(\.name)) }
    guard let folder = choice.folders.first else { throw .notLocal(choice.adapters.first ?? "") }
    self.folder = folder
  }
}
