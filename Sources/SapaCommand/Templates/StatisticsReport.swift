import DeskModel
import JSONText
import ReplyTemplates

/// Statistics of a set in words, and for programs.
enum StatisticsReport {
  static func text(_ statistics: SetStatistics) -> String {
    var lines = statistics.answers.isEmpty ? [] : StatisticsText.legend + [""]
    let toMend = StatisticsText.toMend(statistics)
    if !toMend.isEmpty { lines += toMend + [""] }
    for answer in statistics.answers {
      lines.append(
        "\(answer.id.path)\(answer.isGone ? ", no longer in the set" : " · " + answer.title)")
      lines += StatisticsText.lines(answer).map { "  " + $0 } + [""]
    }
    lines += StatisticsText.unused(statistics)
    return lines.map { Printed.line($0) + "\n" }.joined()
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
