import AdapterProtocol
import DeskModel
import Foundation
import OddServer
import SystemCalls
import TestSupport
import Testing

/// The adapter itself as a process, seen from the console's end.
final class AdapterProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let log = Pipe()
  private var framer = LineFramer()
  private var lines: [[UInt8]] = []
  private var count = 0

  /// Starts it without a word.
  init() throws {
    ProcessContext.ignoreBrokenPipes()
    process.executableURL = Checkout.products.appending(path: "sapa-adapter-rt")
    var environment = ProcessInfo.processInfo.environment
    environment["NO_PROXY"] = "127.0.0.1"
    environment["no_proxy"] = "127.0.0.1"
    process.environment = environment
    process.standardInput = input
    process.standardOutput = output
    process.standardError = log
    try ProcessLauncher.run(process)
    // One that hangs must fail the test, not stop it.
    DispatchQueue.global().asyncAfter(deadline: .now() + 120) { [process] in
      // The number of a process that has ended may be somebody else's by now.
      if process.isRunning { process.terminate() }
    }
  }

  /// Starts it and begins; the token stands in the message.
  convenience init(_ url: String, token: String, settings: String = "") throws {
    try self.init()
    guard case .success(.initialize) = try initialize(url, token: token, settings: settings) else {
      throw Refused()
    }
  }

  /// It ends with its input.
  deinit { try? input.fileHandleForWriting.close() }

  struct Refused: Error {}

  /// Begins, or begins anew.
  func initialize(
    _ url: String, token: String, settings: String = ""
  ) throws -> Result<AdapterAnswer, AdapterFault> {
    try call(
      .initialize(
        InitializeParams(
          client: ProgramName(name: "test", version: "1"), token: .inline(Secret(token)),
          settings: try RawJSON(Array(#"{"url":"\#(url)"\#(settings)}"#.utf8)))))
  }

  /// Calls and waits for the answer.
  func call(_ call: AdapterCall) throws -> Result<AdapterAnswer, AdapterFault> {
    count += 1
    try #require(process.isRunning, "the adapter has ended")
    try input.fileHandleForWriting.write(
      contentsOf: Data(AdapterMessage.call(.number(count), call).line() + [0x0A]))
    switch try IncomingMessage(line: try nextLine()) {
    case .answer(.number(count), let answer): return .success(try answer.answer(to: call.method))
    case .fault(_, let fault): return .failure(fault)
    case .answer, .call, .cancel, .unknownNotification:
      Issue.record("an adapter only answers what it was asked")
      throw Refused()
    }
  }

  private func nextLine() throws -> [UInt8] {
    while lines.isEmpty {
      let bytes = output.fileHandleForReading.availableData
      try #require(!bytes.isEmpty, "the adapter has ended")
      for case .line(let line) in framer.append(bytes) { lines.append(line) }
    }
    return lines.removeFirst()
  }

  /// Ends its input; its exit code, and what it has written to its log.
  func end() throws -> (code: Int32, log: String) {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: log.fileHandleForReading.availableData, as: UTF8.self)
    )
  }
}

extension AdapterProcess {
  func conversation(_ id: String) throws -> ConversationRecord {
    guard
      case .conversation(let record) = try call(.conversation(ConversationParams(ConversationID(id)))).get()
    else {
      throw Refused()
    }
    return record
  }

  /// The whole thread, in pages of `limit`, oldest first.
  func thread(_ id: String, order: ThreadOrder = .oldestFirst, limit: Int = 100) throws -> [EntryRecord] {
    var entries: [EntryRecord] = []
    var cursor: PageCursor?
    repeat {
      let params = ThreadParams(ConversationID(id), order: order, cursor: cursor, limit: limit)
      guard case .thread(let page) = try call(.thread(params)).get() else { throw Refused() }
      entries = order == .oldestFirst ? entries + page.entries : page.entries + entries
      cursor = page.next
    } while cursor != nil
    return entries
  }

  func apply(
    _ id: String, _ steps: [IntentStep], key: ClientKey? = nil, basedOn: SeenState? = nil
  ) throws -> ApplyOutcome {
    let intent = Self.intent(id, steps, key: key ?? Self.newKey(), basedOn: basedOn)
    guard case .apply(let outcome) = try call(.apply(intent)).get() else { throw Refused() }
    return outcome
  }

  func say(_ id: String, _ text: String, _ audience: Audience, uploads: [UploadID] = []) throws
    -> ApplyOutcome
  {
    let kind: EntryKind = audience == .internal ? .note : .message
    return try apply(id, [.say(Saying(text, kind: kind, audience: audience, uploads: uploads))])
  }

  func changes(after: ChangeCursor?, limit: Int = 100) throws -> ChangesPage {
    guard case .changes(let page) = try call(.changes(ChangesParams(after: after, limit: limit))).get() else {
      throw Refused()
    }
    return page
  }

  static func newKey() -> ClientKey { ClientKey("k-\(ProcessContext.random())") }

  static func intent(
    _ id: String, _ steps: [IntentStep], key: ClientKey, basedOn: SeenState? = nil
  ) -> BackendIntent {
    BackendIntent(
      clientKey: key, conversation: ConversationID(id), basedOn: basedOn,
      by: Agent(id: "alice", name: "Alice"),
      steps: steps)
  }
}
