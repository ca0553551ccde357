/// A text cut into words, numbers, signs and links, with what stands between them.
struct ReplyTokens: Sendable {
  enum Kind: UInt8, Sendable {
    case word
    /// A run of a script without blanks.
    case run
    case number
    case link
    /// A currency or per cent sign.
    case sign
  }

  /// What stands before a token, from the weakest to the strongest.
  enum Gap: UInt8, Sendable, Comparable {
    case none, blank, pause, sentence, line

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  struct Token: Sendable {
    var kind: Kind
    /// Places in `scalars`.
    var start: Int
    var count: Int
    var gap: Gap
    /// Whether it begins with a capital; nil for letters that have none.
    var isCapital: Bool?
    /// Whether a quotation begins with it.
    var isQuoted = false
  }

  /// Longer words are cut: no language has them.
  static let longestWord = 64

  /// The letters and digits of all tokens, folded, one behind the other.
  private(set) var scalars: [UInt32] = []
  private(set) var tokens: [Token] = []
  private let table: ScalarTable
  private let partsAtApostrophe: Bool
  private var text: [UInt32] = []
  private var gap = Gap.line
  private var isQuoted = false

  /// Reads a text.
  ///
  /// - Complexity: O(text).
  init(_ string: Substring, _ table: ScalarTable, partsAtApostrophe: Bool) {
    self.table = table
    self.partsAtApostrophe = partsAtApostrophe
    let count = string.utf8.count
    text.reserveCapacity(count)
    scalars.reserveCapacity(count)
    var hasLinks = false
    for scalar in string.unicodeScalars {
      if scalar == "/" || scalar == "@" || scalar == "." { hasLinks = true }
      if let last = text.last, let composed = Composition.scalar(last, scalar.value) {
        text[text.count - 1] = composed
      } else {
        text.append(scalar.value)
      }
    }
    read(hasLinks: hasLinks)
    text = []
  }

  private mutating func read(hasLinks: Bool) {
    var place = 0
    // Behind it no link has been looked for.
    var searched = hasLinks ? 0 : Int.max
    while place < text.count {
      if place >= searched, !isBlank(text[place]) {
        let end = chunkEnd(from: place)
        searched = end
        if let next = readLink(place..<end) {
          place = next
          continue
        }
      }
      let value = text[place]
      if Self.opensQuotation(value) { isQuoted = place == 0 || !isContent(text[place - 1]) }
      switch table.role(value) {
      case .letter, .mark: place = readWord(from: place)
      case .unspaced: place = readRun(from: place)
      case .digit: place = readNumber(from: place)
      case .sign:
        add(.sign, [table.fold(value)], nil)
        place += 1
      case .nothing: place += 1
      case .apostrophe:
        widen(.blank)
        place += 1
      case .gap:
        // A picture ends a sentence as a full stop does.
        let isPicture = value >= 0x1F000 || (0x2600...0x27BF).contains(value)
        widen(isPicture ? .sentence : value == 0x2D ? .none : .blank)
        place = skipFace(from: place)
      case .pause:
        widen(.pause)
        place = skipFace(from: place)
      case .sentenceEnd:
        widen(.sentence)
        place += 1
      case .newline:
        widen(.line)
        place += 1
      }
    }
  }

  private mutating func endToken() {
    tokens[tokens.count - 1].isQuoted = isQuoted
    isQuoted = false
    gap = .none
  }

  private static func opensQuotation(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0xAB, 0x2018, 0x201C, 0x201E, 0x300C, 0x300E: true
    default: false
    }
  }

  private func isContent(_ value: UInt32) -> Bool {
    let role = table.role(value)
    return role == .letter || role == .digit || role == .mark
  }

  private mutating func widen(_ other: Gap) { gap = max(gap, other == .none ? .blank : other) }

  private mutating func add(_ kind: Kind, _ folded: [UInt32], _ isCapital: Bool?) {
    tokens.append(
      Token(kind: kind, start: scalars.count, count: folded.count, gap: gap, isCapital: isCapital))
    scalars += folded
    endToken()
  }

  private func isBlank(_ value: UInt32) -> Bool {
    let role = table.role(value)
    return role == .newline || role == .gap && (value <= 0x20 || value == 0xA0 || value == 0x3000)
  }

  /// Reads letters, marks, and digits behind them (`AB123`), and apostrophes between letters.
  private mutating func readWord(from start: Int) -> Int {
    var place = start
    let first = scalars.count
    while place < text.count, scalars.count - first < Self.longestWord {
      let value = text[place]
      switch table.role(value) {
      case .letter, .mark: scalars.append(table.fold(value))
      case .digit: scalars.append(table.fold(value))
      case .nothing: break
      case .apostrophe where joins(at: place): break
      default:
        finishWord(from: first, start)
        return place
      }
      place += 1
    }
    finishWord(from: first, start)
    return place
  }

  private mutating func finishWord(from first: Int, _ start: Int) {
    let value = text[start]
    tokens.append(
      Token(
        kind: .word, start: first, count: scalars.count - first, gap: gap,
        isCapital: table.isCased(value) ? table.isCapital(value) : nil))
    endToken()
  }

  /// Whether an apostrophe is part of the word around it: everywhere, or before an English ending (`can’t`, `we’ll`).
  private func joins(at place: Int) -> Bool {
    guard place + 1 < text.count, table.role(text[place + 1]) == .letter else { return false }
    guard partsAtApostrophe else { return true }
    let letters = text[(place + 1)...].prefix(3).prefix { table.role($0) == .letter }.map { table.fold($0) }
    switch letters {
    case [0x74], [0x73], [0x6D], [0x64], [0x6C, 0x6C], [0x72, 0x65], [0x76, 0x65]: return true
    default: return false
    }
  }

  private mutating func readRun(from start: Int) -> Int {
    var place = start
    let first = scalars.count
    while place < text.count {
      let role = table.role(text[place])
      if role == .unspaced || role == .mark {
        scalars.append(table.fold(text[place]))
      } else if role != .nothing {
        break
      }
      place += 1
    }
    tokens.append(Token(kind: .run, start: first, count: scalars.count - first, gap: gap, isCapital: nil))
    endToken()
    return place
  }

  /// Reads digits with the points, commas and colons between them: `1,299.00` as 1299, `14:20` as 14.20.
  private mutating func readNumber(from start: Int) -> Int {
    var groups: [(mark: UInt32, digits: [UInt32])] = [(0, [])]
    var place = start
    while place < text.count {
      let value = text[place]
      if table.role(value) == .digit {
        groups[groups.count - 1].digits.append(table.fold(value))
      } else if let mark = separator(at: place) {
        groups.append((mark, []))
      } else {
        break
      }
      place += 1
      if place - start >= Self.longestWord { break }
    }
    var folded = groups[0].digits
    for (step, group) in groups.enumerated().dropFirst() {
      let isThousands = group.mark != 0x3A && group.digits.count == 3 && groups[0].digits.count <= 3
      if isThousands { folded += group.digits; continue }
      // 42.00 is 42, and 5:00 is 5.
      if step == groups.count - 1, group.digits.allSatisfy({ $0 == 0x30 }), group.digits.count <= 2 {
        continue
      }
      folded += [0x2E] + group.digits
    }
    add(.number, folded, nil)
    return place
  }

  /// The mark between two digits of one number; nil when none stands there.
  private func separator(at place: Int) -> UInt32? {
    guard place + 1 < text.count, table.role(text[place + 1]) == .digit else { return nil }
    switch text[place] {
    case 0x2E, 0x2C, 0x3A, 0x66B, 0x66C: return text[place]
    case 0x27, 0x2019, 0xA0, 0x2009, 0x202F:
      let digits = text[(place + 1)...].prefix(4).prefix { table.role($0) == .digit }.count
      return digits == 3 ? 0x2C : nil
    default: return nil
    }
  }

  /// Behind a colon or the like: the letter of a face such as `:D` is no word.
  private func skipFace(from place: Int) -> Int {
    guard text[place] == 0x3A || text[place] == 0x3B || text[place] == 0x3D else { return place + 1 }
    var next = place + 1
    if next < text.count, text[next] == 0x2D { next += 1 }
    guard next < text.count, [0x44, 0x50, 0x70, 0x4F, 0x6F].contains(text[next]) else { return place + 1 }
    return next + 1 >= text.count || table.role(text[next + 1]) != .letter ? next + 1 : place + 1
  }
}

/// Links and addresses.
extension ReplyTokens {
  private static let endings: Set<String> = [
    "com", "org", "net", "info", "shop", "app", "io", "co", "eu", "de", "fr", "es", "it", "pt", "br", "mx",
    "pl",
    "ru", "ua", "kz", "uz", "id", "my", "ph", "vn", "th", "jp", "kr", "cn", "hk", "tw", "in", "bd", "ir",
    "il",
    "sa", "eg", "tr", "uk", "us", "ca", "at", "ch",
  ]

  /// The end of what stands together up to the next blank, or the next letter of a script without blanks.
  private func chunkEnd(from start: Int) -> Int {
    var place = start
    while place < text.count, !isBlank(text[place]), table.role(text[place]) != .unspaced { place += 1 }
    return max(place, start + 1)
  }

  /// The place behind a link or an address that begins here, or nil; a name behind `@` says nothing.
  private mutating func readLink(_ range: Range<Int>) -> Int? {
    var start = range.lowerBound
    var end = range.upperBound
    while end > start, isMark(text[end - 1]) { end -= 1 }
    while start < end, isMark(text[start]), text[start] != 0x40 { start += 1 }
    guard end - start >= 4 else { return nil }
    let chunk = text[start..<end]
    if chunk.first == 0x40 { return end }
    guard let dotOrSlash = chunk.firstIndex(where: { $0 == 0x2F || $0 == 0x40 || $0 == 0x2E }) else {
      return nil
    }
    let hasScheme = text[dotOrSlash] == 0x2F && dotOrSlash > start && text[dotOrSlash - 1] == 0x3A
    guard hasScheme || isAddress(chunk) else { return nil }
    var folded = chunk.map { $0 < 0x80 ? table.fold($0) : $0 }
    for prefix in ["https://", "http://", "www."] {
      let scalars = prefix.unicodeScalars.map(\.value)
      if folded.starts(with: scalars) { folded.removeFirst(scalars.count) }
    }
    if folded.last == 0x2F { folded.removeLast() }
    add(.link, folded, nil)
    return end
  }

  private func isMark(_ value: UInt32) -> Bool {
    switch table.role(value) {
    case .sentenceEnd, .pause, .apostrophe: true
    case .gap: value != 0x2F && value != 0x40 && value != 0x26 && value != 0x3D && value != 0x23
    default: false
    }
  }

  /// Whether a chunk is a mail address or a host with one of the endings that are common.
  private func isAddress(_ chunk: ArraySlice<UInt32>) -> Bool {
    let host = chunk.prefix { $0 != 0x2F && $0 != 0x3F }
    guard let dot = host.lastIndex(of: 0x2E), dot > host.startIndex else { return false }
    let ending = host[(dot + 1)...].compactMap(Unicode.Scalar.init)
    guard (2...4).contains(ending.count), ending.allSatisfy({ $0.isASCII && $0.properties.isLowercase })
    else {
      return false
    }
    return host.contains(0x40) || Self.endings.contains(String(String.UnicodeScalarView(ending)))
  }
}
