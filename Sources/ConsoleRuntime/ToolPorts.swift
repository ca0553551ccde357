package import ConsoleCore
package import DeskModel
package import TextLayout

/// Programs and files of the person's own, as values that tests replace.
///
/// All but `edit` return at once and call `done` later, on any thread.
package struct ToolPorts: Sendable {
  /// Lets the person change a text in their editor; called while the terminal is theirs, returns when the editor has ended.
  package var edit: @Sendable (String) -> Result<String, ToolFailure>
  /// Gives a text to a program for the clipboard; nil leaves that to the terminal.
  package var copy: (@Sendable (SafeText, _ done: @escaping @Sendable (ToolFailure?) -> Void) -> Void)?
  /// Tells a program of new work; nothing is heard of it.
  package var notify: @Sendable (SafeText) -> Void
  /// Keeps a file, or keeps it for a moment and shows it; `done` comes once more when the program that shows it fails.
  package var keep:
    @Sendable (ReceivedFile, FilePurpose, _ done: @escaping @Sendable (Result<String, ToolFailure>) -> Void)
      -> Void
  /// What is in a folder; `~` is the person's home.
  package var list: @Sendable (String, _ done: @escaping @Sendable ([FolderItem]) -> Void) -> Void
  /// Whether a file can be attached.
  package var check:
    @Sendable (String, _ done: @escaping @Sendable (Result<AttachmentUpload, ToolFailure>) -> Void) -> Void

  /// Makes a set of ports; by default nothing is there.
  package init(
    edit: @escaping @Sendable (String) -> Result<String, ToolFailure> = { _ in .failure(.unavailable) },
    copy: (@Sendable (SafeText, @escaping @Sendable (ToolFailure?) -> Void) -> Void)? = nil,
    notify: @escaping @Sendable (SafeText) -> Void = { _ in },
    keep:
      @escaping @Sendable (
        ReceivedFile, FilePurpose, @escaping @Sendable (Result<String, ToolFailure>) -> Void
      ) -> Void = { $2(.failure(.unavailable)) },
    list: @escaping @Sendable (String, @escaping @Sendable ([FolderItem]) -> Void) -> Void = { $1([]) },
    check:
      @escaping @Sendable (
        String, @escaping @Sendable (Result<AttachmentUpload, ToolFailure>) -> Void
      ) -> Void = { $1(.failure(.unavailable)) }
  ) {
    self.edit = edit
    self.copy = copy
    self.notify = notify
    self.keep = keep
    self.list = list
    self.check = check
  }
}
