extension QueueFilter {
  /// Reads what a person types: `tag:billing lang:id waiting>1h due<30m who:me is:vip -tag:spam "two words"`.
  ///
  /// Keys are `QueueFilterKey`, in either case. A word without a key is text; so are `10:30`, `http://…` and
  /// `re:`, and everything in quotation marks. A value may stand in quotation marks, in which `\"` and `\\` are a mark
  /// and a backslash; `-` in front means the opposite. A span of `due` may be negative: `due<-10m` is late by more
  /// than ten minutes.
  /// - Complexity: O(scalars).
  package init(parsing text: String) throws(QueueFilterError) {
    var parser = FilterParser(text)
    self = try parser.filter()
  }

  /// The filter as it would be typed, the conditions on desks first; reading it gives the same filter.
  ///
  /// - Complexity: O(terms).
  package var text: String { (desks.map(\.text) + terms.map(\.text)).joined(separator: " ") }
}

extension DeskTerm {
  /// The condition as it would be typed.
  package var text: String {
    let bare = (isWanted ? "" : "-") + "desk:" + name
    if let read = try? QueueFilter(parsing: bare), read == QueueFilter(desks: [self]), name.isPlain {
      return bare
    }
    return (isWanted ? "" : "-") + "desk:" + name.inQuotationMarks
  }
}

extension QueueTerm {
  /// The condition as it would be typed.
  package var text: String {
    switch self {
    case .not(let term): return "-" + term.text
    case .waiting(let comparison, let span): return Self.text("waiting", comparison, span)
    case .due(let comparison, let span): return Self.text("due", comparison, span)
    case .quiet(let comparison, let span): return Self.text("quiet", comparison, span)
    case .state(let state): return "is:" + state.rawValue
    case .tag(let value): return written("tag:", value)
    case .language(let value): return written("lang:", value)
    case .channel(let value): return written("channel:", value)
    case .status(let value): return written("status:", value)
    case .assignee(let value): return written("who:", value)
    case .customer(let value): return written("from:", value)
    case .text(let value): return written("", value)
    }
  }

  private static func text(_ key: String, _ comparison: SpanComparison, _ span: Int64) -> String {
    // The one span that has no opposite is as good as the next one.
    let size = TimeSpan.text(seconds: span < 0 ? -max(span, -Int64.max) : span)
    return key + comparison.rawValue + (span < 0 ? "-" : "") + size
  }

  /// In quotation marks only where it would be read as something else without.
  private func written(_ key: String, _ value: String) -> String {
    let bare = key + value
    if let read = try? QueueFilter(parsing: bare), read.terms == [self], value.isPlain { return bare }
    return key + value.inQuotationMarks
  }
}

extension String {
  /// As a value is written that cannot stand bare.
  fileprivate var inQuotationMarks: String {
    let escaped = unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return "\"\(escaped)\""
  }

  /// Whether no scalar of it is white space: strings that are equal may differ in that (U+2000 is U+2002).
  fileprivate var isPlain: Bool { !unicodeScalars.contains { $0.properties.isWhitespace } }
}

private struct FilterParser {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  /// UTF-8 bytes before `place`.
  private var offset = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func skip() {
    offset += UTF8.width(scalars[place])
    place += 1
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    skip()
    return true
  }

  mutating func filter() throws(QueueFilterError) -> QueueFilter {
    var result = QueueFilter()
    while let scalar = next {
      if scalar.properties.isWhitespace { skip() } else { try takeTerm(into: &result) }
    }
    return result
  }

  private mutating func takeTerm(into filter: inout QueueFilter) throws(QueueFilterError) {
    var opposites = 0
    while take("-") { opposites += 1 }
    guard let scalar = next, !scalar.properties.isWhitespace else {
      throw .missingValue(key: "-", expected: "a condition", at: offset)
    }
    switch scalar == "\"" ? .conversation(.text(try quoted())) : try word() {
    case .desk(let name): filter.desks.append(DeskTerm(name, isWanted: opposites.isMultiple(of: 2)))
    case .conversation(var term):
      for _ in 0..<opposites { term = .not(term) }
      filter.terms.append(term)
    }
  }

  /// What a condition is about.
  private enum Condition {
    case conversation(QueueTerm)
    case desk(String)
  }

  /// A condition with a key, or plain text.
  private mutating func word() throws(QueueFilterError) -> Condition {
    let start = offset
    var end = place
    while end < scalars.count, scalars[end].isASCIILetter { end += 1 }
    let name = String(String.UnicodeScalarView(scalars[place..<end])).lowercased()
    let sign = end < scalars.count ? scalars[end] : " "
    let behind = end + 1 < scalars.count ? scalars[end + 1] : " "
    guard !name.isEmpty, sign == ":" || sign == ">" || sign == "<" else {
      return .conversation(.text(bare()))
    }
    guard let key = QueueFilterKey(rawValue: name) else {
      // A colon at the end of a word, an address and a sum are words, not keys.
      if sign != ":" || behind.properties.isWhitespace || behind == "/" {
        return .conversation(.text(bare()))
      }
      throw .unknownKey(name, at: start)
    }
    while place < end { skip() }
    guard key.takesSpan == (sign != ":") else {
      throw .wrongSign(key: name, expected: key.takesSpan ? "> or <" : ":", at: offset)
    }
    skip()
    if key.takesSpan { return .conversation(try comparison(key, sign == ">" ? .longer : .shorter)) }
    return try condition(key)
  }

  private mutating func condition(_ key: QueueFilterKey) throws(QueueFilterError) -> Condition {
    let start = offset
    let isQuoted = next == "\""
    let value = isQuoted ? try quoted() : bare()
    if value.isEmpty, !isQuoted {
      throw .missingValue(key: key.rawValue, expected: key.expected, at: start)
    }
    if key == .desk { return .desk(value) }
    return .conversation(try Self.term(key, value, isQuoted: isQuoted, at: start))
  }

  private static func term(
    _ key: QueueFilterKey, _ value: String, isQuoted: Bool, at start: Int
  ) throws(QueueFilterError) -> QueueTerm {
    switch key {
    case .tag: return .tag(value)
    case .lang: return .language(value)
    case .channel: return .channel(value)
    case .status: return .status(value)
    case .from: return .customer(value)
    case .who:
      let word = value.lowercased()
      return .assignee(!isQuoted && (word == "me" || word == "nobody") ? word : value)
    case .state, .waiting, .due, .quiet, .desk:
      guard let state = QueueRowState(rawValue: value.lowercased()) else {
        throw .wrongValue(key: key.rawValue, value: value, expected: key.expected, at: start)
      }
      return .state(state)
    }
  }

  private mutating func comparison(
    _ key: QueueFilterKey, _ comparison: SpanComparison
  ) throws(QueueFilterError) -> QueueTerm {
    let start = offset
    let isNegative = take("-")
    let value = next == "\"" ? try quoted() : bare()
    let size: Int64
    do {
      size = try TimeSpan.seconds(in: value)
    } catch {
      switch error {
      case .unfinished: throw .missingValue(key: key.rawValue, expected: key.expected, at: offset)
      case .wrong:
        throw .wrongValue(
          key: key.rawValue, value: (isNegative ? "-" : "") + value, expected: key.expected, at: start)
      }
    }
    let span = isNegative ? -size : size
    switch key {
    case .waiting: return .waiting(comparison, span)
    case .due: return .due(comparison, span)
    default: return .quiet(comparison, span)
    }
  }

  /// Up to the next white space.
  private mutating func bare() -> String {
    var result = ""
    while let scalar = next, !scalar.properties.isWhitespace {
      result.unicodeScalars.append(scalar)
      skip()
    }
    return result
  }

  /// From a quotation mark to the next.
  private mutating func quoted() throws(QueueFilterError) -> String {
    let start = offset
    var result = ""
    skip()
    while let scalar = next {
      skip()
      if scalar == "\"" {
        if let scalar = next, !scalar.properties.isWhitespace { throw .missingSpace(at: offset) }
        return result
      }
      if scalar == "\\", let escaped = next, escaped == "\"" || escaped == "\\" {
        skip()
        result.unicodeScalars.append(escaped)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    throw .missingQuote(at: start)
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
