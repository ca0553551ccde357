import SeededRandom
import Testing

@testable import Widgets

@Suite("Tree outline")
struct TreeOutlineTests {
  /// "b<a" answers a; "a" is a root.
  private func outline(_ nodes: [String], folded: Set<String> = []) -> TreeOutline<String> {
    TreeOutline(
      nodes.map { node in
        let parts = node.split(separator: "<").map(String.init)
        return OutlineNode(id: parts[0], parent: parts.count > 1 ? parts[1] : nil)
      }, folded: folded)
  }

  private func picture(_ outline: TreeOutline<String>, limit: Int = 9) -> [String] {
    outline.rows.enumerated().map { number, row in
      String(outline.guides(row: number, limit: limit).map(\.rawValue)) + row.id
        + (row.isFolded ? "+\(row.hiddenCount)" : "")
    }
  }

  static let thread = ["post", "i<post", "a<post", "oi<i", "v<post", "ma<a", "x<oi", "other"]

  @Test("siblings keep their order and lines lead to later siblings only")
  func draws() {
    #expect(
      picture(outline(Self.thread)) == ["post", "├i", "│└oi", "│ └x", "├a", "│└ma", "└v", "other"])
    #expect(outline(Self.thread).rows.map(\.depth) == [0, 1, 2, 3, 1, 2, 1, 0])
    #expect(outline(Self.thread).rows.map(\.index) == [0, 1, 3, 6, 2, 5, 4, 7])
  }

  @Test("of a deep row the innermost guides are given")
  func limitsGuides() {
    #expect(picture(outline(Self.thread), limit: 1)[3] == "└x")
    #expect(outline(Self.thread).guides(row: 99, limit: 4).isEmpty)
  }

  @Test("a folded entry hides all that hangs below it and says how much")
  func folds() {
    var tree = outline(Self.thread)
    tree.fold("i")
    #expect(picture(tree) == ["post", "├i+2", "├a", "│└ma", "└v", "other"])
    tree.fold("post")
    #expect(picture(tree) == ["post+6", "other"])
    tree.unfold("post")
    #expect(picture(tree)[1] == "├i+2")
    tree.toggle("i")
    tree.fold("v")
    tree.fold("nobody")
    #expect(picture(tree) == picture(outline(Self.thread)))
    #expect(tree.foldedIDs.isEmpty)
  }

  @Test("everything folds and unfolds at once, and folds carry over to a thread that has grown")
  func foldsAll() {
    var tree = outline(Self.thread)
    tree.toggleAll()
    #expect(picture(tree) == ["post+6", "other"])
    #expect(tree.foldedIDs == ["post", "i", "a", "oi"])
    let grown = outline(Self.thread + ["y<x"], folded: tree.foldedIDs)
    #expect(picture(grown) == ["post+7", "other"])
    tree.toggleAll()
    #expect(tree.rows.count == tree.count)
  }

  @Test("a hidden entry is revealed with all that leads to it")
  func reveals() {
    var tree = outline(Self.thread)
    tree.setAllFolded(true)
    #expect(tree.row(of: "x") == nil)
    tree.reveal("x")
    #expect(tree.row(of: "x") == 3)
    #expect(tree.foldedIDs == ["a"])
    #expect(tree.path(to: "x") == ["post", "i", "oi", "x"])
    #expect(tree.path(to: "nobody").isEmpty)
  }

  static let odd: [([String], [String])] = [
    ([], []),
    (["a<gone", "b<a"], ["a", "└b"]),
    (["a<a"], ["a"]),
    (["a<b", "b<a", "c<b"], ["a", "└b", " └c"]),
    (["c<b", "b<a", "a<b"], ["b", "├c", "└a"]),
    (["b<a", "a"], ["a", "└b"]),
    (["a", "a", "b<a"], ["a", "└b", "a"]),
  ]

  @Test("missing parents and circles become roots, and nothing is left out", arguments: odd)
  func survives(nodes: [String], expected: [String]) {
    #expect(picture(outline(nodes)) == expected)
  }

  @Test("a chain of ten thousand answers is built, folded and walked")
  func survivesDepth() {
    let nodes = (0..<10_000).map { OutlineNode(id: $0, parent: $0 == 0 ? nil : $0 - 1) }
    var tree = TreeOutline(nodes)
    #expect(tree.rows.last?.depth == 9_999)
    #expect(tree.guides(row: 9_999, limit: 5) == [.space, .space, .space, .space, .lastBranch])
    #expect(tree.path(to: 9_999).count == 10_000)
    tree.fold(1)
    #expect(tree.rows.map(\.hiddenCount) == [0, 9_998])
  }

  @Test("any pairs give each entry once, below its parent", arguments: UInt64(1)...20)
  func showsEachOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let nodes = (0..<60).map { id in
      OutlineNode(id: id, parent: Bool.random(using: &random) ? Int.random(in: 0..<70, using: &random) : nil)
    }
    let tree = TreeOutline(nodes)
    #expect(tree.rows.map(\.id).sorted() == Array(0..<60))
    for row in tree.rows where row.depth > 0 {
      let path = tree.path(to: row.id)
      #expect(path.count == row.depth + 1)
      #expect(path.dropLast().last == nodes[row.id].parent)
    }
  }
}
