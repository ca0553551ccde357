/// State of `TextWrap.wrap`: gathers glyphs into clusters and clusters into rows.
struct RowBuilder {
  /// Columns of a row, at least 1.
  private let limit: Int
  private(set) var rows: [Row] = []

  /// Byte offset of the glyph to come, and of the row at hand.
  private var offset = 0
  private var rowStart = 0
  /// Columns of the row so far and the end of what they show; spaces without room hang over.
  private var column = 0
  private var shownEnd = 0
  private var isHanging = false
  /// End and columns of the row up to its last cluster that is not a space.
  private var wordEnd = 0
  private var wordColumns = 0
  private var opening: Opening?
  private var last: (lineClass: ScalarRecord.LineClass, isWide: Bool)?

  /// The cluster that is being gathered.
  private var first: Glyph?
  private var others: [Glyph] = []
  private var clusterStart = 0

  /// A place where the row can end.
  private struct Opening {
    /// Start of the next row.
    let next: Int
    let shownEnd: Int
    let shownColumns: Int
    /// Columns of the row up to `next`.
    let column: Int
  }

  init(limit: Int) { self.limit = limit }

  /// Goes on after rows that are known, at a byte offset.
  init(limit: Int, rows: [Row], start: Int) {
    self.limit = limit
    self.rows = rows
    offset = start
    rowStart = start
    shownEnd = start
    wordEnd = start
    clusterStart = start
  }

  mutating func add(_ glyph: Glyph) {
    if glyph.startsCluster || first == nil {
      place()
      clusterStart = offset
      first = glyph
    } else {
      others.append(glyph)
    }
    offset += glyph.sourceLength
  }

  /// Ends the last row at the end of the text; invisible scalars there may have no glyph.
  mutating func finish(at end: Int) {
    place()
    offset = end
    emit(next: offset, shownEnd: shownEnd, columns: column, endsParagraph: true)
  }

  private mutating func emit(next: Int, shownEnd: Int, columns: Int, endsParagraph: Bool) {
    rows.append(
      Row(
        range: rowStart..<next, shown: rowStart..<max(rowStart, shownEnd), columns: columns,
        endsParagraph: endsParagraph))
    rowStart = next
    opening = nil
  }

  /// Puts the gathered cluster on a row.
  private mutating func place() {
    guard let glyph = first else { return }
    first = nil
    switch glyph.base {
    case 0x0A:
      emit(next: offset, shownEnd: shownEnd, columns: column, endsParagraph: true)
      startRow(at: offset)
      last = nil
    case 0x09: placeSpace(columns: 8 - column % 8)
    case 0x20 where !glyph.hasMarks && others.isEmpty: placeSpace(columns: 1)
    default: placeCluster(glyph)
    }
    if !others.isEmpty { others.removeAll(keepingCapacity: true) }
  }

  private mutating func startRow(at start: Int) {
    column = 0
    wordColumns = 0
    wordEnd = start
    shownEnd = start
    isHanging = false
  }

  private mutating func placeSpace(columns: Int) {
    if !isHanging, column + columns <= limit {
      column += columns
      shownEnd = offset
    } else {
      isHanging = true
    }
    opening = Opening(
      next: offset, shownEnd: wordEnd, shownColumns: wordColumns, column: column)
    last = (.space, false)
  }

  private mutating func placeCluster(_ glyph: Glyph) {
    var columns = glyph.columns
    for other in others { columns += other.columns }
    let isWide = glyph.columns == 2
    let lineClass = LineBreaking.lineClass(of: glyph)
    if let last, LineBreaking.allowsBreak(after: last, before: (lineClass, isWide)) {
      opening = Opening(
        next: clusterStart, shownEnd: wordEnd, shownColumns: wordColumns, column: column)
    }
    if isHanging || column + columns > limit { makeRoom(for: columns) }
    if columns > limit {
      placeInParts(glyph)
    } else {
      column += columns
    }
    shownEnd = offset
    wordEnd = offset
    wordColumns = column
    last = (others.last.map(LineBreaking.lineClass) ?? lineClass, isWide)
  }

  private mutating func makeRoom(for columns: Int) {
    if let opening, opening.next > rowStart {
      emit(
        next: opening.next, shownEnd: opening.shownEnd, columns: opening.shownColumns,
        endsParagraph: false)
      column -= opening.column
      isHanging = false
    }
    if column > 0, column + columns > limit {
      emit(next: clusterStart, shownEnd: clusterStart, columns: column, endsParagraph: false)
      column = 0
    }
  }

  /// A cluster that is wider than a row is broken between its glyphs.
  private mutating func placeInParts(_ glyph: Glyph) {
    var start = clusterStart
    for part in [glyph] + others {
      if column + part.columns > limit {
        // A glyph without source only fills columns; it can be left out.
        if part.sourceLength == 0 { continue }
        emit(next: start, shownEnd: start, columns: column, endsParagraph: false)
        column = 0
      }
      column += part.columns
      start += part.sourceLength
    }
  }
}
