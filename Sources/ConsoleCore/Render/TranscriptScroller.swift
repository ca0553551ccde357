import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Works out where the conversation pane is scrolled to, in rows of entries of unequal height.
///
/// - Complexity: each member O(entries that are shown or passed), never O(all entries).
struct TranscriptScroller {
  private let layout: TranscriptLayout
  private let scroll: TranscriptScroll
  private let rows: Int

  init(_ open: OpenConversation, in state: AppState, columns: Int, rows: Int) {
    self.init(TranscriptLayout(open, in: state, columns: columns), open.scroll, rows: rows)
  }

  init(_ layout: TranscriptLayout, _ scroll: TranscriptScroll, rows: Int) {
    self.layout = layout
    self.scroll = scroll
    self.rows = max(1, rows)
  }

  private var count: Int { layout.items.count }

  /// Item and row of the first row on the screen.
  var top: (item: Int, row: Int) { top(of: scroll) }

  func top(of scroll: TranscriptScroll) -> (item: Int, row: Int) {
    let end = place(rowsBeforeEnd: rows)
    guard case .at(let item, let row) = scroll, item < count else { return end }
    let top = (item: item, row: min(row, max(0, layout.height(of: item) - 1)))
    // After a resize the place may lie so low that rows below the end would stay empty.
    return isBefore(top, end) ? top : end
  }

  /// The place from which `rowsBeforeEnd` rows remain; the very first row when there are fewer.
  private func place(rowsBeforeEnd: Int) -> (item: Int, row: Int) {
    up(from: (count, 0), by: rowsBeforeEnd)
  }

  private func up(from start: (item: Int, row: Int), by distance: Int) -> (item: Int, row: Int) {
    var left = distance
    var (item, row) = start
    while left > row {
      left -= row
      guard item > 0 else { return (0, 0) }
      item -= 1
      row = layout.height(of: item)
    }
    return (item, row - left)
  }

  private func down(from start: (item: Int, row: Int), by distance: Int) -> (item: Int, row: Int) {
    var left = distance
    var (item, row) = start
    while item < count {
      let height = layout.height(of: item)
      if row + left < height { return (item, row + left) }
      left -= height - row
      item += 1
      row = 0
    }
    return (count, 0)
  }

  /// What is on the screen: items with their rows, and how many rows of the first are out of sight above.
  ///
  /// Each item is laid out once, unless one has scrolled away from the end.
  func shown() -> (items: [(place: Int, rows: [TranscriptRow])], skipped: Int) {
    var items: [(place: Int, rows: [TranscriptRow])] = []
    if case .at = scroll {
      let (first, skipped) = top
      var missing = rows + skipped
      for place in first..<max(first, count) where missing > 0 {
        items.append((place, layout.rows(of: place)))
        missing -= items[items.count - 1].rows.count
      }
      return (items, skipped)
    }
    var missing = rows
    while missing > 0, items.count < count {
      let place = count - 1 - items.count
      items.append((place, layout.rows(of: place)))
      missing -= items[items.count - 1].rows.count
    }
    return (items.reversed(), max(0, -missing))
  }

  /// The scroll position `distance` rows further down (up when negative).
  func scrolled(byRows distance: Int) -> TranscriptScroll {
    guard count > 0 else { return .following }
    let end = place(rowsBeforeEnd: rows)
    let moved = distance < 0 ? up(from: top, by: -distance) : down(from: top, by: distance)
    return isBefore(moved, end) ? .at(item: moved.item, row: moved.row) : .following
  }

  /// The scroll position at which an item can be seen, moved as little as possible.
  func scrollToShow(_ item: Int) -> TranscriptScroll {
    let top = top
    if item < top.item || (item == top.item && top.row > 0) { return normalised((item, 0)) }
    let bottom = down(from: top, by: rows)
    if isBefore((item, max(0, layout.height(of: item) - 1)), bottom) { return scroll }
    let height = layout.height(of: item)
    return normalised(height >= rows ? (item, 0) : up(from: (item, height), by: rows))
  }

  /// The scroll position at which a row of an item can be seen: the present one, else with the row in the middle.
  func scrollToShow(_ item: Int, row: Int) -> TranscriptScroll {
    let top = top
    if !isBefore((item, row), top), isBefore((item, row), down(from: top, by: rows)) { return scroll }
    return normalised(up(from: (item, row), by: rows / 2))
  }

  /// One row further when an item goes on beyond the edge of the screen; nil when it does not.
  func scrollToSeeMore(of item: Int, down isDown: Bool) -> TranscriptScroll? {
    let top = top
    let bottom = down(from: top, by: rows)
    let isOnScreen = item >= top.item && isBefore((item, 0), bottom)
    guard isOnScreen else { return nil }
    if isDown {
      let last = (item: item, row: max(0, layout.height(of: item) - 1))
      return isBefore(last, bottom) ? nil : scrolled(byRows: 1)
    }
    return item == top.item && top.row > 0 ? scrolled(byRows: -1) : nil
  }

  /// The item that stands on a row of the screen, from 0; nil below the last one.
  func item(atRow row: Int) -> Int? {
    let place = down(from: top, by: row)
    return place.item < count ? place.item : nil
  }

  /// The item at the upper or lower edge of a scroll position.
  func itemAtEdge(of scroll: TranscriptScroll, bottom: Bool) -> Int {
    let top = top(of: scroll)
    guard bottom else { return min(top.item, max(0, count - 1)) }
    return min(max(0, count - 1), down(from: top, by: rows - 1).item)
  }

  private func normalised(_ place: (item: Int, row: Int)) -> TranscriptScroll {
    isBefore(place, self.place(rowsBeforeEnd: rows)) ? .at(item: place.item, row: place.row) : .following
  }

  private func isBefore(_ left: (item: Int, row: Int), _ right: (item: Int, row: Int)) -> Bool {
    left.item != right.item ? left.item < right.item : left.row < right.row
  }
}
