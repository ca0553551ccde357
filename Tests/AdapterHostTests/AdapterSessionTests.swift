import AdapterHost
import AdapterProtocol
import DeskModel
import Testing
import TextLayout

private let agents = AdapterCall.agents
private let nobody = Result<CallAnswer, CallFailure>.success(CallAnswer(.agents(AssigneeList([]))))

/// What a session makes of a program that does as it should, and of one that does not.
struct AdapterSessionTests {
  @Test func `Answers find their calls in whatever order they come`() throws {
    let adapter = try ScriptedAdapter(
      """
      first, second = read(), read()
      answer(second, {"queues": []})
      answer(first, {"assignees": []})
      read()
      """)
    adapter.session.setConcurrentCalls(2)
    let one = adapter.begin(.agents)
    let two = adapter.begin(.queues)
    #expect(two() == .success(CallAnswer(.queues(QueueList([])))))
    #expect(one() == nobody)
  }

  @Test func `What is left of the budget comes with the answer`() throws {
    let adapter = try ScriptedAdapter(
      """
      call = read()
      say(json.dumps({"jsonrpc": "2.0", "id": call["id"], "result": {"assignees": []},
                      "budget": {"requests": 7, "resetSeconds": 60}}))
      """)
    let expected = CallAnswer(
      .agents(AssigneeList([])), budget: BudgetLeft(requests: 7, resetSeconds: 60))
    #expect(adapter.call(agents) == .success(expected))
  }

  @Test func `An adapter that takes one call at a time gets one at a time, sending first`() throws {
    let adapter = try ScriptedAdapter(
      """
      import select
      seen = []
      while len(seen) < 3:
          call = read(); seen.append(call["method"])
          early = select.select([sys.stdin], [], [], 0)[0]
          if early: sys.stderr.write("two at once\\n")
          answer(call, {"queues": []} if call["method"] == "queues" else {"assignees": []}
                 if call["method"] == "agents" else {"found": "nothing"})
      sys.stderr.write(" ".join(seen) + "\\n")
      """)
    let intent = BackendIntent(
      clientKey: "k", conversation: "c", by: Agent(id: "a", name: "A"), steps: [.status("open")])
    let first = adapter.begin(.queues, .background)
    let second = adapter.begin(.agents, .background)
    let third = adapter.begin(
      .reconcile(ReconcileParams(intent, attemptedAt: Timestamp(milliseconds: 0))), .sending)
    _ = (first(), second())
    #expect(third() == .success(CallAnswer(.reconcile(.nothing))))
    #expect(adapter.waitForEnd() == .exited(code: 0))
    #expect(adapter.log.lines.map(\.string) == ["queues reconcile agents"])
  }

  @Test func `A fault is told as it is`() throws {
    let adapter = try ScriptedAdapter(
      """
      call = read()
      say(json.dumps({"jsonrpc": "2.0", "id": call["id"], "error": {"code": -32008, "message": "not yours"}}))
      read()
      """)
    #expect(adapter.call(agents) == .failure(.fault(.denied(reason: "not yours"))))
  }

  @Test func `An answer of another kind fails its own call and no other`() throws {
    let adapter = try ScriptedAdapter(
      """
      answer(read(), {"assignees": 7})
      answer(read(), {"assignees": []})
      read()
      """)
    guard case .failure(.unreadable(.field(let path, _, _))) = adapter.call(agents) else {
      Issue.record("it was taken")
      return
    }
    #expect(path == "result.assignees")
    #expect(adapter.call(agents) == nobody)
  }

  @Test(arguments: [
    "nonsense", "[]", "\\xff", "{\\\"jsonrpc\\\":\\\"2.0\\\",\\\"id\\\":99,\\\"result\\\":{}}", "",
    "{\\\"jsonrpc\\\":\\\"2.0\\\",\\\"method\\\":\\\"hello\\\"}",
    "{\\\"jsonrpc\\\":\\\"2.0\\\",\\\"id\\\":null,\\\"error\\\":{\\\"code\\\":-32700,\\\"message\\\":\\\"x\\\"}}",
  ])
  func `A line that is nobody's answer is thrown away, and a flood of them ends the adapter`(line: String)
    throws
  {
    let adapter = try ScriptedAdapter(
      """
      call = read()
      for _ in range(3): os.write(1, b"\(line)\\n")
      answer(call, {"assignees": []})
      read()
      for _ in range(50): os.write(1, b"\(line)\\n")
      time.sleep(1000)
      """, limits: SessionLimits(strayLines: 20))
    #expect(adapter.call(agents) == nobody)
    #expect(adapter.call(agents) == .failure(.interrupted(.flooded(lines: 21))))
    #expect(adapter.waitForEnd() == .flooded(lines: 21))
  }

  @Test func `A line beyond the limit is thrown away while it comes`() throws {
    let adapter = try ScriptedAdapter(
      """
      call = read()
      for _ in range(12): os.write(1, b"x" * (1 << 20))
      os.write(1, b"\\n")
      answer(call, {"assignees": []})
      read()
      """)
    #expect(adapter.call(agents) == nobody)
  }

  @Test func `A call that is overdue is cancelled, and the adapter goes on if it answers then`() throws {
    let adapter = try ScriptedAdapter(
      """
      call = read(); cancel = read()
      assert cancel == {"jsonrpc": "2.0", "method": "cancel", "params": {"id": call["id"]}}
      answer(call, {"assignees": []})
      answer(read(), {"assignees": []})
      read()
      """)
    #expect(adapter.call(agents, deadline: 300) == .failure(.overdue(milliseconds: 300)))
    #expect(adapter.call(agents) == nobody)
  }

  @Test func `An adapter that does not even answer a cancelled call is ended`() throws {
    let adapter = try ScriptedAdapter(
      "while True: read()", limits: SessionLimits(deadline: 100, grace: 100))
    #expect(adapter.call(agents) == .failure(.overdue(milliseconds: 100)))
    #expect(adapter.waitForEnd() == .hung(.agents))
    #expect(adapter.call(agents) == .failure(.notSent(.hung(.agents))))
  }

  @Test func `An adapter that does not read keeps nobody waiting beyond the deadline`() throws {
    let adapter = try ScriptedAdapter(
      "time.sleep(1000)", limits: SessionLimits(deadline: 200, grace: 200))
    let text = String(repeating: "x", count: 4 << 20)
    let long = AdapterCall.contact(ContactParams(ContactID(text)))
    #expect(adapter.call(long) == .failure(.overdue(milliseconds: 200)))
    #expect(adapter.waitForEnd() == .hung(.contact))
  }

  @Test func `When the program ends, what was sent is uncertain and what was not is not`() throws {
    let adapter = try ScriptedAdapter("read(); sys.exit(3)")
    let first = adapter.begin(agents)
    let second = adapter.begin(agents)
    #expect(first() == .failure(.interrupted(.exited(code: 3))))
    #expect(second() == .failure(.notSent(.exited(code: 3))))
    #expect(CallFailure.interrupted(.exited(code: 3)).saysNothingWasDone == false)
    #expect(CallFailure.notSent(.exited(code: 3)).saysNothingWasDone)
  }

  @Test func `A program that was killed, or that closes its output, is ended`() throws {
    let killed = try ScriptedAdapter("read(); os.kill(os.getpid(), signal.SIGKILL)")
    #expect(killed.call(agents) == .failure(.interrupted(.killed(signal: 9))))
    let mute = try ScriptedAdapter("os.close(1); time.sleep(1000)", limits: SessionLimits(farewell: 100))
    #expect(mute.waitForEnd() == .killed(signal: 9))
  }

  @Test func `Closing lets the program finish what it has begun`() throws {
    let adapter = try ScriptedAdapter(
      """
      call = read()
      sys.stdin.read()
      answer(call, {"assignees": []})
      """)
    let call = adapter.begin(agents)
    adapter.session.close()
    #expect(call() == nobody)
    #expect(adapter.waitForEnd() == .closed)
  }

  @Test func `A program that ignores the end of its input is killed`() throws {
    let adapter = try ScriptedAdapter(
      "signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(1000)", limits: SessionLimits(farewell: 100))
    adapter.session.close()
    #expect(adapter.waitForEnd() == .closed)
  }

  @Test func `A call that is taken back before its turn never leaves us`() throws {
    let adapter = try ScriptedAdapter(
      """
      call = read(); cancel = read(); answer(call, {"assignees": []})
      if sys.stdin.readline(): sys.exit(9)
      """)
    let first = adapter.begin(agents)
    let second = adapter.begin(.queues)
    adapter.session.cancel(2)
    adapter.session.cancel(1)
    #expect(second() == .failure(.fault(.cancelled)))
    #expect(first() == nobody)
    adapter.session.close()
    #expect(adapter.waitForEnd() == .closed)
  }

  @Test func `The token comes by descriptor and never stands in the log`() throws {
    let adapter = try ScriptedAdapter(
      """
      token = os.fdopen(3).read()
      sys.stderr.write("using " + token + " as\\x1b[2J\\n")
      read()
      """, token: Secret("s3cret"))
    adapter.session.close()
    #expect(adapter.waitForEnd() == .closed)
    #expect(adapter.log.lines.map(\.string) == ["using (secret) as␛[2J"])
  }
}
