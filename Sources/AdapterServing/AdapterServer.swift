import AdapterProtocol
import Dispatch
import Synchronization
package import SystemCalls

/// The serving side of the adapter protocol: reads calls, has them answered, and writes the answers.
///
/// It keeps the rules that are the same for every adapter: lines that cannot be read are answered and read over, nothing
/// comes before `initialize`, the version is agreed, calls that the manifest does not name are refused, every call is
/// answered once, and nothing but messages is written.
package final class AdapterServer: Sendable {
  private struct Session {
    /// What may be called; nil before the answer of `initialize`.
    var methods: Set<AdapterMethod>?
    /// Calls without an answer yet.
    var open: [RequestID: OpenCallReference] = [:]
  }

  /// Weak, so that a call that the service drops answers itself.
  private struct OpenCallReference {
    weak var call: OpenCall?
  }

  private let service: any AdapterService
  private let versions: [Int]
  private let output: MessageOutput
  private let session = Mutex(Session())
  private let unanswered = DispatchGroup()

  /// Makes a server that writes to `output`, the standard output of an adapter.
  ///
  /// `versions` are those of the protocol that the service speaks.
  package init(
    _ service: any AdapterService, output: consuming FileDescriptor,
    versions: [Int] = [ProtocolLimits.version]
  ) {
    self.service = service
    self.output = MessageOutput(output)
    self.versions = versions
  }

  /// Serves until `input` ends, then waits until all calls that are open have their answers.
  ///
  /// At the end, calls other than `apply` are cancelled: nobody waits for them any more. A line that has no end by then
  /// was cut and is not read. Blocks the calling thread; broken pipes are to be ignored by the process.
  package func run(input: borrowing FileDescriptor) {
    var framer = LineFramer()
    while let bytes = try? input.read(limit: 1 << 16), !bytes.isEmpty {
      for framed in framer.append(bytes) {
        switch framed {
        case .line(let line): take(line)
        case .tooLong: output.write(.tooLarge(limit: ProtocolLimits.lineBytes), id: nil)
        }
      }
    }
    for call in openCalls() where call.method != .apply { call.cancel() }
    unanswered.wait()
  }

  private func openCalls() -> [OpenCall] { session.withLock { $0.open.values.compactMap(\.call) } }

  private func take(_ line: [UInt8]) {
    let message: IncomingMessage
    do { message = try IncomingMessage(line: line) } catch {
      return output.write(error.error.fault, id: error.id)
    }
    switch message {
    case .call(let id, let call): take(call, id: id)
    case .cancel(let id): session.withLock { $0.open[id]?.call }?.cancel()
    // We call nobody, so nothing can be an answer to us; an answer to it might go on for ever.
    case .unknownNotification, .answer, .fault: break
    }
  }

  private func take(_ call: AdapterCall, id: RequestID) {
    guard let reply = begin(call.method, id: id) else {
      return output.write(.invalidRequest(reason: "a call with this id is open already"), id: nil)
    }
    switch call {
    case .initialize(let params): initialize(params, reply: reply)
    case .shutdown: reply.answer(.shutdown)
    default:
      switch session.withLock({ $0.methods?.contains(call.method) }) {
      case nil: reply.fail(.notInitialized)
      case false?: reply.fail(.unknownMethod(call.method.rawValue))
      case true?: service.serve(call, reply: reply)
      }
    }
  }

  private func initialize(_ params: InitializeParams, reply: OpenCall) {
    session.withLock { $0.methods = nil }
    guard let version = params.agreedVersion(known: versions) else {
      return reply.fail(.unsupportedVersion(known: versions))
    }
    let token: Secret?
    do { token = try TokenReader.token(params.token) } catch { return reply.fail(error) }
    service.initialize(params, version: version, token: token, reply: reply)
  }

  /// Opens a call; nil when its id is that of an open one.
  private func begin(_ method: AdapterMethod, id: RequestID) -> OpenCall? {
    guard session.withLock({ $0.open[id] == nil }) else { return nil }
    unanswered.enter()
    let reply = OpenCall(method) { [self] result, budget in
      session.withLock { session in
        session.open[id] = nil
        if case .success(.initialize(let manifest)) = result { session.methods = Set(manifest.methods) }
      }
      output.write(result, id: id, budget: budget)
      unanswered.leave()
    }
    session.withLock { $0.open[id] = OpenCallReference(call: reply) }
    return reply
  }
}
