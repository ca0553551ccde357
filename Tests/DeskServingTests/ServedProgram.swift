import Foundation
import SystemCalls
import TestSupport

/// The built program, serving a desk, as `ssh` would start it.
final class ServedProgram {
  let client: DeskClient
  let process: PipedProcess

  /// Starts `sapa serve` with arguments; `environment` is added to ours.
  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    ProcessContext.ignoreBrokenPipes()
    let sapa = Checkout.products.appending(path: "sapa").path
    let settings = environment.map { "\($0)=\($1)" } + ["SWIFT_BACKTRACE=enable=no"]
    process = try PipedProcess(["/usr/bin/env"] + settings + [sapa, "serve"] + arguments)
    client = DeskClient(
      read: { [process] in try process.read(limit: 1 << 16) }, write: { [process] in try process.write($0) })
  }

  deinit { process.kill() }

  /// Ends its input and waits for its end.
  func end() throws -> ChildEnding {
    process.closeInput()
    while !(try process.read(limit: 1 << 16)).isEmpty {}
    return try process.wait()
  }

  /// What it says to people, to its end.
  func words() throws -> String {
    var result: [UInt8] = []
    while true {
      let bytes = try process.readErrors(limit: 1 << 16)
      if bytes.isEmpty { return String(decoding: result, as: UTF8.self) }
      result += bytes
    }
  }
}
