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
      let newer = options.files.count > 1 ? options.files[1] : nil
      // Two that are named are compared as they are, without the other layers.
      let present =
        newer.map { TemplateFolders(only: TemplateVersion.templates($0)) } ?? TemplateFolders(setup)
      if let newer, (try? FileSystem.status(newer))?.isFolder != true {
        Printed.error("\(Printed.line(newer)) is no folder that can be read.")
        return .findings
      }
      let (before, after): ((set: TemplateSet, problems: [String]), (set: TemplateSet, problems: [String]))
      switch TemplateVersion.read(old, beside: present) {
      case .success(let read): (before, after) = (read, TemplateVersion.read(present))
      case .failure(let error):
        Printed.error(error.sentence)
        return .findings
      }
      for problem in before.problems + after.problems { Printed.error(problem) }
      let comparison = SetComparison(from: before.set, to: after.set)
      Printed.out(options.isJSON ? ComparisonReport.json(comparison) : ComparisonReport.text(comparison))
      return comparison.isEmpty && before.problems.isEmpty && after.problems.isEmpty ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}

extension TemplateFolders {
  /// The same layers with another folder of the team; that folder alone where there is no team.
  func withTeam(_ folder: String) -> TemplateFolders {
    guard layers.contains(where: { $0.name == "team" }) else { return TemplateFolders(only: folder) }
    return TemplateFolders(layers: layers.map { $0.name == "team" ? ("team", folder) : $0 })
  }
}
