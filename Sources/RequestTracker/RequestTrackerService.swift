package import AdapterProtocol
package import AdapterServing
package import DeskModel
import Dispatch
import Synchronization

/// Answers the calls of a console from Request Tracker 5 by its REST interface 2.0.
package final class RequestTrackerService: AdapterService {
  private let transport: @Sendable (RTSettings) -> any HTTPTransport
  private let clock: @Sendable () -> Timestamp
  private let session = Mutex<RTSession?>(nil)
  private let uploads = Mutex<UploadStore?>(nil)
  private let files = AttachmentReader()
  private let keys = KnownKeys()
  private let work = DispatchQueue(label: "calls", attributes: .concurrent)

  /// Makes a service; `transport` makes the way to RT from the settings.
  package init(
    transport: @escaping @Sendable (RTSettings) -> any HTTPTransport,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.transport = transport
    self.clock = clock
  }

  package func initialize(_ params: InitializeParams, version: Int, token: Secret?, reply: OpenCall) {
    work.async { [self] in
      do throws(AdapterFault) {
        let settings = try RTSettings(params.settings)
        guard let token, !token.value.isEmpty else {
          throw .unauthorized(reason: "RT needs an authentication token (Settings, Auth Tokens)")
        }
        guard token.value.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
          throw .unauthorized(
            reason: "the token holds what no token of RT holds, such as a space or a line end")
        }
        let client = RTClient(transport(settings), token: token, host: settings.host).for(reply)
        let session = try RTSession(settings: settings, token: token, client: client)
        self.session.withLock { $0 = session }
        uploads.withLock { $0 = $0 ?? UploadStore(fileLimit: settings.attachmentBytes) }
        reply.answer(
          .initialize(
            RTManifest.manifest(
              version: version, settings: settings, me: session.me, statuses: session.statuses)))
      } catch { reply.fail(error) }
    }
  }

  package func serve(_ call: AdapterCall, reply: OpenCall) {
    work.async { [self] in
      do throws(AdapterFault) {
        guard let session = session.withLock({ $0 }), let uploads = uploads.withLock({ $0 }) else {
          throw .notInitialized
        }
        guard call.method == .apply else {
          return reply.answer(try answer(call, session.parts(for: reply, uploads: uploads)))
        }
        // Taken back, it is not begun; once begun, it is done and looked at to the end.
        guard !reply.isCancelled else { throw .cancelled }
        reply.answer(try answer(call, session.parts(for: nil, uploads: uploads)))
      } catch { reply.fail(Self.named(error, call)) }
    }
  }

  /// Answers a call with the parts that are bound to it.
  func answer(_ call: AdapterCall, _ parts: RTParts) throws(AdapterFault) -> AdapterAnswer {
    switch call {
    case .queues: return .queues(QueueList(try parts.queues.list()))
    case .agents: return .agents(AssigneeList(try parts.agents.agents()))
    case .conversations(let params):
      return .conversations(try parts.lister(now: clock()).conversations(params))
    case .conversation(let params): return .conversation(try parts.tickets.conversation(params.conversation))
    case .thread(let params):
      return .thread(try parts.history.page(params, ticket: try parts.tickets.ticket(params.conversation)))
    case .contact(let params): return .contact(try parts.contacts.page(params))
    case .templates(let params): return .templates(try TemplateReader(client: parts.client).page(params))
    case .attachment(let params): return .attachment(try files.piece(params, client: parts.client))
    case .upload(let params):
      return .upload(UploadProgress(received: try parts.uploads.put(params, now: clock())))
    case .search(let params):
      return .search(SearchResult(try parts.lister(now: clock()).search(params.request)))
    case .apply(let intent): return .apply(try apply(intent, parts))
    case .reconcile(let params): return .reconcile(try reconcile(params, parts))
    case .changes(let params):
      return .changes(
        try ChangeFeed(client: parts.client, settings: parts.session.settings, now: clock()).changes(params))
    case .initialize, .preview, .presence, .shutdown: throw .unknownMethod(call.method.rawValue)
    }
  }

  private func apply(_ intent: BackendIntent, _ parts: RTParts) throws(AdapterFault) -> ApplyOutcome {
    switch keys.begin(intent, now: clock()) {
    case .done(let outcome): return outcome
    case .running: return .unknown(reason: "the same is being done at this moment")
    case .mixedUp: return .invalid(field: "clientKey", reason: "this key was used for something else")
    case .begin: break
    case .look(let attemptedAt):
      do throws(AdapterFault) {
        let found = try parts.reconciler(others: keys.entries(besides: intent.clientKey), now: clock())
          .reconcile(intent, attemptedAt: attemptedAt)
        if case .known(let outcome) = found {
          keys.end(intent.clientKey, outcome)
          return outcome
        }
        keys.beginAnew(intent.clientKey, now: clock())
      } catch {
        let outcome = ApplyOutcome.unknown(reason: error.message)
        keys.end(intent.clientKey, outcome)
        return outcome
      }
    }
    do throws(AdapterFault) {
      let outcome = try parts.writer().apply(intent)
      keys.end(intent.clientKey, outcome)
      return outcome
    } catch {
      keys.end(intent.clientKey, .failed(reason: error.message))
      throw error
    }
  }

  private func reconcile(_ params: ReconcileParams, _ parts: RTParts) throws(AdapterFault) -> Reconciliation {
    switch keys.outcome(params.intent.clientKey) {
    case .applied(let facts)?: return .known(.applied(facts))
    case .partial(let reports, let facts)?: return .known(.partial(reports, facts))
    case nil, .accepted?, .conflict?, .denied?, .invalid?, .moved?, .failed?, .busy?, .unknown?: break
    }
    let others = keys.entries(besides: params.intent.clientKey)
    let found = try parts.reconciler(others: others, now: clock())
      .reconcile(params.intent, attemptedAt: params.attemptedAt)
    if case .known(let outcome) = found { keys.end(params.intent.clientKey, outcome) }
    return found
  }

  /// A fault with the id that was asked for, where the client did not know it.
  private static func named(_ fault: AdapterFault, _ call: AdapterCall) -> AdapterFault {
    guard case .notFound(_, "") = fault else { return fault }
    switch call {
    case .conversation(let params): return .notFound(.conversation, id: params.conversation.rawValue)
    case .thread(let params): return .notFound(.conversation, id: params.conversation.rawValue)
    case .apply(let intent): return .notFound(.conversation, id: intent.conversation.rawValue)
    case .reconcile(let params): return .notFound(.conversation, id: params.intent.conversation.rawValue)
    case .contact(let params): return .notFound(.contact, id: params.contact.rawValue)
    case .attachment(let params): return .notFound(.attachment, id: params.attachment.rawValue)
    case .conversations(let params): return .notFound(.queue, id: params.queue?.rawValue ?? "all")
    case .initialize, .queues, .agents, .templates, .preview, .upload, .search, .presence, .changes,
      .shutdown:
      return .away(
        reason: "RT does not know a part of its own interface that is needed", retryAfterSeconds: nil)
    }
  }
}
