/// Moments of a write at which a crash must do no harm; told to the hook given at the start, for tests.
package enum EmbeddedDeskStep: String, Sendable, Hashable, CaseIterable {
  /// The files of a reply have been copied, nothing has been said yet (only told when there are files).
  case afterAttachments
  /// The lock is held and an event is about to be written.
  case beforeWrite
  /// The first half of an event has been written (only told when a test asks for torn writes).
  case midWrite
  /// An event has been written, perhaps not to the disk yet.
  case afterWrite
  /// An event is on the disk, nobody has been told.
  case afterSync
  /// A new segment has been made, still empty.
  case afterNewSegment
  /// The bytes of a torn line have been put aside, the journal is not cut yet.
  case afterTornSaved
  /// The journal has been cut behind its last whole line.
  case afterTornCut
  /// A batch of imported conversations has been written.
  case afterImportBatch
  /// All is imported, the index is not written yet.
  case beforeIndex
  /// The index has been replaced.
  case afterIndex
}
