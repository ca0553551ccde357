/// Character references of HTML, numbers and the names that mails use.
enum HTMLEntities {
  /// The text with its references replaced; what is no reference stays as it is.
  ///
  /// - Complexity: O(bytes).
  static func decoded(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    let bytes = Array(bytes)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "&"), let (text, length) = reference(bytes[(place + 1)...]) {
        result += text.utf8
        place += 1 + length
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What a reference stands for, and how many bytes it has behind its `&`.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
    // The longest name here has ten letters.
    let head = bytes.prefix(12)
    let name = head.prefix { $0 == UInt8(ascii: "#") || isWordByte($0) }
    guard !name.isEmpty else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    let isEnded = name.endIndex < bytes.endIndex && bytes[name.endIndex] == UInt8(ascii: ";")
    let length = name.count + (isEnded ? 1 : 0)
    if text.hasPrefix("#") { return number(text.dropFirst()).map { ($0, length) } }
    // Without its `;` only what browsers take so, else `&copy` of an address would be changed.
    guard isEnded || ["amp", "lt", "gt", "quot", "nbsp"].contains(text) else { return nil }
    return names[text].map { ($0, length) }
  }

  private static func number(_ digits: Substring) -> String? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    else {
      return nil
    }
    // Windows-1252 in the place of C1, as everywhere in mails.
    if (0x80...0x9F).contains(value), let text = windows[value] { return text }
    return Unicode.Scalar(value).map { $0.value == 0 ? "\u{FFFD}" : String(Character($0)) } ?? "\u{FFFD}"
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static let windows: [UInt32: String] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8B: "‹", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”",
    0x95: "•",
    0x96: "–", 0x97: "—", 0x99: "™", 0x9B: "›",
  ]

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": " ", "emsp": " ",
    "thinsp": " ", "zwnj": "\u{200C}", "zwj": "\u{200D}", "shy": "\u{AD}", "euro": "€", "pound": "£",
    "yen": "¥",
    "cent": "¢", "curren": "¤", "sect": "§", "para": "¶", "copy": "©", "reg": "®", "trade": "™", "deg": "°",
    "plusmn": "±", "times": "×", "divide": "÷", "micro": "µ", "middot": "·", "bull": "•", "hellip": "…",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
    "bdquo": "„",
    "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›", "dagger": "†", "permil": "‰", "larr": "←",
    "uarr": "↑", "rarr": "→", "darr": "↓", "minus": "−", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈",
    "infin": "∞", "frac12": "½", "frac14": "¼", "frac34": "¾", "sup2": "²", "sup3": "³", "ordf": "ª",
    "ordm": "º",
    "iexcl": "¡", "iquest": "¿", "szlig": "ß", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "auml": "ä",
    "ouml": "ö",
    "uuml": "ü", "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Aring": "Å", "AElig": "Æ",
    "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Euml": "Ë", "Igrave": "Ì", "Iacute": "Í",
    "Icirc": "Î", "Iuml": "Ï", "Ntilde": "Ñ", "Ograve": "Ò", "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ",
    "Oslash": "Ø", "Ugrave": "Ù", "Uacute": "Ú", "Ucirc": "Û", "Yacute": "Ý", "agrave": "à", "aacute": "á",
    "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é",
    "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ",
    "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "oslash": "ø", "ugrave": "ù", "uacute": "ú",
    "ucirc": "û", "yacute": "ý", "yuml": "ÿ",
  ]
}
