import AdapterProtocol
import DeskModel
import Foundation
import Testing

@testable import AdapterServing

@Suite("Serving the adapter protocol over pipes")
struct AdapterServerTests {
  private static let found = AdapterCall.conversation(ConversationParams("c-1"))
  private static let record = AdapterAnswer.conversation(
    ConversationRecord(Conversation(id: "c-1", contact: Contact(id: "u-1"))))
  private static let intent = BackendIntent(
    clientKey: "k", conversation: "c-1", by: Agent(id: "a", name: "A"),
    steps: [.say(Saying("hello", audience: .customer))])

  private func isDenied(_ console: ServedConsole) throws -> (RequestID?, AdapterFault) {
    try #require(try console.nextFault())
  }

  @Test("Calls are answered, and at the end of its input it ends")
  func answers() throws {
    let console = ServedConsole(ScriptedService { _ in .success(Self.record) })
    try console.initialize()
    try console.send(Self.found, id: 1)
    #expect(
      try console.nextText()
        == #"{"jsonrpc":"2.0","id":1,"result":{"id":"c-1","shape":"dialog","channel":"chat","status":"open","contact":{"id":"u-1"}}}"#
    )
    try console.send(.shutdown, id: 2)
    #expect(try console.nextText() == #"{"jsonrpc":"2.0","id":2,"result":{}}"#)
    try console.closeInput()
    #expect(console.nextLine() == nil)
    #expect(console.hasEnded())
  }

  @Test("Nothing is answered before initialize, and nothing while it is asked anew")
  func order() throws {
    let service = ScriptedService { _ in .success(Self.record) }
    let console = ServedConsole(service)
    try console.send(Self.found, id: 1)
    #expect(try isDenied(console) == (.number(1), .notInitialized))
    try console.initialize()
    try console.send(.initialize(ServedConsole.params(.inline(Secret("expired")))), id: 2)
    #expect(try isDenied(console) == (.number(2), .unauthorized(reason: "the token has expired")))
    try console.send(Self.found, id: 3)
    #expect(try isDenied(console) == (.number(3), .notInitialized))
    try console.initialize()
    try console.send(Self.found, id: 4)
    guard case .answer(.number(4), _) = try console.next() else {
      Issue.record("no answer after the second beginning")
      return
    }
  }

  @Test("The version is agreed, or those that are known are told")
  func version() throws {
    let console = ServedConsole(ScriptedService())
    try console.send(.initialize(ServedConsole.params(versions: [9, 8])), id: 1)
    #expect(try isDenied(console) == (.number(1), .unsupportedVersion(known: [1])))
    try console.send(.initialize(ServedConsole.params(versions: [9, 1])), id: 2)
    guard case .answer(.number(2), let answer) = try console.next(),
      case .initialize(let manifest) = try answer.answer(to: .initialize)
    else {
      Issue.record("no manifest")
      return
    }
    #expect(manifest.version == 1)
  }

  @Test("A call that the manifest does not name is refused without the service")
  func unnamed() throws {
    let console = ServedConsole(ScriptedService { _ in .success(Self.record) })
    try console.initialize()
    try console.send(.queues, id: 1)
    #expect(try isDenied(console) == (.number(1), .unknownMethod("queues")))
    try console.send(line: #"{"jsonrpc":"2.0","id":2,"method":"fly","params":{}}"#)
    #expect(try isDenied(console) == (.number(2), .unknownMethod("fly")))
  }

  @Test(
    "A line that cannot be read is answered, and the next one served",
    arguments: [
      ("", nil, -32_700), ("{", nil, -32_700), ("nonsense", nil, -32_700), ("[]", nil, -32_600),
      ("{}", nil, -32_600), ("\"x\"", nil, -32_600),
      (#"{"jsonrpc":"1.0","id":7,"method":"queues"}"#, 7, -32_600),
      (#"{"jsonrpc":"2.0","id":null,"method":"queues"}"#, nil, -32_600),
      (#"{"jsonrpc":"2.0","id":7,"method":"thread","params":{}}"#, 7, -32_602),
      (#"{"jsonrpc":"2.0","id":7,"method":"thread","params":[]}"#, 7, -32_602),
      (#"{"jsonrpc":"2.0","id":7,"id":8,"method":"queues"}"#, nil, -32_600),
      (String(repeating: "[", count: 200), nil, -32_700),
    ] as [(String, Int?, Int)])
  func unreadable(line: String, id: Int?, code: Int) throws {
    let console = ServedConsole(ScriptedService { _ in .success(Self.record) })
    try console.initialize()
    try console.send(line: line)
    let fault = try #require(try console.nextFault())
    #expect(fault.0 == id.map { .number($0) })
    #expect(fault.1.code == code)
    try console.send(Self.found, id: 1)
    guard case .answer(.number(1), _) = try console.next() else {
      Issue.record("nothing is served after \(line)")
      return
    }
  }

  @Test("Bytes that are no UTF-8 and lines of more than 8 MiB are answered without an id")
  func hostileBytes() throws {
    let console = ServedConsole(ScriptedService { _ in .success(Self.record) })
    try console.initialize()
    try console.send([0xFF, 0xFE, 0x0A])
    #expect(try isDenied(console).1.code == -32_700)
    try console.send([UInt8](repeating: 0x20, count: ProtocolLimits.lineBytes + 1) + [0x0A])
    #expect(try isDenied(console) == (nil, .tooLarge(limit: ProtocolLimits.lineBytes)))
    try console.send(Self.found, id: 1)
    guard case .answer = try console.next() else {
      Issue.record("nothing is served after a line that was too long")
      return
    }
  }

  @Test("What nobody answers, notifications and answers to nobody, says nothing")
  func silence() throws {
    let console = ServedConsole(ScriptedService { _ in .success(Self.record) })
    try console.initialize()
    for line in [
      #"{"jsonrpc":"2.0","method":"wave","params":{}}"#, #"{"jsonrpc":"2.0","id":9,"result":{}}"#,
      #"{"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"x"}}"#,
      #"{"jsonrpc":"2.0","method":"cancel","params":{"id":77}}"#,
    ] { try console.send(line: line) }
    try console.send(.shutdown, id: 1)
    #expect(try console.nextText() == #"{"jsonrpc":"2.0","id":1,"result":{}}"#)
  }

  @Test("Several calls are open, are answered in any order, and each is told of its own cancel")
  func several() throws {
    let service = ScriptedService()
    let console = ServedConsole(service)
    try console.initialize()
    try console.send(Self.found, id: 1)
    try console.send(.changes(ChangesParams()), id: 2)
    let (first, second) = (try service.held.take(), try service.held.take())
    try console.send(line: #"{"jsonrpc":"2.0","method":"cancel","params":{"id":2}}"#)
    let isTold = DispatchSemaphore(value: 0)
    second.onCancel { isTold.signal() }
    #expect(isTold.wait(timeout: .now() + 30) == .success)
    #expect(second.isCancelled && !first.isCancelled)
    second.fail(.cancelled)
    second.answer(.changes(ChangesPage(next: "x")))
    #expect(try isDenied(console) == (.number(2), .cancelled))
    first.answer(Self.record)
    guard case .answer(.number(1), _) = try console.next() else {
      Issue.record("the first call has no answer")
      return
    }
  }

  @Test("An id that is open already is refused, and the open call is answered all the same")
  func doubledID() throws {
    let service = ScriptedService()
    let console = ServedConsole(service)
    try console.initialize()
    try console.send(Self.found, id: 1)
    let open = try service.held.take()
    try console.send(Self.found, id: 1)
    let fault = try isDenied(console)
    #expect(fault.0 == nil && fault.1.code == -32_600)
    open.answer(Self.record)
    guard case .answer(.number(1), _) = try console.next() else {
      Issue.record("the first call has no answer")
      return
    }
  }

  @Test("A call that the service drops, or answers as another one, is a failure and not a silence")
  func dropped() throws {
    let service = ScriptedService()
    let console = ServedConsole(service)
    try console.initialize()
    try console.send(.apply(Self.intent), id: 1)
    do { _ = try service.held.take() }
    #expect(try isDenied(console).1.code == -32_603)
    try console.send(.apply(Self.intent), id: 2)
    try service.held.take().answer(.queues(QueueList([])))
    #expect(try isDenied(console).1.code == -32_603)
  }

  @Test("An answer that does not fit into a line becomes a fault; only where it says so was nothing done")
  func tooLong() throws {
    let long = String(repeating: "x", count: ProtocolLimits.lineBytes)
    let service = ScriptedService()
    let console = ServedConsole(service)
    try console.initialize()
    try console.send(Self.found, id: 1)
    try service.held.take().answer(
      .conversation(ConversationRecord(Conversation(id: "c", subject: long, contact: Contact(id: "u")))))
    #expect(try isDenied(console) == (.number(1), .tooLarge(limit: ProtocolLimits.lineBytes)))
    for (id, outcome, saysNothing) in [
      (2, ApplyOutcome.denied(reason: long), true), (3, .unknown(reason: long), false),
      (4, .partial([StepReport(step: 0, .applied, reason: long)], AppliedFacts()), false),
    ] {
      try console.send(.apply(Self.intent), id: id)
      try service.held.take().answer(.apply(outcome))
      #expect(try isDenied(console).1.saysNothingWasDone == saysNothing)
    }
    try console.send(Self.found, id: 5)
    try service.held.take().fail(.denied(reason: long))
    #expect(try isDenied(console) == (.number(5), .tooLarge(limit: ProtocolLimits.lineBytes)))
  }

  @Test("At the end of the input reading is cancelled, and what is being done is finished first")
  func ending() throws {
    let service = ScriptedService()
    let console = ServedConsole(service)
    try console.initialize()
    try console.send(.changes(ChangesParams(waitSeconds: 60)), id: 1)
    try console.send(.apply(Self.intent), id: 2)
    let (changes, apply) = (try service.held.take(), try service.held.take())
    // A line without its end was cut: it is not done.
    try console.send(Array(try AdapterMessage.call(.number(3), .apply(Self.intent)).line()))
    try console.closeInput()
    let isTold = DispatchSemaphore(value: 0)
    changes.onCancel { isTold.signal() }
    #expect(isTold.wait(timeout: .now() + 30) == .success)
    #expect(!apply.isCancelled)
    changes.fail(.cancelled)
    #expect(try isDenied(console) == (.number(1), .cancelled))
    apply.answer(.apply(.applied(AppliedFacts())))
    guard case .answer(.number(2), _) = try console.next() else {
      Issue.record("what was begun was not answered")
      return
    }
    #expect(console.nextLine() == nil)
    #expect(console.hasEnded())
  }

  @Test("A console that has died keeps nothing from ending")
  func death() throws {
    let service = ScriptedService { _ in .success(Self.record) }
    let console = ServedConsole(service)
    try console.initialize()
    try console.closeOutput()
    for id in 1...20 { try console.send(Self.found, id: id) }
    try console.closeInput()
    #expect(console.hasEnded())
  }
}
