import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates diff`: what changed between two versions of a set.
struct TemplatesDiffCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard let old = options.files.first else {
      Printed.error("Say with which older version to compare: sapa templates diff OLD [NEW]")
      return .usage
    }
    do throws(SetupError) {
      let setup = try Setup(options)
      for folder in options.files where (try? FileSystem.status(folder))?.isFolder != true {
        Printed.error("\(Printed.line(folder)) is no folder that can be read.")
        return .findings
      }
      let present =
        options.files.count > 1
        ? TemplateFolders(only: Self.templates(options.files[1])) : TemplateFolders(setup)
      let past =
        options.files.count > 1
        ? TemplateFolders(only: Self.templates(old)) : present.withTeam(Self.templates(old))
      let (before, after) = (Self.read(past), Self.read(present))
      let comparison = SetComparison(from: before.set, to: after.set)
      Printed.out(options.isJSON ? ComparisonReport.json(comparison) : ComparisonReport.text(comparison))
      return comparison.isEmpty && before.isWhole && after.isWhole ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  /// The folder with `replies`: the one that is named, or `Templates` in it.
  private static func templates(_ folder: String) -> String {
    let folder = Setup.withoutSlash(folder)
    return !FileSystem.exists(folder + "/replies") && FileSystem.exists(folder + "/Templates")
      ? folder + "/Templates" : folder
  }

  /// A version of a set, and whether all of it could be read; what could not is said.
  private static func read(_ folders: TemplateFolders) -> (set: TemplateSet, isWhole: Bool) {
    let (files, problems) = folders.files()
    let set = TemplateSet(files)
    for problem in problems { Printed.error(problem.sentence) }
    for problem in set.problems { Printed.error(Printed.line(problem.description)) }
    if set.answers.isEmpty {
      Printed.error(
        "There are no answers in \(Printed.line(folders.layers.map(\.folder).joined(separator: ", "))).")
    }
    return (set, problems.isEmpty && set.problems.isEmpty)
  }
}

extension TemplateFolders {
  /// The same layers with another folder of the team; that folder alone where there is no team.
  func withTeam(_ folder: String) -> TemplateFolders {
    guard layers.contains(where: { $0.name == "team" }) else { return TemplateFolders(only: folder) }
    return TemplateFolders(layers: layers.map { $0.name == "team" ? ("team", folder) : $0 })
  }
}
