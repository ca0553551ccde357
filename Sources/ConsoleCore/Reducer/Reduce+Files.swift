import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the list of all files of the conversation, the latest first.
  mutating func askAttachments() -> [Effect] {
    guard let conversation = open?.conversation else { return say(words("composer.nothingOpen")) }
    let items = conversation.entries.reversed().flatMap { entry in
      entry.attachments.map { file in
        PopupItem(
          title: FileText.title(of: file, words),
          detail: SafeText(line: entry.author.displayName).truncated(to: 16)
            + SafeText(" ") + ClockText.short(entry.at, utcOffset, now: now, words),
          choice: .file(file))
      }
    }
    guard !items.isEmpty else { return say(words("file.none")) }
    var picker = PickerPopup(titleKey: "picker.files", items: items)
    picker.isFilterable = false
    return show(picker)
  }

  /// Asks the desk for a file's bytes; what is to become of them is remembered.
  mutating func want(_ file: Attachment, for purpose: FilePurpose) -> [Effect] {
    guard let id = open?.conversation.id else { return [] }
    let wish = FileWish(file, of: id, for: purpose)
    guard !fileWishes.contains(wish) else { return [] }
    fileWishes.append(wish)
    return [.ask(.attachment(id, file.id))] + say(words("file.fetching", FileText.name(of: file, words)))
  }

  /// Takes the bytes of a file, or why there are none.
  mutating func takeFile(
    _ conversation: ConversationID, _ id: AttachmentID, _ result: Result<[UInt8], DeskError>
  ) -> [Effect] {
    let wishes = fileWishes.filter { $0.conversation == conversation && $0.attachment.id == id }
    fileWishes.removeAll { wishes.contains($0) }
    switch result {
    case .failure(let error): return say(sentence(for: error), isError: true)
    case .success(let bytes):
      return wishes.flatMap { wish in
        let name = FileName.safe(wish.attachment.name)
        let file = ReceivedFile(name: name, mediaType: wish.attachment.mediaType, bytes: bytes)
        guard wish.purpose == .open, RiskyFile.runsCode(name: name, mediaType: file.mediaType, bytes: bytes)
        else {
          return [Effect.tool(.keep(file, wish.purpose))]
        }
        let key = SafeText("s")
        return say(words("file.risky", SafeText(line: name), key), isError: true)
      }
    }
  }

  /// Tells where a file is now.
  mutating func takeKept(
    _ name: String, _ purpose: FilePurpose, _ result: Result<String, ToolFailure>
  ) -> [Effect] {
    switch result {
    case .failure(let failure): return say(sentence(for: failure), isError: true)
    case .success(let path):
      return say(
        purpose == .save
          ? words("file.saved", SafeText(line: path)) : words("file.opened", SafeText(line: name)))
    }
  }

  // MARK: Files of ours

  /// Asks for a file that is to go with the answer.
  mutating func askPath() -> [Effect] {
    guard open != nil else { return say(words("composer.nothingOpen")) }
    _ = focus(on: .composer)
    let prompt = PathPrompt(text: pathBefore)
    popup = .path(prompt)
    return [.tool(.list(prompt.folder))]
  }

  mutating func take(_ key: KeyPress, in prompt: inout PathPrompt) -> [Effect] {
    let before = prompt.folder
    switch key.code {
    case .enter:
      guard let path = prompt.enter() else { break }
      popup = nil
      pathBefore = prompt.folder
      guard let id = open?.conversation.id else { return [] }
      return [.tool(.check(id, path: path))]
    case .tab: prompt.complete()
    case .up: prompt.cursor.move(.up)
    case .down: prompt.cursor.move(.down)
    case .pageUp: prompt.cursor.move(.pageUp)
    case .pageDown: prompt.cursor.move(.pageDown)
    case .backspace: prompt.deleteBackward()
    case .character("u") where key.modifiers == .control: prompt.setText("")
    case .character("w") where key.modifiers == .control: prompt.deletePart()
    case .character(let character) where key.modifiers.isEmpty:
      prompt.setText(prompt.text + String(character))
    default: break
    }
    popup = .path(prompt)
    return prompt.folder == before ? [] : [.tool(.list(prompt.folder))]
  }

  /// Takes what is in the folder that is being looked at.
  mutating func takeListed(_ folder: String, _ items: [FolderItem]) -> [Effect] {
    guard case .path(var prompt)? = popup, prompt.folder == folder else { return [] }
    prompt.take(items)
    popup = .path(prompt)
    return []
  }

  /// Adds a file to the answer, once.
  mutating func takeChecked(_ id: ConversationID, _ result: Result<AttachmentUpload, ToolFailure>) -> [Effect]
  {
    switch result {
    case .failure(let failure): return say(sentence(for: failure), isError: true)
    case .success(let file):
      changeComposer(id) { composer in
        if !composer.attachments.contains(where: { $0.path == file.path }) {
          composer.attachments.append(file)
        }
      }
      return say(words("file.attached", SafeText(line: file.name)))
    }
  }

  /// Takes a file off the answer; of several the person chooses one.
  mutating func askDetach() -> [Effect] {
    guard let files = open?.composer.attachments, let first = files.first else {
      return say(words("file.noneAttached"))
    }
    if files.count == 1 { return detach(first) }
    let items = files.map { file in
      PopupItem(title: SafeText(line: file.name), detail: SafeText(line: file.path), choice: .detach(file))
    }
    return show(PickerPopup(titleKey: "picker.detach", items: items))
  }

  mutating func detach(_ file: AttachmentUpload) -> [Effect] {
    guard let id = open?.conversation.id else { return [] }
    changeComposer(id) { $0.attachments.removeAll { $0 == file } }
    return say(words("file.detached", SafeText(line: file.name)))
  }
}
