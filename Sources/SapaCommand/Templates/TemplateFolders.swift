import ReplyTemplates
import SystemCalls

/// A file or a folder that cannot be read, and why.
struct UnreadablePath: Sendable, Hashable {
  var path: String
  var reason: String

  /// The sentence for the person.
  var sentence: String { "\(Printed.line(path)) cannot be read: \(reason)." }
}

/// The folders in which answers lie: what ships, the team's, the person's.
struct TemplateFolders: Sendable, Hashable {
  /// The layers from the weakest to the strongest, each with its `Templates`.
  let layers: [(name: String, folder: String)]

  init(_ setup: Setup) { self.init(setup.content, setup.config) }

  init(_ content: ShippedContent, _ config: Config) {
    layers =
      [("shipped", content.root + "/Templates")]
      + (config.teamFolder.map { [("team", Setup.withoutSlash(ToolRunner.expanded($0)) + "/Templates")] }
        ?? [])
      + [("personal", FileSystem.parent(of: Setup.configPath) + "/Templates")]
  }

  /// Layers by name, the weakest first, for tests.
  init(layers: [(name: String, folder: String)]) { self.layers = layers }

  /// One folder alone, as a set that somebody works on.
  init(only folder: String) { layers = [("team", Setup.withoutSlash(folder))] }

  static func == (left: TemplateFolders, right: TemplateFolders) -> Bool {
    left.layers.map(\.folder) == right.layers.map(\.folder)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(layers.map(\.folder)) }

  /// Folders in folders that are still read; a set is not deeper.
  private static let depthLimit = 6

  /// The Markdown files below `replies`, `fragments`, `scripts` and `safe-request`; a file or folder that cannot be read is told.
  ///
  /// - Complexity: O(bytes).
  func files() -> (files: [TemplateFile], problems: [UnreadablePath]) {
    var files: [TemplateFile] = []
    var problems: [UnreadablePath] = []
    for (layer, folder) in layers {
      for root in ["replies", "fragments", "scripts", "safe-request"] {
        Self.read(folder, root, layer, depth: 0, &files, &problems)
      }
    }
    return (files, problems)
  }

  private static func read(
    _ folder: String, _ name: String, _ layer: String, depth: Int, _ files: inout [TemplateFile],
    _ problems: inout [UnreadablePath]
  ) {
    let path = folder + "/" + name
    let names: [String]
    do { names = try FileSystem.list(path) } catch {
      // Whoever has no answers of their own has no folder.
      if !error.isMissing || depth > 0 {
        problems.append(UnreadablePath(path: path, reason: error.reason))
      }
      return
    }
    for entry in names.sorted() where !entry.hasPrefix(".") {
      let below = name + "/" + entry
      if entry.hasSuffix(".md") {
        do {
          let bytes = try FileSystem.contents(of: folder + "/" + below, limit: TemplateFile.sizeLimit + 1)
          files.append(TemplateFile(layer: layer, name: below, path: folder + "/" + below, bytes: bytes))
        } catch {
          problems.append(UnreadablePath(path: folder + "/" + below, reason: error.reason))
        }
      } else if depth < depthLimit, (try? FileSystem.status(folder + "/" + below))?.isFolder == true {
        read(folder, below, layer, depth: depth + 1, &files, &problems)
      }
    }
  }

  /// The names of all files below each answer's folder, in all layers, with `/` where they lie deeper.
  ///
  /// - Complexity: O(files · depth).
  func attachments() -> [AnswerID: Set<String>] {
    var found: [AnswerID: Set<String>] = [:]
    for (_, folder) in layers { Self.collect(folder + "/replies", [], &found) }
    return found
  }

  private static func collect(_ root: String, _ parts: [String], _ found: inout [AnswerID: Set<String>]) {
    let folder = parts.isEmpty ? root : root + "/" + parts.joined(separator: "/")
    for entry in (try? FileSystem.list(folder)) ?? [] where !entry.hasPrefix(".") {
      guard let status = try? FileSystem.status(folder + "/" + entry) else { continue }
      if status.isFolder {
        if parts.count < depthLimit { collect(root, parts + [entry], &found) }
        continue
      }
      for depth in parts.indices {
        let id = AnswerID(parts[...depth].joined(separator: "/"))
        found[id, default: []].insert((parts[(depth + 1)...] + [entry]).joined(separator: "/"))
      }
    }
  }
}
