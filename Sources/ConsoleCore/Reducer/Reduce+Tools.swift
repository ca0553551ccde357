import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Carries out a command that uses programs or files of the person's own; nil for other commands.
  mutating func runTool(_ command: Command) -> [Effect]? {
    switch command {
    case .takeBreak: askBreak()
    case .copyEntry: copyEntry()
    case .copyConversation: copyConversation()
    case .editElsewhere: editElsewhere()
    case .attachments: askAttachments()
    case .attachFile: askPath()
    case .nextFinding: nextFinding()
    case .applySuggestion: applySuggestion()
    case .setTypography: setTypography()
    case .insertAddress: insertAddress()
    case .chooseAnswer: chooseAnswer()
    case .openGuide: openGuide()
    case .safeRequest: askSafeRequest()
    case .access: askAccess()
    case .openAnswerRoom: openAnswerRoom()
    case .detachFile: askDetach()
    default: nil
    }
  }

  /// Takes what a program or a file of the person's own has to tell.
  mutating func take(_ action: ToolAction) -> [Effect] {
    switch action {
    case .edited(let id, let result): takeEdited(id, result)
    case .failed(let failure): say(sentence(for: failure), isError: true)
    case .kept(let name, let purpose, let result): takeKept(name, purpose, result)
    case .listed(let folder, let items): takeListed(folder, items)
    case .checked(let id, let result): takeChecked(id, result)
    }
  }
}
