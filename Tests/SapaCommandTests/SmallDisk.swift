import Foundation
import SystemCalls

/// A disk of a few megabytes over a folder, for tests that fill it or take the right to write away; gone with the value.
final class SmallDisk {
  /// Whether this process may mount at all.
  static let isPossible: Bool = {
    guard ProcessContext.isSuperuser else { return false }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sapa-test-mount-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return (try? SmallDisk(at: folder)) != nil
  }()

  private struct Failure: Error {
    let command: [String]
  }

  let folder: URL

  /// Mounts an empty disk at a folder, which is made.
  init(at folder: URL) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.path])
  }

  deinit { try? Self.run(["umount", "--lazy", folder.path]) }

  /// Takes the right to write away, or gives it back.
  func setReadOnly(_ isReadOnly: Bool) throws {
    try Self.run(["mount", "-o", "remount,\(isReadOnly ? "ro" : "rw")", folder.path])
  }

  /// Fills the disk to its last byte.
  func fill() throws {
    let path = folder.appending(path: "filling")
    try Data().write(to: path)
    let file = try FileHandle(forWritingTo: path)
    var piece = 1 << 16
    while piece > 0 {
      do { try file.write(contentsOf: Data(count: piece)) } catch { piece /= 2 }
    }
    try file.close()
  }

  /// Makes room again.
  func empty() throws { try FileManager.default.removeItem(at: folder.appending(path: "filling")) }

  private static func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failure(command: command) }
  }
}
