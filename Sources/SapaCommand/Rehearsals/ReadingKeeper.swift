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

/// The outside of a reading by roles: a desk on which the lines appear, for one terminal or for two, and a voice.
///
/// The desk stays with its notes: who comes back reads on where they were.
final class ReadingKeeper: ConsoleRoom {
  /// The folder of the desk.
  let folder: String
  private let reading: RoleReading
  private let source: Conversation
  private let role: RoleReading.Role?
  private let isAloud: Bool
  private let pause: @Sendable (Int64) -> String
  private let isImmediate: Bool
  private let desk = Mutex<EmbeddedDesk?>(nil)
  private let queue = DispatchQueue(label: "sapa.reading")
  private let voice = Voice()

  /// Makes the keeper of a reading in a folder that `ReadingFolder` gives.
  init(
    _ conversation: Conversation, folder: String, role: RoleReading.Role?, isAloud: Bool, isImmediate: Bool,
    pause: @escaping @Sendable (Int64) -> String
  ) {
    source = conversation
    reading = RoleReading(conversation)
    self.folder = folder
    self.role = role
    self.isAloud = isAloud
    self.isImmediate = isImmediate
    self.pause = pause
  }

  /// What stands in the upper left corner.
  private static let deskName = "READING"

  func open(_ desks: OpenDesks, _ state: inout AppState) throws(SetupError) {
    do throws(EmbeddedDeskError) {
      for local in desks.locals {
        desk.withLock { $0 = local.desk }
        // Without a line there would be no conversation to look at.
        if local.desk.count == 0 { try add(0..<1, to: local.desk) }
      }
    } catch { throw .desk(error) }
    do throws(SystemError) { try ReadingFolder.keep(source, in: folder) } catch {
      throw .desk(.system(error))
    }
    state.settings.deskName = Self.deskName
    state.enter(ReadingRoom(reading, role: role, isAloud: isAloud))
  }

  var readingPorts: ReadingPorts {
    ReadingPorts(
      show: { [self] number, failed in
        if isImmediate { show(number, failed) } else { queue.async { self.show(number, failed) } }
      },
      speak: { [self] line, failed in voice.speak(line, failed) })
  }

  /// Ends what is still being read.
  func finish() {
    queue.sync {}
    voice.silence()
    desk.withLock { $0 = nil }
  }

  private func show(_ number: Int, _ failed: (ToolFailure) -> Void) {
    guard let desk = desk.withLock({ $0 }) else { return }
    // The other reader may have turned the page a moment ago.
    desk.refresh()
    if case .conversation(let shown)? = try? desk.ask(.conversation(RoleReading.id)),
      RoleReading.position(in: shown) > number
    {
      return
    }
    do throws(EmbeddedDeskError) { try add(number..<number + 1, to: desk) } catch {
      return failed(.file(path: folder, reason: error.description))
    }
    desk.refresh()
  }

  private func add(_ numbers: Range<Int>, to desk: EmbeddedDesk) throws(EmbeddedDeskError) {
    try RehearsalKeeper.add(reading.conversation(numbers, at: Setup.systemNow(), pause: pause), to: desk)
  }
}
