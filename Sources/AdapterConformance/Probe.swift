import AdapterProtocol
import DeskModel
import SystemCalls

/// What a check works with: the adapter, begun when it is needed, and what was read of its desk so far.
///
/// It is used by one thread.
final class Probe {
  let subject: ConformanceSubject
  let surroundings: ConformanceSurroundings
  let transcript: Transcript
  /// What `initialize` was answered first.
  private(set) var first: Exchange?
  /// What the adapter says of itself; nil when that could not be read.
  private(set) var known: Manifest?
  private var running: ProbedAdapter?
  private var wishes = 0
  private var readRows: [ConversationRow]?
  private var readThreads: [ReadThread]?

  /// A token that is nobody's, where the person gives none.
  var canary: String { subject.token?.value ?? "sapa-canary-\(surroundings.run)" }

  init(_ subject: ConformanceSubject, _ surroundings: ConformanceSurroundings) {
    self.subject = subject
    self.surroundings = surroundings
    transcript = Transcript(token: subject.token?.value ?? "sapa-canary-\(surroundings.run)")
  }

  // MARK: - Processes

  /// Starts the first process and asks for the manifest.
  ///
  /// - Throws: why there is no process.
  func open() throws(SystemError) {
    let adapter = try launch()
    let exchange = initialize(adapter)
    first = exchange
    known = try? exchange.value(.initialize) { answer in
      guard case .initialize(let manifest) = answer else { return nil }
      return manifest
    }
    // One that does not begin may not end either.
    if known == nil { adapter.kill() } else { running = adapter }
  }

  private func launch(secret: String? = nil) throws(SystemError) -> ProbedAdapter {
    try ProbedAdapter(
      subject.command, secret: secret ?? subject.token?.value, transcript: transcript,
      patience: subject.patience)
  }

  /// A process of its own, to which nothing has been said.
  func start(secret: String? = nil) throws(Finding) -> ProbedAdapter {
    do throws(SystemError) { return try launch(secret: secret) } catch {
      throw .skipped("the program could not be started again: \(error.reason)")
    }
  }

  /// What `initialize` is given.
  func initializeParams(versions: [Int] = [ProtocolLimits.version]) -> InitializeParams {
    InitializeParams(
      versions: versions, client: ProgramName(name: "sapa adapter check", version: "1"),
      token: subject.token.map { _ in .descriptor(3) }, settings: subject.settings)
  }

  /// Begins.
  @discardableResult
  func initialize(_ adapter: ProbedAdapter) -> Exchange {
    let id = adapter.nextID()
    // It cannot be longer than a line: the settings were read from one.
    let line = (try? AdapterMessage.call(id, .initialize(initializeParams())).line()) ?? []
    return adapter.send(line, id: id)
  }

  /// A process that has been begun and is used by one check after the other.
  func session() throws(Finding) -> ProbedAdapter {
    _ = try manifest()
    if let running, !running.hasEnded { return running }
    let adapter = try startInitialized()
    running = adapter
    return adapter
  }

  /// A process of its own that has been begun.
  func startInitialized() throws(Finding) -> ProbedAdapter {
    _ = try manifest()
    let adapter = try start()
    _ = try initialize(adapter).answer(to: .initialize)
    return adapter
  }

  /// Ends the process in good order and begins another.
  func restart() throws(Finding) -> ProbedAdapter {
    running?.finish()
    running = nil
    return try session()
  }

  /// Ends the process that is used, because nobody knows what it will say next.
  func discardSession() {
    running?.kill()
    running = nil
  }

  /// Ends what runs.
  func close() {
    running?.finish()
    running = nil
  }

  // MARK: - What the adapter offers

  func manifest() throws(Finding) -> Manifest {
    guard let known else {
      throw .skipped("there is no manifest: see start.answers and manifest.readable")
    }
    return known
  }

  /// Goes on only when the manifest names the call.
  func need(_ method: AdapterMethod) throws(Finding) {
    guard try manifest().methods.contains(method) else {
      throw .notApplicable("the manifest does not name \(method.rawValue)")
    }
  }

  /// Goes on only when the manifest names the step.
  func need(_ step: StepName) throws(Finding) {
    guard try manifest().write.steps.contains(step) else {
      throw .notApplicable("the manifest does not name the step \(step.rawValue)")
    }
  }

  /// Calls in the process that is used.
  func ask(_ call: AdapterCall) throws(Finding) -> Exchange { try session().call(call) }

  // MARK: - What was read before

  /// A word that stands in nothing else; each is given once.
  func makeMarker() -> String {
    wishes += 1
    return "sapa-test-\(surroundings.run)-\(wishes)"
  }

  /// Some rows of the desk, at least one.
  func rows() throws(Finding) -> [ConversationRow] {
    if readRows == nil {
      do throws(Finding) {
        readRows = Array(try conversations(ConversationsParams(limit: 100), most: 2).items.prefix(200))
      } catch { throw error.asSkipped("conversations.readable") }
    }
    guard let readRows, !readRows.isEmpty else {
      throw .skipped("the desk shows no conversation")
    }
    return readRows
  }

  /// The threads of some conversations, at least one.
  func threads() throws(Finding) -> [ReadThread] {
    if let readThreads { return readThreads }
    let order = try manifest().read.orders[0]
    var result: [ReadThread] = []
    for id in try sampledConversations() {
      do throws(Finding) {
        result.append(try thread(id, order: order, limit: 100, most: 5))
      } catch { throw error.asSkipped("thread.readable") }
    }
    readThreads = result
    return result
  }

  /// The first rows, some from the whole length of the list, and what may be written: new ones alone have little in them.
  private func sampledConversations() throws(Finding) -> [ConversationID] {
    let rows = try rows()
    let spread = stride(from: 0, to: rows.count, by: max(1, rows.count / 6)).map { rows[$0].summary.id }
    var seen: Set<ConversationID> = []
    return (rows.prefix(4).map(\.summary.id) + spread + subject.writable).filter { seen.insert($0).inserted }
  }

  /// Forgets what was read, because something was written.
  func forgetReading() { (readRows, readThreads) = (nil, nil) }
}
