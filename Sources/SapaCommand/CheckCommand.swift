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
      let words = try Setup(options).words
      var isClean = true
      for file in options.files.isEmpty ? ["-"] : options.files {
        isClean = judge(file, words) && isClean
      }
      return isClean ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func judge(_ file: String, _ words: Words) -> Bool {
    var isClean = true
    do {
      var reader = LineReader(
        file == "-" ? StandardStream.input.descriptor : try FileDescriptor(opening: file, .read))
      var number = 0
      while let line = try reader.next() {
        number += 1
        if line.range.isEmpty { continue }
        do throws(InterchangeError) {
          let (id, draft) = try DraftLine.read(line.bytes, line.range)
          let findings = LastLook.judge(draft)
          isClean = isClean && findings.isEmpty
          Printed.out(
            options.isJSON ? Self.json(id, findings, words) : Self.text(id ?? "\(number)", findings, words))
        } catch {
          isClean = false
          Printed.error("\(Printed.line(file)), line \(number): \(Printed.line(error.description))")
        }
      }
    } catch {
      Printed.error("\(Printed.line(file)) cannot be read: \(error.reason).")
      return false
    }
    return isClean
  }

  private static func text(_ id: String, _ findings: [Finding], _ words: Words) -> String {
    if findings.isEmpty { return "" }
    return findings.map { finding in
      let advice = finding.suggestionKey.map { " " + words.format($0, safe(finding.arguments)).string } ?? ""
      let message = words.format(finding.messageKey, safe(finding.arguments)).string
      return
        "\(Printed.line(id)): \(finding.severity.rawValue) \(finding.rule) at \(finding.start): \(message)\(advice)\n"
    }.joined()
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
      writer.member("message", words.format(finding.messageKey, safe(finding.arguments)).string)
      writer.member(
        "suggestion",
        ifPresent: finding.suggestionKey.map { words.format($0, safe(finding.arguments)).string })
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
