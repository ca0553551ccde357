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
final class RehearsalKeeper: Sendable {
  /// The story, which has not begun.
  let rehearsal: Rehearsal
  /// The desk's folder, which is removed when the rehearsal is over.
  let folder: String
  private let stage: RehearsalStage
  private let trainee: Agent
  private let desk = Mutex<EmbeddedDesk?>(nil)
  private let queue = DispatchQueue(label: "sapa.rehearsal")
  /// Whether things are done at once, for scripts.
  private let isImmediate: Bool

  /// Sets the stage in a folder of its own.
  init(_ rehearsal: Rehearsal, setup: Setup, now: Timestamp, trainer: String, isImmediate: Bool = false)
    throws(SystemError)
  {
    self.rehearsal = rehearsal
    self.isImmediate = isImmediate
    trainee = setup.me
    stage = RehearsalStage(rehearsal, now: now, trainee: setup.me, trainer: trainer)
    let desks = Setup.rehearsalsFolder + "/desks"
    try FileSystem.makeFolder(desks)
    Self.removeOld(desks, now)
    folder = try FileSystem.makePrivateFolder(in: desks, prefix: "desk-")
  }

  /// Desks of rehearsals that were killed; whoever plays now is younger than a day.
  private static func removeOld(_ folder: String, _ now: Timestamp) {
    for name in (try? FileSystem.list(folder)) ?? [] where name.hasPrefix("desk-") {
      guard let status = try? FileSystem.status(folder + "/" + name) else { continue }
      if status.modified < SystemClock.milliseconds() - 86_400_000 {
        FileSystem.removeTree(folder + "/" + name)
      }
    }
  }

  /// What stands in the upper left corner.
  static let deskName = "REHEARSAL"

  /// Puts the conversations on the desk.
  func fill(_ desk: EmbeddedDesk) throws(EmbeddedDeskError) {
    self.desk.withLock { $0 = desk }
    var bytes: [UInt8] = []
    for conversation in [stage.conversation] + stage.others {
      bytes += InterchangeWriter.line(conversation) + [0x0A]
    }
    var reader = LineReader(bytes)
    _ = try desk.importLines(from: &reader)
  }

  /// What the console asks for.
  var ports: RehearsalPorts {
    RehearsalPorts(
      say: { [self] lines in run { self.say(lines) } },
      keep: { [self] record, done in run { done(self.keep(record)) } })
  }

  /// Removes the desk.
  func finish() {
    queue.sync {}
    desk.withLock { $0 = nil }
    FileSystem.removeTree(folder)
  }

  private func run(_ body: @escaping @Sendable () -> Void) {
    if isImmediate { body() } else { queue.async(execute: body) }
  }

  private func say(_ lines: [RehearsalLine]) {
    guard let desk = desk.withLock({ $0 }) else { return }
    let conversation = stage.conversation(with: lines.map { ($0.at, $0.text) })
    var reader = LineReader(InterchangeWriter.line(conversation) + [0x0A])
    _ = try? desk.importLines(from: &reader)
    desk.refresh()
  }

  private func keep(_ record: RehearsalRecord) -> Result<String, ToolFailure> {
    let own = RehearsalProgress.folder(of: trainee.id.rawValue)
    let day = record.at.rfc3339.replacing(":", with: "").prefix(15)
    let path = own + "/\(day)-\(record.scenario).txt"
    do throws(SystemError) {
      try FileSystem.makeFolder(own)
      try FileSystem.replace(path, with: Array((record.report.joined(separator: "\n") + "\n").utf8))
      try RehearsalProgress.add(record, to: own)
      return .success(path)
    } catch {
      return .failure(.file(path: error.path, reason: error.reason))
    }
  }
}
