import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Hands the answer to the person's editor; what is here is on disk before.
  mutating func editElsewhere() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    _ = focus(on: .composer)
    return saveDrafts { _ in true } + [
      .tool(.edit(current.conversation.id, text: current.composer.field.text))
    ]
  }

  /// Takes what the editor has left: as one step that can be undone, cleaned like a paste.
  mutating func takeEdited(_ id: ConversationID, _ result: Result<String, ToolFailure>) -> [Effect] {
    let text: String
    switch result {
    case .failure(let failure): return say(words("editor.kept", sentence(for: failure)), isError: true)
    case .success(let edited): text = edited
    }
    guard let current = open, current.conversation.id == id else {
      changeComposer(id) { $0.replaceText(text) }
      return []
    }
    let field = current.composer.field
    guard field.text != text else { return say(words("editor.same")) }
    let effects = edit(.replace(0..<field.byteCount, with: text))
    open?.composer.field.apply(.moveToEnd)
    revision.isTyping = false
    return remark == nil ? effects + say(words("editor.done")) : effects
  }

  /// The sentence for a failure of a program or a file of the person's.
  func sentence(for failure: ToolFailure) -> SafeText {
    switch failure {
    case .cannotStart(let program, let reason):
      words("tool.cannotStart", SafeText(line: program), SafeText(line: reason))
    case .failed(let program, let code): words("tool.failed", SafeText(line: program), SafeText(String(code)))
    case .killed(let program, let signal):
      words("tool.killed", SafeText(line: program), SafeText(String(signal)))
    case .file(let path, let reason): words("tool.file", SafeText(line: path), SafeText(line: reason))
    case .noFile(let path): words("tool.noFile", SafeText(line: path))
    case .tooLarge(let path, let limit): words("tool.tooLarge", SafeText(line: path), SafeText(String(limit)))
    case .noOpener(let name): words("tool.noOpener", SafeText(line: name))
    case .unavailable: words("tool.unavailable")
    }
  }
}
