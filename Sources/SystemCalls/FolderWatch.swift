import Glibc

/// Tells when files of one folder are written, made, renamed or removed (inotify).
package final class FolderWatch: Sendable {
  private let file: FileDescriptor

  /// Watches a folder.
  package init(_ folder: String) throws(SystemError) {
    let number = try retrying("inotify_init1", folder) {
      inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    }
    file = FileDescriptor(owning: number, path: folder)
    let events = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_DELETE | IN_CLOSE_WRITE)
    _ = try retrying("inotify_add_watch", folder) { unsafe inotify_add_watch(number, folder, events) }
  }

  /// The descriptor for `poll`: readable when something happened.
  package var descriptor: Int32 { file.number }

  /// Takes all events that wait.
  ///
  /// - Returns: whether there were any.
  @discardableResult
  package func drain() -> Bool {
    var hasEvents = false
    while let bytes = try? file.read(limit: 4_096), !bytes.isEmpty { hasEvents = true }
    return hasEvents
  }
}
