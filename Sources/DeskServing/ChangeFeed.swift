import AdapterProtocol
import AdapterServing
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import Synchronization

/// Answers `changes`: at once when there is something, else when something comes or the time is over.
///
/// What is told is read from the journal behind the cursor, so that nothing depends on what this process remembers.
final class ChangeFeed: Sendable {
  /// Calls that are held at once; more are answered and told to ask again.
  static let heldLimit = DeskManifest.concurrentCalls
  /// The longest that a call is held, in seconds.
  static let waitLimit = 600
  /// Lines of the journal that one answer goes over, and their bytes.
  private static let lines = 5_000
  private static let bytes = PageBudget.bytes
  /// An entry whose line is longer is told as a change of its conversation.
  private static let entryBytes = 256 << 10

  private struct Held {
    var number: Int
    var cursor: FeedCursor
    var limit: Int
    var reply: OpenCall
  }

  private struct State {
    var held: [Held] = []
    var count = 0
    var present: [Presence] = []
  }

  private let desk: EmbeddedDesk
  private let queue = DispatchQueue(label: "sapa.serve.changes")
  private let state = Mutex(State())

  init(_ desk: EmbeddedDesk) { self.desk = desk }

  /// Who else is where, as far as we were told.
  var present: [Presence] { state.withLock { $0.present } }

  /// Takes what the desk tells.
  func take(_ notice: DeskNotice) {
    if case .presence(let all) = notice { state.withLock { $0.present = all } }
    queue.async { self.wake() }
  }

  /// Answers a call, now or later.
  func answer(_ params: ChangesParams, reply: OpenCall) {
    do throws(AdapterFault) {
      guard let after = params.after else {
        return reply.answer(.changes(ChangesPage(next: try start().cursor)))
      }
      guard let cursor = FeedCursor(after), desk.feedMark(cursor.place) == cursor.mark else {
        throw .cursorExpired
      }
      var page = try page(after: cursor, limit: params.limit)
      guard page.changes.isEmpty, params.waitSeconds > 0,
        let number = hold(Held(number: 0, cursor: cursor, limit: params.limit, reply: reply))
      else {
        if page.changes.isEmpty { page.askAgainAfterSeconds = 1 }
        return reply.answer(.changes(page))
      }
      let seconds = min(params.waitSeconds, Self.waitLimit)
      queue.asyncAfter(deadline: .now() + .seconds(seconds)) { [weak self] in self?.give(up: number) }
      reply.onCancel { [weak self] in self?.remove(number)?.reply.fail(.cancelled) }
      // What has come between the look and the hold has woken nobody.
      wake()
    } catch { reply.fail(error) }
  }

  /// Keeps a call until something comes.
  ///
  /// - Returns: its number; nil when too many are kept.
  private func hold(_ held: Held) -> Int? {
    state.withLock { state in
      guard state.held.count < Self.heldLimit else { return nil }
      state.count += 1
      state.held.append(held)
      state.held[state.held.count - 1].number = state.count
      return state.count
    }
  }

  private func remove(_ number: Int) -> Held? {
    state.withLock { state in
      state.held.firstIndex { $0.number == number }.map { state.held.remove(at: $0) }
    }
  }

  private func give(up number: Int) {
    guard let held = remove(number) else { return }
    do throws(AdapterFault) {
      held.reply.answer(.changes(try page(after: held.cursor, limit: held.limit)))
    } catch { held.reply.fail(error) }
  }

  private func wake() {
    for held in state.withLock({ $0.held }) {
      do throws(AdapterFault) {
        let page = try page(after: held.cursor, limit: held.limit)
        if !page.changes.isEmpty { remove(held.number)?.reply.answer(.changes(page)) }
      } catch {
        remove(held.number)?.reply.fail(error)
      }
    }
  }

  // MARK: - What has happened

  /// Now, with nobody known to be anywhere: who is somewhere is told by the next call.
  private func start() throws(AdapterFault) -> FeedCursor {
    let place = desk.feedPlace
    return try cursor(place, policy: desk.policyMark, presence: 0)
  }

  private func cursor(
    _ place: DeskFeedPlace, policy: UInt64, presence: UInt64
  ) throws(AdapterFault) -> FeedCursor {
    guard let mark = desk.feedMark(place) else {
      throw .away(reason: "the journal was moved or cut by somebody", retryAfterSeconds: nil)
    }
    return FeedCursor(place: place, mark: mark, policy: policy, presence: presence)
  }

  private func page(after cursor: FeedCursor, limit: Int) throws(AdapterFault) -> ChangesPage {
    var changes: [DeskChange] = []
    var (policy, presence) = (cursor.policy, cursor.presence)
    // Another policy has moved all deadlines, which stand in no line of the journal.
    if desk.policyMark != policy {
      policy = desk.policyMark
      changes.append(.gap)
    }
    let present = present
    if FeedCursor.mark(present) != presence, changes.count < limit {
      presence = FeedCursor.mark(present)
      changes.append(.presence(present))
    }
    let place = try take(from: cursor.place, limit: limit, into: &changes)
    let next = try self.cursor(place, policy: policy, presence: presence)
    return ChangesPage(changes: changes, next: next.cursor)
  }

  /// Adds what stands in the journal.
  ///
  /// - Returns: up to where it was told.
  private func take(
    from place: DeskFeedPlace, limit: Int, into changes: inout [DeskChange]
  ) throws(AdapterFault) -> DeskFeedPlace {
    guard changes.count < limit else { return place }
    let isFirst = changes.isEmpty
    var told: Set<ConversationID> = []
    var end = place
    while true {
      let page: DeskFeedPage
      do throws(DeskError) {
        page = try desk.events(from: end, lines: Self.lines, bytes: Self.bytes)
      } catch { throw AdapterFault(error) }
      for event in page.events {
        guard add(event, limit, isFirst: isFirst, &told, &changes) else { return end }
        end = event.next
      }
      end = page.next
      // Lines that have done nothing to anybody are no answer.
      if page.isAtEnd || !changes.isEmpty { return end }
    }
  }

  /// Adds an event, as an entry and a conversation that has changed; false when it does not go in any more.
  private func add(
    _ event: DeskFeedEvent, _ limit: Int, isFirst: Bool, _ told: inout Set<ConversationID>,
    _ changes: inout [DeskChange]
  ) -> Bool {
    let isNews = !told.contains(event.conversation)
    let room = limit - changes.count
    var entry = Self.record(event)
    // A page of one change tells that the conversation has changed; the entry is read with it.
    if isFirst, changes.isEmpty, room == 1 { entry = nil }
    guard room >= (entry == nil ? 0 : 1) + (isNews ? 1 : 0) else { return false }
    if let entry { changes.append(.entry(entry, in: event.conversation)) }
    if told.insert(event.conversation).inserted {
      let version = desk.version(of: event.conversation)
      changes.append(.conversation(event.conversation, version: version.map { VersionTag(String($0)) }))
    }
    return true
  }

  private static func record(_ event: DeskFeedEvent) -> EntryRecord? {
    guard let entry = event.entry, !entry.author.id.isEmpty, event.byteCount <= entryBytes else {
      return nil
    }
    return EntryRecord(entry, clientKey: event.clientKey)
  }
}
