import DeskModel

/// A filter made ready for rows as they lie in the index.
///
/// What costs nothing is looked at first, and of the texts only those that a condition is about. It agrees with
/// `QueueFilter.matches`.
struct RowMatcher: Sendable {
  private enum Fixed: Sendable {
    case vip, late, unread, waits, isDue, isPublic, isAssigned
    case waiting(SpanComparison, Int64)
    case due(SpanComparison, Int64)
    case quiet(SpanComparison, Int64)
  }

  private enum Text: Sendable {
    case agent([UInt8])
    case agentNamed([UInt8], TextNeedle)
    case customer([UInt8], TextNeedle)
    case channel(TextNeedle)
    case status(TextNeedle)
    case language(whole: TextNeedle, start: TextNeedle)
    case tag(TextNeedle)
    case words(TextNeedle)
  }

  private var fixed: [(condition: Fixed, isWanted: Bool)] = []
  private var texts: [(condition: Text, isWanted: Bool)] = []
  /// Whether it must be asked again as time goes on.
  let dependsOnTime: Bool

  init(_ filter: QueueFilter, me: AgentID) {
    dependsOnTime = filter.terms.contains { $0.dependsOnTime }
    for term in filter.terms { add(term, isWanted: true, me) }
  }

  /// Whether texts must be looked at.
  var needsTexts: Bool { !texts.isEmpty }

  private mutating func add(_ term: QueueTerm, isWanted: Bool, _ me: AgentID) {
    func note(_ condition: Fixed, _ isWanted: Bool) { fixed.append((condition, isWanted)) }
    func note(_ condition: Text) { texts.append((condition, isWanted)) }
    switch term {
    case .not(let term): add(term, isWanted: !isWanted, me)
    case .state(.vip): note(.vip, isWanted)
    case .state(.late): note(.late, isWanted)
    case .state(.unread): note(.unread, isWanted)
    case .state(.waiting): note(.waits, isWanted)
    case .state(.due): note(.isDue, isWanted)
    case .state(.isPublic): note(.isPublic, isWanted)
    case .state(.mine), .assignee("me"): note(.agent(Array(me.rawValue.utf8)))
    case .assignee("nobody"): note(.isAssigned, !isWanted)
    case .assignee(let name): note(.agentNamed(Array(name.utf8), TextNeedle(name)))
    case .customer(let name): note(.customer(Array(name.utf8), TextNeedle(name)))
    case .channel(let name): note(.channel(TextNeedle(name)))
    case .status(let word): note(.status(TextNeedle(word)))
    case .language(let tag): note(.language(whole: TextNeedle(tag), start: TextNeedle(tag + "-")))
    case .tag(let tag): note(.tag(TextNeedle(tag)))
    case .text(let words): note(.words(TextNeedle(words)))
    case .waiting(let comparison, let span): note(.waiting(comparison, span), isWanted)
    case .due(let comparison, let span): note(.due(comparison, span), isWanted)
    case .quiet(let comparison, let span): note(.quiet(comparison, span), isWanted)
    }
  }

  /// Whether the fields of fixed size pass at a moment (milliseconds).
  func passes(_ row: RowNumbers, now: Int64) -> Bool {
    for (condition, isWanted) in fixed where Self.holds(condition, row, now) != isWanted { return false }
    return true
  }

  /// Whether the texts pass, which stand in a range of bytes.
  func passes(_ row: RowNumbers, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard needsTexts else { return true }
    let fields = RowTexts(bytes, range)
    for (condition, isWanted) in texts where Self.holds(condition, row, fields, bytes) != isWanted {
      return false
    }
    return true
  }

  private static func holds(_ condition: Fixed, _ row: RowNumbers, _ now: Int64) -> Bool {
    func seconds(_ span: Int64) -> Int64 { span >= 0 ? span / 1_000 : -((999 &- span) / 1_000) }
    let none = RowField.none
    switch condition {
    case .vip: return row.flags & RowField.flagVIP != 0
    case .isAssigned: return row.flags & RowField.flagAssigned != 0
    case .late: return row.due != none && row.due <= now
    case .unread: return row.unread > 0
    case .waits: return row.waitingSince != none
    case .isDue: return row.due != none
    case .isPublic: return row.shape == ConversationShape.publicThread
    case .waiting(let comparison, let span):
      return row.waitingSince != none && comparison.holds(seconds(now &- row.waitingSince), span)
    case .due(let comparison, let span):
      return row.due != none && comparison.holds(seconds(row.due &- now), span)
    case .quiet(let comparison, let span):
      return comparison.holds(seconds(now &- row.lastActivity), span)
    }
  }

  private static func holds(
    _ condition: Text, _ row: RowNumbers, _ texts: RowTexts, _ bytes: Span<UInt8>
  ) -> Bool {
    let isAssigned = row.flags & RowField.flagAssigned != 0
    switch condition {
    case .agent(let id): return isAssigned && equal(bytes, texts.agentID, id)
    case .agentNamed(let id, let name):
      return isAssigned && (equal(bytes, texts.agentID, id) || name.isFound(in: bytes, texts.agentName))
    case .customer(let id, let name):
      return equal(bytes, texts.contactID, id) || name.isFound(in: bytes, texts.contactName)
    case .channel(let name): return name.equals(bytes, texts.channel)
    case .status(let word):
      return row.category.map { word.equals($0.rawValue) } ?? false || word.equals(bytes, texts.status)
    case .language(let whole, let start):
      return row.flags & RowField.flagLocale != 0
        && (whole.equals(bytes, texts.locale) || start.begins(bytes, texts.locale))
    case .tag(let tag): return texts.tags(bytes).contains { tag.equals(bytes, $0) }
    case .words(let words):
      return words.isFound(in: bytes, texts.subject) || words.isFound(in: bytes, texts.contactName)
        || words.isFound(in: bytes, texts.preview)
    }
  }

  private static func equal(_ bytes: Span<UInt8>, _ range: Range<Int>, _ other: [UInt8]) -> Bool {
    guard range.count == other.count else { return false }
    for (place, byte) in other.enumerated() where bytes[range.lowerBound + place] != byte { return false }
    return true
  }
}

/// The fields of a row of fixed size that a filter is about.
struct RowNumbers: Sendable {
  /// Milliseconds, `RowField.none` where there is none.
  var due: Int64
  var waitingSince: Int64
  var lastActivity: Int64
  var unread: UInt32
  var flags: UInt8
  var shape: ConversationShape
  /// Nil in a damaged index.
  var category: StatusCategory?
}

/// Where the texts of a row stand; empty where the bytes end too early.
struct RowTexts {
  private(set) var contactID = 0..<0
  private(set) var agentID = 0..<0
  private(set) var agentName = 0..<0
  private(set) var channel = 0..<0
  private(set) var subject = 0..<0
  private(set) var contactName = 0..<0
  private(set) var status = 0..<0
  private(set) var locale = 0..<0
  private(set) var preview = 0..<0
  private var place: Int
  private let end: Int

  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    place = range.lowerBound
    end = range.upperBound
    _ = next(bytes)
    contactID = next(bytes)
    agentID = next(bytes)
    agentName = next(bytes)
    channel = next(bytes)
    subject = next(bytes)
    contactName = next(bytes)
    status = next(bytes)
    locale = next(bytes)
    preview = next(bytes)
  }

  /// Where the tags stand.
  func tags(_ bytes: Span<UInt8>) -> [Range<Int>] {
    var reader = self
    guard let count = reader.number(bytes) else { return [] }
    var result: [Range<Int>] = []
    for _ in 0..<count {
      guard reader.place < end else { break }
      result.append(reader.next(bytes))
    }
    return result
  }

  private mutating func next(_ bytes: Span<UInt8>) -> Range<Int> {
    guard let length = number(bytes), length <= end - place else {
      place = end
      return 0..<0
    }
    defer { place += length }
    return place..<place + length
  }

  private mutating func number(_ bytes: Span<UInt8>) -> Int? {
    guard end - place >= 4 else { return nil }
    defer { place += 4 }
    return Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16
      | Int(bytes[place + 3]) << 24
  }
}
