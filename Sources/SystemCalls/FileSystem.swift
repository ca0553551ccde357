import Glibc

/// Operations on files by their paths.
package enum FileSystem {
  /// What the system knows about a file or folder; symbolic links are followed.
  package static func status(_ path: String) throws(SystemError) -> FileStatus {
    var buffer = stat()
    _ = try retrying("stat", path) { unsafe stat(path, &buffer) }
    return FileStatus(buffer)
  }

  /// Whether something stands at a path.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether we may write a file, or into a folder.
  package static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Makes a folder and those above it; nothing happens when it exists.
  package static func makeFolder(_ path: String, permissions: UInt32 = 0o700) throws(SystemError) {
    if unsafe mkdir(path, mode_t(permissions)) == 0 { return }
    let failure = SystemError.last("mkdir", path)
    if failure.isExisting {
      if try status(path).isFolder { return }
      throw SystemError(call: "mkdir", path: path, code: ENOTDIR)
    }
    let above = parent(of: path)
    guard failure.code == ENOENT, above != path, !above.isEmpty else { throw failure }
    try makeFolder(above, permissions: permissions)
    if unsafe mkdir(path, mode_t(permissions)) != 0, errno != EEXIST { throw SystemError.last("mkdir", path) }
  }

  /// Gives a file another name in the same file system; what stood there is replaced.
  package static func rename(_ old: String, to new: String) throws(SystemError) {
    if unsafe Glibc.rename(old, new) != 0 { throw SystemError.last("rename", old) }
  }

  /// Removes a file.
  package static func remove(_ path: String) throws(SystemError) {
    if unsafe unlink(path) != 0 { throw SystemError.last("unlink", path) }
  }

  /// Removes an empty folder.
  package static func removeFolder(_ path: String) throws(SystemError) {
    if unsafe rmdir(path) != 0 { throw SystemError.last("rmdir", path) }
  }

  /// The names in a folder, without `.` and `..`, sorted by their bytes.
  ///
  /// - Complexity: O(n log n) in the number of names.
  package static func list(_ path: String) throws(SystemError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw SystemError.last("opendir", path) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The whole content of a file of at most `limit` bytes.
  ///
  /// - Throws: `EFBIG` when it is larger.
  /// - Complexity: O(bytes).
  package static func contents(of path: String, limit: Int = 1 << 30) throws(SystemError) -> [UInt8] {
    let file = try FileDescriptor(opening: path, .read)
    var result = try file.read(limit: min(limit, max(4_096, try file.status().size + 1)))
    while true {
      if result.count >= limit { break }
      let more = try file.read(limit: 65_536)
      if more.isEmpty { return result }
      result.append(contentsOf: more)
    }
    if result.count == limit, try file.read(limit: 1).isEmpty { return result }
    throw SystemError.tooLarge("read", path)
  }

  /// Puts a file in place of another so that a crash at any moment leaves the old or the new one, whole:
  /// temporary file, write, fsync, rename, fsync of the folder.
  ///
  /// - Complexity: O(bytes).
  package static func replace(
    _ path: String, with bytes: [UInt8], permissions: UInt32 = 0o600
  ) throws(SystemError) {
    let temporary = temporaryName(for: path)
    do {
      do {
        let file = try FileDescriptor(opening: temporary, .truncate, permissions: permissions)
        try file.write(bytes)
        try file.sync()
      }
      try rename(temporary, to: path)
    } catch {
      try? remove(temporary)
      throw error
    }
    try syncFolder(parent(of: path))
  }

  /// A name beside a file for its next content, which no other thread and no other process uses.
  package static func temporaryName(for path: String) -> String {
    "\(path).tmp-\(String(ProcessContext.random(), radix: 36))-\(getpid())"
  }

  /// Removes what `replace` of a process that has died has left behind in a folder.
  ///
  /// - Complexity: O(n) in the number of names.
  package static func removeLeftovers(in folder: String) {
    for name in (try? list(folder)) ?? [] {
      guard let dash = name.lastIndex(of: "-"),
        let mark = name[..<dash].lastIndex(of: "-"), name[..<mark].hasSuffix(".tmp"),
        let process = Int32(name[name.index(after: dash)...])
      else { continue }
      if process != getpid(), kill(process, 0) != 0, errno == ESRCH { try? remove(folder + "/" + name) }
    }
  }

  /// Waits until the names in a folder are on the disk.
  package static func syncFolder(_ path: String) throws(SystemError) {
    let folder = try FileDescriptor(openingFolder: path.isEmpty ? "." : path)
    do {
      try folder.sync()
    } catch {
      // Some file systems cannot sync a folder, and need not.
      if error.code != EINVAL { throw error }
    }
  }

  /// The folder that a path stands in: `/a` of `/a/b`, `/` of `/a`, nothing of `a`.
  package static func parent(of path: String) -> String {
    let trimmed = path.utf8.count > 1 && path.hasSuffix("/") ? path.dropLast() : path[...]
    guard let slash = trimmed.lastIndex(of: "/") else { return "" }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}
