/// A text while the rules work on it, which knows of each scalar where it was typed.
struct TypographyDraft {
  /// A change of some cells, which a rule collects while it reads.
  struct Change {
    /// The cells that it replaces.
    var range: Range<Int>
    /// What stands there instead.
    var scalars: [UInt32]
  }

  private struct Removal {
    var start: Int32
    var end: Int32
    var rule: TypographyRule
  }

  /// The scalars as they stand now.
  private(set) var cells: [TypographyCell]
  /// Whether a kind of scalar stands in the text, or stood there: a bit for each `ScalarKind`.
  private(set) var kinds: UInt32
  /// Whether a cell may be guarded.
  private(set) var hasGuards = false
  private var ascii: UInt128 = 0
  private var removals: [Removal] = []

  /// Takes a text apart; O(length).
  init(_ text: String) {
    var cells: [TypographyCell] = []
    cells.reserveCapacity(text.utf8.count)
    var kinds: UInt32 = 0
    var ascii: UInt128 = 0
    var start: Int32 = 0
    for scalar in text.unicodeScalars {
      let kind = ScalarKind(scalar.value)
      kinds |= 1 << UInt32(kind.rawValue)
      if scalar.value < 0x80 { ascii |= 1 << UInt128(scalar.value) }
      cells.append(
        TypographyCell(scalar: scalar.value, typed: scalar.value, start: start, kind: kind, guarding: .open))
      start += Int32(truncatingIfNeeded: UTF8.width(scalar))
    }
    self.cells = cells
    self.kinds = kinds
    self.ascii = ascii
  }

  /// Whether a scalar of this kind may stand in the text.
  func has(_ kind: ScalarKind) -> Bool { kinds & 1 << UInt32(kind.rawValue) != 0 }

  /// The cell at `index`; nil outside the text.
  func cell(_ index: Int) -> TypographyCell? {
    index >= 0 && index < cells.count ? cells[index] : nil
  }

  /// The kind of the scalar at `index`; a newline outside the text.
  func kind(_ index: Int) -> ScalarKind {
    index >= 0 && index < cells.count ? cells[index].kind : .newline
  }

  /// The scalar at `index`; a line feed outside the text.
  func scalar(_ index: Int) -> UInt32 {
    index >= 0 && index < cells.count ? cells[index].scalar : 0x0A
  }

  /// Whether the cell at `index` is part of a word; never outside the text.
  func isWord(_ index: Int) -> Bool {
    index >= 0 && index < cells.count && cells[index].isWord
  }

  /// Whether a rule may change the cell at `index`; never outside the text.
  func isOpen(_ index: Int) -> Bool {
    index >= 0 && index < cells.count && cells[index].isOpen
  }

  /// The end of the run of cells from `index` on which `condition` holds, at most `limit` cells away.
  func end(of index: Int, upTo limit: Int = .max, while condition: (TypographyCell) -> Bool) -> Int {
    var end = index
    while end < cells.count, end - index < limit, condition(cells[end]) { end += 1 }
    return end
  }

  /// The start of the run of cells before `index` on which `condition` holds, at most `limit` cells away.
  func start(before index: Int, upTo limit: Int = .max, while condition: (TypographyCell) -> Bool) -> Int {
    var start = index
    while start > 0, index - start < limit, condition(cells[start - 1]) { start -= 1 }
    return start
  }

  /// Whether one of these characters of ASCII may stand in the text.
  func mentions(_ characters: String) -> Bool {
    characters.utf8.contains { ascii & 1 << UInt128($0) != 0 }
  }

  /// Sets why the cells of a range may not change.
  mutating func set(_ guarding: TypographyCell.Guard, on range: Range<Int>) {
    if guarding != .open { hasGuards = true }
    for index in range { cells[index].guarding = guarding }
  }

  /// Makes changes, which stand in the order of the text and do not overlap.
  ///
  /// A change that touches a guarded cell is left out. O(length) when there is any change.
  ///
  /// - Returns: Whether the text is another now.
  mutating func perform(_ changes: [Change], as rule: TypographyRule) -> Bool {
    var changed = false
    var result: [TypographyCell] = []
    result.reserveCapacity(cells.count + changes.count)
    var position = 0
    for change in changes {
      guard mayChange(change.range), isNews(change) else { continue }
      changed = true
      result.append(contentsOf: cells[position..<change.range.lowerBound])
      replace(change, as: rule, into: &result)
      position = change.range.upperBound
    }
    guard changed else { return false }
    result.append(contentsOf: cells[position...])
    cells = result
    return true
  }

  private func mayChange(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return isOpen(range.lowerBound - 1) || isOpen(range.lowerBound) }
    return cells[range].allSatisfy(\.isOpen)
  }

  private func isNews(_ change: Change) -> Bool {
    !cells[change.range].lazy.map(\.scalar).elementsEqual(change.scalars)
  }

  private mutating func replace(
    _ change: Change, as rule: TypographyRule, into result: inout [TypographyCell]
  ) {
    for (offset, scalar) in change.scalars.enumerated() {
      let kind = ScalarKind(scalar)
      kinds |= 1 << UInt32(kind.rawValue)
      if scalar < 0x80 { ascii |= 1 << UInt128(scalar) }
      let index = change.range.lowerBound + offset
      guard index < change.range.upperBound else {
        result.append(
          TypographyCell(
            scalar: scalar, typed: TypographyCell.inserted, start: 0, kind: kind, guarding: .open, rule: rule)
        )
        continue
      }
      var cell = cells[index]
      if cell.scalar != scalar {
        cell.scalar = scalar
        cell.kind = kind
        cell.rule = rule
      }
      result.append(cell)
    }
    for cell in cells[change.range].dropFirst(change.scalars.count)
    where cell.typed != TypographyCell.inserted {
      removals.append(Removal(start: cell.start, end: cell.start + Self.width(cell.typed), rule: rule))
    }
  }

  /// The changes from the text that was typed, in its order; O(length).
  func edits() -> [TypographyEdit] {
    var list = EditList()
    var pending = removals.sorted { $0.start < $1.start }[...]
    var cursor: Int32 = 0
    for cell in cells {
      guard cell.typed != TypographyCell.inserted else {
        if let rule = cell.rule { list.add(cursor..<cursor, cell.scalar, rule) }
        continue
      }
      while let removal = pending.first, removal.start < cell.start {
        list.add(removal.start..<removal.end, nil, removal.rule)
        cursor = removal.end
        pending.removeFirst()
      }
      cursor = cell.start + Self.width(cell.typed)
      if cell.scalar != cell.typed, let rule = cell.rule {
        list.add(cell.start..<cursor, cell.scalar, rule)
      }
    }
    for removal in pending { list.add(removal.start..<removal.end, nil, removal.rule) }
    return list.finished()
  }

  /// The text as it stands now.
  var text: String {
    var text = ""
    for cell in cells { text.unicodeScalars.append(Unicode.Scalar(cell.scalar) ?? "\u{FFFD}") }
    return text
  }

  private static func width(_ scalar: UInt32) -> Int32 {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }
}

/// Edits that grow together where they touch and have one rule.
private struct EditList {
  private var edits: [TypographyEdit] = []
  private var range: Range<Int32> = 0..<0
  private var replacement = ""
  private var rule: TypographyRule?

  mutating func add(_ next: Range<Int32>, _ scalar: UInt32?, _ nextRule: TypographyRule) {
    if rule == nextRule, range.upperBound == next.lowerBound {
      range = range.lowerBound..<next.upperBound
    } else {
      close()
      range = next
      rule = nextRule
    }
    if let scalar, let scalar = Unicode.Scalar(scalar) { replacement.unicodeScalars.append(scalar) }
  }

  private mutating func close() {
    if let rule {
      edits.append(
        TypographyEdit(
          range: Int(range.lowerBound)..<Int(range.upperBound), replacement: replacement, rule: rule.name))
    }
    replacement = ""
  }

  func finished() -> [TypographyEdit] {
    var list = self
    list.close()
    return list.edits
  }
}
