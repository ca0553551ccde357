import ConsoleCore
import ScreenKit
import Testing

@Suite("Layout")
struct LayoutTests {
  private static func layout(
    _ columns: Int, _ rows: Int, focus: Pane = .composer, queue: Bool = true, text: Int = 1
  )
    -> Layout
  {
    Layout(size: Size(columns: columns, rows: rows), focus: focus, showsQueue: queue, composerRows: text)
  }

  @Test(
    "how panes share the screen",
    arguments: [
      (39, 24, .tooSmall), (40, 9, .tooSmall), (40, 10, .tabs), (80, 24, .tabs), (99, 50, .tabs),
      (100, 24, .columns),
      (120, 40, .columns), (160, 48, .columns), (400, 200, .columns), (0, 0, .tooSmall),
    ] as [(Int, Int, Layout.Arrangement)])
  func arrangements(columns: Int, rows: Int, expected: Layout.Arrangement) {
    #expect(Self.layout(columns, rows).arrangement == expected)
  }

  @Test(
    "which panes are on the screen",
    arguments: [
      (160, true, [.queue, .conversation, .thread, .customer, .composer]),
      (160, false, [.queue, .conversation, .thread, .customer, .composer]),
      (120, true, [.queue, .conversation, .thread, .composer]),
      (120, false, [.conversation, .thread, .customer, .composer]),
      (80, true, [.conversation, .composer]),
    ] as [(Int, Bool, Set<Pane>)])
  func panes(columns: Int, queue: Bool, expected: Set<Pane>) {
    let layout = Self.layout(columns, 40, queue: queue)
    #expect(Set(Pane.allCases.filter { layout.panes[$0] != nil }) == expected)
  }

  @Test(
    "with tabs each pane gets the whole width, and the composer stands under the conversation",
    arguments: Pane.allCases)
  func tabs(pane: Pane) {
    let layout = Self.layout(80, 24, focus: pane)
    #expect(layout.panes[pane]?.columns == 80)
    #expect((layout.panes[.composer] != nil) == (pane == .composer || pane == .conversation))
    #expect(layout.rules.isEmpty)
  }

  @Test("the composer grows with its text to a third of the screen and no further")
  func composerGrows() {
    let rows = [1, 3, 5, 9, 50].map { Self.layout(120, 40, text: $0).panes[.composer]?.rows ?? 0 }
    #expect(rows == rows.sorted())
    #expect(rows.first == 3)
    #expect(rows.last == 12)
  }

  @Test("nothing overlaps, nothing leaves the screen, and every cell belongs to something")
  func partition() {
    for columns in [40, 41, 80, 99, 100, 101, 120, 159, 160, 161, 250] {
      for rows in [10, 11, 13, 24, 40] {
        for focus in Pane.allCases {
          for queue in [true, false] {
            for text in [1, 4, 100] {
              let layout = Self.layout(columns, rows, focus: focus, queue: queue, text: text)
              check(layout, columns, rows)
            }
          }
        }
      }
    }
  }

  private func check(_ layout: Layout, _ columns: Int, _ rows: Int) {
    var parts = Pane.allCases.compactMap { pane in layout.panes[pane].map { ("\(pane)", $0) } }
    parts += [
      ("header", layout.header), ("titles", layout.titles), ("bottomRule", layout.bottomRule),
      ("bottom", layout.bottom),
    ]
    if layout.panes[.composer] != nil {
      parts += [("composerRule", layout.composerRule), ("findings", layout.findings)]
    }
    let top = layout.titles.endRow
    parts += layout.rules.map {
      ("rule \($0)", Rect(column: $0, row: top, columns: 1, rows: layout.bottomRule.row - top))
    }
    var owner = Array(repeating: "", count: columns * rows)
    for (name, rect) in parts {
      guard !rect.isEmpty else {
        Issue.record("\(columns)x\(rows): \(name) is empty")
        return
      }
      guard rect.intersection(Rect(Size(columns: columns, rows: rows))) == rect else {
        Issue.record("\(columns)x\(rows): \(name) leaves the screen: \(rect)")
        return
      }
      for row in rect.row..<rect.endRow {
        for column in rect.column..<rect.endColumn {
          let place = row * columns + column
          if !owner[place].isEmpty {
            Issue.record("\(columns)x\(rows): \(name) over \(owner[place]) at row \(row) column \(column)")
            return
          }
          owner[place] = name
        }
      }
    }
    if let free = owner.firstIndex(of: "") {
      Issue.record("\(columns)x\(rows): nothing at row \(free / columns) column \(free % columns)")
    }
  }
}
