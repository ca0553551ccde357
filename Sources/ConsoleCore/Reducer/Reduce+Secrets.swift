import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Asks what is held of the open conversation, when marks stand in it.
  mutating func askForSecrets() -> [Effect] {
    guard let current = open else { return [] }
    let conversation = current.conversation
    let basis = HeldSecrets.Basis(
      conversation: conversation.id, version: conversation.version, entries: conversation.entries.count)
    guard heldSecrets.asked != basis else { return [] }
    heldSecrets.asked = basis
    if heldSecrets.conversation != conversation.id { heldSecrets.marks = [] }
    heldSecrets.conversation = conversation.id
    let isMarked =
      conversation.entries.contains { $0.text.contains("••••") } || conversation.subject.contains("••••")
    return isMarked ? [.lookForSecrets(conversation.id)] : []
  }

  /// Takes what is held of a conversation.
  mutating func takeHeld(_ id: ConversationID, _ marks: [HeldSecretMark]) -> [Effect] {
    if heldSecrets.conversation == id { heldSecrets.marks = marks }
    return []
  }

  /// Asks which secret of the open conversation is to be shown, and why; that of the selected entry first.
  mutating func askSecret() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    let marks =
      heldSecrets.conversation == current.conversation.id ? heldSecrets.marks.filter { $0.expires > now } : []
    guard !marks.isEmpty else { return say(words("secret.none")) }
    var secret = SecretPopup(marks: marks)
    let entry = current.selectedEntry(in: focus == .thread ? .thread : .conversation)?.id
    secret.selected = marks.lastIndex { $0.entry == entry } ?? marks.count - 1
    look = nil
    remark = nil
    popup = .secret(secret)
    return []
  }

  /// Gives a key to the popup.
  mutating func take(_ key: KeyPress, in secret: inout SecretPopup) -> [Effect] {
    // Whatever is pressed hides what is shown.
    if closes(key) || secret.shown != nil {
      popup = nil
      return []
    }
    var effects: [Effect] = []
    switch key.code {
    case .up, .down:
      let step = key.code == .up ? secret.marks.count - 1 : 1
      secret.selected = (secret.selected + step) % max(1, secret.marks.count)
    case .enter:
      let reason = secret.reason.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !reason.isEmpty else { return say(words("secret.sayWhy"), isError: true) }
      guard secret.marks.indices.contains(secret.selected) else { return [] }
      effects = [.revealSecret(secret.marks[secret.selected], reason: reason)]
    default:
      if let edit = lineEdit(key) { _ = secret.reason.apply(edit) }
    }
    popup = .secret(secret)
    return effects
  }

  /// Shows a secret, which is written down by now; or says why not.
  mutating func takeRevealed(_ mark: HeldSecretMark, _ result: Result<String?, ToolFailure>) -> [Effect] {
    // Whoever has gone on by now does not want it on the screen.
    guard case .secret(var secret)? = popup, secret.shown == nil else { return [] }
    switch result {
    case .success(let value?):
      secret.shown = SecretPopup.Shown(
        mark: mark, value: SafeText(value), until: now.adding(seconds: SecretPopup.seconds))
      popup = .secret(secret)
      return []
    case .success(nil):
      popup = nil
      heldSecrets.marks.removeAll { $0 == mark }
      return say(words("secret.gone"))
    case .failure(let failure):
      popup = nil
      return say(words("secret.notWritten", sentence(for: failure)), isError: true)
    }
  }

  /// Hides a secret: its time is over, or the screen is about to be another.
  mutating func hideSecret(onlyIfDue: Bool = false) {
    guard case .secret(let secret)? = popup, let shown = secret.shown else { return }
    if !onlyIfDue || shown.until <= now { popup = nil }
  }

  /// When the screen changes next because a secret is shown; nil when none is.
  var secretDeadline: Timestamp? {
    guard case .secret(let secret)? = popup, let until = secret.shown?.until else { return nil }
    let left = max(0, until.milliseconds - now.milliseconds)
    return Timestamp(milliseconds: until.milliseconds - max(0, (left - 1) / 1_000 * 1_000))
  }
}
