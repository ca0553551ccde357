import DeskLink
import DeskModel
import LocalDesk
import SeededRandom
import Synchronization
import SystemCalls

/// A folder for a desk that goes away with the value, with a clock and ids that are the same in every run.
final class DeskFixture: Sendable {
  static let nastya = Agent(id: "a-1", name: "Nastya")
  static let budi = Agent(id: "a-2", name: "Budi")

  let root: String
  /// Milliseconds; goes on by one second with each reading.
  let time = Mutex<Int64>(1_772_443_440_000)
  private let ids = Mutex(0)

  var folder: String { root + "/desk" }

  init() throws {
    root = "/tmp/sapa-test-\(ProcessContext.identifier)-\(String(ProcessContext.random(), radix: 36))"
    try FileSystem.makeFolder(root)
  }

  deinit { Self.remove(root) }

  func open(
    me: Agent = DeskFixture.nastya, folder: String? = nil,
    options: EmbeddedDeskOptions = EmbeddedDeskOptions(),
    onStep: @escaping @Sendable (EmbeddedDeskStep) -> Void = { _ in }
  ) throws -> EmbeddedDesk {
    try EmbeddedDesk(
      folder: folder ?? self.folder, me: me, options: options,
      clock: { [self] in
        Timestamp(
          milliseconds: time.withLock { time in
            time += 1_000
            return time
          })
      },
      makeID: { [self] in
        let number = ids.withLock { count in
          count += 1
          return count
        }
        return "n-\(number)"
      }, onStep: onStep)
  }

  /// A copy of the desk as it stands on the disk now.
  func snapshot(_ name: String) throws -> String {
    let path = root + "/" + name
    try Self.copy(folder, to: path)
    return path
  }

  private static func copy(_ path: String, to target: String) throws {
    try FileSystem.makeFolder(target)
    for name in try FileSystem.list(path) {
      let child = path + "/" + name
      if try FileSystem.status(child).isFolder {
        try copy(child, to: target + "/" + name)
      } else {
        try FileDescriptor(opening: target + "/" + name, .truncate).write(FileSystem.contents(of: child))
      }
    }
  }

  static func remove(_ path: String) {
    for name in (try? FileSystem.list(path)) ?? [] {
      let child = path + "/" + name
      if (try? FileSystem.status(child).isFolder) == true {
        remove(child)
      } else {
        try? FileSystem.remove(child)
      }
    }
    try? FileSystem.removeFolder(path)
  }

  /// A conversation's line; the customer wrote at each of the minutes.
  static func line(
    _ id: String, status: String = "open", contact: String = "u-1", minutes: [Int] = [0], extra: String = ""
  ) -> String {
    let entries = minutes.enumerated().map { index, minute in
      let clock = (minute < 10 ? "0" : "") + String(minute)
      return
        #"{"id":"e-\#(index + 1)","at":"2026-03-01T09:\#(clock):00Z","author":{"kind":"customer","id":"\#(contact)"},"audience":"customer","text":"hello \#(index)"}"#
    }
    return
      #"{"id":"\#(id)","shape":"dialog","status":"\#(status)","contact":{"id":"\#(contact)","full":"Dewi Lestari"},"entries":[\#(entries.joined(separator: ","))]\#(extra)}"#
  }
}

extension EmbeddedDesk {
  /// Asks and waits for the answer.
  func ask(_ request: DeskRequest) -> Result<DeskAnswer, DeskError> {
    let box = AnswerBox()
    handle(request) { answer in box.answer.withLock { $0 = answer } }
    settle()
    return box.answer.withLock { $0 } ?? .failure(.away(reason: "no answer"))
  }

  @discardableResult
  func take(_ lines: String...) throws -> ImportReport {
    var reader = LineReader(Array(lines.map { $0 + "\n" }.joined().utf8))
    return try importLines(from: &reader)
  }

  @discardableResult
  func apply(
    _ action: IntentAction, to id: ConversationID = "c-1", key: ClientKey, basedOn: Int? = nil,
    by: Agent = DeskFixture.nastya
  ) -> Result<DeskAnswer, DeskError> {
    ask(.apply(Intent(clientKey: key, conversation: id, basedOn: basedOn, by: by, action: action)))
  }

  func say(
    _ text: String, in id: ConversationID = "c-1", key: ClientKey, basedOn: Int? = nil,
    by: Agent = DeskFixture.nastya,
    kind: EntryKind = .message, audience: Audience = .customer
  ) -> Outcome? {
    let action = IntentAction.say(text: text, kind: kind, audience: audience, parent: nil)
    guard case .success(.outcome(let outcome)) = apply(action, to: id, key: key, basedOn: basedOn, by: by)
    else {
      return nil
    }
    return outcome
  }

  func read(_ id: ConversationID = "c-1") -> Conversation? {
    guard case .success(.conversation(let conversation)) = ask(.conversation(id)) else { return nil }
    return conversation
  }

  func rows(_ view: QueueView) -> [ConversationSummary] {
    guard case .success(.queue(_, _, let rows, _)) = ask(.queue(QueueQuery(view), offset: 0, limit: 1_000))
    else {
      return []
    }
    return rows
  }

  func ids(_ view: QueueView) -> [String] { rows(view).map { $0.id.rawValue } }

  func exported(_ fixture: DeskFixture) throws -> String {
    let path = fixture.root + "/export.jsonl"
    _ = try exportLines(to: FileDescriptor(opening: path, .truncate))
    return String(decoding: try FileSystem.contents(of: path), as: UTF8.self)
  }
}

private final class AnswerBox: Sendable {
  let answer = Mutex<Result<DeskAnswer, DeskError>?>(nil)
}
