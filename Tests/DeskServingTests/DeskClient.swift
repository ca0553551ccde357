import AdapterProtocol
import DeskModel
import Synchronization
import Testing

/// The console's end of a served desk: asks, and waits for the answer to each call, in whatever order they come.
final class DeskClient {
  private let read: () throws -> [UInt8]
  private let write: ([UInt8]) throws -> Void
  private var framer = LineFramer()
  private var answers: [RequestID: Result<UnreadAnswer, AdapterFault>] = [:]
  private var methods: [RequestID: AdapterMethod] = [:]
  private var last = 0
  /// Faults without an id: lines that could not be read.
  private(set) var refusals: [AdapterFault] = []

  init(read: @escaping () throws -> [UInt8], write: @escaping ([UInt8]) throws -> Void) {
    self.read = read
    self.write = write
  }

  static let me = Agent(id: "a-client", name: "Client")

  /// Sends a call.
  func begin(_ call: AdapterCall) throws -> RequestID {
    last += 1
    let id = RequestID.number(last)
    methods[id] = call.method
    try send(AdapterMessage.call(id, call).line())
    return id
  }

  /// Takes a call back.
  func cancel(_ id: RequestID) throws { try send(AdapterMessage.cancel(id).line()) }

  /// Sends a line as it is.
  func send(_ line: [UInt8]) throws { try write(line + [0x0A]) }

  /// Waits for the answer to a call.
  func finish(_ id: RequestID) throws -> AdapterAnswer {
    while answers[id] == nil { try take() }
    let result = answers.removeValue(forKey: id)
    let answer = try #require(result).get()
    return try answer.answer(to: try #require(methods[id]))
  }

  /// Reads until a fault without an id is there.
  func nextRefusal() throws -> AdapterFault {
    while refusals.isEmpty { try take() }
    return refusals.removeFirst()
  }

  /// Asks and waits.
  func ask(_ call: AdapterCall) throws -> AdapterAnswer { try finish(begin(call)) }

  private func take() throws {
    let bytes = try read()
    guard !bytes.isEmpty else { throw End() }
    for case .line(let line) in framer.append(bytes) {
      switch try IncomingMessage(line: line) {
      case .answer(let id, let answer): answers[id] = .success(answer)
      case .fault(let id?, let fault): answers[id] = .failure(fault)
      case .fault(nil, let fault): refusals.append(fault)
      default: throw Unexpected(line: String(decoding: line, as: UTF8.self))
      }
    }
  }

  /// The server has gone.
  struct End: Error {}
  /// What a server never sends.
  struct Unexpected: Error { let line: String }
  /// Another answer than the call's.
  struct MixedUp: Error {}

  // MARK: - Calls

  @discardableResult
  func initialize(_ params: InitializeParams? = nil) throws -> Manifest {
    let params = params ?? InitializeParams(client: ProgramName(name: "test", version: "1"))
    guard case .initialize(let manifest) = try ask(.initialize(params)) else { throw MixedUp() }
    return manifest
  }

  func say(
    _ text: String, in id: ConversationID = "c-1", key: ClientKey, basedOn: SeenState? = nil,
    audience: Audience = .customer, by: Agent = me, uploads: [UploadID] = []
  ) throws -> ApplyOutcome {
    try apply(
      [.say(Saying(text, audience: audience, uploads: uploads))], to: id, key: key, basedOn: basedOn, by: by)
  }

  func apply(
    _ steps: [IntentStep], to id: ConversationID = "c-1", key: ClientKey, basedOn: SeenState? = nil,
    by: Agent = me
  ) throws -> ApplyOutcome {
    let intent = BackendIntent(clientKey: key, conversation: id, basedOn: basedOn, by: by, steps: steps)
    guard case .apply(let outcome) = try ask(.apply(intent)) else { throw MixedUp() }
    return outcome
  }

  func reconcile(_ steps: [IntentStep], to id: ConversationID = "c-1", key: ClientKey) throws
    -> Reconciliation
  {
    let intent = BackendIntent(clientKey: key, conversation: id, by: Self.me, steps: steps)
    let params = ReconcileParams(intent, attemptedAt: Timestamp(milliseconds: 0))
    guard case .reconcile(let found) = try ask(.reconcile(params)) else { throw MixedUp() }
    return found
  }

  func conversation(_ id: ConversationID = "c-1") throws -> ConversationRecord {
    guard case .conversation(let record) = try ask(.conversation(ConversationParams(id))) else {
      throw MixedUp()
    }
    return record
  }

  /// All entries of a thread, page by page, oldest first.
  func thread(
    _ id: ConversationID = "c-1", order: ThreadOrder = .oldestFirst, limit: Int = 1_000
  ) throws -> [EntryRecord] {
    var result: [EntryRecord] = []
    var cursor: PageCursor?
    repeat {
      let params = ThreadParams(id, order: order, cursor: cursor, limit: limit)
      guard case .thread(let page) = try ask(.thread(params)) else { throw MixedUp() }
      result = order == .oldestFirst ? result + page.entries : page.entries + result
      cursor = page.next
    } while cursor != nil
    return result
  }

  func conversations(_ params: ConversationsParams = ConversationsParams()) throws -> ConversationsPage {
    guard case .conversations(let page) = try ask(.conversations(params)) else { throw MixedUp() }
    return page
  }

  func changes(after: ChangeCursor?, limit: Int = 200, wait: Int = 0) throws -> ChangesPage {
    guard
      case .changes(let page) = try ask(
        .changes(ChangesParams(after: after, limit: limit, waitSeconds: wait)))
    else { throw MixedUp() }
    return page
  }

  /// Waits for changes until what they tell satisfies a condition.
  func changes(
    after: ChangeCursor, until isEnough: ([DeskChange]) -> Bool
  ) throws -> (changes: [DeskChange], next: ChangeCursor) {
    var (all, cursor): ([DeskChange], ChangeCursor) = ([], after)
    while !isEnough(all) {
      let page = try changes(after: cursor, wait: 60)
      all += page.changes
      cursor = page.next
    }
    return (all, cursor)
  }

  func presence(_ id: ConversationID?, _ activity: PresenceActivity = .reading) throws -> [Presence] {
    guard case .presence(let list) = try ask(.presence(PresenceParams(id, activity: activity))) else {
      throw MixedUp()
    }
    return list.present
  }

  /// The fault with which a call is answered; nil when it is answered well.
  func fault(_ call: AdapterCall) throws -> AdapterFault? {
    do {
      _ = try ask(call)
      return nil
    } catch let fault as AdapterFault { return fault }
  }
}
