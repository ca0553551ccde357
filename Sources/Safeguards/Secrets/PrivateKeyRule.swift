import LocalePacks

/// Private keys in the armour of PEM or OpenPGP, whole or torn off.
enum PrivateKeyRule {
  private static let begin = Array("-----begin ".unicodeScalars.map(\.value))
  private static let end = Array("-----end ".unicodeScalars.map(\.value))
  private static let key = Array("private key".unicodeScalars.map(\.value))

  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ found: inout FoundSecrets) {
    let reading = found.reading
    var place = 0
    while let start = next(begin, from: place, reading) {
      let head = start + begin.count
      let headEnd = min(reading.count, head + 50)
      place = head
      guard (head..<headEnd).contains(where: { stands(key, at: $0, reading) }) else { continue }
      var stop = reading.count
      if let end = next(end, from: head, reading) {
        stop = end
        while stop < reading.count, reading.letters[stop].sort != .lineEnd, stop < end + 80 { stop += 1 }
      }
      while stop > head, reading.isBreak(stop - 1) { stop -= 1 }
      found.add(.key, start..<stop)
      place = stop
    }
  }

  private static func next(_ wanted: [UInt32], from start: Int, _ reading: SecretReading) -> Int? {
    var place = start
    while place + wanted.count <= reading.count {
      if stands(wanted, at: place, reading) { return place }
      place += 1
    }
    return nil
  }

  private static func stands(_ wanted: [UInt32], at place: Int, _ reading: SecretReading) -> Bool {
    guard place + wanted.count <= reading.count else { return false }
    for offset in wanted.indices where reading.letters[place + offset].folded != wanted[offset] {
      return false
    }
    return true
  }
}
