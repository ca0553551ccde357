import DeskModel
import Rehearsals
import ScreenKit
import TextLayout
import Widgets

/// Rooms beside the agent's desk: the customer's seat in a rehearsal, and a reading by roles.
extension AppState {
  /// Whether something is followed in the open conversation besides what everybody sees.
  var isRoom: Bool { rehearsal != nil || reading != nil }

  /// What an agent does and a customer cannot.
  private static let agentsOwn: Set<Command> = [
    .note, .switchAudience, .sendAnyway, .takeBack, .undo, .setStatus, .resolve, .assign, .takeIt, .tag,
    .snooze,
    .takeBreak, .markRow, .markAll, .followUp, .outbox, .attachFile, .detachFile, .chooseAnswer, .openGuide,
    .openAnswerRoom, .safeRequest, .access, .nextFinding, .applySuggestion, .setTypography, .insertAddress,
    .makeRehearsal,
  ]
  /// What leads a customer to other conversations, or behind what customers see.
  private static let agentsWays: Set<Command> = [
    .searchDesk, .showSecret, .nextConversation, .previousConversation, .openConversation, .nextBurning,
    .viewMine,
    .viewUnassigned, .viewAll, .viewSnoozed, .viewResolved, .nextView, .savedView1, .savedView2, .savedView3,
    .savedView4, .chooseView, .sortQueue, .filterQueue, .toggleQueue, .showQueue,
  ]
  /// What would add to a dialogue that is read, or change it; notes may be written and taken back.
  private static let readersOwn: Set<Command> = [.note, .takeBack, .undo]

  /// Why a command means nothing in this room; nil where it does.
  func refusal(of command: Command) -> SafeText? {
    if isCustomer, Self.agentsOwn.contains(command) || Self.agentsWays.contains(command) {
      return words("rehearsal.colleague.notYours")
    }
    guard Self.agentsOwn.contains(command) else { return nil }
    if reading != nil, !Self.readersOwn.contains(command) { return words("reading.onlyNotes") }
    return nil
  }

  /// What is shown of a conversation in this room: a customer does not see our notes.
  func shown(_ conversation: Conversation) -> Conversation {
    guard isCustomer else { return conversation }
    var conversation = conversation
    conversation.entries.removeAll {
      $0.audience == .internal && !$0.id.rawValue.hasPrefix(RehearsalStage.endingPrefix)
    }
    return conversation
  }

  /// The composer that a conversation begins with in this room.
  func furnished(_ composer: Composer) -> Composer {
    guard reading != nil else { return composer }
    var composer = composer
    composer.kind = .note
    composer.audience = .internal
    return composer
  }

  /// Lets rooms have what has come to stand in the open conversation.
  mutating func followRoom() -> [Effect] { followColleague() + followReading() }

  /// Makes a scenario of the open conversation.
  mutating func makeScenario() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    guard current.conversation.entries.contains(where: { $0.isFromOutside }) else {
      return say(words("scenario.nothingSaid"))
    }
    _ = say(words("scenario.making"))
    return [.makeScenario(current.conversation)]
  }

  /// Says where the scenario is and how it is played.
  mutating func takeMade(_ result: Result<ScenarioFile, ToolFailure>) -> [Effect] {
    switch result {
    case .success(let file):
      say(words("scenario.made", SafeText(line: file.path), SafeText(line: file.name)))
    case .failure(let failure): say(words("scenario.notMade", sentence(for: failure)), isError: true)
    }
  }
}
