import ConsoleCore
import DeskModel
import Rehearsals
import SystemCalls

/// Writes scenarios that are made from conversations into the person's own layer.
enum ScenarioWriting {
  /// Other names each time: nobody can work back from one scenario to another.
  static var seed: UInt64 { ProcessContext.random() }

  /// Where the person's own scenarios are.
  static func folder(_ setup: Setup) -> String {
    (TemplateFolders(setup).layers.last?.folder ?? ".") + "/rehearsals"
  }

  /// Makes a scenario of a conversation and writes it under a name that is not taken.
  static func write(_ conversation: Conversation, into folder: String) -> Result<ScenarioFile, ToolFailure> {
    guard let made = ScenarioMaker.scenario(from: conversation, seed: seed) else {
      return .failure(.unavailable)
    }
    do throws(SystemError) {
      try FileSystem.makeFolder(folder)
      var name = made.name
      var number = 1
      func path() -> String { folder + "/" + made.fileName(for: name) }
      while FileSystem.exists(path()) {
        number += 1
        name = "\(made.name)-\(number)"
      }
      try FileSystem.replace(path(), with: Array(made.text.utf8))
      return .success(ScenarioFile(name: name, path: path()))
    } catch { return .failure(.file(path: error.path, reason: error.reason)) }
  }
}
