import CombinedDesk
import DeskLink
import DeskModel
import SeededRandom
import Synchronization

/// Some test desks and the one that they make.
struct CombinedDeskFixture {
  let names: [String]
  let desks: [TestDesk]
  let combined: CombinedDesk
  let notices = Box<[DeskNotice]>([])

  init(_ desks: KeyValuePairs<String, TestDesk>) {
    names = desks.map(\.key)
    self.desks = desks.map(\.value)
    combined = CombinedDesk(
      desks.map { name, desk in
        DeskMember(name: name, adapter: desk, me: desk.me, vipAhead: { desk.vipAhead })
      }, me: TestDesk.console, now: { TestDesk.now })
  }

  /// Begins to note what is told.
  func listen() {
    let notices = notices
    combined.observe { notice in notices.value.withLock { $0.append(notice) } }
  }

  /// What was told, and forgets it.
  func told() -> [DeskNotice] {
    notices.value.withLock { all in
      defer { all = [] }
      return all
    }
  }

  /// What is answered before `handle` returns; nil for nothing.
  func ask(_ request: DeskRequest) -> Result<DeskAnswer, DeskError>? { Self.ask(combined, request) }

  static func ask(_ desk: any Adapter, _ request: DeskRequest) -> Result<DeskAnswer, DeskError>? {
    let box = Box<[Result<DeskAnswer, DeskError>]>([])
    desk.handle(request) { answer in box.value.withLock { $0.append(answer) } }
    let answers = box.value.withLock { $0 }
    precondition(answers.count <= 1, "two answers to one request")
    return answers.first
  }

  /// The rows of a window, their total and the counts.
  func rows(_ query: QueueQuery, _ offset: Int, _ limit: Int) -> ([ConversationSummary], QueueCounts)? {
    guard
      case .success(.queue(query, offset, let rows, let counts))? = ask(
        .queue(query, offset: offset, limit: limit))
    else { return nil }
    return (rows, counts)
  }

  func place(_ id: ConversationID, _ query: QueueQuery) -> Int?? {
    guard case .success(.place(id, query, let place))? = ask(.place(of: id, in: query)) else { return nil }
    return place
  }
}

/// Something that closures on any thread may change.
final class Box<Value: Sendable>: Sendable {
  let value: Mutex<Value>
  init(_ value: Value) { self.value = Mutex(value) }
}
