/// The one table of commands, in the order in which help lists them.
///
/// Nothing stands on Ctrl-A, Ctrl-B, Ctrl-S, Ctrl-Q: screen, tmux and flow control eat them. Ctrl-Z
/// stops the program as everywhere. Nothing needs Alt or Esc alone: each has the palette, and a letter
/// outside the composer.
package enum CommandTable {
  /// All rows.
  package static let rows: [CommandRow] = [
    row(.reply, .panes, "r", "i"),
    row(.note, .panes, "n"),
    row(.switchAudience, .everywhere, "Alt-N", "F4"),
    row(.send, .composer, "Enter"),
    row(.sendAnyway, .composer, "Alt-Y"),
    row(.takeBack, .everywhere, "Ctrl-T", "F9"),
    row(.undo, .panes, "u"),
    row(.resolve, .panes, "e"),
    row(.setStatus, .panes, "s"),
    row(.assign, .panes, "a"),
    row(.takeIt, .panes, "m"),
    row(.tag, .panes, "t"),
    row(.snooze, .panes, "h"),
    row(.takeBreak, .panes, "Alt-T"),

    row(.nextConversation, .everywhere, "Alt-Down", "Ctrl-N"),
    row(.previousConversation, .everywhere, "Alt-Up", "Ctrl-P"),
    row(.openConversation, .panes, "Enter"),
    row(.focusNext, .everywhere, "Tab"),
    row(.focusPrevious, .everywhere, "Shift-Tab"),
    row(.toggleQueue, .everywhere, "F2"),
    row(.back, .everywhere, "Esc", "Ctrl-G"),
    row(.viewMine, .panes, "1", "Alt-1"),
    row(.viewUnassigned, .panes, "2", "Alt-2"),
    row(.viewAll, .panes, "3", "Alt-3"),
    row(.viewSnoozed, .panes, "4", "Alt-4"),
    row(.viewResolved, .panes, "5", "Alt-5"),
    row(.nextView, .panes, "v"),
    row(.savedView1, .panes, "6", "Alt-6"),
    row(.savedView2, .panes, "7", "Alt-7"),
    row(.savedView3, .panes, "8", "Alt-8"),
    row(.savedView4, .panes, "9", "Alt-9"),
    row(.chooseView, .panes, "V"),
    row(.sortQueue, .panes, "o"),
    row(.filterQueue, .queue, "/"),
    row(.markRow, .queue, "Space"),
    row(.markAll, .queue, "*"),
    row(.nextBurning, .everywhere, "F8"),
    row(.followUp, .everywhere, "F6"),
    row(.find, .everywhere, "Ctrl-F"),
    row(.searchDesk, .everywhere, "F3"),
    row(.outbox, .everywhere, "F5"),
    row(.showConversation, .panes, "C"),
    row(.showThread, .panes, "T"),
    row(.showCustomer, .panes, "U"),
    row(.showQueue, .panes, "Q"),

    row(.rowUp, .rows, "Up", "k"),
    row(.rowDown, .rows, "Down", "j"),
    row(.pageUp, .rows, "PageUp"),
    row(.pageDown, .rows, "PageDown", "Space"),
    row(.goToFirst, .rows, "Home", "g"),
    row(.goToLast, .rows, "End", "G"),
    row(.scrollConversationUp, .composer, "PageUp"),
    row(.scrollConversationDown, .composer, "PageDown"),
    row(.foldOrUnfold, .panes, "z"),
    row(.foldAll, .panes, "Z"),
    row(.showRawText, .panes, "x"),
    row(.showSecret, .panes, "X"),
    row(.rehearsal, .everywhere, "F12"),
    row(.makeRehearsal, .panes, "R"),
    row(.copyEntry, .panes, "y"),
    row(.copyConversation, .panes, "Y"),
    row(.attachments, .panes, "l"),

    row(.chooseAnswer, .everywhere, "Ctrl-R", "Alt-/"),
    row(.openGuide, .everywhere, "F11", "Alt-H"),
    row(.openAnswerRoom, .panes, "L"),
    row(.safeRequest, .everywhere, "F7"),
    row(.access, .panes, "A"),
    row(.nextFinding, .composer, "Alt-G"),
    row(.applySuggestion, .composer, "Alt-S"),
    row(.insertAddress, .composer, "Alt-K"),
    row(.setTypography, .composer, "Alt-Q"),

    row(.newLine, .composer, "Ctrl-J", "Alt-Enter", "Shift-Enter"),
    row(.editElsewhere, .composer, "Alt-E"),
    row(.attachFile, .composer, "Alt-A"),
    row(.detachFile, .composer, "Alt-X"),
    row(.undoTyping, .composer, "Ctrl-_", "Alt-U"),
    row(.redoTyping, .composer, "Alt-R"),
    row(.deleteWordBackward, .composer, "Ctrl-W", "Alt-Backspace"),
    row(.deleteWordForward, .composer, "Alt-D"),
    row(.killToLineStart, .composer, "Ctrl-U"),
    row(.killToLineEnd, .composer, "Ctrl-O"),
    row(.yank, .composer, "Ctrl-Y"),
    row(.moveWordLeft, .composer, "Alt-B", "Ctrl-Left", "Alt-Left"),
    row(.moveWordRight, .composer, "Alt-F", "Ctrl-Right", "Alt-Right"),
    row(.moveToLineStart, .composer, "Home"),
    row(.moveToLineEnd, .composer, "End", "Ctrl-E"),
    row(.moveToTextStart, .composer, "Ctrl-Home", "Alt-<"),
    row(.moveToTextEnd, .composer, "Ctrl-End", "Alt->"),
    row(.moveLeft, .composer, "Left"),
    row(.moveRight, .composer, "Right"),
    row(.moveUp, .composer, "Up"),
    row(.moveDown, .composer, "Down"),
    row(.deleteBackward, .composer, "Backspace"),
    row(.deleteForward, .composer, "Delete", "Ctrl-D"),

    row(.palette, .everywhere, "Ctrl-K", "F10"),
    row(.help, .everywhere, "F1"),
    row(.redraw, .everywhere, "Ctrl-L"),
    row(.suspend, .everywhere, "Ctrl-Z"),
    row(.quit, .everywhere, "Ctrl-C"),
  ]

  /// Letters outside the composer for what has a key everywhere, beside the keys in `rows`.
  package static let letterAliases: [(command: Command, key: String)] = [
    (.help, "?"), (.palette, ":"), (.quit, "q"), (.nextBurning, "b"), (.followUp, "f"), (.find, "/"),
    (.searchDesk, "S"), (.outbox, "O"),
  ]

  /// The row of a command.
  ///
  /// - Complexity: O(rows).
  package static func row(of command: Command) -> CommandRow? {
    rows.first { $0.command == command }
  }

  private static func row(_ command: Command, _ context: CommandContext, _ keys: String...) -> CommandRow {
    CommandRow(command: command, context: context, keys: keys)
  }
}
