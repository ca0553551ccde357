import Glibc

/// What the system knows about the file system that a path lies in.
package struct Volume: Sendable, Hashable {
  /// Bytes that we may still write.
  package let freeBytes: Int
  /// The kind, such as `nfs4`, when other machines share it; nil for one of this machine alone.
  package let networkKind: String?
  /// Whether nothing can be written.
  package let isReadOnly: Bool

  /// Makes a volume, for tests.
  package init(freeBytes: Int, networkKind: String? = nil, isReadOnly: Bool = false) {
    self.freeBytes = freeBytes
    self.networkKind = networkKind
    self.isReadOnly = isReadOnly
  }

  /// Kinds of file systems that other machines share, as `/proc/self/mountinfo` names them.
  private static let shared: Set<String> = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "fuse.cephfs", "fuse.glusterfs", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "gfs2", "gpfs", "kafs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs",
    "smb2", "smb3", "smbfs", "virtiofs",
  ]

  /// The kind of the file system of an absolute path, by the text of `/proc/self/mountinfo` (proc(5)); nil for none of
  /// those that other machines share.
  ///
  /// - Complexity: O(length).
  package static func networkKind(of path: String, in mounts: String) -> String? {
    var best: (length: Int, kind: String)?
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 4, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else { continue }
      let point = unescaped(fields[4])
      let isInside = point == "/" || path == point || path.hasPrefix(point + "/")
      // Of two at one place, the later lies on top.
      if isInside, point.utf8.count >= best?.length ?? 0 {
        best = (point.utf8.count, String(fields[dash + 1]))
      }
    }
    return best.flatMap { shared.contains($0.kind) ? $0.kind : nil }
  }

  /// A field in which blanks stand as `\040`.
  private static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == 0x5C, digits.count == 3, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension FileSystem {
  /// The file system that a path lies in.
  package static func volume(_ path: String) throws(SystemError) -> Volume {
    var room = statvfs()
    _ = try retrying("statvfs", path) { unsafe statvfs(path, &room) }
    let (bytes, isLarge) = UInt64(room.f_bavail).multipliedReportingOverflow(by: UInt64(room.f_frsize))
    let mounts = (try? contents(of: "/proc/self/mountinfo", limit: 16 << 20)) ?? []
    return Volume(
      freeBytes: isLarge ? Int.max : Int(clamping: bytes),
      networkKind: Volume.networkKind(
        of: resolved(path) ?? path, in: String(decoding: mounts, as: UTF8.self)),
      isReadOnly: room.f_flag & UInt(ST_RDONLY) != 0)
  }

  /// The absolute path of what stands at a path, with all symbolic links resolved; nil when nothing does.
  package static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}
