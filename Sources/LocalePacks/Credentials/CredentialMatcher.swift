/// Finds the words of requests for secrets in one walk through a text.
package struct CredentialMatcher: Sendable {
  /// What was found.
  package struct Match: Sendable, Hashable {
    /// What it means.
    package var kind: CredentialWords.Kind
    /// Places in the text's letters.
    package var places: Range<Int>
    /// Its sentence, from 0.
    package var sentence: Int
  }

  private struct Node: Sendable {
    var kinds: [CredentialWords.Kind] = []
    /// The node behind the rest of a word; 0 for none.
    var rest: Int32 = 0
    /// The node behind a blank; 0 for none.
    var blank: Int32 = 0
  }

  private struct Edge: Hashable, Sendable {
    var node: Int32
    var letter: UInt32
  }

  private let fold = LetterFold()
  private var nodes = [Node()]
  /// The letters that lead on from each node, in order, and where to; those of a node stand together.
  private var letters: [UInt32] = []
  private var targets: [Int32] = []
  /// Where the letters of each node begin in `letters`, and where those of the last end.
  private var starts: [Int32] = []

  /// Prepares words.
  ///
  /// - Complexity: O(letters of the forms).
  init(_ words: [CredentialWords]) {
    var edges: [Edge: Int32] = [:]
    for list in words {
      for form in list.forms { add(form, list.kind, &edges) }
    }
    let sorted = edges.sorted { ($0.key.node, $0.key.letter) < ($1.key.node, $1.key.letter) }
    letters = sorted.map(\.key.letter)
    targets = sorted.map(\.value)
    var place: Int32 = 0
    for node in nodes.indices {
      starts.append(place)
      while Int(place) < sorted.count, sorted[Int(place)].key.node == Int32(node) { place += 1 }
    }
    starts.append(place)
  }

  /// The node behind a letter; nil when no form goes on so.
  ///
  /// - Complexity: O(log letters of the node).
  private func target(_ node: Int32, _ letter: UInt32) -> Int32? {
    var low = Int(starts[Int(node)])
    let end = Int(starts[Int(node) + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if letters[middle] < letter { low = middle + 1 } else { high = middle }
    }
    return low < end && letters[low] == letter ? targets[low] : nil
  }

  /// A text as this matcher reads it.
  ///
  /// - Complexity: O(text).
  package func read(_ text: String) -> CredentialText { CredentialText(text, fold) }

  private mutating func add(
    _ form: String, _ kind: CredentialWords.Kind, _ edges: inout [Edge: Int32]
  ) {
    var node: Int32 = 0
    for (place, word) in form.split(whereSeparator: { $0 == " " }).enumerated() {
      if place > 0 { node = step(node, \.blank) }
      let text = CredentialText(String(word), fold)
      for letter in text.letters {
        if letter.gap > .none, letter.gap < .end { node = step(node, \.blank) }
        node = step(node, letter.value, &edges)
      }
      if word.hasSuffix("-") { node = step(node, \.rest) }
    }
    if node != 0, !nodes[Int(node)].kinds.contains(kind) { nodes[Int(node)].kinds.append(kind) }
  }

  private mutating func step(_ node: Int32, _ letter: UInt32, _ edges: inout [Edge: Int32]) -> Int32 {
    let edge = Edge(node: node, letter: letter)
    if let next = edges[edge] { return next }
    nodes.append(Node())
    edges[edge] = Int32(nodes.count - 1)
    return Int32(nodes.count - 1)
  }

  private mutating func step(_ node: Int32, _ path: WritableKeyPath<Node, Int32>) -> Int32 {
    if nodes[Int(node)][keyPath: path] != 0 { return nodes[Int(node)][keyPath: path] }
    nodes.append(Node())
    nodes[Int(node)][keyPath: path] = Int32(nodes.count - 1)
    return Int32(nodes.count - 1)
  }

  /// All that is found, in the order of the text; what lies in a longer match is left out.
  ///
  /// - Complexity: O(text · length of the longest form).
  package func matches(in text: CredentialText) -> [Match] {
    var found: [Match] = []
    for place in text.letters.indices where isStart(place, text) {
      walk(from: place, at: place, node: 0, text, &found)
    }
    found.sort {
      ($0.places.lowerBound, $1.places.upperBound) < ($1.places.lowerBound, $0.places.upperBound)
    }
    var result: [Match] = []
    var end = 0
    var longest = 0..<0
    for match in found where match.places == longest || match.places.upperBound > end {
      let isTwin = result.reversed().prefix { $0.places == match.places }.contains(match)
      if isTwin { continue }
      result.append(match)
      end = match.places.upperBound
      longest = match.places
    }
    return result
  }

  private func isStart(_ place: Int, _ text: CredentialText) -> Bool {
    let letter = text.letters[place]
    if letter.gap != .none || CredentialText.isUnspaced(letter.value) { return true }
    if CredentialText.isUnspaced(text.letters[place - 1].value) { return true }
    // Behind what is written at the head of a word in Arabic and Hebrew.
    var before = place
    while before > 0, place - before < 4, text.letters[before].gap == .none {
      before -= 1
      guard Self.heads.contains(text.letters[before].value) else { return false }
    }
    return before < place && text.letters[before].gap != .none
  }

  /// And, the, in, to, from: what is written at the head of a word in Arabic and Hebrew.
  static let heads: Set<UInt32> = [
    0x648, 0x641, 0x628, 0x644, 0x643, 0x627, 0x633, 0x5D5, 0x5D4, 0x5D1, 0x5DC, 0x5E9, 0x5DE, 0x5DB,
  ]

  /// Follows the forms from a letter; `at` is the next letter to read.
  private func walk(
    from start: Int, at place: Int, node: Int32, _ text: CredentialText, _ found: inout [Match]
  ) {
    let here = nodes[Int(node)]
    if place > start {
      let isEnd =
        place == text.letters.count || text.letters[place].gap != .none
        || CredentialText.isUnspaced(text.letters[place - 1].value)
        || CredentialText.isUnspaced(text.letters[place].value)
      if isEnd { accept(here, start..<place, text, &found) }
      if here.rest != 0 {
        var end = place
        while end < text.letters.count, text.letters[end].gap == .none,
          !CredentialText.isUnspaced(text.letters[end].value)
        {
          end += 1
        }
        let behind = nodes[Int(here.rest)]
        accept(behind, start..<end, text, &found)
        if behind.blank != 0, end < text.letters.count,
          text.letters[end].gap == .blank || text.letters[end].gap == .soft
        {
          next(from: start, at: end, node: behind.blank, text, &found)
        }
      }
    }
    guard place < text.letters.count else { return }
    let gap = place == start ? .none : text.letters[place].gap
    if gap == .none || gap == .soft { next(from: start, at: place, node: node, text, &found) }
    if gap == .blank || gap == .soft, here.blank != 0 {
      next(from: start, at: place, node: here.blank, text, &found)
    }
  }

  private func next(
    from start: Int, at place: Int, node: Int32, _ text: CredentialText, _ found: inout [Match]
  ) {
    guard let next = target(node, text.letters[place].value) else { return }
    walk(from: start, at: place + 1, node: next, text, &found)
  }

  private func accept(_ node: Node, _ places: Range<Int>, _ text: CredentialText, _ found: inout [Match]) {
    for kind in node.kinds {
      found.append(Match(kind: kind, places: places, sentence: text.letters[places.lowerBound].sentence))
    }
  }
}
