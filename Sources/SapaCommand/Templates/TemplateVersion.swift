import ReplyTemplates
import SystemCalls

/// An older version of a set: a folder, or a revision of the git repository in which the answers lie.
enum TemplateVersion {
  /// Reads a version in place of the team's folder; in place of all where there is no team.
  ///
  /// What is written is a folder with `replies` or `Templates` in it, else what git calls a revision; `present` are the
  /// folders as they are now.
  /// - Returns: the set, and what of it could not be read; or why there is no such version.
  static func read(
    _ written: String, beside present: TemplateFolders, milliseconds: Int = 20_000
  ) -> Result<(set: TemplateSet, problems: [String]), TemplateVersionError> {
    if (try? FileSystem.status(written))?.isFolder == true {
      return .success(read(present.withTeam(templates(written))))
    }
    return Result { () throws(TemplateVersionError) in
      try checkedOut(written, beside: present, milliseconds: milliseconds)
    }
  }

  /// The folder with `replies`: the one that is named, or `Templates` in it.
  static func templates(_ folder: String) -> String {
    let folder = Setup.withoutSlash(folder)
    return !FileSystem.exists(folder + "/replies") && FileSystem.exists(folder + "/Templates")
      ? folder + "/Templates" : folder
  }

  /// A set, and sentences about what could not be read.
  static func read(_ folders: TemplateFolders) -> (set: TemplateSet, problems: [String]) {
    let (files, unread) = folders.files()
    let set = TemplateSet(files)
    var problems = unread.map(\.sentence) + set.problems.map { Printed.line($0.description) }
    if set.answers.isEmpty {
      problems.append(
        "There are no answers in \(Printed.line(folders.layers.map(\.folder).joined(separator: ", "))).")
    }
    return (set, problems)
  }

  private static func checkedOut(
    _ revision: String, beside present: TemplateFolders, milliseconds: Int
  ) throws(TemplateVersionError) -> (set: TemplateSet, problems: [String]) {
    // git would take it for an option.
    guard !revision.hasPrefix("-"), !revision.isEmpty else { throw .unknown(revision) }
    let own = present.layers.last { $0.name == "team" } ?? present.layers.last
    guard let (name, folder) = own, FileSystem.exists(folder) else { throw .noFolder(own?.folder ?? "") }
    func git(_ words: [String]) -> String? {
      ProgramOutput.of(["git", "-C", folder] + words, milliseconds: milliseconds)
    }
    guard git(["rev-parse", "--is-inside-work-tree"]) != nil else { throw .noRepository(folder) }
    guard git(["rev-parse", "--verify", "--quiet", revision + "^{commit}"]) != nil else {
      throw .unknown(revision)
    }
    guard let place = try? FileSystem.makePrivateFolder(in: temporaryFolder, prefix: "sapa-version") else {
      throw .noPlace(temporaryFolder)
    }
    defer { FileSystem.removeTree(place) }
    let archive = place + "/version.tar"
    // A folder that the revision did not have yet is an empty one.
    let isThere = git(["cat-file", "-e", revision + ":./"]) != nil
    try? FileSystem.makeFolder(place + "/Templates")
    if isThere {
      guard git(["archive", "--format=tar", "--output", archive, revision, "."]) != nil,
        ProgramOutput.of(["tar", "-xf", archive, "-C", place + "/Templates"], milliseconds: milliseconds)
          != nil
      else { throw .unreadable(revision) }
    }
    let past = present.layers.map { $0.name == name ? ($0.name, place + "/Templates") : $0 }
    return read(TemplateFolders(layers: past))
  }

  private static var temporaryFolder: String {
    ProcessContext.environment("TMPDIR").map(Setup.withoutSlash) ?? "/tmp"
  }
}

/// Why there is no such version.
enum TemplateVersionError: Error, Sendable, Hashable {
  /// It is neither a folder nor a revision.
  case unknown(String)
  /// The answers do not lie in a git repository.
  case noRepository(String)
  /// There is no folder of one's own answers yet.
  case noFolder(String)
  /// There is no room for a copy.
  case noPlace(String)
  /// git does not give it out.
  case unreadable(String)

  /// The sentence for the person.
  var sentence: String {
    switch self {
    case .unknown(let text): "“\(Printed.line(text))” is neither a folder nor a revision that git knows here."
    case .noRepository(let folder):
      "\(Printed.line(folder)) is not in a git repository; name the folder of an older version."
    case .noFolder(let folder): "There are no answers of your own in \(Printed.line(folder)) to compare."
    case .noPlace(let folder): "No folder for a copy can be made in \(Printed.line(folder))."
    case .unreadable(let text): "git does not give out the version “\(Printed.line(text))”."
    }
  }
}
