import AdapterServing
import DeskServing
import LocalDesk
import SystemCalls

/// `sapa serve`: the desk over the adapter protocol on standard input and output.
struct ServeCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    let choice: ServedDesk
    do throws(SetupError) { choice = try ServedDesk(options) } catch {
      Printed.error(error.sentence)
      return .findings
    }
    let service = service(choice)
    do throws(EmbeddedDeskError) { try service.open() } catch {
      // Whoever is at the other end of a connection does not see this: the answer to `initialize` tells them.
      Printed.error("The desk cannot be opened: \(Printed.line(error.description)).")
      if StandardStream.input.isTerminal { return .findings }
    }
    if StandardStream.input.isTerminal {
      Printed.error(
        "This speaks the adapter protocol, one JSON message a line. A console starts it; Ctrl-D ends it.")
    }
    AdapterServer(service, output: StandardStream.output.descriptor).run(
      input: StandardStream.input.descriptor)
    let wasOpen = service.isOpen
    service.close()
    return wasOpen ? .fine : .findings
  }

  private func service(_ choice: ServedDesk) -> DeskService {
    let settings = ServingSettings(
      me: choice.me, trustsAgents: options.trustsAgents,
      deskName: choice.config.deskName ?? Self.name(of: choice.folder), version: Version.number)
    let access: EmbeddedDeskAccess = options.isReadOnly ? .readOnly : .existing
    let hook = CrashHook.fromEnvironment()
    let folder = choice.folder
    let me = choice.me
    let temporary = ProcessContext.environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    return DeskService(settings, temporaryFolder: temporary) { () throws(EmbeddedDeskError) in
      let progress = ProgressLine(label: "reading the journal, because the desk's index is missing or old")
      defer { progress.end() }
      let desk = try EmbeddedDesk(
        folder: folder, me: me, options: EmbeddedDeskOptions(access: access), clock: Setup.systemNow,
        makeID: { Setup.makePrefix() }, onStep: { hook($0.rawValue) },
        progress: { progress.show(done: $0, of: $1) })
      for sentence in desk.repairs { Printed.error(Printed.line(sentence)) }
      if access != .readOnly, let reason = desk.cannotWriteReason {
        Printed.error("The desk can only be read: \(Printed.line(reason)).")
      }
      return desk
    }
  }

  /// The name of a desk that nobody has named: from its file `name`, else that of its folder.
  private static func name(of folder: String) -> String {
    let line = (try? FileSystem.contents(of: folder + "/name", limit: 256)).flatMap { bytes in
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
    }
    return line.map { String($0) } ?? folder.split(separator: "/").last.map { String($0) } ?? folder
  }
}
