import Glibc

/// How a file is opened.
///
/// All descriptors are closed on exec.
package enum OpenMode: Sendable, Hashable {
  /// For reading; the file must exist.
  case read
  /// For reading and writing; the file must exist.
  case readWrite
  /// For reading, and writing at the end; made when missing.
  case append
  /// For reading and writing; it must not exist yet.
  case createNew
  /// For reading and writing; made when missing.
  case create
  /// For writing; emptied first, made when missing.
  case truncate

  fileprivate var flags: Int32 {
    let flags =
      switch self {
      case .read: O_RDONLY
      case .readWrite: O_RDWR
      case .append: O_RDWR | O_APPEND | O_CREAT
      case .createNew: O_RDWR | O_CREAT | O_EXCL
      case .create: O_RDWR | O_CREAT
      case .truncate: O_WRONLY | O_CREAT | O_TRUNC
      }
    return flags | O_CLOEXEC
  }
}

/// An open file that closes itself.
package struct FileDescriptor: ~Copyable, Sendable {
  /// The number, for `poll`.
  package let number: Int32
  /// The path it was opened by, for messages.
  package let path: String
  private let isOwned: Bool

  /// Opens a file.
  ///
  /// `permissions` are those of a new file, cut by the umask.
  package init(opening path: String, _ mode: OpenMode, permissions: UInt32 = 0o600) throws(SystemError) {
    number = try retrying("open", path) { unsafe Glibc.open(path, mode.flags, mode_t(permissions)) }
    self.path = path
    isOwned = true
  }

  /// Opens a folder, to sync its names.
  package init(openingFolder path: String) throws(SystemError) {
    number = try retrying("open", path) { unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    self.path = path
    isOwned = true
  }

  init(owning number: Int32, path: String) {
    self.number = number
    self.path = path
    isOwned = true
  }

  /// A descriptor that somebody else closes: 0, 1 and 2 are the standard streams.
  package init(borrowing number: Int32, path: String = "") {
    self.number = number
    self.path = path
    isOwned = false
  }

  deinit {
    // A failed close cannot be repeated on Linux; whoever needs certainty has called `sync` before.
    if isOwned { _ = Glibc.close(number) }
  }

  /// Reads at most `limit` bytes from where the descriptor stands; empty at the end.
  ///
  /// - Complexity: O(limit).
  package func read(limit: Int) throws(SystemError) -> [UInt8] {
    try unsafe fill(limit, "read") { (buffer, count) in unsafe Glibc.read(number, buffer, count) }
  }

  /// Reads at most `count` bytes from `offset` (from 0); fewer only at the end of the file.
  ///
  /// - Complexity: O(count).
  package func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    guard count > 0, offset >= 0 else { return [] }
    var result = try unsafe fill(count, "pread") { (buffer, count) in
      unsafe pread(number, buffer, count, offset)
    }
    while result.count < count, !result.isEmpty {
      let done = result.count
      let more = try unsafe fill(count - done, "pread") { (buffer, count) in
        unsafe pread(number, buffer, count, offset + done)
      }
      if more.isEmpty { break }
      result.append(contentsOf: more)
    }
    return result
  }

  /// Writes all bytes where the descriptor stands, in one call as far as the system takes them.
  ///
  /// - Complexity: O(bytes).
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let from = done
      let written = try retrying("write", path) {
        unsafe bytes.withUnsafeBytes { buffer in
          unsafe Glibc.write(number, unsafe buffer.baseAddress.map { unsafe $0 + from }, buffer.count - from)
        }
      }
      done += written
    }
  }

  /// Writes all bytes at `offset` (from 0), over what stands there.
  ///
  /// - Complexity: O(bytes).
  package func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let from = done
      let written = try retrying("pwrite", path) {
        unsafe bytes.withUnsafeBytes { buffer in
          unsafe pwrite(
            number, unsafe buffer.baseAddress.map { unsafe $0 + from }, buffer.count - from, offset + from)
        }
      }
      done += written
    }
  }

  /// Waits until the file is on the disk, with its size and times.
  package func sync() throws(SystemError) { _ = try retrying("fsync", path) { fsync(number) } }

  /// Waits until the file's content is on the disk.
  package func syncData() throws(SystemError) { _ = try retrying("fdatasync", path) { fdatasync(number) } }

  /// Cuts the file, or fills it with zeros, to `size` bytes.
  package func truncate(to size: Int) throws(SystemError) {
    _ = try retrying("ftruncate", path) { ftruncate(number, size) }
  }

  /// What the system knows about the file.
  package func status() throws(SystemError) -> FileStatus {
    var buffer = stat()
    _ = try retrying("fstat", path) { unsafe fstat(number, &buffer) }
    return FileStatus(buffer)
  }

  /// Whether it is a terminal.
  package var isTerminal: Bool { isatty(number) == 1 }

  // MARK: - Locks

  /// Takes the file's lock for one holder alone, and waits for it.
  ///
  /// It is given back with `unlock` or when closed.
  package func lock() throws(SystemError) { _ = try retrying("flock", path) { flock(number, LOCK_EX) } }

  /// Takes the file's lock together with other sharers, and waits for it.
  package func lockShared() throws(SystemError) { _ = try retrying("flock", path) { flock(number, LOCK_SH) } }

  /// Takes the file's lock for one holder alone if it is free.
  ///
  /// - Returns: false when somebody else has it.
  package func tryLock() throws(SystemError) -> Bool { try tryLock(LOCK_EX) }

  /// Takes the file's lock together with other sharers if nobody has it alone.
  ///
  /// - Returns: false when somebody has it alone.
  package func tryLockShared() throws(SystemError) -> Bool { try tryLock(LOCK_SH) }

  private func tryLock(_ kind: Int32) throws(SystemError) -> Bool {
    do {
      _ = try retrying("flock", path) { flock(number, kind | LOCK_NB) }
      return true
    } catch {
      if error.wouldWait { return false }
      throw error
    }
  }

  /// Gives the lock back.
  package func unlock() { _ = flock(number, LOCK_UN) }

  private func fill(
    _ limit: Int, _ call: String, _ body: (UnsafeMutableRawPointer?, Int) -> Int
  ) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let result = unsafe [UInt8](unsafeUninitializedCapacity: max(0, limit)) { buffer, filled in
      while true {
        let count = unsafe body(UnsafeMutableRawPointer(buffer.baseAddress), buffer.count)
        if count >= 0 {
          filled = count
          return
        }
        if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure != 0 { throw SystemError(call: call, path: path, code: failure) }
    return result
  }
}

/// What the system knows about a file.
package struct FileStatus: Sendable, Hashable {
  /// Bytes.
  package let size: Int
  /// When its content changed last: milliseconds since the Unix epoch.
  package let modified: Int64
  /// The permission bits, such as `0o600`.
  package let permissions: UInt32
  /// Whether it is a folder.
  package let isFolder: Bool
  /// Whether it is an ordinary file.
  package let isFile: Bool
  /// The owner's user id.
  package let owner: UInt32
  /// Tells the file from all others of its file system, also after it has been renamed.
  package let inode: UInt64

  init(_ buffer: stat) {
    size = buffer.st_size
    modified = Int64(buffer.st_mtim.tv_sec) * 1_000 + Int64(buffer.st_mtim.tv_nsec / 1_000_000)
    permissions = buffer.st_mode & 0o7777
    isFolder = buffer.st_mode & S_IFMT == S_IFDIR
    isFile = buffer.st_mode & S_IFMT == S_IFREG
    owner = buffer.st_uid
    inode = UInt64(buffer.st_ino)
  }
}
