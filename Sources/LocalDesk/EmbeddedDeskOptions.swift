/// How a desk's folder is opened.
package enum EmbeddedDeskAccess: Sendable, Hashable {
  /// For reading and writing; made when the folder is missing or empty. Falls back to reading alone.
  case create
  /// For reading and writing; must exist. Falls back to reading alone.
  case existing
  /// For reading alone; nothing in the folder is changed.
  case readOnly
}

/// Settings of a desk that tests and tools change.
package struct EmbeddedDeskOptions: Sendable, Hashable {
  /// How the folder is opened.
  package var access: EmbeddedDeskAccess
  /// Bytes after which a new journal segment is begun.
  package var segmentLimit: Int
  /// Events not in the index from which on it is written anew, behind the scenes and at closing.
  package var tailLimit: Int
  /// Bytes of imported lines that are written at once.
  package var importBatch: Int
  /// Bytes that a search scans between looks at the clock.
  package var searchChunk: Int
  /// Milliseconds after which a search answers with what it has.
  package var searchSlice: Int64
  /// Whether each event is written in two halves, with a step between: for tests of torn lines.
  package var writesInHalves: Bool

  /// Makes settings.
  package init(
    access: EmbeddedDeskAccess = .create, segmentLimit: Int = 64 << 20, tailLimit: Int = 100,
    importBatch: Int = 1 << 20, searchChunk: Int = 256 << 10, searchSlice: Int64 = 40,
    writesInHalves: Bool = false
  ) {
    self.access = access
    self.segmentLimit = segmentLimit
    self.tailLimit = tailLimit
    self.importBatch = importBatch
    self.searchChunk = searchChunk
    self.searchSlice = searchSlice
    self.writesInHalves = writesInHalves
  }
}
