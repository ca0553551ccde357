import DeskModel
import LocalePacks

/// The name of a record in a format that has one text a record: the title, and behind it what variant the text is.
///
/// `A parcel is late · delivery/late@en#short · in public: review · first` says title, answer, locale, variant, who reads it,
/// channels and occasion. What goes without saying is left out, so that a name is usually the title alone.
struct ItemName: Equatable {
  var title: String
  var id: AnswerID?
  var locale: LocaleTag?
  var variant: String?
  var audience: Audience = .customer
  var channels: [String] = []
  var occasion: VariantOccasion = .any

  /// The variant of which nothing is said.
  static let usualVariant = "plain"

  private static let separator = " · "

  init(title: String, id: AnswerID? = nil, locale: LocaleTag? = nil, variant: String? = nil) {
    self.title = title
    self.id = id
    self.locale = locale
    self.variant = variant
  }

  /// Reads a name; whatever it is, it is a title at least, unless it need not have one.
  init(_ text: String, needsTitle: Bool = true) {
    self.init(title: text)
    var parts = text.splitBySeparator(Self.separator)
    var read = self
    if let last = parts.last, let occasion = VariantOccasion(rawValue: last), occasion != .any {
      read.occasion = occasion
      parts.removeLast()
    }
    if let last = parts.last, let place = Self.place(last) {
      read.audience = place.audience
      read.channels = place.channels
      parts.removeLast()
    }
    for index in parts.indices.dropFirst(needsTitle ? 1 : 0) {
      guard let mark = Self.mark(parts[index...].joined(separator: Self.separator)) else { continue }
      read.title = parts[..<index].joined(separator: Self.separator)
      read.id = mark.id
      read.locale = mark.locale
      read.variant = mark.variant
      self = read
      return
    }
  }

  /// The name as text; it says id and variant wherever it says more than the title.
  var text: String {
    guard let id, let variant else { return title }
    var parts = title.isEmpty ? [] : [title]
    parts.append(id.path + (locale.map { "@\($0)" } ?? "") + "#" + variant)
    if audience != .customer || !channels.isEmpty {
      let place = audience == .world ? "in public" : "in private"
      parts.append(channels.isEmpty ? place : place + ": " + channels.joined(separator: ", "))
    }
    if occasion != .any { parts.append(occasion.rawValue) }
    return parts.joined(separator: Self.separator)
  }

  private static func place(_ text: String) -> (audience: Audience, channels: [String])? {
    for (words, audience) in [("in public", Audience.world), ("in private", .customer)] {
      guard text.hasPrefix(words) else { continue }
      let rest = text.dropFirst(words.count)
      if rest.isEmpty { return (audience, []) }
      if rest.hasPrefix(": ") { return (audience, String(rest.dropFirst(2)).commaList) }
    }
    return nil
  }

  private static func mark(_ text: String) -> (id: AnswerID, locale: LocaleTag?, variant: String)? {
    guard let hash = text.firstIndex(of: "#"), text.index(after: hash) < text.endIndex else { return nil }
    let head = text[..<hash]
    let at = head.firstIndex(of: "@")
    guard let id = AnswerID(checking: String(head[..<(at ?? head.endIndex)])) else { return nil }
    let tag = at.map { head[head.index(after: $0)...] }
    let locale = tag.flatMap { LocaleTag($0) }
    if let tag, locale?.description != String(tag) { return nil }
    return (id, locale, String(text[text.index(after: hash)...]))
  }
}

extension AnswerID {
  /// An id made of a title: small letters, digits and hyphens; `::` and `/` begin a folder.
  ///
  /// Never longer than 120 bytes; `answer` where nothing is left.
  static func made(of title: String) -> AnswerID {
    let parts = title.splitBySeparator("::").flatMap { $0.split(separator: "/") }
      .map { part(of: String($0)) }.filter { !$0.isEmpty }
    var path = ""
    for part in parts where path.utf8.count + part.utf8.count < 120 {
      path += path.isEmpty ? part : "/" + part
    }
    return AnswerID(path.isEmpty ? "answer" : path)
  }

  /// One part of an id, without `/`; empty where nothing is left.
  static func part(of text: String, keepingUnderscores: Bool = false) -> String {
    var result = ""
    var isPending = false
    for character in text.lowercased() {
      let isKept =
        character.isLetter || character.isNumber || (keepingUnderscores && character == "_")
      guard isKept else {
        isPending = !result.isEmpty
        continue
      }
      let added = character.utf8.count + (isPending ? 1 : 0)
      guard result.utf8.count + added <= 80 else { break }
      if isPending { result += "-" }
      isPending = false
      result.append(character)
    }
    return result
  }
}

extension String {
  /// The parts between separators, in linear time.
  func splitBySeparator(_ separator: String) -> [String] {
    let bytes = Array(utf8)
    let mark = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    while let found = bytes.firstPlace(of: mark, from: start) {
      parts.append(String(decoding: bytes[start..<found], as: UTF8.self))
      start = found + mark.count
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// The words between commas, without the blanks around them and without empty ones.
  var commaList: [String] {
    split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Where some bytes begin at or behind a place.
  func firstPlace(of mark: [UInt8], from start: Int, upTo end: Int? = nil) -> Int? {
    guard let first = mark.first else { return nil }
    let end = end ?? endIndex
    var index = start
    while index + mark.count <= end {
      if self[index] == first, self[index..<(index + mark.count)].elementsEqual(mark) { return index }
      index += 1
    }
    return nil
  }
}
