import AdapterProtocol
import AdapterServing
import DeskLink
import DeskModel
import Dispatch
import Synchronization
import SystemCalls

/// The fastest backend that there can be: an import in memory, behind a real adapter process.
///
/// It tells what has happened to it in a folder: `paged`, how many microseconds the console needed for all pages, as soon as it
/// has them; `taken`, how many changes were made and how many of them the console has taken in. While a file `go` is there,
/// entries are said all over the desk.
final class ServedDesk: AdapterService {
  /// Milliseconds between looks at what is due.
  private static let tick = 5
  /// Rows of a page: what backends usually give.
  private static let pageItems = 100

  private struct Held {
    var reply: OpenCall
    var after: Int
    var limit: Int
  }

  private struct State {
    var conversations: [Conversation]
    var places: [ConversationID: Int]
    var pagingSince: Int64?
    var isPaged = false
    var made = 0
    var taken = 0
    /// When the next change is due, as if all had been made at the same pace since then; nil while nothing happens.
    var pace: (since: Int64, before: Int)?
    var held: Held?
  }

  private let folder: String
  private let perSecond: Int
  private let begin: Int64
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "bench.served-desk")

  /// Reads an import; `perSecond` entries are said while `folder` holds a file `go`.
  init(lines: String, perSecond: Int, folder: String) throws {
    var reader = LineReader(try FileDescriptor(opening: lines, .read))
    var conversations: [Conversation] = []
    while let line = try reader.next() {
      conversations.append(try InterchangeReader.conversation(line.bytes, range: line.range))
    }
    let places = Dictionary(conversations.enumerated().map { ($1.id, $0) }) { first, _ in first }
    self.folder = folder
    self.perSecond = perSecond
    begin = SystemClock.milliseconds()
    state = Mutex(State(conversations: conversations, places: places))
  }

  /// Serves on the standard streams until there is no more input.
  func run() {
    ProcessContext.ignoreBrokenPipes()
    queue.async { self.keepTicking() }
    AdapterServer(self, output: StandardStream.output.descriptor).run(
      input: StandardStream.input.descriptor)
  }

  func initialize(_ params: InitializeParams, version: Int, token: Secret?, reply: OpenCall) {
    reply.answer(.initialize(Self.manifest(version)))
  }

  /// What it says of itself.
  static func manifest(_ version: Int) -> Manifest {
    Manifest(
      version: version, adapter: ProgramName(name: "bench", version: "1"), desk: "Bench",
      me: Agent(id: "bench", name: "Bench"),
      methods: [.conversations, .conversation, .thread, .apply, .changes],
      audiences: AudienceAbilities(known: [.customer, .internal], echo: .stored),
      write: WriteAbilities(
        steps: [.say], atomicity: .whole, idempotency: .clientKey, concurrency: .none, authorship: .token),
      read: ReadAbilities(shape: .list, orders: [.newestFirst], totals: .exact, rights: .tried),
      statuses: StatusAbilities(model: .fixed, statuses: []), text: TextAbilities(formats: [.plain]),
      changes: ChangeAbilities(delivery: .held, loses: .never, doubles: .never, reorders: .never),
      bounds: DeskBounds(concurrentCalls: 4, pageItems: pageItems))
  }

  func serve(_ call: AdapterCall, reply: OpenCall) {
    switch call {
    case .conversations(let params): reply.answer(.conversations(page(params)))
    case .conversation(let params):
      guard let known = conversation(params.conversation) else { return missing(params.conversation, reply) }
      var record = known
      record.entries = []
      reply.answer(.conversation(ConversationRecord(record)))
    case .thread(let params):
      guard let known = conversation(params.conversation) else { return missing(params.conversation, reply) }
      reply.answer(.thread(Self.thread(of: known, params)))
    case .changes(let params): takeUp(params, reply)
    default: reply.answer(.apply(.denied(reason: "Nothing is sent here.")))
    }
  }

  private func conversation(_ id: ConversationID) -> Conversation? {
    state.withLock { state in state.places[id].map { state.conversations[$0] } }
  }

  private func missing(_ id: ConversationID, _ reply: OpenCall) {
    reply.fail(.notFound(.conversation, id: id.rawValue))
  }

  // MARK: - Pages

  private func page(_ params: ConversationsParams) -> ConversationsPage {
    let start = params.cursor.flatMap { Int($0.rawValue) } ?? 0
    return state.withLock { state in
      if start == 0 { state.pagingSince = SystemClock.monotonicMicroseconds() }
      let end = min(state.conversations.count, start + min(params.limit, Self.pageItems))
      let rows = state.conversations[min(start, end)..<end].map { Self.row($0) }
      return ConversationsPage(
        items: rows, next: end < state.conversations.count ? PageCursor(String(end)) : nil,
        total: .exact(state.conversations.count))
    }
  }

  /// What a list says; entries of before the changes are read, so that what is unread can be counted.
  static func row(_ conversation: Conversation) -> ConversationRow {
    var summary = ConversationSummary(conversation)
    summary.unreadCount = 0
    return ConversationRow(summary)
  }

  /// The end of a thread, or the page before one; the cursor is how many entries come before.
  static func thread(of conversation: Conversation, _ params: ThreadParams) -> ThreadPage {
    let end = params.cursor.flatMap { Int($0.rawValue) } ?? conversation.entries.count
    let start = max(0, end - min(params.limit, pageItems))
    return ThreadPage(
      entries: conversation.entries[start..<max(start, end)].map { EntryRecord($0) },
      next: start > 0 ? PageCursor(String(start)) : nil)
  }

  // MARK: - Changes

  /// One thing that is said; the same number is the same in every run but for the time.
  func change(_ number: Int, in conversation: Conversation) -> Entry {
    Entry(
      id: EntryID("\(Self.changePrefix)\(number)"), at: Timestamp(milliseconds: begin + Int64(number)),
      author: Author(
        kind: .customer, id: conversation.contact.id.rawValue, name: conversation.contact.displayName),
      audience: .customer, text: "Is there any news? I ask for the \(number)th time.")
  }

  /// What the ids of these entries begin with.
  static let changePrefix = "change-"

  /// The place of the conversation that a change concerns.
  static func place(of change: Int, among count: Int) -> Int { change &* 7_919 % count }

  private func takeUp(_ params: ChangesParams, _ reply: OpenCall) {
    let now = SystemClock.monotonicMicroseconds()
    let news = state.withLock { state -> (paged: Int64?, made: Int, taken: Int) in
      let after = params.after.flatMap { Int($0.rawValue) }
      var paged: Int64?
      // The first one that may be held comes after all pages.
      if params.waitSeconds > 0, !state.isPaged {
        state.isPaged = true
        paged = now - (state.pagingSince ?? now)
      }
      if let after { state.taken = max(state.taken, after) }
      let held = Held(reply: reply, after: after ?? state.made, limit: params.limit)
      if params.waitSeconds == 0 || held.after < state.made {
        answer(held, state)
      } else {
        state.held = held
      }
      return (paged, state.made, state.taken)
    }
    if let paged = news.paged { tell("paged", "\(paged)") }
  }

  private func answer(_ held: Held, _ state: borrowing State) {
    let numbers = held.after..<min(state.made, held.after + held.limit)
    let changes = numbers.map { number in
      let conversation = state.conversations[Self.place(of: number, among: state.conversations.count)]
      return DeskChange.entry(EntryRecord(change(number, in: conversation)), in: conversation.id)
    }
    held.reply.answer(.changes(ChangesPage(changes: changes, next: ChangeCursor(String(numbers.upperBound)))))
  }

  private func keepTicking() {
    var told = (made: -1, taken: -1)
    while true {
      SystemClock.sleep(milliseconds: Self.tick)
      let now = SystemClock.monotonicMilliseconds()
      let isGoing = FileSystem.exists(folder + "/go")
      let counts = state.withLock { state in
        make(isGoing, now, &state)
        if let held = state.held, held.after < state.made {
          state.held = nil
          answer(held, state)
        }
        return (made: state.made, taken: state.taken)
      }
      if counts != told { tell("taken", "\(counts.made) \(counts.taken)") }
      told = counts
    }
  }

  private func make(_ isGoing: Bool, _ now: Int64, _ state: inout State) {
    guard isGoing, !state.conversations.isEmpty else {
      state.pace = nil
      return
    }
    let pace = state.pace ?? (now, state.made)
    state.pace = pace
    let due = pace.before + Int(now - pace.since) * perSecond / 1_000
    while state.made < due {
      let place = Self.place(of: state.made, among: state.conversations.count)
      state.conversations[place].entries.append(change(state.made, in: state.conversations[place]))
      state.made += 1
    }
  }

  private func tell(_ name: String, _ text: String) {
    try? FileSystem.replace(folder + "/" + name, with: Array(text.utf8))
  }
}
