import ConsoleCore
import DeskLink
import DeskModel
import JSONText
import Safeguards
import SystemCalls
import TextLayout

/// `sapa check`: the last look at drafts, without a screen.
///
/// One JSON object a line in, findings out.
struct CheckCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let words = setup.words
      var number = 0
      var judge = try DraftJudge(setup, options)
      let isClean = JSONLineFiles.each(options.files) { bytes, range throws(InterchangeError) in
        let (id, draft) = try DraftLine.read(bytes, range)
        let findings = judge.findings(draft)
        number += 1
        Printed.out(
          options.isJSON ? Self.json(id, findings, words) : Self.text(id ?? "\(number)", findings, words))
        return findings.isEmpty
      }
      return isClean ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private static func text(_ id: String, _ findings: [Finding], _ words: Words) -> String {
    if findings.isEmpty { return "" }
    return findings.map { finding in
      let advice = suggestion(finding, words).map { " " + $0 } ?? ""
      let message = message(finding, words)
      return
        "\(Printed.line(id)): \(finding.severity.rawValue) \(finding.rule) at \(finding.start): \(message)\(advice)\n"
    }.joined()
  }

  /// What is wrong, and what the pack says of it.
  private static func message(_ finding: Finding, _ words: Words) -> String {
    let sentence = words.format(finding.messageKey, safe(finding.arguments)).string
    return finding.detail.map { sentence + " " + Printed.line($0) } ?? sentence
  }

  private static func suggestion(_ finding: Finding, _ words: Words) -> String? {
    finding.suggestionKey.map { words.format($0, safe(finding.arguments)).string }
      ?? finding.advice.map { Printed.line($0) } ?? finding.replacement.map { Printed.line($0) }
  }

  private static func safe(_ arguments: [String]) -> [SafeText] { arguments.map { SafeText($0).singleLine } }

  private static func json(_ id: String?, _ findings: [Finding], _ words: Words) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", ifPresent: id)
    writer.key("findings")
    writer.beginArray()
    for finding in findings {
      writer.beginObject()
      writer.member("rule", finding.rule)
      writer.member("severity", finding.severity.rawValue)
      writer.key("start")
      writer.int(finding.start)
      writer.key("end")
      writer.int(finding.end)
      writer.member("message", message(finding, words))
      writer.member("suggestion", ifPresent: suggestion(finding, words))
      writer.member("replacement", ifPresent: finding.replacement.map { SafeText($0).string })
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
