import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TextLayout
import Widgets

/// The composer: the text being written, the rule above that says who reads it, the row below for findings.
struct ComposerView: Equatable {
  // Rows and not the field: a field that is kept here would be copied, history and all, by the next key.
  private var rows: [ComposeRow] = []
  private var hint: SafeText
  private var style: Style

  init(_ state: AppState) {
    if let field = state.open?.composer.field, !field.isEmpty { rows = field.rows(field.visibleRows) }
    let audience = state.open?.composer.audience ?? .customer
    style = Self.style(for: audience)
    let place = state.focus == .composer ? "here" : "elsewhere"
    let command: Command = audience == .internal ? .note : .reply
    hint =
      state.open == nil || !rows.isEmpty
      ? .empty
      : state.words(
        "composer.\(place).\(audience.rawValue)", SafeText(state.keymap.label(for: command) ?? ""))
  }

  func draw(on canvas: inout Canvas) {
    if rows.isEmpty { canvas.draw(hint, row: 0, column: 0, style: Style(.placeholder)) }
    for (row, piece) in rows.enumerated() {
      canvas.draw(piece.paragraph, of: piece.row, row: row, column: 0, style: style)
    }
  }

  /// Draws the rows of a text from one on, and empties what is below them; the pane has its place.
  static func draw(_ field: borrowing ComposeField, from first: Int, style: Style, on canvas: inout Canvas) {
    let top = field.visibleRows.lowerBound
    let row = max(0, first - top)
    guard row < canvas.size.rows else { return }
    let below = Rect(column: 0, row: row, columns: canvas.size.columns, rows: canvas.size.rows - row)
    canvas.fill(below, .plain)
    for (offset, piece) in field.rows(top + row..<field.visibleRows.upperBound).enumerated() {
      canvas.draw(piece.paragraph, of: piece.row, row: row + offset, column: 0, style: style)
    }
  }

  /// How the text is drawn.
  static func style(for audience: Audience) -> Style { audience == .internal ? Style(.note) : .plain }

  /// Where the cursor stands; nil when the composer has not the keys.
  static func cursor(of state: AppState, in layout: Layout) -> ScreenPosition? {
    guard state.focus == .composer, state.popup == nil, let field = state.open?.composer.field,
      let pane = layout.panes[.composer]
    else { return nil }
    return cursor(of: field, in: pane)
  }

  /// Where the cursor stands in a field that has the keys.
  static func cursor(of field: borrowing ComposeField, in pane: Rect) -> ScreenPosition {
    let place = field.cursorPosition
    return ScreenPosition(
      row: pane.row + min(max(0, place.row - field.visibleRows.lowerBound), max(0, pane.rows - 1)),
      column: pane.column + min(place.column, max(0, pane.columns - 1)))
  }

  /// The rule above the composer.
  ///
  /// Who will read it is said in words, so that it is plain without colour too.
  static func rule(_ state: AppState) -> PaneInput.Content {
    let isFocused = state.focus == .composer
    let border = Style(isFocused ? .focusedBorder : .border)
    guard let open = state.open else {
      return .rule(heading: .empty, style: border, headingStyle: border)
    }
    let name = SafeText(line: open.conversation.contact.shortName)
    let channel = SafeText(line: open.conversation.channel)
    if state.isCustomer {
      return .rule(
        heading: withLinesAbove(state.words("rehearsal.hint.as", name), open, state), style: border,
        headingStyle: Style(.customerAudience, bold: true))
    }
    switch open.composer.audience {
    case .customer:
      let language = LanguageName.of(
        open.conversation.locale ?? open.conversation.contact.locale, state.words)
      let plain =
        language.map { state.words("composer.toCustomerIn", name, channel, $0) }
        ?? state.words("composer.toCustomer", name, channel)
      return .rule(
        heading: withLinesAbove(plain, open, state), style: border,
        headingStyle: Style(.customerAudience, bold: true))
    case .internal:
      return .rule(
        heading: withLinesAbove(state.words("composer.toUs", name), open, state),
        style: Style(.internalAudience),
        headingStyle: Style(.internalAudience, bold: true, reversed: true))
    case .world:
      return .rule(
        heading: withLinesAbove(state.words("composer.toWorld", target(open), channel), open, state),
        style: Style(.publicAudience),
        headingStyle: Style(.publicAudience, bold: true, reversed: true))
    }
  }

  /// A heading with the number of lines of the text that are out of sight above.
  private static func withLinesAbove(
    _ heading: SafeText, _ open: OpenConversation, _ state: AppState
  ) -> SafeText {
    let above = open.composer.field.visibleRows.lowerBound
    // Also where the row below has something else to tell.
    let files = open.composer.attachments.count
    let heading =
      files == 0 ? heading : heading + SafeText(" · ") + state.words.counted("composer.fileCount", files)
    return above == 0 ? heading : state.words("composer.linesAbove", heading, SafeText(String(above)))
  }

  /// Whose comment is answered.
  static func target(_ open: OpenConversation) -> SafeText {
    let parent = open.entry(open.composer.parent)
    return SafeText(line: parent?.author.displayName ?? open.conversation.contact.shortName)
  }

  /// The row below: what is held, or whether somebody wrote meanwhile.
  static func findingsLine(_ state: AppState, columns: Int) -> StyledLine {
    guard let open = state.open else { return StyledLine() }
    let composer = open.composer
    if let look = state.look, let finding = look.findings.first {
      let style = Style(finding.severity == .error ? .error : .warning, bold: true)
      let more = look.findings.count > 1 ? SafeText(" +\(look.findings.count - 1)") : .empty
      let advice = finding.suggestionKey.map { key in
        SafeText(" ") + state.words.format(key, finding.arguments.map { SafeText(line: $0) })
      }
      let sentence = BottomLine.sentence(finding, state.words)
      return StyledLine([StyledRun(SafeText(" ") + sentence + (advice ?? .empty) + more, style)])
    }
    if composer.isHeldStuck {
      let key = SafeText(state.keymap.label(for: .takeBack) ?? "")
      return StyledLine(state.words("held.stuckLine", key), Style(.error, bold: true))
    }
    if let held = composer.held {
      let key = composer.isSending ? "held.sending" : "held.\(held.audience.rawValue)"
      let style = Style(held.audience == .world ? .publicAudience : .warning, bold: true)
      return StyledLine(
        state.words(
          key, ClockText.clockWithSeconds(held.until, state.utcOffset),
          SafeText(state.keymap.label(for: .takeBack) ?? "")), style)
    }
    let isMovedOn = !composer.field.isEmpty && hasMovedOn(open, state)
    if isMovedOn { return StyledLine(state.words("composer.movedOn"), Style(.warning, bold: true)) }
    if let line = FindingsLine.line(state, columns: columns) { return line }
    if !composer.attachments.isEmpty {
      let key = SafeText(state.keymap.label(for: .detachFile) ?? "")
      return StyledLine(FileText.names(of: composer.attachments, key: key, state.words), Style(.link))
    }
    return StyledLine()
  }

  /// Whether somebody wrote what the writer has not had before their eyes.
  private static func hasMovedOn(_ open: OpenConversation, _ state: AppState) -> Bool {
    guard let seen = open.composer.seenUpTo, seen != open.conversation.lastSettledEntry?.id else {
      return false
    }
    return ThreadMovedOnCheck().findings(in: state.draft(of: open)).contains { $0.severity != .hint }
  }
}
