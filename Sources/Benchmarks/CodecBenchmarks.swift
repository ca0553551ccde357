import AdapterProtocol
import DeskLink
import DeskModel
import JSONText
import SystemCalls

/// Messages of the adapter protocol, written and read in this process.
///
/// The yardstick is the bare JSON reader that reads over the same bytes and keeps nothing of them.
struct CodecBenchmarks {
  /// A folder for an import of which the messages are made.
  let folder: String
  /// Milliseconds for each.
  let time: Int64
  let report: (Figure) -> Void

  /// A message of a kind that is usual.
  struct Subject: Sendable {
    let name: String
    let message: AdapterMessage
    /// The call of which it is the answer; nil when it is a call.
    let method: AdapterMethod?
  }

  func run() throws {
    for subject in try subjects() {
      let line = try subject.message.line()
      let bare = RepeatedCall(time: time).microseconds {
        var reader = JSONReader(line)
        return ((try? reader.skip()) ?? 0..<0).count
      }
      let written = RepeatedCall(time: time).microseconds { (try? subject.message.line().count) ?? 0 }
      tell("codec, writing \(subject.name)", line.count, written, bare)
      guard Self.reads(line, subject) else { throw MisreadMessage(subject.name) }
      let read = RepeatedCall(time: time).microseconds { Self.reads(line, subject) ? 1 : 0 }
      tell("codec, reading \(subject.name)", line.count, read, bare)
    }
  }

  /// A message that is not read as what was written.
  struct MisreadMessage: Error, CustomStringConvertible {
    let description: String
    init(_ name: String) { description = "\(name) is not read as what was written" }
  }

  static func reads(_ line: [UInt8], _ subject: Subject) -> Bool {
    switch try? IncomingMessage(line: line) {
    case .call: subject.method == nil
    case .answer(_, let unread): subject.method.flatMap { try? unread.answer(to: $0) } != nil
    default: false
    }
  }

  /// The messages: a page of 100 conversations, 100 entries of a thread, an answer that is sent, 500 changes.
  func subjects() throws -> [Subject] {
    let lines = folder + "/codec.jsonl"
    _ = try DeskMaker(conversations: 100, messages: 5).write(lines: lines, rows: folder + "/codec.rows")
    var reader = LineReader(try FileDescriptor(opening: lines, .read))
    var conversations: [Conversation] = []
    while let line = try reader.next() {
      conversations.append(try InterchangeReader.conversation(line.bytes, range: line.range))
    }
    let page = ConversationsPage(
      items: conversations.map { ServedDesk.row($0) }, next: "100", total: .exact(1_000))
    let entries = conversations.flatMap(\.entries)
    let thread = ThreadPage(entries: entries.prefix(100).map { EntryRecord($0) }, next: "100")
    let changes = conversations.flatMap { conversation in
      conversation.entries.map { DeskChange.entry(EntryRecord($0), in: conversation.id) }
    }
    let intent = BackendIntent(
      clientKey: "key-1", conversation: conversations[0].id, basedOn: SeenState(entry: entries[0].id),
      by: Agent(id: "bench", name: "Bench"),
      steps: [.say(Saying(entries.prefix(3).map(\.text).joined(separator: "\n\n"), audience: .customer))])
    return [
      Subject(
        name: "a page of 100 conversations", message: .answer(.number(1), .conversations(page)),
        method: .conversations),
      Subject(
        name: "100 entries of a thread", message: .answer(.number(2), .thread(thread)), method: .thread),
      Subject(name: "an answer that is sent", message: .call(.number(3), .apply(intent)), method: nil),
      Subject(
        name: "500 changes",
        message: .answer(.number(4), .changes(ChangesPage(changes: changes, next: "500"))),
        method: .changes),
    ]
  }

  private func tell(_ scenario: String, _ bytes: Int, _ microseconds: Double, _ bare: Double) {
    func tell(_ measure: String, _ value: Double, _ yardstick: Double? = nil) {
      report(
        Figure(scenario: scenario, measure: measure, conversations: 0, sapa: value, limit: yardstick))
    }
    tell("µs a message, beside reading over it", microseconds, bare)
    tell("MB a second", Double(bytes) / max(0.001, microseconds))
    tell("messages a second", 1_000_000 / max(0.001, microseconds))
  }
}
