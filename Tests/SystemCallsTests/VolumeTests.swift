import SystemCalls
import Testing

@Suite("Volume")
struct VolumeTests {
  private static let mounts = """
    22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
    40 22 0:35 / /home rw,relatime shared:20 master:3 - nfs4 server:/home rw
    41 40 0:36 / /home/local rw - xfs /dev/vdb rw
    42 22 0:37 / /mnt/a\\040b\\134c rw - cifs //server/x rw
    43 22 0:38 / /data rw - fuse.sshfs x rw
    44 22 0:39 / /disk rw - fuse.ntfs x rw
    45 22 0:40 / /twice rw - nfs x rw
    46 45 0:41 / /twice rw - tmpfs x rw
    broken
    47 22 0:42 / /short rw -
    """

  @Test(
    "the kind is that of the innermost mount, and only kinds that other machines share are named",
    arguments: [
      ("/", nil), ("/home", "nfs4"), ("/home/x", "nfs4"), ("/homely", nil), ("/home/local/x", nil),
      ("/mnt/a b\\c/d", "cifs"), ("/data", "fuse.sshfs"), ("/disk", nil), ("/twice", nil), ("/short/x", nil),
      ("", nil),
    ] as [(String, String?)])
  func kind(path: String, kind: String?) {
    #expect(Volume.networkKind(of: path, in: Self.mounts) == kind)
  }

  @Test("no mounts at all are no network")
  func empty() { #expect(Volume.networkKind(of: "/x", in: "") == nil) }

  @Test("the volume of a folder has room, and that of nothing is an error")
  func volume() throws {
    #expect(try FileSystem.volume("/tmp").freeBytes > 0)
    #expect(throws: SystemError.self) { try FileSystem.volume("/nonexistent") }
  }

  @Test("links are resolved, and what is not there has no place")
  func resolving() throws {
    #expect(FileSystem.resolved("/tmp/../tmp/.") == FileSystem.resolved("/tmp"))
    #expect(FileSystem.resolved("/nonexistent") == nil)
  }
}
