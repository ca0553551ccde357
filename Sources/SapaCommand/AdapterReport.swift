import AdapterConformance
import JSONText

/// What `sapa adapter check` prints: a line a check at once, then what is wrong, then the counts.
struct AdapterReport {
  private let isJSON: Bool
  /// Whether a conversation may be written into.
  private let mayWrite: Bool
  private var group = ""
  private var counts: [Word: Int] = [:]
  private var blocks = ""
  private var needsWrite = 0
  /// As wide as the longest id, so that titles stand below one another.
  private static let width = ConformanceTable.checks.map(\.id.count).max() ?? 0

  private enum Word: String, CaseIterable {
    case passed, failed, notApplicable, skipped

    init(_ verdict: Verdict) {
      self =
        switch verdict {
        case .passed: .passed
        case .failed: .failed
        case .notApplicable: .notApplicable
        case .skipped: .skipped
        }
    }

    /// How it begins its line.
    var mark: String {
      switch self {
      case .passed: "ok"
      case .failed: "FAIL"
      case .notApplicable: "–"
      case .skipped: "skip"
      }
    }

    /// How it is counted.
    var counted: String {
      switch self {
      case .passed: "ok"
      case .failed: "failed"
      case .notApplicable: "not offered"
      case .skipped: "skipped"
      }
    }
  }

  init(isJSON: Bool, mayWrite: Bool) {
    self.isJSON = isJSON
    self.mayWrite = mayWrite
  }

  /// How many checks have failed.
  var failures: Int { counts[.failed] ?? 0 }

  /// Takes a result in and gives what is printed of it at once.
  mutating func line(_ result: ConformanceResult) -> String {
    let (check, word) = (result.check, Word(result.verdict))
    counts[word, default: 0] += 1
    if isJSON { return Self.json(result, word) }
    if case .failed(let evidence) = result.verdict { blocks += Self.block(check, evidence) }
    if case .skipped = result.verdict, check.writes { needsWrite += 1 }
    let heading = check.group == group ? "" : (group.isEmpty ? "" : "\n") + check.group + "\n"
    group = check.group
    let reason = Self.reason(result.verdict).map { " (\(Printed.line($0)))" } ?? ""
    let (mark, id) = (Self.padded(word.mark, 4), Self.padded(check.id, Self.width))
    return "\(heading)  \(mark)  \(id)  \(check.title)\(reason)\n"
  }

  /// What stands behind all lines.
  var end: String {
    guard !isJSON else {
      var writer = JSONWriter()
      writer.beginObject()
      for word in Word.allCases {
        writer.key(word.rawValue)
        writer.int(counts[word] ?? 0)
      }
      writer.endObject()
      return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
    let all = counts.values.reduce(0, +)
    let parts = Word.allCases.map { "\(counts[$0] ?? 0) \($0.counted)" }.joined(separator: ", ")
    let hint =
      needsWrite > 0 && !mayWrite
      ? "Checks that write are skipped unless --write names a conversation for tests.\n" : ""
    return "\(blocks)\n\(hint)\(all) checks: \(parts).\n"
  }

  private static func reason(_ verdict: Verdict) -> String? {
    switch verdict {
    case .passed, .failed: nil
    case .notApplicable(let reason), .skipped(let reason): reason
    }
  }

  private static func block(_ check: ConformanceCheck, _ evidence: Evidence) -> String {
    """

    FAIL \(check.id): \(check.title)
      sent      \(Printed.line(evidence.sent))
      came      \(Printed.line(evidence.came))
      expected  \(Printed.line(evidence.expected))
      page      \(check.place.description)

    """
  }

  private static func json(_ result: ConformanceResult, _ word: Word) -> String {
    let check = result.check
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("check", check.id)
    writer.member("title", check.title)
    writer.member("verdict", word.rawValue)
    writer.member("reason", ifPresent: reason(result.verdict).map { Printed.line($0) })
    if case .failed(let evidence) = result.verdict {
      writer.member("sent", Printed.line(evidence.sent))
      writer.member("came", Printed.line(evidence.came))
      writer.member("expected", Printed.line(evidence.expected))
    }
    writer.member("page", check.place.page.rawValue + ".md")
    writer.member("heading", ifPresent: check.place.heading)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
