import AdapterHost
import AdapterProtocol
import SystemCalls

/// Gets the token of a desk from where the config says; never from arguments or the environment.
enum DeskToken {
  /// Milliseconds that a program that prints a token may take: a person may have to type a passphrase.
  private static let patience = 60_000
  /// Bytes of a token.
  private static let limit = 32 << 10

  /// The token; nil inside where none is needed.
  ///
  /// It may take its time.
  static func read(_ source: DeskConfig.Token?) -> Result<Secret?, TokenError> {
    switch source {
    case nil: .success(nil)
    case .command(let command): printed(by: command)
    case .file(let file): held(by: ToolRunner.expanded(file))
    }
  }

  private static func printed(by command: [String]) -> Result<Secret?, TokenError> {
    guard let output = ProgramOutput.of(command, milliseconds: patience) else {
      return .failure(
        TokenError(
          reason: "\(command.first ?? ""), which should print the token, failed or took more than a minute"))
    }
    return token(in: Array(output.utf8), from: command.first ?? "")
  }

  private static func held(by file: String) -> Result<Secret?, TokenError> {
    do throws(SystemError) {
      let status = try FileSystem.status(file)
      guard status.permissions & 0o077 == 0 else {
        return .failure(TokenError(reason: "others may read \(file): chmod 600 it"))
      }
      return token(in: try FileSystem.contents(of: file, limit: limit + 2), from: file)
    } catch { return .failure(TokenError(reason: "\(file): \(error.reason)")) }
  }

  /// The first line, without the end that editors and programs put behind it.
  private static func token(in bytes: [UInt8], from source: String) -> Result<Secret?, TokenError> {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard !line.isEmpty, line.count <= limit else {
      return .failure(
        TokenError(reason: "the first line of what \(source) gives is empty, or too long for a token"))
    }
    return .success(Secret(String(decoding: line, as: UTF8.self)))
  }
}
