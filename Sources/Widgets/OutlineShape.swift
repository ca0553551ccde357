/// The shape of a forest, as arrays over node indexes.
struct OutlineShape {
  /// Stands for "no node".
  static let none = -1

  /// The next child of the same parent (the next root for a root), or `none`.
  private(set) var nextSiblings: [Int]
  /// All nodes, each followed at once by its whole subtree.
  private(set) var preorder: [Int] = []
  /// Steps from each node to its root.
  private(set) var depths: [Int]
  /// How many nodes hang below each.
  private(set) var descendantCounts: [Int]

  /// Works out the shape; `parents` must be free of cycles.
  ///
  /// - Complexity: O(nodes).
  init(parents: [Int]) {
    let none = Self.none
    nextSiblings = Array(repeating: none, count: parents.count)
    depths = Array(repeating: 0, count: parents.count)
    descendantCounts = Array(repeating: 0, count: parents.count)
    preorder.reserveCapacity(parents.count)
    var firstChildren = nextSiblings
    var firstRoot = none
    for index in parents.indices.reversed() {
      let parent = parents[index]
      if parent == none {
        nextSiblings[index] = firstRoot
        firstRoot = index
      } else {
        nextSiblings[index] = firstChildren[parent]
        firstChildren[parent] = index
      }
    }
    var index = firstRoot
    while index != none {
      preorder.append(index)
      if parents[index] != none { depths[index] = depths[parents[index]] + 1 }
      if firstChildren[index] != none {
        index = firstChildren[index]
        continue
      }
      while index != none, nextSiblings[index] == none { index = parents[index] }
      if index != none { index = nextSiblings[index] }
    }
    for index in preorder.reversed() where parents[index] != none {
      descendantCounts[parents[index]] += descendantCounts[index] + 1
    }
  }

  /// Makes the earliest node of every cycle a root.
  ///
  /// - Complexity: O(nodes).
  static func breakCycles(in parents: inout [Int]) {
    var visitedBy = Array(repeating: none, count: parents.count)
    for start in parents.indices {
      var index = start
      while index != none, visitedBy[index] == none {
        visitedBy[index] = start
        index = parents[index]
      }
      guard index != none, visitedBy[index] == start else { continue }
      var earliest = index
      var member = parents[index]
      while member != index {
        earliest = min(earliest, member)
        member = parents[member]
      }
      parents[earliest] = none
    }
  }
}
