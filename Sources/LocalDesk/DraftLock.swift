import SystemCalls

/// The right of one console to a folder of drafts; let go when the program ends, however it ends.
package final class DraftLock: Sendable {
  private let file: FileDescriptor

  /// Takes a folder; nil when another console has it, or nothing can be written there.
  init?(_ folder: String) {
    guard let file = try? FileDescriptor(opening: folder + "/lock", .create), (try? file.tryLock()) == true
    else { return nil }
    self.file = file
  }
}
