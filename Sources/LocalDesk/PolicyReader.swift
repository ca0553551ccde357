import DeskModel
import JSONText
import SystemCalls

/// Why a policy cannot be understood.
struct PolicyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// From 1.
  var line: Int
  /// Such as `hours.days.mon[0]`; empty for the whole file and for what is not JSON5.
  var field: String
  /// What is wrong.
  var complaint: String

  /// Such as `line 4: hours.days.mon[0]: expected hours such as 09:00-18:00, found "9-18"`.
  var description: String { "line \(line): " + (field.isEmpty ? "" : field + ": ") + complaint }
}

/// Reads a desk's policy, which is JSON5.
///
///     {
///       targets: {
///         firstReply: "1h", nextReply: "4h", resolution: "3d",   // each may be absent
///         vip: { firstReply: "15m" },         // what is not said is as for everybody; null promises nothing
///       },
///       vipAhead: "30m",                      // a VIP stands in the queue as if so much worse off
///       hours: {                              // absent: always open
///         timeZone: "Asia/Jakarta",
///         days: { mon: ["09:00-12:00", "13:00-18:00"], sat: ["09:00-13:00"] },   // others are closed
///         closed: ["2026-12-25"],
///       },
///     }
///
/// Targets count open time. Where there are hours, `d` is a working day (the mean of the open ones) and `w` an open week.
struct PolicyReader {
  private var reader: JSONReader
  private var spans: [SpanPlace] = []
  private var targets = ServiceTargets()
  private var vipTargets = ServiceTargets()
  private var vipAhead = ServicePolicy.usualVIPAhead
  private var hours: BusinessHours?
  private var zone: ZoneOffset?

  /// A span whose units are not known before the hours are.
  private struct SpanPlace {
    var target: Target
    var isVIP: Bool
    /// Nil for null.
    var text: String?
    var offset: Int
    var field: String
  }

  private enum Target: String, CaseIterable { case firstReply, nextReply, resolution }

  private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  /// The longest target: a year.
  private static let longest: Int64 = 366 * 86_400

  /// Reads a whole file.
  ///
  /// - Complexity: O(bytes).
  static func policy(_ bytes: [UInt8]) throws(PolicyError) -> DeskPolicy {
    var parser = PolicyReader(reader: JSONReader(bytes, dialect: .json5))
    try parser.read()
    try parser.resolve()
    return DeskPolicy(
      policy: ServicePolicy(
        targets: parser.targets, vipTargets: parser.vipTargets, hours: parser.hours,
        vipAhead: parser.vipAhead),
      zone: parser.zone, hash: max(1, StableHash.of(bytes)))
  }

  private init(reader: JSONReader) { self.reader = reader }

  private mutating func read() throws(PolicyError) {
    try object("") { parser, key, field throws(PolicyError) in
      switch key {
      case "targets": try parser.readTargets(field, isVIP: false)
      case "vipAhead":
        let (text, offset) = try parser.text(field, "a span such as 30m")
        guard let span = try? TimeSpan.seconds(in: text), span <= 7 * 86_400 else {
          throw parser.wrong(field, "a span such as 30m, at most 1w", text, offset)
        }
        parser.vipAhead = span
      case "hours": try parser.readHours(field)
      default: throw parser.unknown(field, "targets, vipAhead and hours")
      }
    }
    try syntax { reader throws(JSONError) in try reader.finish() }
  }

  private mutating func readTargets(_ field: String, isVIP: Bool) throws(PolicyError) {
    try object(field) { parser, key, field throws(PolicyError) in
      if key == "vip", !isVIP { return try parser.readTargets(field, isVIP: true) }
      guard let target = Target(rawValue: key) else {
        throw parser.unknown(
          field, "firstReply, nextReply\(isVIP ? " and" : ",") resolution\(isVIP ? "" : " and vip")")
      }
      if try parser.syntax({ reader throws(JSONError) in try reader.peek() }) == .null {
        try parser.syntax { reader throws(JSONError) in try reader.null() }
        parser.spans.append(
          SpanPlace(target: target, isVIP: isVIP, text: nil, offset: parser.reader.offset, field: field))
      } else {
        let (text, offset) = try parser.text(field, TimeSpan.example)
        parser.spans.append(
          SpanPlace(target: target, isVIP: isVIP, text: text, offset: offset, field: field))
      }
    }
  }

  /// Gives the spans their units, and what VIPs are not promised otherwise.
  private mutating func resolve() throws(PolicyError) {
    let units = hours.map { TimeSpan.Units(day: $0.day, week: $0.week) } ?? .calendar
    for isVIP in [false, true] {
      if isVIP { vipTargets = targets }
      for span in spans where span.isVIP == isVIP {
        var seconds: Int64?
        if let text = span.text {
          seconds = try? TimeSpan.seconds(in: text, units: units)
          guard let seconds, seconds > 0, seconds <= Self.longest else {
            throw wrong(span.field, TimeSpan.example + ", at most a year", text, span.offset)
          }
        }
        switch (span.target, isVIP) {
        case (.firstReply, false): targets.firstReply = seconds
        case (.nextReply, false): targets.nextReply = seconds
        case (.resolution, false): targets.resolution = seconds
        case (.firstReply, true): vipTargets.firstReply = seconds
        case (.nextReply, true): vipTargets.nextReply = seconds
        case (.resolution, true): vipTargets.resolution = seconds
        }
      }
    }
  }

  // MARK: - Hours

  private mutating func readHours(_ field: String) throws(PolicyError) {
    var days = [[Range<Int>]](repeating: [], count: 7)
    var closed: Set<Int> = []
    var zone: ZoneOffset?
    let start = reader.offset
    try object(field) { parser, key, field throws(PolicyError) in
      switch key {
      case "timeZone":
        let (name, offset) = try parser.text(field, "a time zone such as Asia/Jakarta")
        zone = ZoneOffset(name)
        if zone == nil {
          throw parser.wrong(field, "a time zone that this system has, such as Asia/Jakarta", name, offset)
        }
      case "days":
        try parser.object(field) { parser, key, field throws(PolicyError) in
          guard let day = Self.dayNames.firstIndex(of: key) else {
            throw parser.unknown(field, Self.dayNames.joined(separator: ", "))
          }
          days[day] = try parser.spansOfDay(field)
        }
      case "closed":
        try parser.array(field, "dates such as 2026-12-25") { parser, field throws(PolicyError) in
          let (text, offset) = try parser.text(field, "a date such as 2026-12-25")
          guard text.utf8.count == 10, let midnight = Timestamp(rfc3339: text + "T00:00:00Z") else {
            throw parser.wrong(field, "a date such as 2026-12-25", text, offset)
          }
          closed.insert(CivilTime(midnight).daysSinceEpoch)
        }
      default: throw parser.unknown(field, "timeZone, days and closed")
      }
    }
    guard zone != nil else {
      throw error(field + ".timeZone", "expected a time zone such as Asia/Jakarta, found nothing", start)
    }
    guard let hours = BusinessHours(days: days, closed: closed) else {
      throw error(field + ".days", "expected at least one day with hours, found none", start)
    }
    self.hours = hours
    self.zone = zone
  }

  private mutating func spansOfDay(_ field: String) throws(PolicyError) -> [Range<Int>] {
    var result: [Range<Int>] = []
    let wanted = "hours such as 09:00-18:00"
    try array(field, "a list of " + wanted) { parser, field throws(PolicyError) in
      let (text, offset) = try parser.text(field, wanted)
      guard let span = Self.span(text) else {
        throw parser.wrong(field, wanted + " (split at midnight)", text, offset)
      }
      guard span.lowerBound >= result.last?.upperBound ?? 0 else {
        throw parser.wrong(field, "hours after those before them", text, offset)
      }
      result.append(span)
    }
    return result
  }

  /// Minutes of `09:00-18:00`; `24:00` is the end of the day.
  private static func span(_ text: String) -> Range<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = minute(parts[0]), let end = minute(parts[1]), start < end else {
      return nil
    }
    return start..<end
  }

  private static func minute(_ text: Substring) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    var numbers: [Int] = []
    for place in [0, 3] {
      guard (0x30...0x39).contains(bytes[place]), (0x30...0x39).contains(bytes[place + 1]) else { return nil }
      numbers.append(Int(bytes[place] - 0x30) * 10 + Int(bytes[place + 1] - 0x30))
    }
    let minute = numbers[0] * 60 + numbers[1]
    return numbers[1] < 60 && minute <= 1_440 ? minute : nil
  }

  // MARK: - Parts

  private func error(_ field: String, _ complaint: String, _ offset: Int) -> PolicyError {
    PolicyError(line: reader.line(of: offset), field: field, complaint: complaint)
  }

  private func wrong(_ field: String, _ expected: String, _ found: String, _ offset: Int) -> PolicyError {
    error(field, "expected \(expected), found \"\(found)\"", offset)
  }

  private func unknown(_ field: String, _ known: String) -> PolicyError {
    error(field, "there is no such setting; known here are \(known)", reader.offset)
  }

  private mutating func syntax<Value>(
    _ body: (inout JSONReader) throws(JSONError) -> Value
  ) throws(PolicyError) -> Value {
    do { return try body(&reader) } catch {
      throw PolicyError(
        line: error.position.line, field: "", complaint: "expected \(error.expected), found \(error.found)")
    }
  }

  private mutating func expect(
    _ kind: JSONKind, _ field: String, _ expected: String
  ) throws(PolicyError) -> Int {
    let found = try syntax { reader throws(JSONError) in try reader.peek() }
    let offset = reader.offset
    guard found == kind else {
      throw error(field, "expected \(expected), found \(found.phrase)", offset)
    }
    return offset
  }

  private mutating func text(
    _ field: String, _ expected: String
  ) throws(PolicyError) -> (text: String, offset: Int) {
    let offset = try expect(.string, field, expected)
    return (try syntax { reader throws(JSONError) in try reader.string() }, offset)
  }

  private mutating func object(
    _ field: String, _ body: (inout PolicyReader, _ key: String, _ field: String) throws(PolicyError) -> Void
  ) throws(PolicyError) {
    _ = try expect(.object, field, "an object: { … }")
    try syntax { reader throws(JSONError) in try reader.beginObject() }
    while let key = try syntax({ reader throws(JSONError) in try reader.nextKey() }) {
      try body(&self, key, field.isEmpty ? key : field + "." + key)
    }
  }

  private mutating func array(
    _ field: String, _ expected: String,
    _ body: (inout PolicyReader, _ field: String) throws(PolicyError) -> Void
  ) throws(PolicyError) {
    _ = try expect(.array, field, expected)
    try syntax { reader throws(JSONError) in try reader.beginArray() }
    var index = 0
    while try syntax({ reader throws(JSONError) in try reader.nextElement() }) {
      try body(&self, "\(field)[\(index)]")
      index += 1
    }
  }
}

extension JSONReader {
  /// The line of a byte, from 1.
  fileprivate func line(of offset: Int) -> Int { fail("", at: offset).position.line }
}
