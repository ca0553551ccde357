import SystemCalls

/// A folder that goes away with the value.
final class Scratch {
  let path: String

  init() throws {
    path = "/tmp/sapa-test-\(ProcessContext.identifier)-\(String(ProcessContext.random(), radix: 36))"
    try FileSystem.makeFolder(path)
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in (try? FileSystem.list(path)) ?? [] {
      let child = path + "/" + name
      if (try? FileSystem.status(child).isFolder) == true {
        remove(child)
      } else {
        try? FileSystem.remove(child)
      }
    }
    try? FileSystem.removeFolder(path)
  }

  func file(_ name: String, _ text: String) throws -> String {
    let path = path + "/" + name
    try FileDescriptor(opening: path, .truncate).write(Array(text.utf8))
    return path
  }
}
