/// Makes the targets of requests.
enum RTTarget {
  /// The largest page that RT gives; it cuts larger wishes silently.
  static let pageLimit = 100

  /// A path with a query; every part is percent-encoded here.
  static func of(_ path: [String], _ query: KeyValuePairs<String, String> = [:]) -> String {
    var result = path.map { "/" + encoded($0) }.joined()
    for (index, item) in query.enumerated() {
      result += (index == 0 ? "?" : "&") + encoded(item.key) + "=" + encoded(item.value)
    }
    return result
  }

  /// Escapes all but the unreserved characters (RFC 3986, section 2.3).
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  /// Whether a text is a number as RT makes ids: only such a one becomes part of a path for a ticket or a file.
  static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 19 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
