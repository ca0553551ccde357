import SystemCalls

/// Removes folders that a tool or a test has made.
package enum FolderRemoval {
  /// Removes a folder and all in it, as far as that is possible.
  package static func remove(_ path: String) {
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
}
