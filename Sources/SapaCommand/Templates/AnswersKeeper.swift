import ConsoleCore
import ConsoleRuntime
import DeskModel
import Dispatch
import LocalePacks
import ReplyTemplates
import SystemCalls
import TextLayout

/// Reads the answers for the console, on a thread of its own, and keeps what is picked.
struct AnswersKeeper: Sendable {
  private let folders: TemplateFolders
  private let packs: PackFolders
  private let queue = DispatchQueue(label: "answers")

  init(_ folders: TemplateFolders, packs: PackFolders) {
    self.folders = folders
    self.packs = packs
  }

  /// What the console asks for.
  var ports: AnswerPorts {
    AnswerPorts(
      load: { [self] done in
        queue.async {
          let (library, problems) = Self.read(folders, packs)
          done(library, PickModel(), problems)
        }
      })
  }

  /// What the console of a script asks for: at once, so that it is the same each time.
  var immediatePorts: AnswerPorts {
    AnswerPorts(
      load: { [self] done in
        let (library, problems) = Self.read(folders, packs)
        done(library, PickModel(), problems)
      })
  }

  /// The answers, and what is wrong with their files.
  static func read(_ folders: TemplateFolders, _ packs: PackFolders) -> (AnswerLibrary?, [SafeText]) {
    let (files, problems) = folders.files()
    do throws(PackFoldersError) {
      let cldr = try packs.cldr()
      let library = AnswerLibrary(files, cldr: cldr, dates: try packs.dates(cldr.family))
      let told =
        problems.map { SafeText(line: $0) } + library.set.problems.map { SafeText(line: $0.description) }
      return (library, told)
    } catch {
      return (nil, [SafeText(line: error.sentence)])
    }
  }
}
