import Rehearsals
import SystemCalls

/// The scenarios of all layers: what ships, the team's, the person's.
struct RehearsalFolders: Sendable {
  private let layers: [(name: String, folder: String)]

  init(_ folders: TemplateFolders) { layers = folders.layers }

  /// A scenario is no longer than this, in bytes.
  private static let sizeLimit = 1 << 20

  /// Reads all scenarios and lists of words; files that cannot be read are told.
  ///
  /// - Complexity: O(bytes).
  func library() -> (library: ScenarioLibrary, problems: [UnreadablePath]) {
    var files: [ScenarioLibrary.File] = []
    var problems: [UnreadablePath] = []
    for (_, folder) in layers {
      read(folder + "/rehearsals", "", &files, &problems)
      read(folder + "/rehearsals/words", "words/", &files, &problems)
    }
    return (ScenarioLibrary(files), problems)
  }

  private func read(
    _ folder: String, _ prefix: String, _ files: inout [ScenarioLibrary.File],
    _ problems: inout [UnreadablePath]
  ) {
    // Whoever has no scenarios of their own has no folder.
    guard let names = try? FileSystem.list(folder) else { return }
    for name in names.sorted() where name.hasSuffix(".md") && !name.hasPrefix(".") {
      let path = folder + "/" + name
      do {
        let bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit)
        files.append(
          ScenarioLibrary.File(path: prefix + name, shown: path, text: String(decoding: bytes, as: UTF8.self))
        )
      } catch {
        problems.append(UnreadablePath(path: path, reason: error.reason))
      }
    }
  }
}

extension Setup {
  /// Where rehearsals are kept: a folder for each trainee, and the desks of those that are being played.
  static var rehearsalsFolder: String { FileSystem.parent(of: defaultDesk) + "/rehearsals" }
}
