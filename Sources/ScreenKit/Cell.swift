/// One character cell: a spacing scalar, at most four marks on it, a style.
///
/// A glyph of two columns is one leading cell with `columns` 2 and one continuation cell right of it
/// with `columns` 0. ncurses keeps five scalars a cell, hence the four marks.
///
/// 24 bytes without padding, so that a driver may compare whole rows of cells as memory.
package struct Cell: Sendable, Hashable {
  /// The spacing Unicode scalar, never a control character; a space in an empty cell.
  package var base: UInt32
  // Apart, because a SIMD4 would align the cell to 16 bytes and double its size.
  @usableFromInline var mark0: UInt32
  @usableFromInline var mark1: UInt32
  @usableFromInline var mark2: UInt32
  @usableFromInline var mark3: UInt32
  /// 1 or 2 for a cell that shows something, 0 for the right half of a wide one.
  package var columns: UInt8
  /// How the cell looks.
  package var style: Style

  /// Makes a cell that holds one scalar.
  package init(base: UInt32, marks: SIMD4<UInt32> = .zero, columns: UInt8 = 1, style: Style = .plain) {
    self.base = base
    mark0 = marks[0]
    mark1 = marks[1]
    mark2 = marks[2]
    mark3 = marks[3]
    self.columns = columns
    self.style = style
  }

  /// Zero-width scalars drawn on the base, in order; unused places are 0.
  @inlinable package var marks: SIMD4<UInt32> { SIMD4(mark0, mark1, mark2, mark3) }

  /// An empty cell.
  package static let blank = Cell(base: 0x20)

  /// The right half of a glyph of two columns.
  package static func continuation(_ style: Style) -> Cell {
    Cell(base: 0x20, columns: 0, style: style)
  }
}
