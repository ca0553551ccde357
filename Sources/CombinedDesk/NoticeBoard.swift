import DeskLink
import DeskModel
import Synchronization

/// Keeps what each desk has told last and tells the listener all of it, in order.
///
/// A desk's notices of presence, outbox and state say all of it each time; what is told on is the same of all desks.
final class NoticeBoard: Sendable {
  /// How a desk has answered when it was read last.
  enum Reading: Hashable {
    /// At once.
    case answered
    /// Not yet when rows were needed.
    case late
    /// With an error; the reason is from outside.
    case failed(reason: String)

    var away: AwayReason? {
      switch self {
      case .answered: nil
      case .late: .starting
      case .failed(let reason): .unreachable(reason: reason)
      }
    }
  }

  private struct Desk {
    var presence: [Presence] = []
    var outbox: [PendingIntent] = []
    var queues: [BackendQueue] = []
    /// What the desk says of itself; nil when it has said nothing.
    var told: DeskStatus?
    var reading = Reading.answered
    var readSince: Timestamp
    /// Whether the listener has been told that an answer came late, since the desk last answered at once.
    var hasToldLate = false
  }

  private struct Content {
    var desks: [Desk]
    var listener: (@Sendable (DeskNotice) -> Void)?
    /// What is to be told, in order.
    var waiting: [DeskNotice] = []
    var isTelling = false
  }

  private let names: [String]
  private let now: @Sendable () -> Timestamp
  private let content: Mutex<Content>

  init(_ names: [String], now: @escaping @Sendable () -> Timestamp) {
    self.names = names
    self.now = now
    let start = now()
    content = Mutex(Content(desks: names.map { _ in Desk(readSince: start) }))
  }

  /// Sets the listener, and tells it which desks there are.
  func listen(_ listener: (@Sendable (DeskNotice) -> Void)?) {
    content.withLock { content in
      content.listener = listener
      if listener != nil { content.waiting.append(.desks(statuses(content))) }
    }
    tell()
  }

  /// Takes a notice of a desk, whose ids have its name already.
  func take(_ notice: DeskNotice, from place: Int) {
    content.withLock { content in
      switch notice {
      case .changed, .reset: content.waiting.append(notice)
      case .presence(let presence):
        content.desks[place].presence = presence
        content.waiting.append(.presence(content.desks.flatMap { $0.presence }))
      case .outbox(let outbox):
        content.desks[place].outbox = outbox
        // Stable: of the same moment, in the order of the desks and of each desk's own.
        let all = content.desks.flatMap { $0.outbox }.enumerated()
        let sorted = all.sorted { ($0.element.addedAt, $0.offset) < ($1.element.addedAt, $1.offset) }
        content.waiting.append(.outbox(sorted.map { $0.element }))
      case .queues(let queues):
        content.desks[place].queues = queues
        content.waiting.append(.queues(content.desks.flatMap { $0.queues }))
      case .desks(let statuses):
        content.desks[place].told = statuses.first
        content.waiting.append(.desks(self.statuses(content)))
      }
    }
    tell()
  }

  /// Takes notice of how a desk has answered a question that could not wait.
  func note(_ reading: Reading, of place: Int) {
    let isNews = content.withLock { content in
      if reading == .answered { content.desks[place].hasToldLate = false }
      guard content.desks[place].reading != reading else { return false }
      content.desks[place].reading = reading
      content.desks[place].readSince = now()
      content.waiting.append(.desks(statuses(content)))
      return true
    }
    if isNews { tell() }
  }

  /// An answer has come that was not waited for: whoever asks again may get it in time.
  ///
  /// Told once until the desk answers at once again, so that a desk that is always late is not asked without end.
  func noteLateAnswer(of place: Int) {
    content.withLock { content in
      guard !content.desks[place].hasToldLate else { return }
      content.desks[place].hasToldLate = true
      content.waiting.append(.reset)
    }
    tell()
  }

  private func statuses(_ content: Content) -> [DeskStatus] {
    zip(names, content.desks).map { name, desk in
      if var told = desk.told, told.away != nil || desk.reading == .answered {
        told.name = name
        return told
      }
      return DeskStatus(name: name, away: desk.reading.away, since: desk.readSince, read: desk.told?.read)
    }
  }

  /// Tells what waits, unless another thread is at it, which then tells this as well: the listener sees one order.
  private func tell() {
    while true {
      let next = content.withLock { content -> (DeskNotice, (@Sendable (DeskNotice) -> Void)?)? in
        guard !content.isTelling, !content.waiting.isEmpty else { return nil }
        content.isTelling = true
        return (content.waiting.removeFirst(), content.listener)
      }
      guard let (notice, listener) = next else { return }
      listener?(notice)
      content.withLock { $0.isTelling = false }
    }
  }
}
