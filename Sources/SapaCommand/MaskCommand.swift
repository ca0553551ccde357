import DeskLink
import JSONText
import LocalePacks
import Safeguards
import SystemCalls

/// `sapa mask`: texts with the secrets in them masked.
///
/// Lines in, lines out; with `--json` one object a line.
struct MaskCommand {
  private let options: Options

  /// How many lines before a line are read with it: a value often stands behind the line that names it.
  private static let linesBefore = 3

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    let scan: SecretScan
    do throws(SetupError) {
      let secrets = try Setup(options).secrets
      for problem in secrets.problems { Printed.error(Printed.line(problem.description)) }
      scan = secrets.scan
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
    let isFine = options.isJSON ? objects(scan) : lines(scan)
    return isFine ? .fine : .findings
  }

  /// Masks one object a line; whether all could be read.
  private func objects(_ scan: SecretScan) -> Bool {
    JSONLineFiles.each(options.files) { bytes, range throws(InterchangeError) in
      let line = try MaskLine.read(bytes, range)
      let spans = scan.spans(in: line.text, after: line.context.map { SecretMessage(text: $0) })
      Printed.out(Self.json(line, spans))
      return true
    }
  }

  private static func json(_ line: MaskLine, _ spans: [SecretSpan]) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", ifPresent: line.id)
    writer.member("text", MaskedText.masked(line.text, spans))
    writer.key("spans")
    writer.beginArray()
    for span in spans {
      writer.beginObject()
      writer.member("kind", span.kind.rawValue)
      writer.key("start")
      writer.int(span.start)
      writer.key("end")
      writer.int(span.end)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// Masks line by line, each with those before it; whether all files could be read.
  private func lines(_ scan: SecretScan) -> Bool {
    var isFine = true
    // Only a terminal acts on what a line may hold besides text; elsewhere a line stays what it is.
    let isShown = StandardStream.output.isTerminal
    for file in options.files.isEmpty ? ["-"] : options.files {
      var before: [SecretMessage] = []
      do {
        var reader = LineReader(
          file == "-" ? StandardStream.input.descriptor : try FileDescriptor(opening: file, .read))
        while let line = try reader.next() {
          let text = String(decoding: line.bytes[line.range], as: UTF8.self)
          let masked = MaskedText.masked(text, scan.spans(in: text, after: before))
          Printed.out((isShown ? Printed.line(masked) : masked) + "\n")
          guard !line.range.isEmpty else { continue }
          before = before.suffix(Self.linesBefore - 1) + [SecretMessage(text: text)]
        }
      } catch {
        Printed.error("\(Printed.line(file)) cannot be read: \(error.reason).")
        isFine = false
      }
    }
    return isFine
  }
}
