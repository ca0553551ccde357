package import DeskModel
package import TextLayout

/// What programs and files of the person's own have to tell.
package enum ToolAction: Sendable, Hashable {
  /// The editor has ended.
  case edited(ConversationID, Result<String, ToolFailure>)
  /// Something that nobody waits for went wrong.
  case failed(ToolFailure)
  /// A file was kept, under a path, or shown.
  case kept(String, FilePurpose, Result<String, ToolFailure>)
  /// What is in a folder that was asked for.
  case listed(String, [FolderItem])
  /// A file can be attached, or why it cannot.
  case checked(ConversationID, Result<AttachmentUpload, ToolFailure>)
}

/// A request to programs and files of the person's own.
package enum ToolEffect: Sendable, Hashable {
  /// Let the person change a text in their editor.
  case edit(ConversationID, text: String)
  /// Put a text into the clipboard.
  case copy(SafeText)
  /// Ring the terminal's bell.
  case ring
  /// Tell the person's program of new work.
  case notify(SafeText)
  /// Keep a file that has come.
  case keep(ReceivedFile, FilePurpose)
  /// Tell what is in a folder.
  case list(String)
  /// Find out whether a file can be attached.
  case check(ConversationID, path: String)
}
