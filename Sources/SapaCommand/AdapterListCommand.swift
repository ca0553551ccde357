import JSONText
import SystemCalls

/// `sapa adapter list`: the adapters that are installed.
struct AdapterListCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    let beside = ProcessContext.executablePath.map { FileSystem.parent(of: $0) }
    let along = ProcessContext.environment("PATH") ?? ""
    let found = InstalledAdapter.find(
      in: (beside.map { [$0] } ?? []) + along.split(separator: ":").map(String.init))
    guard !found.isEmpty else {
      Printed.error(
        "No adapter is installed: no program beside sapa or along PATH has a name that begins with \(InstalledAdapter.prefix)."
      )
      return .findings
    }
    let width = found.map(\.name.count).max() ?? 0
    for adapter in found {
      let gap = String(repeating: " ", count: width - adapter.name.count)
      Printed.out(
        options.isJSON
          ? Self.json(adapter) : "\(Printed.line(adapter.name))\(gap)  \(Printed.line(adapter.path))\n")
    }
    return .fine
  }

  private static func json(_ adapter: InstalledAdapter) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("name", Printed.line(adapter.name))
    writer.member("path", Printed.line(adapter.path))
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}

/// An adapter on this machine.
package struct InstalledAdapter: Sendable, Hashable {
  /// The name of its program.
  package let name: String
  /// Where that is.
  package let path: String

  /// How the names of adapters' programs begin.
  package static let prefix = "sapa-adapter-"

  /// The programs of adapters in folders, by name; of those with the same name that of the first folder.
  ///
  /// - Complexity: O(files).
  package static func find(in folders: [String]) -> [InstalledAdapter] {
    var found: [String: InstalledAdapter] = [:]
    for folder in folders {
      for name in (try? FileSystem.list(folder)) ?? []
      where name.hasPrefix(prefix) && name.count > prefix.count && found[name] == nil {
        let path = folder + (folder.hasSuffix("/") ? "" : "/") + name
        guard let status = try? FileSystem.status(path), status.isFile, status.permissions & 0o111 != 0 else {
          continue
        }
        found[name] = InstalledAdapter(name: name, path: path)
      }
    }
    return found.values.sorted { $0.name < $1.name }
  }
}
