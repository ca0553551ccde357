import ConsoleCore
import ConsoleRuntime
import DeskLink
import DeskModel
import Dispatch
import JSONText
import LocalDesk
import Rehearsals
import Synchronization
import SystemCalls

/// The outside of a rehearsal: its desk, what the customer says there, and what is kept of it.
final class RehearsalKeeper: ConsoleRoom {
  /// The story, which has not begun.
  let rehearsal: Rehearsal
  /// The desk's folder; removed when the rehearsal is over by whoever has made it.
  let folder: String
  private let seat: RehearsalRoom.Seat
  private let invitation: RehearsalInvitation
  private let stage: RehearsalStage
  private let desk = Mutex<EmbeddedDesk?>(nil)
  /// Whether a report was written.
  private let isKept = Mutex(false)
  private let queue = DispatchQueue(label: "sapa.rehearsal")
  private let makesDesk: Bool
  /// Whether things are done at once, for scripts.
  private let isImmediate: Bool

  /// Sets the stage in a folder of its own.
  convenience init(
    _ rehearsal: Rehearsal, _ invitation: RehearsalInvitation, names: RehearsalStage.Names, isImmediate: Bool
  ) throws(SystemError) {
    let desks = Self.desksFolder
    try FileSystem.makeFolder(desks)
    Self.removeOld(desks)
    let folder = try FileSystem.makePrivateFolder(in: desks, prefix: "desk")
    self.init(
      rehearsal, invitation, names: names, folder: folder, seat: .agent, makesDesk: true,
      isImmediate: isImmediate)
  }

  /// Takes a seat in a rehearsal whose desk is there.
  init(
    _ rehearsal: Rehearsal, _ invitation: RehearsalInvitation, names: RehearsalStage.Names, folder: String,
    seat: RehearsalRoom.Seat, makesDesk: Bool = false, isImmediate: Bool
  ) {
    self.rehearsal = rehearsal
    self.invitation = invitation
    self.folder = folder
    self.seat = seat
    self.makesDesk = makesDesk
    self.isImmediate = isImmediate
    stage = RehearsalStage(rehearsal, now: invitation.at, trainee: invitation.trainee, names: names)
  }

  /// Where the desks of rehearsals are while they are played.
  static var desksFolder: String { Setup.rehearsalsFolder + "/desks" }

  /// How long a desk may lie about before it is taken for one of a rehearsal that was killed, in milliseconds: a pause may
  /// last over a weekend.
  private static let oldAge: Int64 = 7 * 86_400_000

  private static func removeOld(_ folder: String) {
    for name in (try? FileSystem.list(folder)) ?? [] where name.hasPrefix("desk-") {
      guard let status = try? FileSystem.status(folder + "/" + name) else { continue }
      if status.modified < SystemClock.milliseconds() - oldAge { FileSystem.removeTree(folder + "/" + name) }
    }
  }

  /// What stands in the upper left corner.
  private static let deskName = "REHEARSAL"

  func open(_ desks: OpenDesks, _ state: inout AppState) throws(SetupError) {
    do throws(EmbeddedDeskError) {
      for local in desks.locals { try fill(local.desk) }
    } catch { throw .desk(error) }
    if seat == .agent, rehearsal.customer == .colleague {
      do throws(SystemError) { try invitation.write(to: folder) } catch {
        throw .desk(.system(error))
      }
    }
    state.settings.deskName = Self.deskName
    state.enter(rehearsal, seat: seat)
  }

  private func fill(_ desk: EmbeddedDesk) throws(EmbeddedDeskError) {
    self.desk.withLock { $0 = desk }
    guard makesDesk else { return }
    for conversation in [stage.conversation] + stage.others { try Self.add(conversation, to: desk) }
  }

  /// Lets a desk take in a conversation, or what is new of it.
  ///
  /// - Returns: whether anything was new.
  @discardableResult
  static func add(_ conversation: Conversation, to desk: EmbeddedDesk) throws(EmbeddedDeskError) -> Bool {
    var reader = LineReader(InterchangeWriter.line(conversation) + [0x0A])
    let report = try desk.importLines(from: &reader)
    return report.taken + report.updated > 0
  }

  var rehearsalPorts: RehearsalPorts {
    var ports = RehearsalPorts(
      say: { [self] lines in run { self.say(lines) } },
      keep: { [self] record, done in run { done(self.keep(record)) } })
    ports.sayAsCustomer = { [self] text, number, failed in
      run { self.add(self.stage.said(text, number: number, at: Setup.systemNow()), failed) }
    }
    ports.end = { [self] ending, text, failed in
      run { self.add(self.stage.ended(ending, text: text, at: Setup.systemNow()), failed) }
    }
    return ports
  }

  /// Removes the desk; one on which two people have not come to an end stays, for who comes back.
  func finish() {
    queue.sync {}
    desk.withLock { $0 = nil }
    let isDone = rehearsal.customer == .script || isKept.withLock { $0 }
    if seat == .agent, isDone { FileSystem.removeTree(folder) }
  }

  private func run(_ body: @escaping @Sendable () -> Void) {
    if isImmediate { body() } else { queue.async(execute: body) }
  }

  private func say(_ lines: [RehearsalLine]) {
    guard let desk = desk.withLock({ $0 }) else { return }
    _ = try? Self.add(stage.conversation(with: lines.map { ($0.at, $0.text) }), to: desk)
    desk.refresh()
  }

  private func add(_ entry: Entry, _ failed: (ToolFailure) -> Void) {
    guard let desk = desk.withLock({ $0 }) else { return failed(.unavailable) }
    var conversation = stage.conversation
    conversation.entries = [entry]
    do throws(EmbeddedDeskError) {
      // Somebody else at the same seat may have said something a moment ago.
      if try !Self.add(conversation, to: desk) { failed(.unavailable) }
    } catch { return failed(.file(path: folder, reason: error.description)) }
    desk.refresh()
  }

  private func keep(_ record: RehearsalRecord) -> Result<String, ToolFailure> {
    let own = RehearsalProgress.folder(of: invitation.trainee.id.rawValue)
    let day = record.at.rfc3339.replacing(":", with: "").prefix(15)
    let path = own + "/\(day)-\(record.scenario)"
    do throws(SystemError) {
      try FileSystem.makeFolder(own)
      try FileSystem.replace(
        path + ".txt", with: Array((record.report.joined(separator: "\n") + "\n").utf8))
      // The dialogue itself, for reading by roles.
      if case .conversation(let played)? = try? desk.withLock({ $0 })?.ask(.conversation(RehearsalStage.id)) {
        try FileSystem.replace(path + ".jsonl", with: InterchangeWriter.line(played) + [0x0A])
      }
      try RehearsalProgress.add(record, to: own)
      isKept.withLock { $0 = true }
      return .success(path + ".txt")
    } catch {
      return .failure(.file(path: error.path, reason: error.reason))
    }
  }
}
