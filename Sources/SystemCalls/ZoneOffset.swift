/// Seconds that a time zone of the IANA database is east of UTC, read from the system's TZif files (RFC 9636).
package struct ZoneOffset: Sendable, Hashable {
  private let transitions: [Int64]
  /// Offsets from each transition on.
  private let offsets: [Int32]
  /// The offset before the first transition.
  private let first: Int32
  /// What holds behind the last transition; nil when the file does not say.
  private let rule: ZoneRule?

  /// Where the system keeps its zones.
  package static let systemFolder = "/usr/share/zoneinfo"

  /// Loads a zone, such as `Asia/Jakarta`; nil when there is none or its file cannot be understood.
  package init?(_ name: String, folder: String = Self.systemFolder) {
    // The name may come from outside: it must not lead out of the folder.
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }), !name.utf8.contains(0),
      let bytes = try? FileSystem.contents(of: folder + "/" + name, limit: 1 << 20)
    else { return nil }
    self.init(tzif: bytes)
  }

  /// Reads the content of a TZif file, versions 1 to 4.
  ///
  /// - Complexity: O(bytes).
  package init?(tzif bytes: [UInt8]) {
    var reader = BigEndianReader(bytes: bytes)
    guard let header = ZoneHeader(&reader) else { return nil }
    if header.version == 1 {
      guard let block = ZoneBlock(&reader, header, timeSize: 4) else { return nil }
      (transitions, offsets, first) = (block.times, block.offsets, block.first)
      rule = nil
      return
    }
    reader.offset += header.size(timeSize: 4)
    guard let second = ZoneHeader(&reader), let block = ZoneBlock(&reader, second, timeSize: 8) else {
      return nil
    }
    (transitions, offsets, first) = (block.times, block.offsets, block.first)
    let footer = bytes.dropFirst(reader.offset)
    guard footer.first == 0x0A, let end = footer.dropFirst().firstIndex(of: 0x0A) else {
      rule = nil
      return
    }
    rule = ZoneRule(String(decoding: footer[(footer.startIndex + 1)..<end], as: UTF8.self))
  }

  /// Seconds east of UTC at a moment (milliseconds since the Unix epoch).
  ///
  /// - Complexity: O(log n) in the number of transitions.
  package func seconds(at milliseconds: Int64) -> Int {
    let time = milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= time { low = middle + 1 } else { high = middle }
    }
    if low == transitions.count, let rule { return rule.seconds(at: time) }
    return Int(low == 0 ? first : offsets[low - 1])
  }
}

private struct BigEndianReader {
  let bytes: [UInt8]
  var offset = 0

  mutating func number(_ size: Int) -> Int64? {
    guard size > 0, size <= 8, offset >= 0, offset <= bytes.count - size else { return nil }
    var value: Int64 = bytes[offset] & 0x80 != 0 ? -1 : 0
    for index in offset..<offset + size { value = value << 8 | Int64(bytes[index]) }
    offset += size
    return value
  }
}

private struct ZoneHeader {
  let version: Int
  /// isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt.
  let counts: [Int]

  init?(_ reader: inout BigEndianReader) {
    guard reader.number(4) == 0x545A_6966, let version = reader.number(1) else { return nil }
    reader.offset += 15
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = reader.number(4), count >= 0, count <= 100_000 else { return nil }
      counts.append(Int(count))
    }
    guard counts[4] > 0 else { return nil }
    self.version = version == 0 ? 1 : Int(version) - 0x30
    self.counts = counts
  }

  func size(timeSize: Int) -> Int {
    counts[3] * (timeSize + 1) + counts[4] * 6 + counts[5] + counts[2] * (timeSize + 4) + counts[1]
      + counts[0]
  }
}

private struct ZoneBlock {
  var times: [Int64] = []
  var offsets: [Int32] = []
  var first: Int32 = 0

  init?(_ reader: inout BigEndianReader, _ header: ZoneHeader, timeSize: Int) {
    let end = reader.offset + header.size(timeSize: timeSize)
    guard end <= reader.bytes.count else { return nil }
    for _ in 0..<header.counts[3] {
      guard let time = reader.number(timeSize) else { return nil }
      times.append(time)
    }
    var types: [Int] = []
    for _ in 0..<header.counts[3] {
      guard let type = reader.number(1) else { return nil }
      types.append(Int(type & 0xFF))
    }
    var ofType: [Int32] = []
    for _ in 0..<header.counts[4] {
      guard let offset = reader.number(4), abs(offset) <= 26 * 3_600 else { return nil }
      ofType.append(Int32(offset))
      reader.offset += 2
    }
    guard types.allSatisfy({ $0 < ofType.count }) else { return nil }
    offsets = types.map { ofType[$0] }
    first = ofType[0]
    reader.offset = end
  }
}
