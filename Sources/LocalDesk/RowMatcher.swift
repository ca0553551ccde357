import DeskModel
import SystemCalls

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

  /// Numbers are places in `needles`, so that looking at a condition copies nothing.
  private enum Text: Sendable {
    /// The id, whole and with its case.
    case agent(Int)
    /// The id or a part of the name.
    case agentNamed(Int)
    case customer(Int)
    case channel(Int)
    case status(Int, isOfCategory: Bool, category: UInt8)
    /// The whole tag; its start with a hyphen is the next needle.
    case language(Int)
    case tag(Int)
    case words(Int)
  }

  private var fixed: [(condition: Fixed, isWanted: Bool)] = []
  private var texts: [(condition: Text, isWanted: Bool)] = []
  private var needles: [TextNeedle] = []
  /// As typed, for ids.
  private var ids: [[UInt8]] = []
  /// Whether it must be asked again as time goes on.
  let dependsOnTime: Bool

  init(_ filter: QueueFilter, me: AgentID) {
    dependsOnTime = filter.terms.contains { $0.dependsOnTime }
    for term in filter.terms { add(term, isWanted: true, me) }
  }

  /// Whether texts must be looked at.
  var needsTexts: Bool { !texts.isEmpty }

  private mutating func needle(_ text: String) -> Int {
    needles.append(TextNeedle(text))
    ids.append(Array(text.utf8))
    return needles.count - 1
  }

  private mutating func add(_ term: QueueTerm, isWanted: Bool, _ me: AgentID) {
    if let condition = Self.fixed(term) { return fixed.append((condition, isWanted)) }
    switch term {
    case .not(let term): add(term, isWanted: !isWanted, me)
    case .assignee("nobody"): fixed.append((.isAssigned, !isWanted))
    default:
      if let condition = text(term, me) { texts.append((condition, isWanted)) }
    }
  }

  private static func fixed(_ term: QueueTerm) -> Fixed? {
    switch term {
    case .state(.vip): .vip
    case .state(.late): .late
    case .state(.unread): .unread
    case .state(.waiting): .waits
    case .state(.due): .isDue
    case .state(.isPublic): .isPublic
    case .waiting(let comparison, let span): .waiting(comparison, span)
    case .due(let comparison, let span): .due(comparison, span)
    case .quiet(let comparison, let span): .quiet(comparison, span)
    case .state(.mine), .assignee, .customer, .channel, .status, .language, .tag, .text, .not: nil
    }
  }

  private mutating func text(_ term: QueueTerm, _ me: AgentID) -> Text? {
    switch term {
    case .state(.mine), .assignee("me"): return .agent(needle(me.rawValue))
    case .assignee(let name): return .agentNamed(needle(name))
    case .customer(let name): return .customer(needle(name))
    case .channel(let name): return .channel(needle(name))
    case .status(let word):
      let category = StatusCategory.allCases.first { TextNeedle(word).equals($0.rawValue) }
      return .status(
        needle(word), isOfCategory: category != nil, category: RowField.category(category ?? .new))
    case .language(let tag):
      let whole = needle(tag)
      _ = needle(tag + "-")
      return .language(whole)
    case .tag(let tag): return .tag(needle(tag))
    case .text(let words): return .words(needle(words))
    case .state, .waiting, .due, .quiet, .not: return nil
    }
  }

  /// Whether the fields of fixed size pass at a moment (milliseconds); the record begins at `start`.
  func passes(_ records: Span<UInt8>, at start: Int, now: Int64) -> Bool {
    for index in fixed.indices {
      if Self.holds(fixed[index].condition, records, start, now) != fixed[index].isWanted { return false }
    }
    return true
  }

  /// Whether the texts pass, which stand in a range of `heap`.
  func passes(_ records: Span<UInt8>, at start: Int, _ heap: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard needsTexts else { return true }
    let fields = RowTexts(heap, range)
    for index in texts.indices {
      if holds(texts[index].condition, records, start, heap, fields) != texts[index].isWanted { return false }
    }
    return true
  }

  private static func holds(
    _ condition: Fixed, _ records: Span<UInt8>, _ start: Int, _ now: Int64
  ) -> Bool {
    func moment(_ field: Int) -> Int64 { records.number(Int64.self, at: start + field) }
    func byte(_ field: Int) -> UInt8 { records.number(UInt8.self, at: start + field) }
    func seconds(_ span: Int64) -> Int64 { span >= 0 ? span / 1_000 : -((999 &- span) / 1_000) }
    let none = RowField.none
    switch condition {
    case .vip: return byte(RowField.flags) & RowField.flagVIP != 0
    case .isAssigned: return byte(RowField.flags) & RowField.flagAssigned != 0
    case .late:
      let due = moment(RowField.due)
      return due != none && due <= now
    case .unread: return records.number(UInt32.self, at: start + RowField.unread) > 0
    case .waits: return moment(RowField.waitingSince) != none
    case .isDue: return moment(RowField.due) != none
    case .isPublic: return byte(RowField.shape) == RowField.shape(.publicThread)
    case .waiting(let comparison, let span):
      let since = moment(RowField.waitingSince)
      return since != none && comparison.holds(seconds(now &- since), span)
    case .due(let comparison, let span):
      let due = moment(RowField.due)
      return due != none && comparison.holds(seconds(due &- now), span)
    case .quiet(let comparison, let span):
      return comparison.holds(seconds(now &- moment(RowField.lastActivity)), span)
    }
  }

  private func holds(
    _ condition: Text, _ records: Span<UInt8>, _ start: Int, _ heap: Span<UInt8>, _ texts: RowTexts
  ) -> Bool {
    let flags = records.number(UInt8.self, at: start + RowField.flags)
    let isAssigned = flags & RowField.flagAssigned != 0
    switch condition {
    case .agent(let index): return isAssigned && isID(index, heap, texts.agentID)
    case .agentNamed(let index):
      return isAssigned
        && (isID(index, heap, texts.agentID) || needles[index].isFound(in: heap, texts.agentName))
    case .customer(let index):
      return isID(index, heap, texts.contactID) || needles[index].isFound(in: heap, texts.contactName)
    case .channel(let index): return needles[index].equals(heap, texts.channel)
    case .status(let index, let isOfCategory, let category):
      return (isOfCategory && records.number(UInt8.self, at: start + RowField.category) == category)
        || needles[index].equals(heap, texts.status)
    case .language(let index):
      return flags & RowField.flagLocale != 0
        && (needles[index].equals(heap, texts.locale) || needles[index + 1].begins(heap, texts.locale))
    case .tag(let index): return hasTag(index, heap, texts)
    case .words(let index):
      return needles[index].isFound(in: heap, texts.subject)
        || needles[index].isFound(in: heap, texts.contactName)
        || needles[index].isFound(in: heap, texts.preview)
    }
  }

  private func hasTag(_ index: Int, _ heap: Span<UInt8>, _ texts: RowTexts) -> Bool {
    var texts = texts
    var left = texts.tagCount(heap)
    while left > 0, let tag = texts.nextTag(heap) {
      if needles[index].equals(heap, tag) { return true }
      left -= 1
    }
    return false
  }

  private func isID(_ index: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == ids[index].count else { return false }
    for place in 0..<range.count where bytes[range.lowerBound + place] != ids[index][place] { return false }
    return true
  }
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

  /// How many tags follow; to be asked before the first.
  mutating func tagCount(_ bytes: Span<UInt8>) -> Int { number(bytes) ?? 0 }

  /// Where the next tag stands; nil when the bytes are at their end.
  mutating func nextTag(_ bytes: Span<UInt8>) -> Range<Int>? { place < end ? next(bytes) : nil }

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
    return Int(bytes.number(UInt32.self, at: place))
  }
}
