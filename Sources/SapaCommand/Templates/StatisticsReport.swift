import DeskModel
import JSONText
import ReplyTemplates

/// Statistics of a set in words, and for programs.
enum StatisticsReport {
  /// What the numbers are, and of what.
  static let legend = [
    "sent: replies that were made from the text, or are nearly a copy of it.",
    "edited: less than \(VariantStatistics.editedBelow) % of the offered words were sent; of the replies that say how much was kept. kept: the mean.",
    "wrote again: the customer wrote within 72 hours; of the replies after which that is known.",
    "solved: resolved, and the customer did not write within 72 hours; of the replies after which that is known.",
    "rated: 4 or 5 of 5; of the conversations that were rated.",
    "In brackets: Wilson's interval, 95 %. few: fewer than \(WilsonInterval.fewBelow), which say nothing yet.",
  ]

  static func text(_ statistics: SetStatistics) -> String {
    var lines = statistics.answers.isEmpty ? [] : legend + [""]
    if !statistics.toMend.isEmpty {
      lines.append("Mend these: agents mostly rewrite them.")
      lines += statistics.toMend.map { row in
        "  \(row.id): edited \(share(row.statistics.edited)), kept \(kept(row.statistics))"
      }
      lines.append("")
    }
    for answer in statistics.answers {
      lines.append(
        "\(answer.id.path)\(answer.isGone ? ", no longer in the set" : " · " + answer.title)")
      lines.append("  all: \(numbers(answer.statistics))")
      for row in answer.variants {
        let age = row.isGone ? ", no longer in the set" : row.isOlder ? ", older text" : ""
        lines.append("  \(row.id.locale) \(row.id.name)\(age): \(numbers(row.statistics))")
      }
      if let trial = answer.trial { lines += sentences(trial).map { "  " + $0 } }
      lines.append("")
    }
    if !statistics.unused.isEmpty {
      lines.append("Not used in the last 90 days:")
      lines += statistics.unused.map { unused in
        "  \(unused.id.path)\(unused.last.map { ", last on \($0.rfc3339.prefix(10))" } ?? ", never")"
      }
    }
    return lines.map { Printed.line($0) + "\n" }.joined()
  }

  private static func numbers(_ statistics: VariantStatistics) -> String {
    [
      "sent \(statistics.sent)", "edited \(share(statistics.edited))", "kept \(kept(statistics))",
      "wrote again \(share(statistics.wroteAgain))", "solved \(share(statistics.solved))",
      "rated \(share(statistics.rated))",
    ].joined(separator: " · ")
  }

  private static func kept(_ statistics: VariantStatistics) -> String {
    statistics.meanKept.map { "\($0) %" } ?? "–"
  }

  private static func share(_ interval: WilsonInterval) -> String {
    interval.description + (interval.isFew && interval.total > 0 ? " few" : "")
  }

  /// What a trial says.
  static func sentences(_ trial: SetStatistics.Trial) -> [String] {
    let (plan, judgement) = (trial.plan, trial.judgement)
    let shares = zip(plan.variants, judgement.solved).map { "\($0) \(share($1))" }.joined(separator: ", ")
    let verdict =
      switch judgement.verdict {
      case .going(let left):
        "no verdict yet, the next look comes after \(left) more; nothing can be read from the shares before"
      case .better(let name): "“\(name)” is better; take the trial out of about.md"
      case .even:
        "neither is better by \(plan.difference) percentage points; take the trial out of about.md"
      }
    return [
      "trial of \(plan.variants.joined(separator: " and ")), until \(plan.limit): \(verdict).",
      "  solved: \(shares). Outcome known of \(judgement.count) conversations; in \(judgement.followed) the variant was sent that the trial wanted.",
    ]
  }

  static func json(_ statistics: SetStatistics) -> String {
    var lines = ""
    func object(_ kind: String, _ write: (inout JSONWriter) -> Void) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("kind", kind)
      write(&writer)
      writer.endObject()
      lines += String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
    for answer in statistics.answers {
      object("answer") { writer in
        writer.member("answer", answer.id.path)
        writer.key("gone")
        writer.bool(answer.isGone)
        Self.write(answer.statistics, &writer)
        if let trial = answer.trial { Self.write(trial, &writer) }
      }
      for row in answer.variants { object("variant") { Self.write(row, &$0) } }
    }
    for row in statistics.toMend { object("mend") { Self.write(row, &$0) } }
    for unused in statistics.unused {
      object("unused") { writer in
        writer.member("answer", unused.id.path)
        writer.member("last", ifPresent: unused.last?.rfc3339)
      }
    }
    return lines
  }

  private static func write(_ row: SetStatistics.VariantRow, _ writer: inout JSONWriter) {
    writer.member("variant", row.id.description)
    for (name, value) in [("older", row.isOlder), ("gone", row.isGone)] {
      writer.key(name)
      writer.bool(value)
    }
    write(row.statistics, &writer)
  }

  private static func write(_ statistics: VariantStatistics, _ writer: inout JSONWriter) {
    writer.key("sent")
    writer.int(statistics.sent)
    writer.key("kept")
    if let kept = statistics.meanKept { writer.int(kept) } else { writer.null() }
    for (name, interval) in [
      ("edited", statistics.edited), ("wroteAgain", statistics.wroteAgain), ("solved", statistics.solved),
      ("rated", statistics.rated),
    ] {
      writer.key(name)
      write(interval, &writer)
    }
  }

  private static func write(_ interval: WilsonInterval, _ writer: inout JSONWriter) {
    writer.beginObject()
    for (name, count) in [("count", interval.count), ("of", interval.total)] {
      writer.key(name)
      writer.int(count)
    }
    for (name, value) in [("low", interval.low), ("high", interval.high)] {
      writer.key(name)
      writer.double((value * 10_000).rounded() / 10_000)
    }
    writer.key("few")
    writer.bool(interval.isFew)
    writer.endObject()
  }

  private static func write(_ trial: SetStatistics.Trial, _ writer: inout JSONWriter) {
    writer.key("trial")
    writer.beginObject()
    writer.strings("variants", trial.plan.variants)
    switch trial.judgement.verdict {
    case .going(let left):
      writer.member("verdict", "going")
      writer.key("untilNextLook")
      writer.int(left)
    case .better(let name):
      writer.member("verdict", "better")
      writer.member("better", name)
    case .even: writer.member("verdict", "even")
    }
    writer.key("solved")
    writer.beginArray()
    for interval in trial.judgement.solved { write(interval, &writer) }
    writer.endArray()
    for (name, count) in [("count", trial.judgement.count), ("followed", trial.judgement.followed)] {
      writer.key(name)
      writer.int(count)
    }
    writer.endObject()
  }
}
