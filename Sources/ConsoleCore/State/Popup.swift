package import DeskModel
package import Safeguards
package import TextLayout
package import Widgets

/// What choosing a row of a popup does.
package enum PopupChoice: Sendable, Hashable {
  case run(Command)
  case setStatus(String)
  case assign(Agent?)
  case toggleTag(String)
  case addTypedTag
  case snooze(until: Timestamp?)
  case followUp(FollowUp?)
  case access(AccessRequest?)
  case sort(QueueSort)
  case view(QueueView)
  case savedView(Int)
  case backendQueue(BackendQueueID)
  case file(Attachment)
  case breakFor(Agent?)
  case detach(AttachmentUpload)
}

/// One row that can be chosen.
package struct PopupItem: Sendable, Hashable {
  /// What the row says, and what typing is matched against.
  package var title: SafeText
  /// What stands at the right: a key, a mark.
  package var detail: SafeText
  /// What choosing it does.
  package var choice: PopupChoice
  /// What it is about: searched when the title does not match.
  package var about: SafeText
  /// Whether it stands for what was typed, and goes when that changes.
  package var isTyped = false

  /// Makes an item.
  package init(
    title: SafeText, detail: SafeText = SafeText(""), choice: PopupChoice, about: SafeText = SafeText("")
  ) {
    self.about = about
    self.title = title
    self.detail = detail
    self.choice = choice
  }
}

/// A list to choose from by typing a part of a name.
package struct PickerPopup: Sendable, Hashable {
  /// The heading's key in the catalogue.
  package var titleKey: String
  /// What is offered.
  package var items: [PopupItem]
  /// What was typed to narrow it.
  package var filter = ""
  /// Whether typing narrows it; else letters are keys.
  package var isFilterable = true
  /// Places in `items` that match, best first.
  package var matches: [Int]
  /// The selected match.
  package var cursor = ListCursor()
  /// How many conversations the choice is for, when it is for the marked ones; else 0.
  package var markedCount = 0
  /// What stands in the empty field: a key of the catalogue.
  package var hintKey = "picker.hint"
  /// What is said when nothing matches; nil for the usual sentence.
  package var nothing: SafeText?

  /// Makes a picker that offers everything.
  package init(titleKey: String, items: [PopupItem]) {
    self.titleKey = titleKey
    self.items = items
    matches = Array(items.indices)
    cursor.resize(count: items.count, height: 12)
  }

  /// The chosen item; nil when nothing matches.
  package var chosen: PopupItem? {
    cursor.selected.map { items[matches[$0]] }
  }
}

/// Text to read: help, raw bytes.
package struct TextPopup: Sendable, Hashable {
  /// The heading.
  package var title: SafeText
  /// The lines, not wrapped: what does not fit is cut.
  package var lines: [StyledLine]
  /// The first line shown, from 0.
  package var offset = 0

  /// Makes a popup at its first line.
  package init(title: SafeText, lines: [StyledLine]) {
    self.title = title
    self.lines = lines
  }
}

/// What lies over the panes and gets the keys first.
package enum Popup: Sendable, Hashable {
  /// Something to choose.
  case picker(PickerPopup)
  /// Something to read.
  case text(TextPopup)
  /// The note that goes with a hand-over before a break.
  case breakNote(BreakNote)
  /// A rest; nothing else is shown.
  case rest(Rest)
  /// A path to be typed.
  case path(PathPrompt)
  /// Whether to quit with a reply still held.
  case confirmQuit
  /// A search over the whole desk.
  case search(DeskSearch)
  /// The choice of an answer.
  case answers(AnswerPopup)
  /// The room of answers.
  case room(AnswerRoom)
  /// Guided scripts for hard moments.
  case guide(GuidePopup)
  /// The form of the safe request.
  case access(AccessForm)
  /// One reply to several customers.
  case bulk(BulkReply)
  /// What waits for a desk or has failed there.
  case outbox(OutboxPopup)
  /// Why a secret is to be shown, and the secret.
  case secret(SecretPopup)
  /// The menu of a rehearsal, its questions, and what comes afterwards.
  case rehearsal(RehearsalPopup)
}

/// The last look: what was found in an answer that is about to go.
package struct Look: Sendable, Hashable {
  /// The conversation that is answered.
  package var conversation: ConversationID
  /// Errors first.
  package var findings: [Finding]
  /// Whether a second Enter sends it: there is no error.
  package var canSend: Bool
  /// Whether it has been on the screen.
  package var isDrawn = false

  /// Whether all that stops it is a request for access, which a person may have to make all the same; what nobody may ask
  /// for has no way round.
  package var canSendAnyway: Bool {
    let errors = findings.filter { $0.severity == .error }
    return !errors.isEmpty && errors.allSatisfy { $0.rule == "credential.ask" }
  }

  /// Makes a look that nobody has seen yet.
  package init(conversation: ConversationID, findings: [Finding], canSend: Bool) {
    self.conversation = conversation
    self.findings = findings
    self.canSend = canSend
  }
}
