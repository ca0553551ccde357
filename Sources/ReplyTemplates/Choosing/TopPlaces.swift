/// Chooses the best of many places.
enum TopPlaces {
  /// Finds the places with the highest scores.
  ///
  /// - Parameters:
  ///   - limit: how many at most.
  ///   - count: places run from 0 to below this.
  ///   - score: a place's score; nil to leave it out.
  /// - Returns: the places, best first; of equal scores the lower place is first.
  /// - Complexity: O(count × log limit), in the worst case O(count × limit).
  static func best(_ limit: Int, of count: Int, score: (Int) -> Double?) -> [(place: Int, score: Double)] {
    var best: [(place: Int, score: Double)] = []
    guard limit > 0 else { return [] }
    for place in 0..<count {
      guard let score = score(place) else { continue }
      if best.count == limit {
        guard let last = best.last, score > last.score else { continue }
        best.removeLast()
      }
      var low = 0
      var high = best.count
      while low < high {
        let middle = (low + high) / 2
        if best[middle].score >= score { low = middle + 1 } else { high = middle }
      }
      best.insert((place, score), at: low)
    }
    return best
  }
}
