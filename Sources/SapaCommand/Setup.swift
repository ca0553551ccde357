import ConsoleCore
import ConsoleRuntime
import DeskModel
import JSONText
import LocalDesk
import ScreenKit
import SystemCalls
import TextLayout

/// Why the program cannot start; each case has one sentence that says what to do.
enum SetupError: Error {
  case config(ConfigError)
  case keys(Keymap.Problem, path: String)
  case noContent
  case badWords(path: String, reason: String)
  case desk(EmbeddedDeskError)
  /// A command is about one desk, and the config has these.
  case whichDesk([String])
  /// Two desks of the config are one and the same folder.
  case sameFolder(String, String)
  case notLocal(String)
  case packs(PackFoldersError)

  /// The sentence for the person.
  var sentence: String {
    switch self {
    case .config(let error): error.sentence
    case .keys(let problem, let path): Self.sentence(problem, Printed.line(path))
    case .noContent:
      "The folders Locales and Templates are missing. They belong beside the program, in ../share/sapa from it, or where SAPA_CONTENT says."
    case .badWords(let path, let reason):
      "The words in \(Printed.line(path)) cannot be read: \(Printed.line(reason))."
    case .packs(let error): error.sentence
    case .desk(let error): Printed.line(error.description)
    case .whichDesk(let names):
      "The config has several desks. Say which one with --desk: \(names.joined(separator: ", "))."
    case .sameFolder(let first, let second):
      "The desks “\(first)” and “\(second)” of the config have the same folder. Give one of them another, or take it out."
    case .notLocal(let name):
      "The desk “\(Printed.line(name))” is behind an adapter, and this command is about local desks. Name one with --desk."
    }
  }

  /// The sentence for keys that cannot be used.
  static func sentence(_ problem: Keymap.Problem, _ path: String) -> String {
    switch problem {
    case .unknownCommand(let name):
      "The config \(path) gives keys to “\(Printed.line(name))”, which is no command. README lists the commands."
    case .unknownKey(let key, let command):
      "The config \(path) gives “\(command)” the key “\(Printed.line(key))”, which is no key's name. Write e.g. Ctrl-K, Alt-Enter, F2."
    case .clash(let key, let first, let second):
      "With the config \(path), the key \(Printed.line(key)) would mean both “\(first.rawValue)” and “\(second.rawValue)”. Change one."
    case .reserved(let key, let command):
      "The config \(path) gives “\(command)” the key \(key), which screen, tmux or flow control take. Choose another."
    }
  }
}

/// What every command that touches a desk needs: folders, config, words, who I am.
struct Setup {
  let config: Config
  let content: ShippedContent
  let words: Words
  let keymap: Keymap
  let me: Agent
  let choice: DeskChoice
  /// Finds and masks what customers should not have written.
  let secrets: SecretFilter

  init(_ options: Options) throws(SetupError) {
    let configPath = Self.configPath
    do { config = try Config.load(configPath) } catch { throw .config(error) }
    do { keymap = try Keymap(overrides: config.keys) } catch { throw .keys(error, path: configPath) }
    guard let content = ShippedContent.find() else { throw .noContent }
    self.content = content
    let english = try Self.readWords(content.words("en"))
    let language = options.language ?? config.language
    words =
      language == "en" || !FileSystem.exists(content.words(language))
      ? english : english.overlaid(by: try Self.readWords(content.words(language)))
    let id = config.agentID ?? ProcessContext.userName
    me = options.consoleAgent ?? Agent(id: AgentID(id), name: config.agentName ?? id)
    choice = DeskChoice(option: options.desk, config: config, defaultFolder: Self.defaultDesk)
    secrets = SecretFilter(PackFolders(content, config), hours: config.secretHours)
  }

  /// The config's file.
  static var configPath: String { folder("XDG_CONFIG_HOME", ".config") + "/config.json5" }

  /// The folder of the desk when nobody has said another.
  static var defaultDesk: String { folder("XDG_DATA_HOME", ".local/share") + "/desk" }

  /// The folder of what is kept of a desk that is behind an adapter.
  static func remoteFolder(_ name: String) -> String {
    folder("XDG_DATA_HOME", ".local/share") + "/desks/" + name
  }

  static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// `$VARIABLE/sapa`, or `~/FALLBACK/sapa` (XDG Base Directory Specification 0.8).
  private static func folder(_ variable: String, _ fallback: String) -> String {
    if let set = ProcessContext.environment(variable), set.hasPrefix("/") { return set + "/sapa" }
    return (ProcessContext.homeFolder ?? ".") + "/" + fallback + "/sapa"
  }

  /// All locale packs.
  func shelf() throws(SetupError) -> PackShelf {
    do throws(PackFoldersError) { return try PackShelf(PackFolders(self)) } catch { throw .packs(error) }
  }

  /// Reads a catalogue of words.
  static func readWords(_ path: String) throws(SetupError) -> Words {
    do {
      return try Words(json5: try FileSystem.contents(of: path, limit: 4 << 20))
    } catch let error as JSONError {
      throw .badWords(path: path, reason: error.description)
    } catch {
      throw .badWords(path: path, reason: "\(error)")
    }
  }

  /// The clock of the machine.
  static let systemNow: @Sendable () -> Timestamp = { Timestamp(milliseconds: SystemClock.milliseconds()) }

  /// A prefix for keys and ids that no other run has.
  static func makePrefix() -> String {
    String(SystemClock.milliseconds(), radix: 36) + "-"
      + String(ProcessContext.random() & 0xFFFF_FFFF, radix: 36)
  }

  /// Opens the one local desk that a command is about.
  func openDesk(
    clock: @escaping @Sendable () -> Timestamp, access: EmbeddedDeskAccess = .create
  ) throws(SetupError) -> EmbeddedDesk {
    if case .named(let desks) = choice, desks.count > 1 { throw .whichDesk(desks.map(\.name)) }
    guard let folder = choice.folders.first else { throw .notLocal(choice.adapters.first ?? "") }
    return try open(folder, clock: clock, access: access)
  }

  /// Opens the local desk in a folder.
  func open(
    _ folder: String, clock: @escaping @Sendable () -> Timestamp, access: EmbeddedDeskAccess = .create,
    onStep: @escaping @Sendable (EmbeddedDeskStep) -> Void = { _ in }
  ) throws(SetupError) -> EmbeddedDesk {
    let progress = ProgressLine(label: "reading the journal, because the desk's index is missing or old")
    defer { progress.end() }
    do throws(EmbeddedDeskError) {
      return try EmbeddedDesk(
        folder: folder, me: me, options: EmbeddedDeskOptions(access: access), clock: clock,
        makeID: { Self.makePrefix() }, filter: secrets.ingest, onStep: onStep
      ) { done, total in
        if total >= Self.worthTelling { progress.show(done: done, of: total) }
      }
    } catch { throw .desk(error) }
  }

  /// Bytes of a journal that take so long to read that a person wonders.
  private static let worthTelling = 8 << 20

  /// The settings of a console on some desks.
  func settings(_ desks: OpenDesks) -> ConsoleSettings {
    var settings = ConsoleSettings(
      me: me, deskName: config.deskName ?? desks.name, holdSeconds: config.holdSeconds, keys: config.keys)
    settings.views = desks.views
    settings.tools.showsTitle = config.tools.showsTitle
    settings.tools.bell = config.tools.bell
    settings.tools.notifies = !config.tools.notify.isEmpty
    // A program takes more than a terminal does.
    if !config.tools.copyCommand.isEmpty { settings.tools.clipboardLimit = 1 << 20 }
    return settings
  }
}
