/// Writes the numbers of a saved model.
struct PackedWriter {
  private(set) var bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// A whole number as LEB128.
  mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The number of bytes, and the bytes.
  mutating func text(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  /// Counts by key.
  mutating func table(_ table: CountTable) {
    number(UInt64(table.counts.count))
    var lastKey: UInt64 = 0
    for (key, list) in table.counts.sorted(by: { $0.key < $1.key }) {
      number(key - lastKey)
      lastKey = key
      number(UInt64(list.count))
      var lastAnswer: UInt32 = 0
      for entry in list {
        number(UInt64(entry.answer - lastAnswer))
        lastAnswer = entry.answer
        number(UInt64(entry.count))
      }
    }
  }

  /// All bytes, and their hash behind them.
  func finished() -> [UInt8] {
    let hash = FNV1a.hash(bytes)
    return bytes + (0..<8).map { UInt8(truncatingIfNeeded: hash >> ($0 * 8)) }
  }
}

/// Reads the numbers of a saved model.
struct PackedReader {
  private let bytes: [UInt8]
  private let end: Int
  private var place: Int

  /// Reads bytes from a place on; the hash at their end must be right.
  init(_ bytes: [UInt8], from place: Int) throws(PickModelError) {
    guard bytes.count >= place + 8 else { throw .damaged }
    end = bytes.count - 8
    let hash = bytes[end...].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard FNV1a.hash(bytes[..<end]) == hash else { throw .damaged }
    self.bytes = bytes
    self.place = place
  }

  var isAtEnd: Bool { place == end }

  mutating func number() throws(PickModelError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < end, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw .damaged
  }

  /// A number that may not exceed a limit.
  mutating func count(upTo limit: Int) throws(PickModelError) -> Int {
    let value = try number()
    guard value <= UInt64(limit) else { throw .damaged }
    return Int(value)
  }

  mutating func text() throws(PickModelError) -> String {
    let count = try count(upTo: end - place)
    guard let text = String(validating: bytes[place..<place + count], as: UTF8.self) else { throw .damaged }
    place += count
    return text
  }

  /// Counts by key, of answers whose numbers are below a limit.
  mutating func table(answers: Int) throws(PickModelError) -> CountTable {
    var table = CountTable()
    var key: UInt64 = 0
    for index in 0..<(try count(upTo: end - place)) {
      let distance = try number()
      let (sum, overflows) = key.addingReportingOverflow(distance)
      guard !overflows, distance > 0 || index == 0 else { throw .damaged }
      key = sum
      var answer = 0
      for index in 0..<(try count(upTo: answers)) {
        let distance = try count(upTo: answers)
        answer += distance
        let times = try count(upTo: Int(UInt32.max))
        guard answer < answers, times > 0, distance > 0 || index == 0 else { throw .damaged }
        table.add(UInt32(times), answer: UInt32(answer), under: key)
      }
    }
    return table
  }
}
