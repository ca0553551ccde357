import AdapterHost
import AdapterProtocol
import DeskModel
import Dispatch
import JSONText
import LocalDesk
import Synchronization
import SystemCalls

/// Opens the desk of the config that is behind an adapter.
struct RemoteDeskOpening {
  let desk: DeskConfig
  let adapter: DeskConfig.Adapter
  /// Where its mirror, its outbox and its drafts lie.
  let folder: String
  /// The person in the console, taken for who we are there until the backend says so.
  let me: Agent
  let language: String
  /// Finds and masks what customers should not have written.
  let secrets: SecretFilter

  /// Milliseconds that the very first start waits for the backend to say who we are there.
  private static let patience = 5_000

  /// Opens it.
  ///
  /// - Throws: when the mirror cannot be opened; that the backend is away is no error.
  func open(clock: @escaping @Sendable () -> Timestamp) throws(EmbeddedDeskError) -> RemoteDesk {
    ProcessContext.ignoreBrokenPipes()
    var options = RemoteDeskOptions(name: desk.name, folder: folder, me: knownMe ?? firstMe() ?? me)
    let (path, folder) = (identityPath, folder)
    options.filter = secrets.ingest
    options.maskLog = { [secrets] in secrets.masked($0) }
    options.onIdentity = { Self.keep($0, at: path, in: folder) }
    return try RemoteDesk(
      configuration, options: options, clock: clock, makeID: { Setup.makePrefix() },
      random: { ProcessContext.random() })
  }

  private var configuration: AdapterConfiguration {
    let source = adapter.token
    return AdapterConfiguration(
      arguments: Self.located(adapter.command), settings: (try? RawJSON(adapter.settings)) ?? .emptyObject,
      locale: language, client: ProgramName(name: "sapa", version: Version.number),
      token: { DeskToken.read(source) })
  }

  /// The command, with the path of an adapter that lies beside sapa.
  static func located(_ command: [String]) -> [String] {
    guard let program = command.first, !program.contains("/"), let own = ProcessContext.executablePath else {
      return command
    }
    let beside = FileSystem.parent(of: own) + "/" + program
    return FileSystem.exists(beside) ? [beside] + command.dropFirst() : command
  }

  // MARK: - Who we are there

  private var identityPath: String { folder + "/me.json" }

  /// Who we were there the last time.
  private var knownMe: Agent? {
    guard let bytes = try? FileSystem.contents(of: identityPath, limit: 1 << 16),
      let root = try? JSONDocument(bytes, dialect: .json5).root,
      let id = root["id"]?.string, !id.isEmpty
    else { return nil }
    return Agent(id: AgentID(id), name: root["name"]?.string ?? id)
  }

  /// Asks the backend once, because rows that are ours, and words that are ours, are known by it; nil when it is away.
  private func firstMe() -> Agent? {
    let found = FoundAgent()
    let supervisor = AdapterSupervisor(configuration, random: { ProcessContext.random() }) { found.take($0) }
    supervisor.start()
    let agent = found.wait(milliseconds: Self.patience)
    supervisor.close()
    if let agent { Self.keep(agent, at: identityPath, in: folder) }
    return agent
  }

  private static func keep(_ agent: Agent, at path: String, in folder: String) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", agent.id.rawValue)
    writer.member("name", agent.name)
    writer.endObject()
    guard (try? FileSystem.makeFolder(folder)) != nil else { return }
    try? FileSystem.replace(path, with: writer.bytes)
  }
}

/// Waits for a backend to say who we are there.
private final class FoundAgent: Sendable {
  private let agent = Mutex<Agent?>(nil)
  private let news = DispatchSemaphore(value: 0)

  func take(_ connection: DeskConnection) {
    switch connection {
    case .up(let manifest): agent.withLock { $0 = manifest.me }
    // It is away: nobody waits for a second try.
    case .away(_, _?): break
    case .away(_, nil), .closed: return
    }
    news.signal()
  }

  func wait(milliseconds: Int) -> Agent? {
    _ = news.wait(timeout: .now() + .milliseconds(milliseconds))
    return agent.withLock { $0 }
  }
}
