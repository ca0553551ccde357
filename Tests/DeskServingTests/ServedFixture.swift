import AdapterProtocol
import AdapterServing
import DeskModel
import DeskServing
import Foundation
import LocalDesk
import Synchronization
import SystemCalls
import TestSupport

/// A desk in a folder of its own that is served over pipes.
final class ServedFixture {
  static let me = Agent(id: "a-1", name: "Nastya")

  let scratch: ScratchFolder
  private let clock: SteppingClock

  var folder: String { scratch.path + "/desk" }

  /// Makes it with conversations, in the milliseconds from `start` on.
  init(_ lines: [String] = [line("c-1")], start: Int64 = 1_772_443_440_000) throws {
    scratch = try ScratchFolder()
    clock = SteppingClock(start)
    let desk = try open(access: .create)
    var reader = LineReader(Array(lines.map { $0 + "\n" }.joined().utf8))
    let report = try desk.importLines(from: &reader)
    precondition(report.taken == lines.count)
    desk.close()
  }

  func open(access: EmbeddedDeskAccess = .existing, me: Agent = me) throws(EmbeddedDeskError) -> EmbeddedDesk
  {
    try EmbeddedDesk(
      folder: folder, me: me, options: EmbeddedDeskOptions(access: access),
      clock: { [clock] in clock.next() }, makeID: { String(ProcessContext.random(), radix: 36) })
  }

  /// Serves the desk; the session ends with the value.
  func serve(
    me: Agent = ServedFixture.me, access: EmbeddedDeskAccess = .existing, trustsAgents: Bool = false,
    presenceSeconds: Int = 90
  ) throws -> ServedSession {
    let settings = ServingSettings(
      me: me, trustsAgents: trustsAgents, deskName: "shop", version: "1", presenceSeconds: presenceSeconds)
    let desk = try open(access: access, me: me)
    return ServedSession(DeskService(settings, temporaryFolder: scratch.path) { desk })
  }

  /// A conversation's line with entries of the customer, one a minute.
  static func line(
    _ id: String, contact: String = "u-1", entries: Int = 1, extra: String = "", text: String = "hello"
  ) -> String {
    let all = (0..<entries).map { number in
      let clock = "\(number / 60 < 10 ? "0" : "")\(number / 60):\(number % 60 < 10 ? "0" : "")\(number % 60)"
      return
        #"{"id":"e-\#(number)","at":"2026-03-01T\#(clock):00Z","author":{"kind":"customer","id":"\#(contact)"},"audience":"customer","text":"\#(text) \#(number)"}"#
    }
    return
      #"{"id":"\#(id)","contact":{"id":"\#(contact)","full":"Dewi Lestari"},"entries":[\#(all.joined(separator: ","))]\#(extra)}"#
  }
}

/// A clock that goes on by one second with each reading.
private final class SteppingClock: Sendable {
  private let milliseconds: Mutex<Int64>

  init(_ start: Int64) { milliseconds = Mutex(start) }

  func next() -> Timestamp {
    milliseconds.withLock { milliseconds in
      milliseconds += 1_000
      return Timestamp(milliseconds: milliseconds)
    }
  }
}

/// A service behind two pipes, and the client before them, which keeps them.
struct ServedSession {
  let client: DeskClient
  private let pipes: ServedPipes

  init(_ service: DeskService) {
    let pipes = ServedPipes(service)
    self.pipes = pipes
    client = DeskClient(read: { pipes.read() }, write: { try pipes.write($0) })
  }

  /// Ends the input and waits for the end of serving.
  func close() { pipes.close() }
}

/// A service that runs on a thread of its own until nobody needs it.
private final class ServedPipes {
  private let toServer = Pipe()
  private let fromServer = Pipe()
  private let end = DispatchSemaphore(value: 0)

  init(_ service: DeskService) {
    ProcessContext.ignoreBrokenPipes()
    let output = fromServer.fileHandleForWriting
    let server = AdapterServer(service, output: FileDescriptor(borrowing: output.fileDescriptor))
    Thread.detachNewThread { [toServer, end] in
      server.run(input: FileDescriptor(borrowing: toServer.fileHandleForReading.fileDescriptor))
      service.close()
      try? output.close()
      end.signal()
    }
  }

  deinit {
    close()
    end.signal()
  }

  func read() -> [UInt8] { Array(fromServer.fileHandleForReading.availableData) }

  func write(_ bytes: [UInt8]) throws {
    try toServer.fileHandleForWriting.write(contentsOf: Data(bytes))
  }

  func close() {
    try? toServer.fileHandleForWriting.close()
    end.wait()
    end.signal()
  }
}
