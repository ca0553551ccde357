import Foundation
import HTTPClient

/// A server in Python's standard library, which ends with its input.
final class PythonServer {
  private let process = Process()
  private let stop = Pipe()
  /// Where it is.
  let url: String

  /// Python has ended before it said its port.
  private struct NotStarted: Error {}

  /// Starts a program that prints its port first.
  init(_ program: String, _ arguments: [String]) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    process.standardInput = stop
    process.standardOutput = output
    try ProcessLauncher.run(process)
    var line = ""
    while !line.hasSuffix("\n") {
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw NotStarted() }
      line += String(decoding: bytes, as: UTF8.self)
    }
    url = "http://127.0.0.1:\(line.dropLast())"
  }

  deinit {
    try? stop.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Asks the server itself; the lines of its answer.
  func ask(_ path: String, _ body: String? = nil) throws -> [String] {
    let exchange = HTTPExchange(
      body == nil ? "GET" : "POST", url + path, headers: [], body: body.map { Array($0.utf8) }, seconds: 60,
      limit: 1 << 24)
    return String(decoding: try exchange.perform().body, as: UTF8.self).split(separator: "\n").map(
      String.init)
  }
}
