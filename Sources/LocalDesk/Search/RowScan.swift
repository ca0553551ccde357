import DeskModel
import SystemCalls
import TextSearch

/// Finds rows in whose texts a word may stand, piece by piece, from the last row to the first.
struct RowScan {
  private let state: DeskState
  private let scanner: ByteScanner?
  private let chunk: Int
  /// New rows that are looked at in one go.
  private static let freshPiece = 256

  /// `chunk` is how many bytes of the index's texts make a piece.
  init(_ state: DeskState, _ words: SearchWords, chunk: Int) {
    self.state = state
    self.chunk = chunk
    let heap = state.base?.count(.heap) ?? 0
    let sample = state.base?.heapBytes(max(0, heap - 65_536)..<heap) ?? []
    let frequencies = ByteScanner.histogram(sample.span)
    scanner = SearchAnchor.anchors(of: words, in: .text, frequencies: frequencies).first.map {
      ByteScanner($0.patterns.map { $0.places }, frequencies: frequencies)
    }
  }

  /// The piece of rows that ends before `row` (from 1): where it starts, and which of its rows are worth reading,
  /// descending.
  ///
  /// - Complexity: O(bytes of the piece).
  func piece(before row: Int) -> (first: Int, rows: [Int]) {
    let base = state.baseCount
    // New rows, and new states of old ones, stand in memory in no order that could be scanned.
    if row > base {
      let first = max(base, row - Self.freshPiece)
      return (first, (first..<row).reversed())
    }
    let end = start(of: row)
    let first = min(self.row(at: max(0, end - chunk), before: row), row - 1)
    var rows = Set(state.changedRows.map { Int($0) }.filter { first..<row ~= $0 })
    if let scanner {
      let offset = start(of: first)
      let bytes = state.base?.heapBytes(offset..<max(offset, end)) ?? []
      var scan = ByteScan(scanner, from: 0)
      var upper = bytes.count
      while let place = scan.last(before: upper, in: bytes.span) {
        let found = self.row(at: offset + place, before: row)
        rows.insert(found)
        upper = min(place, max(0, start(of: found) - offset))
      }
    }
    return (first, rows.sorted(by: >))
  }

  /// Where the texts of a row of the index file start in its heap.
  private func start(of row: Int) -> Int {
    guard let base = state.base, row < state.baseCount else { return state.base?.count(.heap) ?? 0 }
    return Int(clamping: base.load(UInt64.self, row: row, RowField.heapOffset))
  }

  /// The row before `limit` in whose texts a byte of the heap stands.
  private func row(at offset: Int, before limit: Int) -> Int {
    var low = 0
    var high = limit
    while low < high {
      let middle = (low + high) / 2
      if start(of: middle) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
