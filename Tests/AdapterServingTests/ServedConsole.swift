import AdapterProtocol
import DeskModel
import Foundation
import Synchronization
import SystemCalls
import Testing

@testable import AdapterServing

/// A service that answers what a test tells it to; what it is told nothing about stays open in `held`.
final class ScriptedService: AdapterService {
  let answers: @Sendable (AdapterCall) -> Result<AdapterAnswer, AdapterFault>?
  let methods: [AdapterMethod]
  let held = HeldCalls()

  init(
    methods: [AdapterMethod] = AdapterMethod.indispensable + [.changes, .search],
    answers: @escaping @Sendable (AdapterCall) -> Result<AdapterAnswer, AdapterFault>? = { _ in nil }
  ) {
    self.methods = methods
    self.answers = answers
  }

  func initialize(_ params: InitializeParams, version: Int, token: Secret?, reply: OpenCall) {
    guard token?.value != "expired" else { return reply.fail(.unauthorized(reason: "the token has expired")) }
    // The desk's name lets a test see the token.
    reply.answer(.initialize(Self.manifest(version: version, desk: token?.value ?? "none", methods: methods)))
  }

  func serve(_ call: AdapterCall, reply: OpenCall) {
    switch answers(call) {
    case .success(let answer)?: reply.answer(answer)
    case .failure(let fault)?: reply.fail(fault)
    case nil: held.put(reply)
    }
  }

  static func manifest(version: Int, desk: String, methods: [AdapterMethod]) -> Manifest {
    Manifest(
      version: version, adapter: ProgramName(name: "scripted", version: "1"), desk: desk,
      me: Agent(id: "a-1", name: "Nastya"), methods: methods,
      audiences: AudienceAbilities(known: [.customer], echo: .route),
      write: WriteAbilities(
        steps: [.say], atomicity: .steps, idempotency: .none, concurrency: .none, authorship: .token),
      read: ReadAbilities(shape: .list, orders: [.oldestFirst], totals: .none, rights: .tried),
      statuses: StatusAbilities(model: .fixed, statuses: []), text: TextAbilities(formats: [.plain]),
      changes: ChangeAbilities(delivery: .none, loses: .silently))
  }
}

/// Calls that were not answered yet, handed from the server's thread to the test's.
final class HeldCalls: Sendable {
  private let calls = Mutex<[OpenCall]>([])
  private let count = DispatchSemaphore(value: 0)

  func put(_ call: OpenCall) {
    calls.withLock { $0.append(call) }
    count.signal()
  }

  /// The next one; waits for it.
  func take() throws -> OpenCall {
    try #require(count.wait(timeout: .now() + 30) == .success, "no call has come")
    return calls.withLock { $0.removeFirst() }
  }
}

/// A server on two pipes, seen from the console's end.
final class ServedConsole {
  private let toServer = Pipe()
  private let fromServer = Pipe()
  private let end = DispatchSemaphore(value: 0)
  private var framer = LineFramer()
  private var lines: [[UInt8]] = []

  init(_ service: any AdapterService) {
    ProcessContext.ignoreBrokenPipes()
    let output = fromServer.fileHandleForWriting
    let server = AdapterServer(service, output: FileDescriptor(borrowing: output.fileDescriptor))
    Thread.detachNewThread { [toServer, end] in
      server.run(input: FileDescriptor(borrowing: toServer.fileHandleForReading.fileDescriptor))
      try? output.close()
      end.signal()
    }
  }

  func send(_ bytes: [UInt8]) throws { try toServer.fileHandleForWriting.write(contentsOf: Data(bytes)) }

  func send(line text: String) throws { try send(Array(text.utf8) + [0x0A]) }

  func send(_ call: AdapterCall, id: Int) throws {
    try send(AdapterMessage.call(.number(id), call).line() + [0x0A])
  }

  func closeInput() throws { try toServer.fileHandleForWriting.close() }

  /// Ends reading: the console has died with its pipes.
  func closeOutput() throws { try fromServer.fileHandleForReading.close() }

  /// The next line; nil at the end.
  func nextLine() -> [UInt8]? {
    while lines.isEmpty {
      let bytes = fromServer.fileHandleForReading.availableData
      if bytes.isEmpty { return nil }
      for case .line(let line) in framer.append(bytes) { lines.append(line) }
    }
    return lines.removeFirst()
  }

  func nextText() throws -> String { String(decoding: try #require(nextLine()), as: UTF8.self) }

  /// The next answer or fault.
  func next() throws -> IncomingMessage { try IncomingMessage(line: try #require(nextLine())) }

  func nextFault() throws -> (RequestID?, AdapterFault)? {
    guard case .fault(let id, let fault) = try next() else { return nil }
    return (id, fault)
  }

  /// Begins; the manifest's desk is the token.
  func initialize(_ params: InitializeParams = ServedConsole.params()) throws {
    try send(.initialize(params), id: 0)
    guard case .answer = try next() else { throw Unexpected() }
  }

  func hasEnded() -> Bool { end.wait(timeout: .now() + 30) == .success }

  static func params(_ token: TokenSource? = nil, versions: [Int] = [1]) -> InitializeParams {
    InitializeParams(versions: versions, client: ProgramName(name: "test", version: "1"), token: token)
  }

  struct Unexpected: Error {}
}
