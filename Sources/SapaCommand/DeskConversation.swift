import DeskLink
import DeskModel
import LocalDesk

/// A conversation of the desk, for commands that are about one.
enum DeskConversation {
  /// Reads it; nil, and said, when it cannot be had.
  static func read(_ id: String, _ setup: Setup) throws(SetupError) -> Conversation? {
    let desk = try setup.openDesk(clock: Setup.systemNow, access: .readOnly)
    defer { desk.close() }
    do throws(DeskError) {
      if case .conversation(let conversation) = try desk.ask(.conversation(ConversationID(id))) {
        return conversation
      }
    } catch {
      Printed.error("The conversation “\(Printed.line(id))” cannot be read: \(Printed.line("\(error)")).")
    }
    return nil
  }
}
