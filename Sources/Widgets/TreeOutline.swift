/// One entry of a tree: its id and what it answers.
package struct OutlineNode<ID: Hashable & Sendable>: Sendable, Hashable {
  /// The entry's id.
  package var id: ID
  /// The id of what it answers; nil for a root.
  package var parent: ID?

  /// Makes a node.
  package init(id: ID, parent: ID? = nil) {
    self.id = id
    self.parent = parent
  }
}

/// One visible row of an outline.
package struct OutlineRow<ID: Hashable & Sendable>: Sendable, Hashable {
  /// The entry's id.
  package let id: ID
  /// The entry's place in the nodes that the outline was made from, from 0.
  package let index: Int
  /// Steps to its root, 0 for a root.
  package let depth: Int
  /// Whether anything answers it.
  package let hasChildren: Bool
  /// Entries hidden under it: all its descendants when it is folded, else 0.
  package let hiddenCount: Int

  /// Whether its answers are hidden.
  package var isFolded: Bool { hiddenCount > 0 }
}

/// What is drawn left of a row, one for each level.
package enum OutlineGuide: Character, Sendable, Hashable {
  /// An ancestor on this level has a later sibling.
  case line = "│"
  /// No ancestor on this level has a later sibling.
  case space = " "
  /// The row itself, with a later sibling.
  case branch = "├"
  /// The row itself, the last of its siblings.
  case lastBranch = "└"
}

/// A comment tree as rows: who answers whom, what is folded, where the lines go.
///
/// Made in one pass from entries in time order; siblings keep that order. An entry whose parent is
/// missing, or that answers itself round a circle, becomes a root: nothing said is ever left out. Nothing
/// here recurses, so a chain of any depth is harmless. Of two entries with one id, lookups find the first.
package struct TreeOutline<ID: Hashable & Sendable>: Sendable {
  /// The visible rows, top to bottom.
  package private(set) var rows: [OutlineRow<ID>] = []

  private let ids: [ID]
  private let indexes: [ID: Int]
  private let parents: [Int]
  private let hasLaterSibling: [Bool]
  /// Node indexes, each followed at once by its whole subtree.
  private let preorder: [Int]
  private let depths: [Int]
  private let descendantCounts: [Int]
  private var folded: [Bool]

  /// Builds an outline; ids in `folded` that name no entry, or one without answers, are ignored.
  ///
  /// - Complexity: O(nodes).
  package init(_ nodes: [OutlineNode<ID>], folded foldedIDs: Set<ID> = []) {
    ids = nodes.map(\.id)
    var indexes: [ID: Int] = [:]
    indexes.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() where indexes[node.id] == nil { indexes[node.id] = index }
    self.indexes = indexes
    var parents = nodes.map { node in node.parent.flatMap { indexes[$0] } ?? OutlineShape.none }
    OutlineShape.breakCycles(in: &parents)
    let shape = OutlineShape(parents: parents)
    self.parents = parents
    hasLaterSibling = shape.nextSiblings.map { $0 != OutlineShape.none }
    preorder = shape.preorder
    depths = shape.depths
    descendantCounts = shape.descendantCounts
    folded = Array(repeating: false, count: nodes.count)
    for id in foldedIDs {
      if let index = indexes[id] { folded[index] = descendantCounts[index] > 0 }
    }
    rebuildRows()
  }

  /// The number of entries, hidden ones included.
  package var count: Int { ids.count }

  /// The ids of all folded entries, to carry over to the outline of a thread that has grown.
  ///
  /// - Complexity: O(nodes).
  package var foldedIDs: Set<ID> {
    Set(folded.indices.filter { folded[$0] }.map { ids[$0] })
  }

  /// The row on which an entry is visible; nil when it is hidden or unknown.
  ///
  /// - Complexity: O(rows).
  package func row(of id: ID) -> Int? {
    guard let index = indexes[id] else { return nil }
    return rows.firstIndex { $0.index == index }
  }

  /// The ids from a root down to an entry, both included; empty for an unknown id.
  ///
  /// - Complexity: O(depth).
  package func path(to id: ID) -> [ID] {
    var path: [ID] = []
    var index = indexes[id] ?? OutlineShape.none
    while index != OutlineShape.none {
      path.append(ids[index])
      index = parents[index]
    }
    return path.reversed()
  }

  /// What is drawn left of a row, outermost first: one guide a level below the roots, the row's own last.
  ///
  /// Roots have none. Of a row deeper than `limit` only the innermost levels are given, because a pane is
  /// only so wide.
  /// - Complexity: O(limit).
  package func guides(row: Int, limit: Int) -> [OutlineGuide] {
    guard rows.indices.contains(row) else { return [] }
    var guides: [OutlineGuide] = []
    var index = rows[row].index
    while parents[index] != OutlineShape.none, guides.count < limit {
      if guides.isEmpty {
        guides.append(hasLaterSibling[index] ? .branch : .lastBranch)
      } else {
        guides.append(hasLaterSibling[index] ? .line : .space)
      }
      index = parents[index]
    }
    return guides.reversed()
  }

  /// Hides the answers to an entry; nothing happens to one without answers.
  ///
  /// - Complexity: O(nodes), as for all that folds.
  package mutating func fold(_ id: ID) { setFolded(id, true) }

  /// Shows the answers to an entry.
  package mutating func unfold(_ id: ID) { setFolded(id, false) }

  /// Hides the answers to an entry, or shows them if they are hidden.
  package mutating func toggle(_ id: ID) {
    if let index = indexes[id] { setFolded(id, !folded[index]) }
  }

  /// Unfolds everything if anything is folded, else folds every entry that has answers.
  package mutating func toggleAll() {
    setAllFolded(!folded.contains(true))
  }

  /// Folds or unfolds every entry that has answers.
  package mutating func setAllFolded(_ isFolded: Bool) {
    for index in folded.indices { folded[index] = isFolded && descendantCounts[index] > 0 }
    rebuildRows()
  }

  /// Unfolds whatever hides an entry.
  package mutating func reveal(_ id: ID) {
    guard let index = indexes[id] else { return }
    var ancestor = parents[index]
    while ancestor != OutlineShape.none {
      folded[ancestor] = false
      ancestor = parents[ancestor]
    }
    rebuildRows()
  }

  private mutating func setFolded(_ id: ID, _ isFolded: Bool) {
    guard let index = indexes[id], descendantCounts[index] > 0, folded[index] != isFolded else { return }
    folded[index] = isFolded
    rebuildRows()
  }

  private mutating func rebuildRows() {
    rows.removeAll(keepingCapacity: true)
    var position = 0
    while position < preorder.count {
      let index = preorder[position]
      let hidden = folded[index] ? descendantCounts[index] : 0
      rows.append(
        OutlineRow(
          id: ids[index], index: index, depth: depths[index], hasChildren: descendantCounts[index] > 0,
          hiddenCount: hidden))
      position += 1 + hidden
    }
  }
}
