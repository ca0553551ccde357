import DeskModel
import JSONText
import LocalDesk
import SystemCalls

/// `sapa import`: takes conversations in.
struct ImportCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard !options.files.isEmpty else {
      Printed.error("Name the files to import, or - for standard input: sapa import FILE…")
      return .usage
    }
    do throws(SetupError) {
      let setup = try Setup(options)
      let desk = try setup.openDesk(clock: Setup.systemNow)
      defer { desk.close() }
      var isClean = true
      for file in options.files { isClean = take(file, desk) && isClean }
      return isClean ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  /// Imports one file and prints what became of it.
  private func take(_ file: String, _ desk: EmbeddedDesk) -> Bool {
    let progress = ProgressLine(label: Printed.line(file))
    do {
      let total = file == "-" ? nil : try? FileSystem.status(file).size
      var reader = LineReader(
        file == "-" ? StandardStream.input.descriptor : try FileDescriptor(opening: file, .read))
      let report = try desk.importLines(from: &reader) { progress.show(done: $0, of: total) }
      progress.end()
      Printed.out(options.isJSON ? Self.json(report, file) : Self.text(report, file))
      return report.refusedCount == 0
    } catch let error as SystemError {
      progress.end()
      Printed.error("\(Printed.line(file)) cannot be read: \(error.reason).")
    } catch {
      progress.end()
      Printed.error(Printed.line("\(error)"))
    }
    return false
  }

  private static func text(_ report: ImportReport, _ file: String) -> String {
    var lines = report.refused.map { "\(Printed.line(file)): refused \(Printed.line($0.description))" }
    let more = report.refusedCount - report.refused.count
    if more > 0 { lines.append("… and \(more) more lines refused") }
    lines += report.warnings.map { "\(Printed.line(file)): note on \(Printed.line($0.description))" }
    if report.masked > 0 { lines.append("\(Printed.line(file)): \(report.masked) secrets masked") }
    lines.append(
      "\(Printed.line(file)): \(report.taken) new, \(report.updated) updated, \(report.unchanged) unchanged, \(report.refusedCount) refused"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private static func json(_ report: ImportReport, _ file: String) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("file", file)
    for (name, count) in [
      ("new", report.taken), ("updated", report.updated), ("unchanged", report.unchanged),
      ("refused", report.refusedCount), ("masked", report.masked),
    ] {
      writer.key(name)
      writer.int(count)
    }
    let refusals = report.refused.map { ($0.line, $0.field, $0.complaint) }
    let warnings = report.warnings.map { ($0.line, "", $0.complaint) }
    for (name, remarks) in [("refusals", refusals), ("warnings", warnings)] {
      writer.key(name)
      writer.beginArray()
      for remark in remarks {
        writer.beginObject()
        writer.key("line")
        writer.int(remark.0)
        writer.member("field", ifPresent: remark.1.isEmpty ? nil : remark.1)
        writer.member("complaint", remark.2)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
