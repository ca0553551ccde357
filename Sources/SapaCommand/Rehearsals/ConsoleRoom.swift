import ConsoleCore
import ConsoleRuntime

/// What a console is made for besides an agent's work: a rehearsal, or a reading by roles.
protocol ConsoleRoom: Sendable {
  /// Puts on the desk what belongs there, and makes the console the room.
  func open(_ desks: OpenDesks, _ state: inout AppState) throws(SetupError)
  /// What the console asks for in a rehearsal.
  var rehearsalPorts: RehearsalPorts { get }
  /// What the console asks for in a reading.
  var readingPorts: ReadingPorts { get }
}

extension ConsoleRoom {
  var rehearsalPorts: RehearsalPorts { RehearsalPorts() }
  var readingPorts: ReadingPorts { ReadingPorts() }
}
