import AdapterProtocol
import DeskModel
import Foundation
import TestSupport
import Testing

/// The adapter of the specification as a process.
private final class ExampleProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var framer = LineFramer()
  private var lines: [[UInt8]] = []
  private var count = 0
  private let validator: SchemaValidator

  init(file: String? = nil) throws {
    validator = try ProtocolCatalogue.validator()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["python3", Checkout.root.appending(path: ProtocolCatalogue.example).path] + (file.map { [$0] } ?? [])
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // One that hangs must fail the test, not stop it.
    DispatchQueue.global().asyncAfter(deadline: .now() + 30) { [process] in
      // The number of a process that has ended may be somebody else's by now.
      if process.isRunning { process.terminate() }
    }
  }

  func send(_ bytes: [UInt8]) throws {
    try #require(process.isRunning, "the adapter has ended")
    try input.fileHandleForWriting.write(contentsOf: Data(bytes + [0x0A]))
  }

  func receive() throws -> [UInt8] {
    while lines.isEmpty {
      let bytes = output.fileHandleForReading.availableData
      try #require(!bytes.isEmpty, "the adapter has ended")
      for case .line(let line) in framer.append(bytes) { lines.append(line) }
    }
    return lines.removeFirst()
  }

  /// Calls and checks the answer against codec and schema.
  func call(_ call: AdapterCall) throws -> AdapterMessage {
    count += 1
    try send(AdapterMessage.call(.number(count), call).line())
    let line = try receive()
    let answer = try AdapterMessage(line: line, answering: call.method)
    let isAnswer = answer.answered == call.method
    #expect(try validator.problems(inMessage: line, answering: isAnswer ? call.method : nil).isEmpty)
    switch answer {
    case .answer(let id, _, _): #expect(id == .number(count))
    case .fault(let id, _): #expect(id == .number(count))
    case .call, .cancel: Issue.record("an adapter only answers")
    }
    return answer
  }

  /// The exit code after the end of its input.
  func end() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

@Suite("The worked example")
struct ExampleAdapterTests {
  private static let start = AdapterCall.initialize(
    InitializeParams(client: ProgramName(name: "test", version: "1")))
  private static let key: ClientKey = "k-1"

  private static func reply(_ text: String, key: ClientKey = key, seen: EntryID) -> BackendIntent {
    BackendIntent(
      clientKey: key, conversation: "c-1", basedOn: SeenState(entry: seen),
      by: Agent(id: "a-1", name: "Nastya"),
      steps: [.say(Saying(text, audience: .customer))])
  }

  private func thread(_ adapter: ExampleProcess) throws -> [EntryRecord] {
    guard
      case .answer(_, .thread(let page), _) = try adapter.call(
        .thread(ThreadParams("c-1", order: .oldestFirst)))
    else { return [] }
    return page.entries
  }

  @Test("It has at most 165 lines and needs the standard library alone")
  func size() throws {
    let text = try Checkout.text(ProtocolCatalogue.example)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 <= 165)
    let imports = text.split(separator: "\n").filter { $0.hasPrefix("import ") || $0.hasPrefix("from ") }
    #expect(imports == ["import datetime, json, os, sys"])
  }

  @Test("It is begun, read, answered once though asked twice, reconciled, followed and ended")
  func session() throws {
    let adapter = try ExampleProcess()
    guard case .answer(_, .initialize(let manifest), _) = try adapter.call(Self.start) else {
      Issue.record("no manifest")
      return
    }
    #expect(manifest.version == 1)
    #expect(manifest.write.idempotency == .clientKey)

    // Two pages of one row each.
    var rows: [ConversationRow] = []
    var cursor: PageCursor?
    repeat {
      let params = ConversationsParams(filter: [.tag("x")], sort: .newest, cursor: cursor, limit: 1)
      guard case .answer(_, .conversations(let page), _) = try adapter.call(.conversations(params)) else {
        break
      }
      #expect(page.total == .exact(2))
      #expect(page.unfiltered == [0] && !page.isSorted)
      rows += page.items
      cursor = page.next
    } while cursor != nil && rows.count < 5
    #expect(rows.map { $0.summary.id } == ["c-1", "c-2"])

    guard
      case .answer(_, .conversation(let record), _) = try adapter.call(
        .conversation(ConversationParams("c-1")))
    else {
      Issue.record("no conversation")
      return
    }
    #expect(record.conversation.contact.full == "Dewi Lestari")
    #expect(record.version == rows.first?.version)
    guard case .answer(_, .changes(let before), _) = try adapter.call(.changes(ChangesParams())) else {
      return
    }
    #expect(before.changes == [])

    // The same intent twice: one entry, one outcome.
    let intent = Self.reply("Baik, Kak.", seen: "e-2")
    let first = try adapter.call(.apply(intent))
    let second = try adapter.call(.apply(intent))
    guard case .answer(_, .apply(let outcome), _) = first, case .answer(_, .apply(let again), _) = second,
      case .applied(let facts) = outcome
    else {
      Issue.record("not applied: \(first)")
      return
    }
    #expect(again == outcome)
    #expect(intent.audienceEcho(in: outcome) == .matches)
    let said = try thread(adapter).filter { $0.entry.text == "Baik, Kak." }
    #expect(said.map { $0.entry.id } == [facts.entry])
    #expect(said.first?.clientKey == Self.key)

    let known = try adapter.call(.reconcile(ReconcileParams(intent, attemptedAt: Timestamp(milliseconds: 0))))
    #expect(known == .answer(.number(9), .reconcile(.known(outcome))))
    let other = Self.reply("Baik, Kak.", key: "k-2", seen: "e-2")
    let nothing = try adapter.call(
      .reconcile(ReconcileParams(other, attemptedAt: Timestamp(milliseconds: 0))))
    #expect(nothing == .answer(.number(10), .reconcile(.nothing)))

    // The key of one wish is no key for another.
    guard
      case .answer(_, .apply(let reused), _) = try adapter.call(
        .apply(Self.reply("Something else", seen: "e-4")))
    else { return }
    #expect(reused == .invalid(field: "clientKey", reason: "it was used for something else"))

    // Somebody who has not seen that answer is stopped.
    guard case .answer(_, .apply(.conflict(let newer, _)), _) = try adapter.call(.apply(other)) else {
      Issue.record("no conflict")
      return
    }
    #expect(newer == said)
    #expect(try thread(adapter).count == 3)

    // What happened since the cursor, and the same again for the same cursor.
    for _ in 0..<2 {
      guard
        case .answer(_, .changes(let page), _) = try adapter.call(.changes(ChangesParams(after: before.next)))
      else { break }
      #expect(page.changes == said.map { .entry($0, in: "c-1") })
      #expect(page.next != before.next)
    }
    #expect(
      try adapter.call(.changes(ChangesParams(after: "another run/0"))) == .fault(.number(16), .cursorExpired)
    )
    #expect(try adapter.call(.shutdown) == .answer(.number(17), .shutdown))
    #expect(try adapter.end() == 0)
  }

  @Test("With a file, a key that was done is known to the next process, and what was said is there")
  func memory() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "sapa-example-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let intent = Self.reply("Baik, Kak.", seen: "e-2")
    for _ in 0..<2 {
      let adapter = try ExampleProcess(file: file.path)
      _ = try adapter.call(Self.start)
      // A field that is null is a field that is absent.
      try adapter.send(
        Array(#"{"jsonrpc":"2.0","id":"x","method":"conversations","params":{"limit":1,"cursor":null}}"#.utf8)
      )
      guard case .answer = try AdapterMessage(line: adapter.receive(), answering: .conversations) else {
        Issue.record("null is no cursor")
        return
      }
      guard case .answer(_, .apply(.applied), _) = try adapter.call(.apply(intent)) else {
        Issue.record("not applied")
        return
      }
      #expect(try thread(adapter).count { $0.entry.text == "Baik, Kak." } == 1)
      #expect(try adapter.end() == 0)
    }
  }

  @Test("What cannot be read or done is answered, and the next call is answered as if nothing had been")
  func faults() throws {
    let adapter = try ExampleProcess()
    #expect(try adapter.call(.queues) == .fault(.number(1), .notInitialized))
    let future = InitializeParams(versions: [2], client: ProgramName(name: "test", version: "1"))
    #expect(try adapter.call(.initialize(future)) == .fault(.number(2), .unsupportedVersion(known: [1])))
    _ = try adapter.call(Self.start)
    #expect(try adapter.call(.queues) == .fault(.number(4), .unknownMethod("queues")))
    #expect(
      try adapter.call(.conversation(ConversationParams("c-9")))
        == .fault(.number(5), .notFound(.conversation, id: "c-9")))
    try adapter.send(AdapterMessage.cancel(.number(5)).line())
    for (line, code) in [
      ([UInt8](repeating: 0x20, count: 8_388_609), -32_012), ([0xFF], -32_700), (Array("{".utf8), -32_700),
      ([UInt8](repeating: UInt8(ascii: "["), count: 100_000), -32_700), (Array("[]".utf8), -32_600),
      (Array(#"{"jsonrpc":"1.0"}"#.utf8), -32_600),
    ] {
      try adapter.send(line)
      guard case .fault(nil, let fault) = try AdapterMessage(line: adapter.receive(), answering: nil) else {
        Issue.record("no fault")
        continue
      }
      #expect(fault.code == code)
    }
    let world = BackendIntent.saying("x", audience: .world)
    var intent = world
    intent.conversation = "c-2"
    #expect(
      try adapter.call(.apply(intent))
        == .answer(.number(6), .apply(.invalid(field: "steps[0]", reason: "no such audience, no text"))))
    #expect(try adapter.end() == 0)
  }
}
