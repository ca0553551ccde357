import JSONText
import Rehearsals
import SystemCalls

/// `sapa rehearsals list`: the scenarios, by how hard they are.
struct RehearsalsListCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let (library, unreadable) = RehearsalFolders(TemplateFolders(setup)).library()
      for problem in unreadable { Printed.error(problem.sentence) }
      for problem in library.problems where problem.fault.isFatal {
        Printed.error(Printed.line(problem.description))
      }
      let scenarios = library.all(in: RehearseCommand.locales(options, setup))
      for scenario in scenarios { tell(scenario, library.scenarios[scenario.name]?.keys.sorted() ?? []) }
      if !options.isJSON {
        Printed.out(scenarios.isEmpty ? "There are no scenarios.\n" : "Play one with: sapa rehearse NAME\n")
      }
      return .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private func tell(_ scenario: Scenario, _ locales: [String]) {
    guard options.isJSON else {
      let level =
        String(repeating: "●", count: scenario.level) + String(repeating: "○", count: 3 - scenario.level)
      Printed.out(
        "\(level) \(Printed.line(scenario.name))  (\(scenario.channel.rawValue), \(scenario.minutes) min; \(locales.joined(separator: " ")))\n"
          + "    \(Printed.line(scenario.title)). \(Printed.line(scenario.summary))\n\n")
      return
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("name", scenario.name)
    writer.member("title", scenario.title)
    writer.member("summary", scenario.summary)
    writer.member("channel", scenario.channel.rawValue)
    writer.key("level")
    writer.int(scenario.level)
    writer.key("minutes")
    writer.int(scenario.minutes)
    writer.key("locales")
    writer.beginArray()
    for locale in locales { writer.string(locale) }
    writer.endArray()
    writer.endObject()
    Printed.out(String(decoding: writer.bytes, as: UTF8.self) + "\n")
  }
}
