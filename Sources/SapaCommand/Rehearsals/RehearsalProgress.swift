import DeskModel
import JSONText
import Rehearsals
import SystemCalls

/// How a trainee gets on: a line a rehearsal, in a plain file.
enum RehearsalProgress {
  /// The folder of a trainee.
  static func folder(of trainee: String) -> String {
    let name = String(trainee.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
    return Setup.rehearsalsFolder + "/trainees/" + (name.hasPrefix(".") ? "-" + name : name)
  }

  /// A rehearsal as it stands in the file.
  struct Line: Sendable, Hashable {
    var at: String
    var scenario: String
    var locale: String
    var ending: String
    var result: String
    var score: Int
    var replies: Int
    var seconds: Int
  }

  /// Adds a rehearsal to the file of a folder.
  static func add(_ record: RehearsalRecord, to folder: String) throws(SystemError) {
    let path = folder + "/progress.jsonl"
    var bytes = FileSystem.exists(path) ? try FileSystem.contents(of: path, limit: 64 << 20) : []
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    try FileSystem.replace(path, with: bytes + json(record) + [0x0A])
  }

  private static func json(_ record: RehearsalRecord) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("at", record.at.rfc3339)
    writer.member("trainee", record.trainee)
    writer.member("scenario", record.scenario)
    writer.member("locale", record.locale)
    writer.member("title", record.title)
    writer.member("ending", record.ending)
    writer.member("result", ifPresent: record.result?.rawValue)
    number("score", record.score, &writer)
    for (category, share) in record.shares.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      number(category.rawValue, share, &writer)
    }
    number("replies", record.replies, &writer)
    if let first = record.firstReply { number("firstReplySeconds", first, &writer) }
    number("seconds", record.seconds, &writer)
    writer.endObject()
    return writer.bytes
  }

  private static func number(_ key: String, _ value: Int, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.int(value)
  }

  /// The lines of a folder, oldest first, and how many could not be read; none where nothing was played.
  static func lines(in folder: String) -> (lines: [Line], broken: Int) {
    guard let bytes = try? FileSystem.contents(of: folder + "/progress.jsonl", limit: 64 << 20) else {
      return ([], 0)
    }
    var lines: [Line] = []
    var broken = 0
    for part in bytes.split(separator: 0x0A) {
      guard let line = line(Array(part)) else {
        broken += 1
        continue
      }
      lines.append(line)
    }
    return (lines, broken)
  }

  private static func line(_ bytes: [UInt8]) -> Line? {
    guard case .object(let members)? = try? JSONDocument(bytes).root else { return nil }
    func text(_ key: String) -> String? {
      guard case .string(let text)? = members.last(where: { $0.key == key })?.value else { return nil }
      return text
    }
    func number(_ key: String) -> Int? {
      guard case .number(let number)? = members.last(where: { $0.key == key })?.value else { return nil }
      return number.int
    }
    guard let at = text("at"), let scenario = text("scenario"), let score = number("score") else {
      return nil
    }
    return Line(
      at: at, scenario: scenario, locale: text("locale") ?? "", ending: text("ending") ?? "",
      result: text("result") ?? "", score: score, replies: number("replies") ?? 0,
      seconds: number("seconds") ?? 0)
  }
}
