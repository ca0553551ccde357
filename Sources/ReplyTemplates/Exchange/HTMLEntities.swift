/// Character references of HTML.
enum HTMLEntities {
  /// The text with its references resolved; what is none stays as it is.
  ///
  /// Complexity: O(bytes).
  static func decoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard var at = bytes.firstIndex(of: UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var start = 0
    while at < bytes.count {
      let limit = min(bytes.count, at + 12)
      if let end = bytes[at..<limit].firstIndex(of: UInt8(ascii: ";")),
        let character = character(String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
      {
        result.append(contentsOf: bytes[start..<at])
        result.append(contentsOf: character.utf8)
        start = end + 1
        at = start
      } else {
        at += 1
      }
      guard let next = bytes[at...].firstIndex(of: UInt8(ascii: "&")) else { break }
      at = next
    }
    result.append(contentsOf: bytes[start...])
    return String(decoding: result, as: UTF8.self)
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    return String(Character(scalar))
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "hellip": "…",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«",
    "raquo": "»", "bdquo": "„", "sbquo": "‚", "bull": "•", "middot": "·", "copy": "©", "reg": "®",
    "trade": "™", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "deg": "°",
    "times": "×", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
    "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "aacute": "á", "agrave": "à",
    "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ", "iacute": "í", "igrave": "ì", "icirc": "î",
    "iuml": "ï", "oacute": "ó", "ograve": "ò", "ocirc": "ô", "otilde": "õ", "oslash": "ø", "uacute": "ú",
    "ugrave": "ù", "ucirc": "û", "ccedil": "ç", "ntilde": "ñ", "Eacute": "É", "Ccedil": "Ç", "Ntilde": "Ñ",
    "iexcl": "¡", "iquest": "¿", "rarr": "→", "larr": "←", "zwnj": "\u{200C}", "zwj": "\u{200D}",
    "lrm": "\u{200E}", "rlm": "\u{200F}", "shy": "\u{AD}", "ensp": "\u{2002}", "emsp": "\u{2003}",
    "thinsp": "\u{2009}",
  ]
}
