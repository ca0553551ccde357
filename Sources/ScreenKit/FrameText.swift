extension Frame {
  /// The frame as plain text: one line a row, blanks at the ends cut.
  ///
  /// For snapshots, bug reports, README.
  package var text: String { grid.text }

  /// Rows with their style runs, for snapshots: `row 3: 0-11 title*, 40-43 late~` (`*` heavier, `~` reversed).
  ///
  /// Plain runs are left out.
  package var styleRuns: String {
    var lines: [String] = []
    for row in 0..<grid.size.rows {
      var runs: [String] = []
      var start = 0
      while start < grid.size.columns {
        let style = grid[row, start].style
        var end = start
        while end + 1 < grid.size.columns, grid[row, end + 1].style == style { end += 1 }
        if style != .plain {
          let flags = (style.isBold ? "*" : "") + (style.isReversed ? "~" : "")
          runs.append("\(start)-\(end) \(style.role)\(flags)")
        }
        start = end + 1
      }
      if !runs.isEmpty { lines.append("row \(row): " + runs.joined(separator: ", ")) }
    }
    return lines.joined(separator: "\n")
  }
}

extension Grid {
  /// The grid as plain text: one line a row, blanks at the ends cut.
  package var text: String {
    var lines: [String] = []
    for row in 0..<size.rows {
      var scalars = String.UnicodeScalarView()
      for cell in self.row(row) where cell.columns > 0 {
        scalars.append(Unicode.Scalar(cell.base) ?? "\u{FFFD}")
        for index in 0..<4 where cell.marks[index] != 0 {
          if let mark = Unicode.Scalar(cell.marks[index]) { scalars.append(mark) }
        }
      }
      while scalars.last == " " { scalars.removeLast() }
      lines.append(String(scalars))
    }
    return lines.joined(separator: "\n")
  }
}
