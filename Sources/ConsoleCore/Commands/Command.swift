/// Where a command makes sense.
package enum CommandContext: String, Sendable, Hashable, CaseIterable {
  /// Everywhere, also while typing.
  case everywhere
  /// In every pane but the composer, where letters are free to be keys.
  case panes
  /// While typing.
  case composer
  /// In a pane of rows: queue, conversation, thread, customer.
  case rows
  /// In the queue alone, before what the key does in other panes.
  case queue
}

/// Everything that a person can ask of the console.
///
/// The raw value is the name in the config, in scripts and in the catalogue, where `command.NAME`
/// is its title and `command.NAME.help` says in one sentence what it does.
package enum Command: String, Sendable, Hashable, CaseIterable {
  // Going about
  case help, palette, focusNext, focusPrevious, toggleQueue, nextConversation, previousConversation
  case openConversation, back, quit, suspend, redraw
  case showConversation, showThread, showCustomer, showQueue
  case viewMine, viewUnassigned, viewAll, viewSnoozed, viewResolved, nextView
  // Moving
  case rowUp, rowDown, pageUp, pageDown, goToFirst, goToLast
  case scrollConversationUp, scrollConversationDown
  // Looking
  case foldOrUnfold, foldAll, showRawText, showSecret, rehearsal, makeRehearsal
  // Acting
  case reply, note, switchAudience, send, sendAnyway, takeBack, undo
  case setStatus, resolve, assign, takeIt, tag, snooze
  // Working through many
  case filterQueue, sortQueue, chooseView, savedView1, savedView2, savedView3, savedView4, nextBurning
  case markRow, markAll, followUp, find, searchDesk, outbox
  // Tools around
  case takeBreak, copyEntry, copyConversation, attachments, attachFile, detachFile, editElsewhere
  // Answers
  case chooseAnswer, openGuide, openAnswerRoom, safeRequest, access
  // Manners
  case nextFinding, applySuggestion, setTypography, insertAddress
  // Typing
  case newLine, undoTyping, redoTyping, deleteBackward, deleteForward, deleteWordBackward
  case deleteWordForward, killToLineStart, killToLineEnd, yank, moveLeft, moveRight, moveWordLeft
  case moveWordRight, moveToLineStart, moveToLineEnd, moveUp, moveDown, moveToTextStart, moveToTextEnd
}

/// One row of the table of commands: it feeds the keys, the palette, the help and README.
package struct CommandRow: Sendable, Hashable {
  /// What is done.
  package let command: Command
  /// Where it is offered.
  package let context: CommandContext
  /// The keys by default, in the notation of `KeyName`; the first is shown.
  package let keys: [String]

  /// Where the title stands in the catalogue.
  package var titleKey: String { "command.\(command.rawValue)" }
  /// Where the explanation stands in the catalogue.
  package var helpKey: String { "command.\(command.rawValue).help" }
}
