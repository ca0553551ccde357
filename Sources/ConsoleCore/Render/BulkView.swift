import DeskModel
import Safeguards
import ScreenKit
import TextLayout
import Widgets

/// The lines of a review: what each customer would get, one block after the other.
struct BulkLayout {
  /// The lines of each item.
  let blocks: [[StyledLine]]
  /// Lines on the screen.
  let height: Int

  init(_ bulk: BulkReply, in state: AppState) {
    let inner = BulkView.area(on: state.size)
    height = max(1, inner.rows - BulkView.linesBelow)
    blocks = zip(bulk.items, bulk.conversations).map { item, conversation in
      BulkLayout.block(item, conversation, state, columns: max(1, inner.columns - 1))
    }
  }

  /// Who and by which way, the text, and what speaks against it.
  private static func block(
    _ item: BulkItem, _ conversation: Conversation, _ state: AppState, columns: Int
  ) -> [StyledLine] {
    let words = state.words
    let sign = words(item.goes ? "bulk.goes" : "bulk.staysOut")
    var first = [
      StyledRun(sign + SafeText(" "), Style(item.goes ? .success : .warning, bold: true)),
      StyledRun(SafeText(line: conversation.contact.displayName), .title),
      StyledRun(SafeText(" · ") + SafeText(line: conversation.channel) + SafeText(" · "), .muted),
      StyledRun(words("audience.customer", SafeText(line: conversation.contact.shortName)), .muted),
    ]
    if item.isEdited { first.append(StyledRun(SafeText(" · ") + words("bulk.edited"), .muted)) }
    var lines = [StyledLine(first)]
    func add(_ text: SafeText, _ style: Style) {
      for piece in TextWrap.wrap(text, columns: max(1, columns - 4)) {
        lines.append(StyledLine([StyledRun(SafeText.spaces(4)), StyledRun(text.part(piece.shown), style)]))
      }
    }
    if item.isLeftOut { add(words("bulk.leftOut"), Style(.warning)) }
    if let obstacle = item.obstacle {
      add(words("bulk.obstacle.\(obstacle.rawValue)"), Style(.warning))
      return lines + [StyledLine()]
    }
    if !item.missing.isEmpty { add(words("bulk.missing", list(item.missing)), Style(.warning)) }
    if !item.unknown.isEmpty { add(words("bulk.unknown", list(item.unknown)), Style(.warning)) }
    for finding in item.findings {
      // A placeholder that could not be filled in was told already.
      if finding.rule == "placeholder.unfilled", item.isStopped, !item.isEdited { continue }
      add(BottomLine.sentence(finding, words), Style(finding.severity == .error ? .error : .warning))
    }
    add(SafeText(item.text), .plain)
    return lines + [StyledLine()]
  }

  private static func list(_ names: [String]) -> SafeText {
    SafeText(line: names.map { "{{\($0)}}" }.joined(separator: ", "))
  }

  private var total: Int { blocks.reduce(0) { $0 + $1.count } }

  private func start(of item: Int) -> Int { blocks.prefix(item).reduce(0) { $0 + $1.count } }

  /// Goes one line on within a block that is longer than the screen, else to the next one.
  func move(_ bulk: inout BulkReply, down isDown: Bool) {
    guard blocks.indices.contains(bulk.selected) else { return }
    let start = start(of: bulk.selected)
    let end = start + blocks[bulk.selected].count
    if isDown, end > bulk.offset + height, start < bulk.offset + height {
      bulk.offset += 1
    } else if !isDown, start < bulk.offset, end > bulk.offset {
      bulk.offset -= 1
    } else {
      select(bulk.selected + (isDown ? 1 : -1), in: &bulk, fromBelow: !isDown)
    }
  }

  /// Goes a screen further.
  func page(_ bulk: inout BulkReply, down isDown: Bool) {
    let step = max(1, height - 1)
    bulk.offset = min(max(0, bulk.offset + (isDown ? step : -step)), max(0, total - height))
    var line = 0
    for (item, block) in blocks.enumerated() {
      if line >= bulk.offset || line + block.count > bulk.offset + height - 1 {
        bulk.selected = item
        return
      }
      line += block.count
    }
  }

  /// Selects an item and brings it into sight: its beginning, or its end when one comes from below.
  func select(_ item: Int, in bulk: inout BulkReply, fromBelow: Bool = false) {
    bulk.selected = min(max(0, item), max(0, blocks.count - 1))
    let start = start(of: bulk.selected)
    let end = start + (blocks.isEmpty ? 0 : blocks[bulk.selected].count)
    if start < bulk.offset { bulk.offset = fromBelow ? max(start, end - height) : start }
    if end > bulk.offset + height { bulk.offset = min(start, end - height) }
    bulk.offset = min(max(0, bulk.offset), max(0, total - height))
  }
}

/// Draws one reply to several customers: the template, then the review.
enum BulkView {
  /// Lines under the review, for the keys.
  static let linesBelow = 1

  /// The inside of the box.
  static func area(on screen: Size) -> Rect { PopupView.inner(box(on: screen)) }

  /// Where the text is written.
  static func fieldSize(on screen: Size) -> Size {
    let area = area(on: screen)
    return Size(columns: area.columns, rows: max(1, area.rows - 3))
  }

  private static func box(on screen: Size) -> Rect {
    PopupLayout.place(
      Size(columns: min(screen.columns - 4, 100), rows: screen.rows - 2), in: Rect(screen), .centred)
  }

  /// Draws it and says where the cursor stands.
  static func draw(_ bulk: BulkReply, _ state: AppState, on canvas: inout Canvas) -> ScreenPosition? {
    let box = box(on: canvas.size)
    PopupView.frame(box, title(bulk, state.words), on: &canvas)
    var cursor: ScreenPosition?
    canvas.within(PopupView.inner(box)) { canvas in
      if bulk.stage == .reviewing {
        drawReview(bulk, state, on: &canvas)
      } else {
        cursor = drawField(bulk, state, on: &canvas)
      }
    }
    return cursor
  }

  private static func title(_ bulk: BulkReply, _ words: Words) -> SafeText {
    switch bulk.stage {
    case .writing: return words("bulk.writing", SafeText(String(bulk.conversations.count)))
    case .reviewing:
      return words("bulk.review", SafeText(String(bulk.goingCount)), SafeText(String(bulk.items.count)))
    case .editing:
      let name = bulk.conversations[bulk.selected].contact.displayName
      return words("bulk.editing", SafeText(line: name))
    }
  }

  private static func drawField(
    _ bulk: BulkReply, _ state: AppState, on canvas: inout Canvas
  ) -> ScreenPosition? {
    let words = state.words
    let rows = canvas.size.rows
    let isWriting = bulk.stage == .writing
    for (row, piece) in bulk.field.rows(bulk.field.visibleRows).enumerated() where row < rows - 2 {
      canvas.draw(piece.paragraph, of: piece.row, row: row, column: 0, style: .plain)
    }
    if bulk.field.isEmpty {
      canvas.draw(words("bulk.hint"), row: 0, column: 0, style: Style(.placeholder))
    }
    if isWriting {
      let known = SafeText(TemplateText.known.map { "{{\($0)}}" }.joined(separator: "  "))
      canvas.draw(words("bulk.known", known), row: rows - 2, column: 0, style: .muted)
    }
    canvas.draw(
      words(isWriting ? "bulk.writingKeys" : "bulk.editingKeys"), row: rows - 1, column: 0, style: Style(.key)
    )
    let place = bulk.field.cursorPosition
    return ScreenPosition(
      row: canvas.area.row + min(max(0, place.row - bulk.field.visibleRows.lowerBound), max(0, rows - 3)),
      column: canvas.area.column + min(place.column, max(0, canvas.size.columns - 1)))
  }

  private static func drawReview(_ bulk: BulkReply, _ state: AppState, on canvas: inout Canvas) {
    let layout = BulkLayout(bulk, in: state)
    var line = 0
    for (item, block) in layout.blocks.enumerated() {
      for content in block {
        let row = line - bulk.offset
        line += 1
        guard row >= 0, row < layout.height else { continue }
        let isBlank = content.runs.isEmpty
        if item == bulk.selected, !isBlank {
          canvas.fill(Rect(column: 0, row: row, columns: 1, rows: 1), with: "▌", Style(.accent))
        }
        canvas.draw(content, row: row, column: 1)
      }
    }
    let keys =
      bulk.goingCount == 0
      ? state.words("bulk.nobody")
      : state.words(
        "bulk.reviewKeys", SafeText(String(bulk.goingCount)), SafeText(String(state.settings.holdSeconds)))
    canvas.draw(keys, row: canvas.size.rows - 1, column: 0, style: Style(.key, bold: true))
  }
}
