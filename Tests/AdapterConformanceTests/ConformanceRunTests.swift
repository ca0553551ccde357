import AdapterConformance
import AdapterProtocol
import DeskModel
import Foundation
import SystemCalls
import TestSupport
import Testing

@Suite("A run of checks")
struct ConformanceRunTests {
  private static let example = Checkout.root.appending(
    path: "Sources/AdapterProtocol/AdapterProtocol.docc/example_adapter.py"
  ).path

  @Test("Unless a conversation is named nothing is written, and what would write says how")
  func readsOnly() async throws {
    let adapter = FaultyAdapter()
    let results = try await adapter.run(adapter.subject(mayWrite: false))
    #expect(!results.contains { $0.isFailed })
    // Its desk is a file as soon as anything is written.
    #expect(!FileManager.default.fileExists(atPath: adapter.state.path))
    for result in results where result.check.writes {
      #expect(
        result.verdict == .skipped(reason: "it writes: run again with --write CONVERSATION"),
        "\(result.check.id)")
    }
    for result in results where !result.check.writes {
      #expect(result.reason?.contains("--write") != true, "\(result.check.id)")
    }
  }

  @Test("A right adapter passes whole, but for what only one does that polls; only what is named is written")
  func right() async throws {
    let adapter = FaultyAdapter()
    let results = try await adapter.run(adapter.subject())
    #expect(results.map(\.check.id) == ConformanceTable.checks.map(\.id))
    let others = results.filter { $0.verdict != .passed }
    #expect(
      others.map(\.check.id) == ["changes.atOnce", "changes.askAgain"],
      "\(others.map { "\($0.check.id): \($0.verdict)" })")
    #expect(others.allSatisfy { $0.reason != nil && !$0.isFailed })

    let text = try String(contentsOf: adapter.state, encoding: .utf8)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let threads = try #require(root["entries"] as? [String: [[String: Any]]])
    for (conversation, entries) in threads {
      let said = entries.compactMap { $0["text"] as? String }.filter { $0.contains("sapa-test-") }
      #expect(said.isEmpty == (conversation != FaultyAdapter.conversation.rawValue), "\(conversation)")
    }
  }

  @Test("Statuses, tags and assignees are as they were afterwards")
  func setsBack() async throws {
    let adapter = FaultyAdapter()
    _ = try await adapter.run(adapter.subject(), only: ["steps"])
    let text = try String(contentsOf: adapter.state, encoding: .utf8)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let conversations = try #require(root["conversations"] as? [String: [String: Any]])
    let conversation = try #require(conversations[FaultyAdapter.conversation.rawValue])
    #expect(conversation["status"] as? String == "open")
    #expect(conversation["tags"] as? [String] == ["billing", "urgent"])
    #expect(conversation["assignee"] as? String == "a-2")
    #expect(conversation["snoozed"] is NSNull)
  }

  @Test("The example of the specification passes, and whole when it keeps its desk in a file")
  func example() async throws {
    ProcessContext.ignoreBrokenPipes()
    let file = FileManager.default.temporaryDirectory.appending(path: "sapa-test-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    var reading = ConformanceSubject(command: ["python3", Self.example])
    reading.patience = 120_000
    var writing = reading
    writing.command.append(file.path)
    writing.writable = ["c-1"]
    for (subject, isWriting) in [(reading, false), (writing, true)] {
      let results = try await FaultyAdapter.run(subject)
      #expect(results.compactMap(\.evidence) == [])
      #expect(results.contains { $0.check.writes && $0.verdict == .passed } == isWriting)
      // What only an adapter does that polls.
      for id in ["changes.atOnce", "changes.askAgain"] {
        #expect(results.first { $0.check.id == id }?.verdict == .passed)
      }
    }
  }

  @Test("Without its file the example forgets what was applied, which is told")
  func forgetfulExample() async throws {
    ProcessContext.ignoreBrokenPipes()
    var subject = ConformanceSubject(command: ["python3", Self.example])
    (subject.patience, subject.writable) = (120_000, ["c-1"])
    let results = try await FaultyAdapter.run(subject, only: ["key", "reconcile", "kill"])
    #expect(
      results.filter(\.isFailed).map(\.check.id) == [
        "key.againAfterRestart", "reconcile.afterRestart", "kill.durable",
      ])
  }

  @Test("A program that is not there is an error of its own")
  func missing() async {
    await #expect(throws: SystemError(call: "posix_spawnp", path: "no-such-adapter", code: 2)) {
      _ = try await FaultyAdapter.run(ConformanceSubject(command: ["no-such-adapter"]))
    }
  }

  @Test(
    "A program that is no adapter fails at the start, and what needs a manifest is skipped",
    arguments: [
      (["true"], "the adapter ended with exit code 0"),
      (
        ["sh", "-c", "echo no config >&2; exit 3"],
        "with exit code 3; the end of its standard error: no config\n"
      ),
      (["sh", "-c", "kill -9 $$"], "the adapter ended by signal 9"),
      (["sleep", "1000"], "nothing within 500 ms"), (["yes"], "y (not JSON at column 1"),
      (["sh", "-c", "head -c 9000000 /dev/zero; sleep 1000"], "a line of more than 8388608 bytes"),
    ])
  func noAdapter(command: [String], came: String) async throws {
    ProcessContext.ignoreBrokenPipes()
    var subject = ConformanceSubject(command: command)
    subject.patience = command[0] == "sleep" ? 500 : 120_000
    let results = try await FaultyAdapter.run(subject, only: ["start.answers", "thread", "say"])
    let first = try #require(results.first)
    #expect(first.evidence?.came.contains(came) == true, "\(first.verdict)")
    for result in results.dropFirst() {
      guard case .skipped = result.verdict else {
        Issue.record("\(result.check.id): \(result.verdict)")
        continue
      }
    }
  }

  @Test(
    "A token that the adapter writes stands in no evidence",
    arguments: ["token.silent-answer", "token.silent"])
  func hiddenToken(fault: String) async throws {
    let adapter = FaultyAdapter()
    var subject = adapter.subject(fault, mayWrite: false)
    subject.token = Secret("very-secret-7391")
    let results = try await adapter.run(subject, only: ["calls", "token"])
    #expect(results.contains { $0.check.id == "token.silent" && $0.isFailed })
    #expect(!"\(results)".contains("very-secret-7391"))
  }

  @Test("A token is read from descriptor 3, and settings arrive")
  func tokenAndSettings() async throws {
    ProcessContext.ignoreBrokenPipes()
    // Answers with what it was given, as an error.
    let program = """
      import json, sys, os
      message = json.loads(sys.stdin.readline())
      params = message["params"]
      token = os.fdopen(params["token"]["number"]).read() == "t-1"
      print(json.dumps({"jsonrpc": "2.0", "id": message["id"], "error": {"code": -32008, "message": json.dumps([token, params["settings"]])}}), flush=True)
      """
    var subject = ConformanceSubject(command: ["python3", "-c", program])
    subject.token = Secret("t-1")
    subject.settings = try RawJSON(Array(#"{"url":"x"}"#.utf8))
    subject.patience = 120_000
    let results = try await FaultyAdapter.run(subject, only: ["start.answers"])
    #expect(results.first?.evidence?.came.contains(#"[true, {\"url\": \"x\"}]"#) == true, "\(results)")
  }
}
