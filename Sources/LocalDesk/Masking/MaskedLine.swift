import DeskModel
import JSONText

/// A line of the interchange format without the secrets in it; all else stays byte for byte.
enum MaskedLine {
  /// Parts of a text of this many bytes and more are looked for everywhere; shorter ones would be found in numbers that are
  /// something else.
  private static let shortest = 6
  /// What these say is never a customer's words.
  private static let plainKeys: Set<String> = [
    "id", "at", "parent", "kind", "audience", "state", "shape", "channel", "status", "locale", "timeZone",
    "readUpTo", "snoozedUntil", "updatedAt", "version", "data",
  ]

  /// The line with each text replaced that has become another, and each secret where it stands elsewhere.
  ///
  /// - Complexity: O(bytes · secrets).
  static func masked(_ line: ArraySlice<UInt8>, _ masked: MaskedConversation) -> [UInt8] {
    let bytes = Array(line)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    var key = ""
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\"") else {
        result.append(bytes[place])
        place += 1
        continue
      }
      let end = endOfString(bytes, place)
      let text = decoded(bytes, place..<end)
      if isKey(bytes, end) {
        key = text ?? ""
        result += bytes[place..<end]
      } else if let text, let other = replaced(text, key, masked) {
        var writer = JSONWriter()
        writer.string(other)
        result += writer.bytes
      } else {
        result += bytes[place..<end]
      }
      place = end
    }
    return result
  }

  private static func replaced(_ text: String, _ key: String, _ masked: MaskedConversation) -> String? {
    if plainKeys.contains(key) { return nil }
    if let other = masked.texts[text] { return other }
    var result = text
    for (value, mark) in masked.marks {
      if value.utf8.count >= shortest {
        result = result.replacing(value, with: mark)
      } else if result == value {
        result = mark
      }
    }
    return result == text ? nil : result
  }

  private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place + 1, bytes.count)
  }

  private static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    var reader = JSONReader(bytes, range: range)
    return try? reader.string()
  }

  private static func isKey(_ bytes: [UInt8], _ end: Int) -> Bool {
    var place = end
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    return place < bytes.count && bytes[place] == UInt8(ascii: ":")
  }
}
