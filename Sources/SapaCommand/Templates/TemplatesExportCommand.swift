import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates export --format FORMAT`: writes answers for another program to standard output.
struct TemplatesExportCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard let format = options.exchangeFormat else {
      let known = ExchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")
      Printed.error("Say for which program: --format with one of \(known).")
      return .usage
    }
    do throws(SetupError) {
      let setup = try Setup(options)
      let shelf = try setup.templateShelf(options)
      shelf.tellProblems()
      let chosen = options.answer.map { [shelf.answer(named: $0)].compactMap { $0 } } ?? shelf.set.sorted
      guard !chosen.isEmpty else { return .findings }
      let locale =
        options.locales.first.flatMap { LocaleTag($0) } ?? LocaleTag(setup.config.language) ?? .root
      let (bytes, notes) = TemplateExport.write(chosen, format: format, locale: locale)
      for note in notes { Printed.error(Printed.line(note.description)) }
      do throws(SystemError) { try StandardStream.output.descriptor.write(bytes) } catch {
        if error.isBrokenPipe { return .fine }
        Printed.error("The answers were not written: \(error.reason).")
        return .findings
      }
      return .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}
