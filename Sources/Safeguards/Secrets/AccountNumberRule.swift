import LocalePacks

/// International bank account numbers, by country, length and check digits.
enum AccountNumberRule {
  /// The length of each country's numbers (ISO 13616 registry).
  private static let lengths: [String: Int] = [
    "ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22, "bi": 27,
    "br": 29,
    "by": 28, "ch": 21, "cr": 22, "cy": 28, "cz": 24, "de": 22, "dj": 27, "dk": 18, "do": 28, "ee": 20,
    "eg": 29,
    "es": 24, "fi": 18, "fk": 18, "fo": 18, "fr": 27, "gb": 22, "ge": 22, "gi": 23, "gl": 18, "gr": 27,
    "gt": 28,
    "hn": 28, "hr": 21, "hu": 28, "ie": 22, "il": 23, "iq": 23, "ir": 26, "is": 26, "it": 27, "jo": 30,
    "kw": 30,
    "kz": 20, "lb": 28, "lc": 32, "li": 21, "lt": 20, "lu": 20, "lv": 21, "ly": 25, "mc": 27, "md": 24,
    "me": 22,
    "mk": 19, "mn": 20, "mr": 27, "mt": 31, "mu": 30, "ni": 28, "nl": 18, "no": 15, "om": 23, "pk": 24,
    "pl": 28,
    "ps": 29, "pt": 25, "qa": 29, "ro": 24, "rs": 22, "ru": 33, "sa": 24, "sc": 31, "sd": 18, "se": 24,
    "si": 19,
    "sk": 24, "sm": 27, "so": 23, "st": 25, "sv": 28, "tl": 23, "tn": 24, "tr": 26, "ua": 29, "va": 22,
    "vg": 24,
    "xk": 20, "ye": 30,
  ]

  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ found: inout FoundSecrets) {
    let reading = found.reading
    var place = 0
    while place + 15 < reading.count {
      defer { place += 1 }
      guard reading.letters[place].sort == .letter, reading.letters[place + 1].sort == .letter,
        place == 0 || !reading.letters[place - 1].isWord || reading.letters[place - 1].isUnspaced,
        // Digits come third and fourth, which tells nearly all words apart.
        reading.letters[place + 2].sort != .letter,
        reading.folded(place) < 0x80, reading.folded(place + 1) < 0x80, !found.covers(place)
      else { continue }
      if let end = end(place, reading) {
        found.add(.account, place..<end)
        place = end - 1
      }
    }
  }

  private static func end(_ start: Int, _ reading: SecretReading) -> Int? {
    var country = ""
    for place in start..<start + 2 {
      country.unicodeScalars.append(Unicode.Scalar(reading.folded(place)) ?? " ")
    }
    guard let length = lengths[country] else { return nil }
    var values: [Int] = []
    var place = start
    let last = min(reading.count, start + 2 * length + 2)
    var end = start
    while place < last, values.count < length {
      let letter = reading.letters[place]
      if letter.sort == .digit {
        values.append(Int(letter.digit))
      } else if letter.sort == .letter, 0x61...0x7A ~= letter.folded {
        values.append(Int(letter.folded) - 0x61 + 10)
      } else if letter.sort != .blank && letter.folded != 0x2D && letter.folded != 0x2E || place == start + 1
      {
        return nil
      } else {
        place += 1
        continue
      }
      if (2...3).contains(values.count - 1), letter.sort != .digit { return nil }
      place += 1
      end = place
    }
    guard values.count == length,
      end >= reading.count || !reading.letters[end].isWord || reading.letters[end].isUnspaced
    else { return nil }
    return remainder(values[4...] + values[..<4]) == 1 ? end : nil
  }

  private static func remainder(_ values: ArraySlice<Int>) -> Int {
    values.reduce(0) { ($0 * ($1 > 9 ? 100 : 10) + $1) % 97 }
  }
}
