import LocalePacks
import SystemCalls

/// `sapa locales show TAG`: a pack as it is resolved, each record and field with its origin, status and sources.
struct LocalesShowCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let shelf = try setup.shelf()
      guard let name = options.locales.first, let tag = LocaleTag(name) else {
        Printed.error("Say which locale: sapa locales show id.")
        return .usage
      }
      let pack = shelf.library.resolve(tag).pack
      if pack.chain.first == .root {
        Printed.error("There is no pack for “\(Printed.line(name))”: the root serves it.")
      }
      for line in PackListing.lines(pack, language: options.language ?? setup.config.language) {
        Printed.out(Printed.line(line) + "\n")
      }
      return .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}
