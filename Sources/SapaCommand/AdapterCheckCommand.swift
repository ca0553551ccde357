import AdapterConformance
import AdapterHost
import AdapterProtocol
import DeskModel
import JSONText
import SystemCalls

/// `sapa adapter check`: whether a program does what the pages of the adapter protocol say.
struct AdapterCheckCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  /// Why nothing is checked, as a sentence.
  private struct Refusal: Error {
    let sentence: String
    var code = ExitCode.findings
  }

  func run() -> ExitCode {
    do throws(Refusal) {
      let subject = try subject()
      var report = AdapterReport(isJSON: options.isJSON, mayWrite: !options.writable.isEmpty)
      let surroundings = ConformanceSurroundings(
        run: String(ProcessContext.random() & 0xFFFF_FFFF, radix: 36), now: Setup.systemNow)
      do throws(SystemError) {
        try ConformanceRun(subject, surroundings).run(only: options.only) { result in
          Printed.out(report.line(result))
        }
      } catch {
        throw Refusal(
          sentence: "\(Printed.line(options.command[0])) cannot be started: \(error.reason).")
      }
      Printed.out(report.end)
      return report.failures == 0 ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return error.code
    }
  }

  private func subject() throws(Refusal) -> ConformanceSubject {
    guard !options.command.isEmpty else {
      throw Refusal(
        sentence: "Name the adapter's program behind --: sapa adapter check -- ./my-adapter", code: .usage)
    }
    guard options.tokenFile == nil || options.tokenCommand.isEmpty else {
      throw Refusal(sentence: "Give --token-file or --token-command, not both.", code: .usage)
    }
    var subject = ConformanceSubject(command: options.command)
    subject.writable = options.writable.map { ConversationID($0) }
    subject.patience = options.timeout * 1_000
    if let file = options.settingsFile { subject.settings = try Self.settings(file) }
    subject.token = try token()
    return subject
  }

  private static func contents(of file: String, limit: Int) throws(Refusal) -> [UInt8] {
    do throws(SystemError) { return try FileSystem.contents(of: file, limit: limit) } catch {
      throw Refusal(sentence: "\(Printed.line(file)) cannot be read: \(error.reason).")
    }
  }

  /// Settings as they may stand in the config: with comments.
  private static func settings(_ file: String) throws(Refusal) -> RawJSON {
    let bytes = try contents(of: file, limit: 1 << 20)
    let root: JSONValue
    do throws(JSONError) { root = try JSONDocument(bytes, dialect: .json5).root } catch {
      throw Refusal(sentence: "\(Printed.line(file)) is no JSON: \(Printed.line(error.description)).")
    }
    var writer = JSONWriter()
    writer.value(root)
    do throws(ProtocolError) {
      let settings = try RawJSON(writer.bytes)
      if settings.isObject { return settings }
    } catch {
      throw Refusal(sentence: "\(Printed.line(file)) holds no settings: \(Printed.line(error.description)).")
    }
    throw Refusal(
      sentence: "\(Printed.line(file)) holds no settings: they are an object, such as {\"url\": \"…\"}.")
  }

  /// The token, from where a desk of the config would have it.
  private func token() throws(Refusal) -> Secret? {
    let source: DeskConfig.Token? =
      options.tokenFile.map { .file($0) }
      ?? (options.tokenCommand.isEmpty ? nil : .command(options.tokenCommand))
    switch DeskToken.read(source) {
    case .success(let token): return token
    case .failure(let error):
      throw Refusal(sentence: "There is no token: \(Printed.line(error.reason)).")
    }
  }
}
