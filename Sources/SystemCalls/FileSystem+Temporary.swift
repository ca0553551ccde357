import Glibc

extension FileSystem {
  /// Makes a folder that nobody else may enter, with a name that nobody can guess.
  ///
  /// - Returns: its path.
  package static func makePrivateFolder(in folder: String, prefix: String) throws(SystemError) -> String {
    for _ in 0..<16 {
      let path = "\(folder)/\(prefix)-\(String(ProcessContext.random(), radix: 36))"
      if unsafe mkdir(path, 0o700) == 0 { return path }
      let failure = SystemError.last("mkdir", path)
      if !failure.isExisting { throw failure }
    }
    throw SystemError(call: "mkdir", path: folder, code: EEXIST)
  }

  /// Removes a folder with all that is in it, as far as that is possible; links are removed and not followed.
  ///
  /// - Complexity: O(files).
  package static func removeTree(_ path: String) {
    for name in (try? list(path)) ?? [] {
      let inner = path + "/" + name
      if unsafe unlink(inner) != 0, errno == EISDIR || errno == EPERM { removeTree(inner) }
    }
    _ = unsafe rmdir(path)
  }
}
