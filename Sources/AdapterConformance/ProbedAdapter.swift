import AdapterProtocol
import Dispatch
import JSONText
import Synchronization
import SystemCalls

/// A process of the adapter that is looked at.
///
/// What it writes is read at once, on threads of its own; what it does not read holds nobody up but another thread.
final class ProbedAdapter: Sendable {
  private struct Open: Sendable {
    var last = 0
    var calls: Set<RequestID> = []
  }

  private let process: PipedProcess
  private let inbox = Inbox()
  private let open = Mutex(Open())
  private let writer = DispatchQueue(label: "adapter.input")
  /// Milliseconds that an answer may take.
  let patience: Int

  /// Starts the program, with `secret` on its descriptor 3.
  init(
    _ command: [String], secret: String?, transcript: Transcript, patience: Int
  ) throws(SystemError) {
    process = try PipedProcess(command, secret: secret.map { Array($0.utf8) })
    self.patience = patience
    // The threads end with the process; they hold it, not this object.
    let (process, inbox) = (process, inbox)
    let forget: @Sendable (RequestID) -> Bool = { [weak self] id in
      self?.open.withLock { $0.calls.remove(id) != nil } ?? true
    }
    DispatchQueue(label: "adapter.output").async {
      var framer = LineFramer()
      while let bytes = try? process.read(limit: 65_536), !bytes.isEmpty {
        for framed in framer.append(bytes) {
          let line = HeardLine(framed)
          transcript.hear(line, isAsked: line.id.map(forget) ?? false)
          if !inbox.put(line) { process.kill() }
        }
      }
      inbox.endOutput()
    }
    DispatchQueue(label: "adapter.errors").async {
      var before: [UInt8] = []
      while let bytes = try? process.readErrors(limit: 65_536), !bytes.isEmpty {
        transcript.hear(errors: bytes, after: before)
        inbox.put(errors: bytes)
        before = Array((before + bytes).suffix(1_024))
      }
      inbox.endErrors()
    }
    DispatchQueue(label: "adapter.end").async { inbox.end(try? process.wait()) }
  }

  deinit { process.kill() }

  /// The process id, which is that of its session.
  var identifier: Int32 { process.identifier }

  private var deadline: Int64 { SystemClock.monotonicMilliseconds() + Int64(patience) }

  // MARK: - Writing

  /// A number that no call of this process has yet.
  func nextID() -> RequestID {
    .number(
      open.withLock {
        $0.last += 1
        return $0.last
      })
  }

  /// Writes bytes as they are, later; `asking` are the calls among them.
  func write(_ bytes: [UInt8], asking ids: [RequestID] = []) {
    open.withLock { $0.calls.formUnion(ids) }
    writer.async { [process] in
      // A reader that has gone is seen at its output.
      try? process.write(bytes)
    }
  }

  /// Ends its input, after what was written before.
  func closeInput() { writer.async { [process] in process.closeInput() } }

  /// Waits until all that was written has been taken.
  ///
  /// - Returns: false when it was not within the time.
  func flush() -> Bool {
    let isDone = DispatchSemaphore(value: 0)
    writer.async { isDone.signal() }
    return isDone.wait(timeout: .now() + .milliseconds(patience)) == .success
  }

  // MARK: - Exchanges

  /// Calls and waits for the answer.
  func call(_ call: AdapterCall, id: RequestID? = nil) throws(Finding) -> Exchange {
    let id = id ?? nextID()
    do throws(ProtocolError) {
      return send(try AdapterMessage.call(id, call).line(), id: id)
    } catch { throw .skipped("the call would be longer than a line") }
  }

  /// Calls with parameters that the codec would not write.
  func call(_ method: String, _ params: String, id: RequestID? = nil) -> Exchange {
    let id = id ?? nextID()
    return send(RawCall.line(id, method, params), id: id)
  }

  /// Sends a line, which may be anything, and waits for what answers it.
  func send(_ line: [UInt8], id: RequestID?) -> Exchange {
    write(line + [0x0A], asking: id.map { [$0] } ?? [])
    return awaitAnswer(to: id, sent: line)
  }

  /// Waits for the answer to a call, or for one without an id.
  func awaitAnswer(to id: RequestID?, sent: [UInt8], within milliseconds: Int? = nil) -> Exchange {
    let until = milliseconds.map { SystemClock.monotonicMilliseconds() + Int64($0) } ?? deadline
    let heard = inbox.take(until: until) { line in
      line.isAnonymous || (line.id != nil && line.id == id)
    }
    return Exchange(
      sent: Shortened.text(sent), heard: heard, silence: heard == nil ? silence(milliseconds) : "")
  }

  /// Waits for the next line, whatever it is.
  func awaitLine(sent: [UInt8]) -> Exchange {
    let heard = inbox.take(until: deadline) { _ in true }
    return Exchange(sent: Shortened.text(sent), heard: heard, silence: heard == nil ? silence(nil) : "")
  }

  /// Why nothing came, and what it last said to people.
  private func silence(_ milliseconds: Int?) -> String {
    // Where its output has ended, its end is near.
    let ending = inbox.ending ?? (inbox.hasEndedOutput ? inbox.ending(until: deadline) : nil)
    let errors = ending == nil ? inbox.errors : inbox.lastErrors(until: deadline)
    let text = String(decoding: errors.suffix(200), as: UTF8.self)
    let said = text.isEmpty ? "" : "; the end of its standard error: \(text)"
    if let ending { return "the adapter ended \(Self.words(ending))" + said }
    return "nothing within \(Self.seconds(milliseconds ?? patience))" + said
  }

  // MARK: - Ending

  /// How it ends; nil when it does not within the time.
  func ending() -> ChildEnding? { inbox.ending(until: deadline) }

  /// Whether it has ended.
  var hasEnded: Bool { inbox.ending != nil }

  /// Ends it at once and waits for that.
  func kill() {
    process.kill()
    _ = inbox.ending(until: deadline)
  }

  /// Closes its input, and ends it when it does not end then.
  func finish() {
    closeInput()
    if ending() == nil { kill() }
  }

  /// Such as `with exit code 3`.
  static func words(_ ending: ChildEnding) -> String {
    switch ending {
    case .code(let code): "with exit code \(code)"
    case .signal(let number): "by signal \(number)"
    }
  }

  static func seconds(_ milliseconds: Int) -> String {
    milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
  }
}

/// Calls that the codec would not write.
enum RawCall {
  /// A call with parameters as they are.
  static func line(_ id: RequestID, _ method: String, _ params: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("jsonrpc", "2.0")
    writer.key("id")
    switch id {
    case .number(let number): writer.int(number)
    case .text(let text): writer.string(text)
    }
    writer.member("method", method)
    writer.key("params")
    writer.raw(Array(params.utf8))
    writer.endObject()
    return writer.bytes
  }

  /// A text as JSON.
  static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
