import Safeguards

/// How well secrets are found: by language, and by kind and carrier.
struct SecretScore {
  /// Counts of messages and spans.
  struct Counts {
    var spans = 0
    var found = 0
    var clean = 0
    var falseAlarms = 0
    var flagged = 0

    var recall: Double { spans == 0 ? 1 : Double(found) / Double(spans) }
    /// The part of the flagged messages that have a secret.
    var precision: Double { flagged == 0 ? 1 : 1 - Double(falseAlarms) / Double(flagged) }
  }

  private(set) var byLanguage: [String: Counts] = [:]
  private(set) var byCarrier: [String: Counts] = [:]
  private(set) var all = Counts()

  /// Whether a span covers a secret, with at most a mark or a face more, and is of a kind that is treated alike.
  static func covers(_ span: SecretSpan, _ gold: SecretSpan) -> Bool {
    span.start <= gold.start && span.end >= gold.end && (span.end - span.start) - (gold.end - gold.start) <= 4
      && span.kind.isKept == gold.kind.isKept
  }

  /// Takes in what was found in a message.
  ///
  /// - Returns: whether all was right.
  mutating func add(_ sample: SecretMessageGenerator.Sample, _ spans: [SecretSpan]) -> Bool {
    let template = sample.template
    let found = sample.gold.count { gold in spans.contains { Self.covers($0, gold) } }
    let isFalse = sample.gold.isEmpty && !spans.isEmpty
    func count(_ counts: inout Counts) {
      counts.spans += sample.gold.count
      counts.found += found
      counts.clean += sample.gold.isEmpty ? 1 : 0
      counts.falseAlarms += isFalse ? 1 : 0
      counts.flagged += spans.isEmpty ? 0 : 1
    }
    count(&byLanguage[template.language, default: Counts()])
    count(&byCarrier["\(template.kind) \(template.carrier)", default: Counts()])
    count(&all)
    return found == sample.gold.count && !isFalse
  }

  private static func percent(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// The table: a row a language, then those kinds and carriers in which anything is wrong, then all.
  var table: String {
    func row(_ name: String, _ counts: Counts) -> String {
      let padded = name + String(repeating: " ", count: max(0, 22 - name.count))
      return
        "\(padded) recall \(Self.percent(counts.recall)) of \(counts.spans)   false alarms \(counts.falseAlarms) of \(counts.clean)   precision \(Self.percent(counts.precision))"
    }
    var rows = byLanguage.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    rows += byCarrier.filter { $0.value.found < $0.value.spans || $0.value.falseAlarms > 0 }
      .sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    rows.append(row("all", all))
    return rows.joined(separator: "\n")
  }
}
