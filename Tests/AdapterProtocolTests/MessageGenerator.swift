import AdapterProtocol
import DeskModel
import SeededRandom

/// Makes messages with anything in them that can be there.
struct MessageGenerator {
  var random: SeededGenerator
  /// How often what may be absent is there: 0 never, 100 always.
  let fullness: Int
  /// The kind of step that the next full intent goes without: there are more kinds than an intent may have steps.
  var spared = 0

  init(seed: UInt64, fullness: Int) {
    random = SeededGenerator(seed: seed)
    self.fullness = fullness
  }

  mutating func maybe<Value>(_ make: (inout MessageGenerator) throws -> Value) rethrows -> Value? {
    Int.random(in: 0..<100, using: &random) < fullness ? try make(&self) : nil
  }

  mutating func some<Value>(_ make: (inout MessageGenerator) throws -> Value) rethrows -> [Value] {
    guard Int.random(in: 0..<100, using: &random) < fullness else { return [] }
    return try (0..<Int.random(in: 1...3, using: &random)).map { _ in try make(&self) }
  }

  mutating func pick<Choice: CaseIterable>(_ type: Choice.Type = Choice.self) -> Choice
  where Choice.AllCases == [Choice] {
    Choice.allCases[Int.random(in: 0..<Choice.allCases.count, using: &random)]
  }

  mutating func count(_ range: ClosedRange<Int> = 0...1_000_000) -> Int {
    Int.random(in: range, using: &random)
  }

  /// Text with everything that is hard to carry.
  mutating func text() -> String {
    let hard: [Unicode.Scalar] = [
      "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}",
      "\u{2028}", "\u{202E}", "\u{200D}", "\u{FEFF}", "é", "ї", "梅", "ا", "\u{1F600}", "\u{10FFFF}",
      "\u{FFFD}",
    ]
    var result = ""
    for _ in 0..<count(0...12) { result.unicodeScalars.append(hard[count(0...hard.count - 1)]) }
    return result
  }

  mutating func name() -> String { "n" + text() }
  mutating func flag() -> Bool { Bool.random(using: &random) }
  mutating func id<Kind>() -> Identifier<Kind> { Identifier(name()) }
  mutating func moment() -> Timestamp {
    Timestamp(milliseconds: Int64.random(in: -60_000_000_000_000...250_000_000_000_000, using: &random))
  }
  mutating func data() -> DataPiece {
    DataPiece((0..<count(1...20)).map { _ in UInt8.random(in: 0...255, using: &random) })
  }
  mutating func raw() throws -> RawJSON {
    try RawJSON(Array("{\"a\":[1.50,null,{\"b\":\"\\u001b\u{7F}\u{85}\u{2028}\"}]}".utf8))
  }

  mutating func requestID() -> RequestID { flag() ? .number(count()) : .text(text()) }

  /// The messages of every kind: each call, each answer, each fault, a cancellation.
  mutating func messages() throws -> [AdapterMessage] {
    var result: [AdapterMessage] = [.cancel(requestID())]
    for method in AdapterMethod.allCases {
      result.append(.call(requestID(), try call(method)))
      result.append(.answer(requestID(), try answer(method), maybe { $0.budget() }))
    }
    for fault in faults() { result.append(.fault(maybe { $0.requestID() }, fault)) }
    return result
  }

  mutating func budget() -> BudgetLeft { BudgetLeft(requests: count(), resetSeconds: count()) }

  mutating func call(_ method: AdapterMethod) throws -> AdapterCall {
    switch method {
    case .initialize: .initialize(try initializeParams())
    case .queues: .queues
    case .agents: .agents
    case .conversations:
      .conversations(
        ConversationsParams(
          queue: maybe { $0.id() }, filter: terms(), sort: maybe { $0.pick() }, cursor: maybe { $0.id() },
          limit: count(1...1_000)))
    case .conversation: .conversation(ConversationParams(id()))
    case .thread:
      .thread(ThreadParams(id(), order: pick(), cursor: maybe { $0.id() }, limit: count(1...1_000)))
    case .contact: .contact(ContactParams(id(), cursor: maybe { $0.id() }, limit: count(1...1_000)))
    case .templates: .templates(PageParams(cursor: maybe { $0.id() }, limit: count(1...1_000)))
    case .preview: .preview(PreviewParams(template: id(), conversation: id()))
    case .attachment:
      .attachment(AttachmentParams(id(), in: id(), offset: count(), limit: count(1...4_194_304)))
    case .upload: .upload(upload())
    case .search:
      .search(
        SearchParams(
          SearchRequest(
            text(), filter: QueueFilter(terms: terms()), limit: count(1...1_000), after: maybe { $0.text() }))
      )
    case .apply: .apply(intent())
    case .reconcile: .reconcile(ReconcileParams(intent(), attemptedAt: moment()))
    case .presence:
      .presence(
        PresenceParams(
          maybe { $0.id() }, activity: fullness == 0 ? .reading : pick(), audience: maybe { $0.pick() },
          holding: some { $0.text() }))
    case .changes:
      .changes(
        ChangesParams(
          after: maybe { $0.id() }, limit: count(1...1_000), waitSeconds: maybe { $0.count() } ?? 0))
    case .shutdown: .shutdown
    }
  }

  mutating func answer(_ method: AdapterMethod) throws -> AdapterAnswer {
    switch method {
    case .initialize: .initialize(manifest())
    case .queues: .queues(QueueList(some { $0.queue() }))
    case .agents: .agents(AssigneeList(some { $0.assignee() }))
    case .conversations:
      .conversations(
        ConversationsPage(
          items: some { $0.row() }, next: maybe { $0.id() }, total: total(), unfiltered: some { $0.count() },
          isSorted: fullness == 0 || flag()))
    case .conversation: .conversation(try conversation())
    case .thread:
      .thread(
        ThreadPage(
          entries: try some { try $0.entry() }, next: maybe { $0.id() },
          reach: fullness == 0 ? .whole : pick(),
          version: maybe { $0.id() }))
    case .contact:
      .contact(
        ContactPage(
          contact: ContactRecord(contact(), handles: some { $0.text() }, raw: try maybe { try $0.raw() }),
          conversations: some { $0.row() }, next: maybe { $0.id() }))
    case .templates: .templates(TemplatesPage(templates: some { $0.template() }, next: maybe { $0.id() }))
    case .preview: .preview(TemplatePreview(some { $0.step() }))
    case .attachment: .attachment(AttachmentPiece(data(), size: maybe { $0.count() }, isLast: flag()))
    case .upload: .upload(UploadProgress(received: count()))
    case .search: .search(SearchResult(searchPage()))
    case .apply: .apply(try outcome())
    case .reconcile: .reconcile(flag() ? .nothing : .known(try outcome()))
    case .presence: .presence(PresenceList(some { $0.presence() }))
    case .changes:
      .changes(
        ChangesPage(
          changes: try some { try $0.change() }, next: id(), askAgainAfterSeconds: maybe { $0.count() }))
    case .shutdown: .shutdown
    }
  }

  mutating func faults() -> [AdapterFault] {
    [
      .unreadable(reason: text()), .invalidRequest(reason: text()), .unknownMethod(text()),
      .invalidParams(path: text(), expected: text(), found: text()), .internalFailure(reason: text()),
      .unsupportedVersion(known: some { $0.count() }), .notInitialized, .unauthorized(reason: text()),
      .away(reason: text(), retryAfterSeconds: maybe { $0.count() }), .busy(retryAfterSeconds: count()),
      .notFound(pick(), id: text()), .moved(to: id()), .denied(reason: text()), .unsupported(what: text()),
      .cursorExpired, .cancelled, .tooLarge(limit: count()),
      .other(code: -count(40_000...50_000), reason: text()),
    ]
  }
}
