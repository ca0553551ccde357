import SeededRandom
import SystemCalls
import TerminalProbe

/// The import of a storm: a process of its own that brings conversations to the desk while the consoles work.
///
/// A file that was killed in the middle is imported again, as a person would; after some files, old ones come again.
final class StormImport {
  /// Conversations in each file.
  static let conversations = 60
  /// Entries in each conversation.
  static let entries = 6
  private static let fileLimit = 30

  private let program: String
  private let folder: String
  private let arguments: [String]
  private let environment: [String: String]
  private var process: PtySession?
  private var file = 0
  private(set) var finished: Set<Int> = []

  init(program: String, folder: String, desk: String, environment: [String: String]) {
    self.program = program
    self.folder = folder
    self.environment = environment
    arguments = ["--desk", desk]
  }

  /// Begins an import unless one is running.
  func start(_ random: inout SeededGenerator) throws {
    guard process == nil else { return }
    file =
      finished.count < Self.fileLimit ? finished.count : Int.random(in: 0..<Self.fileLimit, using: &random)
    let path = folder + "/import-\(file).jsonl"
    if !FileSystem.exists(path) { try FileDescriptor(opening: path, .truncate).write(Self.lines(file)) }
    process = try PtySession(
      program, ["import", path] + arguments, environment: environment, keepsOutput: false)
  }

  /// Looks whether the import has ended; returns what is wrong with the way it did.
  func poll() throws -> String? {
    guard let session = process else { return nil }
    while session.pump(milliseconds: 0) > 0 {}
    return session.isClosed ? try wait() : nil
  }

  /// Waits for the import's end; returns what is wrong with it.
  func wait() throws -> String? {
    guard let session = process else { return nil }
    process = nil
    let status = try session.waitForExit(limit: 60_000)
    if status == .code(0) { finished.insert(file) }
    return status == .code(0) ? nil : "the import ended with \(status): \(session.screen.text)"
  }

  /// Kills the import; false when none was running.
  func kill() throws -> Bool {
    guard let session = process else { return false }
    process = nil
    session.signal(9)
    return try session.waitForExit(limit: 60_000) == .signal(9)
  }

  /// The conversations that the consoles work on.
  static func chats(_ count: Int) -> [UInt8] {
    Array((0..<count).map { line("chat-\($0)", status: "open", entries: 3) }.joined().utf8)
  }

  private static func lines(_ file: Int) -> [UInt8] {
    let all = (0..<conversations).map { line("file-\(file)-\($0)", status: "resolved", entries: entries) }
    return Array(all.joined().utf8)
  }

  private static func line(_ id: String, status: String, entries: Int) -> String {
    let said = (0..<entries).map { number in
      #"{"id":"\#(id)-\#(number)","at":"2026-03-01T09:1\#(number):00Z","author":{"kind":"customer","id":"u-\#(id)","name":"Dewi \#(id)"},"#
        + #""audience":"customer","text":"Kak, tagihan nomor \#(number) belum masuk. Пожалуйста, проверьте ещё раз."}"#
    }
    return
      #"{"id":"\#(id)","shape":"dialog","channel":"chat","subject":"Tagihan \#(id)","status":"\#(status)","locale":"id","#
      + #""contact":{"id":"u-\#(id)","full":"Dewi \#(id)"},"entries":[\#(said.joined(separator: ","))]}"#
      + "\n"
  }
}
