package import DeskModel
import JSONText
package import SystemCalls

/// Who looked at a secret, when and why: `audit.jsonl` in a desk's folder, which only grows.
package struct AuditFile: Sendable {
  /// What was done with a secret.
  package enum Act: String, Sendable, Hashable, CaseIterable {
    /// It was shown on a screen.
    case shown
    /// It was taken out of the backend, too.
    case redacted
  }

  private let path: String

  /// The file of a desk; `desk` is its folder, without a slash at the end.
  package init(desk: String) { path = DeskFolder(path: desk).auditFile }

  /// Writes a line and waits until it is on the disk; the secret itself is not in it.
  ///
  /// Throws when it cannot be written: then nothing may be shown.
  package func note(
    _ act: Act, _ mark: HeldSecretMark, by agent: Agent, reason: String, at: Timestamp
  ) throws(SystemError) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("at", at.rfc3339)
    writer.member("act", act.rawValue)
    writer.member("agent", agent.id.rawValue)
    writer.member("name", agent.name)
    writer.member("conversation", mark.conversation.rawValue)
    writer.member("entry", ifPresent: mark.entry?.rawValue)
    writer.key("number")
    writer.int(mark.number)
    writer.member("kind", mark.kind)
    writer.member("reason", reason)
    writer.endObject()
    let file = try FileDescriptor(opening: path, .append)
    // One write, so that the lines of two consoles do not mix; a line that was cut off before gets its end.
    let isWhole = try file.endsWithNewline()
    try file.write((isWhole ? [] : [0x0A]) + writer.bytes + [0x0A])
    try file.sync()
  }
}

extension FileDescriptor {
  fileprivate borrowing func endsWithNewline() throws(SystemError) -> Bool {
    let size = try status().size
    return size == 0 ? true : try read(at: size - 1, count: 1) == [0x0A]
  }
}
