import LocalePacks

/// Values that look like passwords at first sight and are something else: addresses, dates, amounts, versions.
enum SomethingElse {
  /// Whether a value is an e-mail address or a link.
  static func isAddress(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    isEmail(reading, range) || isLink(reading, range)
  }

  /// Whether a value is an e-mail address.
  static func isEmail(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    guard let at = range.first(where: { reading.letters[$0].folded == 0x40 }), at > range.lowerBound,
      at + 3 < range.upperBound
    else { return false }
    var dot = -1
    for place in range where place != at {
      let letter = reading.letters[place]
      if letter.sort == .mark, ![0x2E, 0x2D, 0x5F, 0x2B].contains(letter.folded) { return false }
      if place > at, letter.folded == 0x2E { dot = place }
    }
    guard dot > at + 1, (2...12).contains(range.upperBound - dot - 1) else { return false }
    return reading.letters[dot + 1..<range.upperBound].allSatisfy {
      $0.sort == .letter && !$0.scalar.properties.isUppercase
    }
  }

  private static let domains: Set<String> = [
    "com", "net", "org", "info", "io", "app", "dev", "de", "ru", "ua", "fr", "it", "es", "pl", "pt", "br",
    "tr", "id",
    "my", "vn", "th", "jp", "kr", "cn", "tw", "hk", "in", "ir", "il", "kz", "uz", "ph", "uk", "us", "eu",
    "at", "ch",
    "ca", "mx", "example", "test", "shop", "online", "site", "co", "me", "bd", "sa", "ae", "eg", "jpg", "png",
    "pdf",
    "txt", "html", "php", "doc", "docx", "xls", "xlsx", "zip", "exe", "log", "gif", "mp4", "csv", "local",
    "lan",
  ]

  /// Whether a value is a link, the name of a host or of a file.
  static func isLink(_ reading: SecretReading, _ range: Range<Int>) -> Bool {
    var word = ""
    var dots = 0
    var place = range.lowerBound
    while place < range.upperBound {
      let letter = reading.letters[place]
      if letter.folded == 0x3A, reading.folded(place + 1) == 0x2F, reading.folded(place + 2) == 0x2F {
        return place + 2 < range.upperBound && place > range.lowerBound
      }
      if letter.folded == 0x2E {
        if word == "www" { return true }
        dots += 1
        word = ""
      } else if letter.sort == .letter || letter.sort == .digit || letter.folded == 0x2D
        || letter.folded == 0x5F
      {
        word.unicodeScalars.append(letter.scalar)
      } else {
        break
      }
      place += 1
    }
    guard dots > 0, domains.contains(word.lowercased()) else { return false }
    return place == range.upperBound || [0x2F, 0x3A, 0x3F, 0x23].contains(reading.folded(place))
  }

  /// Whether a value is a date, a time, an amount, a version, or a number with its unit.
  static func isMeasure(_ reading: SecretReading, _ range: Range<Int>, _ shape: ValueShape) -> Bool {
    guard shape.digits > 0 else { return false }
    let letters = shape.lower + shape.upper + shape.uncased
    let first = reading.letters[range.lowerBound]
    // 0x80070005
    if first.digit == 0, reading.folded(range.lowerBound + 1) == 0x78, shape.signs + shape.joints == 0 {
      return true
    }
    if letters == 0 {
      // 12.05.2026, 12:30, 12/27, 1.234,50, 50%, €20, 20–30
      return shape.count > shape.digits
    }
    if first.sort == .digit {
      // 20GB, 2nd, 10:30pm, 3.5mm, 1990s
      var place = range.lowerBound
      while place < range.upperBound, reading.letters[place].sort != .letter { place += 1 }
      let unit = place..<range.upperBound
      let isUnit = unit.allSatisfy { reading.letters[$0].sort == .letter }
      return isUnit && unit.count <= 4 && shape.signs <= 1 && place - range.lowerBound <= 6
        && (unit.count <= 2 || place - range.lowerBound <= 3)
    }
    // v2.1.0, V12, iOS17.2, R$20, US$5
    if first.folded == 0x76 {
      return range.dropFirst().allSatisfy { reading.letters[$0].sort == .digit || reading.folded($0) == 0x2E }
    }
    if letters <= 3, reading.letters[range.upperBound - 1].sort == .digit {
      var place = range.lowerBound
      while place < range.upperBound, reading.letters[place].sort == .letter { place += 1 }
      if [0x24, 0x20AC, 0xA3, 0x2E].contains(reading.folded(place)) {
        return range.dropFirst(place - range.lowerBound + 1).allSatisfy {
          [0x2E, 0x2C].contains(reading.folded($0)) || reading.letters[$0].sort == .digit
        }
      }
    }
    return isTimestamp(reading, range, shape)
  }

  /// Whether a value is a moment: 2026-03-01T10:00:00Z, 2026-03-01T10:00.
  private static func isTimestamp(_ reading: SecretReading, _ range: Range<Int>, _ shape: ValueShape) -> Bool
  {
    shape.lower + shape.upper <= 2 && shape.digits >= 8 && shape.signs >= 1 && shape.joints >= 2
      && reading.letters[range.lowerBound].sort == .digit
      && range.allSatisfy {
        let value = reading.folded($0)
        return reading.letters[$0].sort == .digit || [0x2D, 0x3A, 0x74, 0x7A, 0x2E, 0x2B].contains(value)
      }
  }
}
