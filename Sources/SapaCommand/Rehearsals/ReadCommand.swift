import ConsoleCore
import DeskLink
import DeskModel
import LocalDesk
import Rehearsals
import SystemCalls
import TextLayout

/// `sapa read`: a dialogue aloud by roles, on one terminal or on two.
struct ReadCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard let name = options.answer else {
      Printed.error("Name a conversation of the desk, or a file with one: sapa read ID")
      return .usage
    }
    do throws(SetupError) {
      let setup = try Setup(options)
      let isFile = name.contains("/") || name.hasSuffix(".jsonl")
      let source =
        isFile
        ? FileSystem.parent(of: FileSystem.resolved(name) ?? name) : setup.choice.folders.first ?? "desk"
      let folder = ReadingFolder.path(source: source, id: name, again: options.startsOver)
      let found = ReadingFolder.dialogue(in: folder)
      var conversation = found
      if conversation == nil {
        conversation = isFile ? file(name, setup) : try DeskConversation.read(name, setup)
      }
      guard let conversation else { return .findings }
      guard !RoleReading(conversation).lines.isEmpty else {
        Printed.error("Nothing was said in “\(Printed.line(name))” that could be read aloud.")
        return .findings
      }
      return show(conversation, folder, setup)
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func show(_ conversation: Conversation, _ folder: String, _ setup: Setup) -> ExitCode {
    let words = setup.words
    let keeper = ReadingKeeper(
      conversation, folder: folder, role: options.seat.map { $0 == .customer ? .customer : .agent },
      isAloud: options.isAloud, isImmediate: options.script != nil
    ) { seconds in
      let (key, unit): (String, Int64) =
        seconds < 7_200
        ? ("reading.minutesLater", 60)
        : seconds < 172_800 ? ("reading.hoursLater", 3_600) : ("reading.daysLater", 86_400)
      return words(key, SafeText(String(seconds / unit))).string
    }
    defer { keeper.finish() }
    var options = options
    options.desk = folder
    return options.script == nil
      ? ConsoleCommand(options, room: keeper).run() : ScriptCommand(options, room: keeper).run()
  }

  private func file(_ path: String, _ setup: Setup) -> Conversation? {
    do throws(SystemError) {
      let bytes = try FileSystem.contents(of: path, limit: 64 << 20)
      if let conversation = DialogueFile.first(in: bytes) {
        // What is kept beside the desk, and what a voice reads, is masked as on a desk.
        return setup.secrets.masked(conversation)?.conversation ?? conversation
      }
      Printed.error(
        "\(Printed.line(path)) holds no conversation; its first line must be one in the interchange format.")
    } catch { Printed.error("\(Printed.line(path)) cannot be read: \(error.reason).") }
    return nil
  }
}
