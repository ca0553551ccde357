/// How many letters two names differ by.
enum NameDistance {
  /// Letters put in, left out, changed, or neighbours swapped (Damerau and Levenshtein's distance of aligned strings).
  ///
  /// - Complexity: O(left · right).
  static func between(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        let same = left[row] == right[column]
        var best = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        next.append(best)
      }
      before = last
      last = next
    }
    return last[right.count]
  }

  /// The name that was most likely meant: one letter off in short names, two in others; nil when none is near.
  static func nearest(_ name: String, among names: some Collection<String>) -> String? {
    let limit = name.count < 6 ? 1 : 2
    let near = names.map { (name: $0, distance: between(name.lowercased(), $0.lowercased())) }
      .filter { $0.distance <= limit }
    return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }
}
