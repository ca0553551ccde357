import ConsoleCore
import DeskModel
import SystemCalls

/// `sapa help`: what there is on the command line, or the manual page.
struct HelpCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard options.isManPage else {
      Printed.out(UsageText.help(options.helpTopic, words: options.helpWords))
      return .fine
    }
    do throws(SetupError) {
      guard let content = ShippedContent.find() else { throw .noContent }
      // In English whatever the config says: the page is made once for all.
      Printed.out(ManPage(words: try Setup.readWords(content.words("en")), date: Self.date).text)
      return .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  /// The page's day, `YYYY-MM-DD`: that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today.
  private static var date: String {
    let seconds = ProcessContext.environment("SOURCE_DATE_EPOCH").flatMap { Int64($0) }
    let moment = seconds.map { Timestamp(milliseconds: $0 * 1_000) } ?? Setup.systemNow()
    return String(moment.rfc3339.prefix(10))
  }
}
