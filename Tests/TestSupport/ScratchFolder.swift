package import SystemCalls

/// A folder that goes away with the value.
package final class ScratchFolder: Sendable {
  /// Where it is, without a slash at the end.
  package let path: String

  /// Makes an empty one.
  package init() throws(SystemError) {
    path = try FileSystem.makePrivateFolder(in: "/tmp", prefix: "sapa-test")
  }

  deinit { FileSystem.removeTree(path) }
}
