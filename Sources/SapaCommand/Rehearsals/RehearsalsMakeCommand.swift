import DeskModel
import Rehearsals
import SystemCalls

/// `sapa rehearsals make`: the text of a scenario from a conversation, with other names and numbers.
struct RehearsalsMakeCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard let name = options.answer else {
      Printed.error("Name a conversation of the desk: sapa rehearsals make ID")
      return .usage
    }
    do throws(SetupError) {
      let setup = try Setup(options)
      guard let conversation = try DeskConversation.read(name, setup) else { return .findings }
      guard let made = ScenarioMaker.scenario(from: conversation, seed: ScenarioWriting.seed) else {
        Printed.error("The customer has said nothing in “\(Printed.line(name))” that could be rehearsed.")
        return .findings
      }
      // The lines of a scenario are its form: what is not harmless in them is replaced, not the line ends.
      for line in made.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        Printed.out(Printed.line(String(line)) + "\n")
      }
      return .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}
