/// What one cell of a screen (or two, when wide) shows: a spacing scalar and its zero-width marks.
package struct Glyph: Sendable, Hashable {
  /// Spacing scalar; its width by `DisplayWidth` is `columns`.
  package internal(set) var base: UInt32
  /// Zero-width marks in order, 0 where there is none; a fifth one is not drawn.
  package private(set) var marks = SIMD4<UInt32>()
  /// Terminal columns, 1 or 2.
  package var columns: Int { Int(width) }
  /// UTF-8 bytes of the source that it stands for, its undrawn scalars included.
  ///
  /// 0 for a glyph that only fills columns: the rest of a tab, the blank after a `□` that stands
  /// for a wide scalar. The lengths of all glyphs add up to the source, but for direction marks
  /// that end it after a tab.
  package var sourceLength: Int { Int(length) }
  /// True for the first glyph of a cluster; a cursor stops only before such a glyph.
  package let startsCluster: Bool
  /// Invisible direction marks (LRM, RLM, ALM) before and after the base, for `BidiRow` only.
  var leadingDirection = DirectionalMark.none
  var trailingDirection = DirectionalMark.none
  private var width: UInt8
  private var length: UInt32

  enum DirectionalMark: UInt8, Sendable {
    case none, left, right, arabicLetter
  }

  /// Takes 1 or 2 columns, and a source length in UTF-8 bytes.
  @inline(__always)
  init(base: UInt32, columns: Int, sourceLength: Int, startsCluster: Bool) {
    self.base = base
    width = UInt8(truncatingIfNeeded: columns)
    length = UInt32(truncatingIfNeeded: sourceLength)
    self.startsCluster = startsCluster
  }

  /// Number of marks, 0 to 4.
  package var markCount: Int {
    var count = 0
    while count < 4, marks[count] != 0 { count += 1 }
    return count
  }

  /// Base and marks as a string, as a terminal gets it.
  package var string: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(Self.scalar(base))
    for index in 0..<markCount { scalars.append(Self.scalar(marks[index])) }
    return String(scalars)
  }

  var hasMarks: Bool { marks[0] != 0 }

  func hasMark(_ mark: UInt32) -> Bool {
    marks[0] == mark || marks[1] == mark || marks[2] == mark || marks[3] == mark
  }

  /// Adds source bytes that are not drawn.
  mutating func lengthen(by bytes: Int) {
    length &+= UInt32(truncatingIfNeeded: bytes)
  }

  /// Adds a zero-width mark; a fifth one is left out.
  mutating func add(mark: UInt32) {
    let count = markCount
    if count < 4 { marks[count] = mark }
  }

  /// The same place of the source as a narrow `□`, for a row too narrow for a wide glyph.
  var narrowed: Glyph {
    if width == 1 { return self }
    var glyph = self
    glyph.base = Self.box
    glyph.marks = SIMD4()
    glyph.width = 1
    return glyph
  }

  /// `□`, one column.
  static let box: UInt32 = 0x25A1
  /// U+FFFD, one column.
  static let replacement: UInt32 = 0xFFFD
  /// `◌`, the base of a mark that has none.
  static let dottedCircle: UInt32 = 0x25CC
  /// `⏎`, one column.
  static let newline: UInt32 = 0x23CE

  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
