import Foundation
import ScreenKit
import TestSupport

/// The real program on a pty, with folders of its own.
final class ConsoleSession {
  let pty: PtySession

  /// Starts `sapa` in `home`; the desk and the config lie in there.
  init(
    home: Home, _ arguments: [String] = [], size: Size = Size(columns: 120, rows: 40),
    environment: [String: String] = [:]
  ) throws {
    var all = home.environment
    all["SWIFT_BACKTRACE"] = "enable=no"
    all.merge(environment) { $1 }
    pty = try PtySession(PtySession.product("sapa"), arguments, environment: all, size: size, keeping: home)
  }

  /// Waits until the first screen is there.
  func waitForStart() throws { try pty.wait(forText: "Ctrl-K") }
}

/// A folder for one test: desk, config and drafts; removed when the test ends.
final class Home {
  let url: URL

  init(config: String? = nil) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "sapa-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url.appending(path: "config/sapa"), withIntermediateDirectories: true)
    if let config {
      try config.write(to: url.appending(path: "config/sapa/config.json5"), atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Makes the sample desk by a first start, so that the steps of a later write are that write's alone.
  func makeSampleDesk() throws {
    let first = try ConsoleSession(home: self)
    try first.waitForStart()
    try first.pty.send("\u{3}")
    _ = try first.pty.waitForExit()
  }

  /// The environment that leads a program here and nowhere else.
  var environment: [String: String] {
    [
      "XDG_DATA_HOME": url.appending(path: "data").path,
      "XDG_CONFIG_HOME": url.appending(path: "config").path,
      "HOME": url.path, "LC_ALL": "C.UTF-8", "TZ": "UTC", "USER": "tester",
    ]
  }

  /// The default desk's folder.
  var desk: URL { url.appending(path: "data/sapa/desk") }

  /// The text of all drafts on disk; a file that is still being written is none.
  var drafts: String {
    guard
      let files = FileManager.default.enumerator(
        at: desk.appending(path: "drafts"), includingPropertiesForKeys: nil)
    else { return "" }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }.joined()
  }

  /// The text of the journal.
  var journal: String {
    let folder = desk.appending(path: "journal")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
      .joined()
  }

  /// Makes a folder, and those above it.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: name), withIntermediateDirectories: true)
  }

  /// Writes a file and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// Runs `sapa` without a terminal.
  ///
  /// `variables` lie over the environment; `program` stands for `sapa` itself, when it is another.
  func run(
    _ arguments: [String], input: String? = nil, variables: [String: String] = [:], program: URL? = nil
  ) throws -> (code: Int32, out: String, error: String) {
    let process = Process()
    process.executableURL = program ?? Checkout.products.appending(path: "sapa")
    process.arguments = arguments
    process.environment = environment.merging(["PATH": "/usr/bin:/bin", "TERM": "xterm-256color"]) { $1 }
      .merging(variables) { $1 }
    let outFile = url.appending(path: "out-\(UUID().uuidString)")
    let errorFile = url.appending(path: "error-\(UUID().uuidString)")
    let inFile = url.appending(path: "in-\(UUID().uuidString)")
    for file in [outFile, errorFile] { try Data().write(to: file) }
    try Data((input ?? "").utf8).write(to: inFile)
    process.standardOutput = try FileHandle(forWritingTo: outFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = try FileHandle(forReadingFrom: inFile)
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try String(contentsOf: outFile, encoding: .utf8),
      try String(contentsOf: errorFile, encoding: .utf8)
    )
  }
}
