import AdapterHost
import AdapterProtocol
import Dispatch
import Synchronization
import SystemCalls
import TestSupport
import Testing
import TextLayout

/// An adapter in Python under a supervisor whose connections can be waited for.
private final class Supervised: Sendable {
  static let manifest = """
    MANIFEST = {"version": 1, "adapter": {"name": "x", "version": "1"}, "desk": "Example",
      "me": {"id": "a-1", "name": "Nastya"}, "methods": ["conversations", "conversation", "thread", "apply", "agents"],
      "audiences": {"known": ["customer"], "echo": "stored"},
      "write": {"steps": ["say"], "atomicity": "whole", "concurrency": "atomic", "authorship": "named", "idempotency": "clientKey"},
      "read": {"shape": "list", "orders": ["oldestFirst"], "totals": "exact", "rights": "tried"},
      "statuses": {"model": "fixed", "statuses": []}, "text": {"formats": ["plain"]},
      "changes": {"delivery": "none", "loses": "silently"}}
    import json, os, sys, time
    def read():
        line = sys.stdin.readline()
        return json.loads(line) if line else sys.exit(0)
    def say(call, **what):
        sys.stdout.write(json.dumps({"jsonrpc": "2.0", "id": call["id"], **what}) + "\\n"); sys.stdout.flush()
    RUNS = sys.argv[1]
    with open(RUNS, "a") as file: file.write("x")
    RUN = os.path.getsize(RUNS)

    """

  /// Connections that nobody has waited for yet.
  private let seen = SharedBox<[DeskConnection]>([])
  private let news = DispatchSemaphore(value: 0)
  let supervisor: AdapterSupervisor
  private let scratch: ScratchFolder

  init(
    _ script: String = "", program: String = "python3",
    token: @escaping @Sendable () -> Result<Secret?, TokenError> = { .success(nil) }
  ) throws {
    ProcessContext.ignoreBrokenPipes()
    let scratch = try ScratchFolder()
    self.scratch = scratch
    let (seen, news) = (seen, news)
    supervisor = AdapterSupervisor(
      AdapterConfiguration(
        arguments: [program, "-c", Self.manifest + script, scratch.path + "/runs"],
        client: ProgramName(name: "test", version: "0"),
        restarts: RestartPolicy(first: 20, longest: 100), token: token),
      random: { 0 }
    ) { connection in
      seen.value.withLock { $0.append(connection) }
      news.signal()
    }
    supervisor.start()
  }

  deinit { supervisor.close() }

  /// Waits for the next connection of a kind; those before it are passed over.
  @discardableResult
  func wait(for wanted: (DeskConnection) -> Bool) -> DeskConnection? {
    while news.wait(timeout: .now() + 30) == .success {
      let next = seen.value.withLock { $0.removeFirst() }
      if wanted(next) { return next }
    }
    return nil
  }

  func call(_ call: AdapterCall) -> Result<CallAnswer, CallFailure> {
    let done = DispatchSemaphore(value: 0)
    let box = SharedBox<Result<CallAnswer, CallFailure>?>(nil)
    supervisor.call(call) { result in
      box.value.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    return box.value.withLock { $0 } ?? .failure(.notSent(.closed))
  }

  static func isUp(_ connection: DeskConnection) -> Bool { if case .up = connection { true } else { false } }
}

private final class SharedBox<Value: Sendable>: Sendable {
  let value: Mutex<Value>
  init(_ value: sending Value) { self.value = Mutex(value) }
}

struct AdapterSupervisorTests {
  private static let serving = """
    say(read(), result=MANIFEST)
    while True: say(read(), result={"assignees": []})
    """

  @Test func `An adapter is started, begun with, and answers`() throws {
    let supervised = try Supervised(Self.serving)
    guard case .up(let manifest) = supervised.wait(for: Supervised.isUp) else {
      Issue.record("it never came up")
      return
    }
    #expect(manifest.desk == "Example")
    #expect(supervised.call(.agents) == .success(CallAnswer(.agents(AssigneeList([])))))
  }

  @Test func `An adapter that dies is started anew, and calls meanwhile are told at once`() throws {
    let supervised = try Supervised(
      """
      say(read(), result=MANIFEST)
      call = read()
      if RUN < 3: sys.exit(7)
      say(call, result={"assignees": []}); read()
      """)
    for pause in [10, 20] {
      supervised.wait(for: Supervised.isUp)
      #expect(supervised.call(.agents) == .failure(.interrupted(.exited(code: 7))))
      #expect(supervised.wait { $0 == .away(.ended(.exited(code: 7)), retryAfter: pause) } != nil)
    }
    supervised.wait(for: Supervised.isUp)
    #expect(supervised.call(.agents) == .success(CallAnswer(.agents(AssigneeList([])))))
  }

  @Test func `A program that is not there is told with its name, again and again`() throws {
    let supervised = try Supervised(program: "no-such-adapter")
    let expected = DeskAbsence.cannotStart(program: "no-such-adapter", reason: "No such file or directory")
    for pause in [10, 20] { #expect(supervised.wait { $0 == .away(expected, retryAfter: pause) } != nil) }
    #expect(expected.needsPerson)
  }

  @Test func `A token that is taken no more is asked for anew`() throws {
    let box = SharedBox(0)
    let supervised = try Supervised(
      """
      token = os.fdopen(3).read()
      call = read()
      if token != "t2": say(call, error={"code": -32003, "message": "expired"})
      else: say(call, result=MANIFEST)
      read()
      """,
      token: {
        let number = box.value.withLock { count in
          count += 1
          return count
        }
        return .success(Secret("t\(number)"))
      })
    supervised.wait { $0 == .away(.refused(.unauthorized(reason: "expired")), retryAfter: 10) }
    #expect(supervised.wait(for: Supervised.isUp) != nil)
  }

  @Test func `Without a token nothing is started`() throws {
    let supervised = try Supervised("sys.exit(1)") { .failure(TokenError(reason: "pass: not found")) }
    #expect(
      supervised.wait { $0 == .away(.noToken(TokenError(reason: "pass: not found")), retryAfter: 10) } != nil)
  }

  @Test(arguments: [
    ("say(read(), result={**MANIFEST, 'version': 2}); read()", "it speaks version 2, which was not offered"),
    (
      "say(read(), result={}); read()",
      "result.version: expected a whole number from 0 to 9007199254740991, found nothing"
    ),
  ])
  func `An adapter that says of itself what cannot be used is not used`(script: String, reason: String) throws
  {
    let supervised = try Supervised(script)
    let found = supervised.wait { if case .away(.unusable, _?) = $0 { true } else { false } }
    #expect(found == .away(.unusable(reason), retryAfter: 10))
  }

  @Test func `A backend that is away for a while is left alone for so long`() throws {
    let supervised = try Supervised(
      "say(read(), error={'code': -32004, 'message': 'no route', 'data': {'retryAfterSeconds': 600}}); read()"
    )
    let expected = DeskConnection.away(
      .refused(.away(reason: "no route", retryAfterSeconds: 600)), retryAfter: 600_000)
    #expect(supervised.wait { $0 == expected } != nil)
    #expect(supervised.call(.agents) == .failure(.notSent(.closed)))
  }

  @Test func `What a call costs is waited for where the backend has a budget`() throws {
    let supervised = try Supervised(
      """
      say(read(), result={**MANIFEST, "bounds": {"requestsPerMinute": 1000000}})
      say(read(), result={"assignees": []}, budget={"requests": 0, "resetSeconds": 1})
      before = time.monotonic()
      call = read()
      sys.stderr.write("waited\\n" if time.monotonic() - before > 0.5 else "at once\\n")
      say(call, result={"assignees": []}); read()
      """)
    supervised.wait(for: Supervised.isUp)
    _ = supervised.call(.agents)
    _ = supervised.call(.agents)
    supervised.supervisor.close()
    supervised.wait { $0 == .closed }
    while supervised.supervisor.log.count == 0 { SystemClock.sleep(milliseconds: 5) }
    #expect(supervised.supervisor.log.lines.map(\.string) == ["waited"])
  }
}
