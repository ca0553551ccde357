/// A list of rows in some order: in the index file until it is changed first, in memory from then on.
struct RowList: Sendable {
  private enum Storage: Sendable {
    case mapped(IndexFile, IndexFile.Section, Range<Int>)
    case owned([UInt32])
  }

  private var storage: Storage

  init() { storage = .owned([]) }

  init(_ rows: [UInt32]) { storage = .owned(rows) }

  init(_ file: IndexFile, _ section: IndexFile.Section, _ range: Range<Int>? = nil) {
    let count = file.count(section)
    storage = .mapped(file, section, (range ?? 0..<count).clamped(to: 0..<count))
  }

  var count: Int {
    switch storage {
    case .mapped(_, _, let range): range.count
    case .owned(let rows): rows.count
    }
  }

  subscript(index: Int) -> UInt32 {
    switch storage {
    case .mapped(let file, let section, let range):
      file.load(UInt32.self, section, byte: (range.lowerBound + index) * 4)
    case .owned(let rows): rows[index]
    }
  }

  /// The rows in a range, cut to what there is.
  ///
  /// - Complexity: O(range).
  func rows(_ range: Range<Int>) -> [UInt32] {
    let range = range.clamped(to: 0..<count)
    return range.map { self[$0] }
  }

  /// Puts a row at a place.
  ///
  /// - Complexity: O(count), a move of memory.
  mutating func insert(_ row: UInt32, at index: Int) { change { $0.insert(row, at: index) } }

  /// Takes the row at a place away.
  ///
  /// - Complexity: O(count), a move of memory.
  mutating func remove(at index: Int) { change { $0.remove(at: index) } }

  /// The first place whose row does not satisfy `isBefore`; rows that do must all stand in front.
  ///
  /// - Complexity: O(log count).
  func partition(_ isBefore: (UInt32) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func change(_ body: (inout [UInt32]) -> Void) {
    var rows: [UInt32]
    switch storage {
    case .mapped(let file, let section, let range): rows = file.rows(section, range)
    case .owned(let owned): rows = owned
    }
    // Let go of our own reference, or the change would copy the array.
    storage = .owned([])
    body(&rows)
    storage = .owned(rows)
  }
}
