import Synchronization
import SystemCalls

/// Adds lines to the journal.
///
/// All methods are called with the desk's lock held, from one queue.
final class JournalWriter: Sendable {
  private let folder: DeskFolder
  private let options: EmbeddedDeskOptions
  private let onStep: @Sendable (EmbeddedDeskStep) -> Void
  private let lockFile: FileDescriptor
  private let current = Mutex<(number: Int, file: SegmentFile)?>(nil)

  init(
    folder: DeskFolder, options: EmbeddedDeskOptions, onStep: @escaping @Sendable (EmbeddedDeskStep) -> Void
  ) throws(SystemError) {
    self.folder = folder
    self.options = options
    self.onStep = onStep
    lockFile = try FileDescriptor(opening: folder.lockFile, .create)
  }

  /// Seconds for which a writer waits for another before it gives up.
  private static let patience = 5.0

  /// Takes the desk's lock; another program that has it for long (stopped in the middle of an import, say) is an error
  /// and no reason to hang.
  func lock() throws(SystemError) {
    let deadline = SystemClock.monotonicMilliseconds() + Int64(Self.patience * 1_000)
    while try !lockFile.tryLock() {
      guard SystemClock.monotonicMilliseconds() < deadline else { throw .lockedElsewhere(lockFile.path) }
      SystemClock.sleep(milliseconds: 5)
    }
  }
  func tryLock() throws(SystemError) -> Bool { try lockFile.tryLock() }
  func unlock() { lockFile.unlock() }

  /// Cuts what stands behind the last whole line, after its bytes have been put aside.
  ///
  /// `position` is the end of the last whole line, as a scan under the lock has found it. The result is a
  /// sentence when something was cut.
  func repairTail(at position: JournalPosition) throws(SystemError) -> String? {
    guard position.segment > 0, FileSystem.exists(folder.segment(position.segment)) else { return nil }
    let segment = try segment(position.segment)
    let size = try segment.file.status().size
    guard size > position.offset else { return nil }
    let torn = try segment.file.read(at: position.offset, count: size - position.offset)
    let aside = folder.tornFile(segment: position.segment, offset: position.offset)
    try FileSystem.replace(aside, with: torn)
    onStep(.afterTornSaved)
    try segment.file.truncate(to: position.offset)
    try segment.file.sync()
    onStep(.afterTornCut)
    return
      "Line \(position.line + 1) of segment \(position.segment) was torn by a crash: its \(torn.count) bytes were never acknowledged and are kept in \(aside)."
  }

  /// Adds whole lines (each with its LF) by one write.
  ///
  /// When the write fails half-way the journal is cut back, so that nothing has happened.
  /// `position` is the end of the journal; the result is where the first byte stands.
  func append(_ lines: [UInt8], at position: JournalPosition) throws(SystemError) -> JournalPosition {
    var position = position
    if position.segment == 0 { position = JournalPosition(segment: 1, offset: 0, line: 0) }
    if position.offset > 0, position.offset + lines.count > options.segmentLimit {
      position = JournalPosition(segment: position.segment + 1, offset: 0, line: 0)
    }
    let segment = try segment(position.segment)
    try check(segment, position)
    do {
      if options.writesInHalves {
        try segment.file.write(Array(lines[..<(lines.count / 2)]))
        onStep(.midWrite)
        try segment.file.write(Array(lines[(lines.count / 2)...]))
      } else {
        try segment.file.write(lines)
      }
    } catch {
      // If even this fails, the next writer finds a torn line and repairs it.
      try? segment.file.truncate(to: position.offset)
      throw error
    }
    return position
  }

  /// Makes sure that we write where others read: the journal may have been moved, deleted or cut by hand.
  private func check(_ segment: SegmentFile, _ position: JournalPosition) throws(SystemError) {
    let path = folder.segment(position.segment)
    let own = try segment.file.status()
    guard own.size == position.offset, try FileSystem.status(path).inode == own.inode else {
      current.withLock { $0 = nil }
      throw SystemError.staleFile("write", path)
    }
  }

  /// Waits until all lines are on the disk.
  func sync() throws(SystemError) { try current.withLock { $0?.file }?.file.syncData() }

  private func segment(_ number: Int) throws(SystemError) -> SegmentFile {
    let known = current.withLock { $0 }
    if let known, known.number == number { return known.file }
    // What stands in the segment before must be on the disk before anything behind it.
    try known?.file.file.syncData()
    let path = folder.segment(number)
    let isNew = !FileSystem.exists(path)
    let file = SegmentFile(try FileDescriptor(opening: path, .append))
    if isNew {
      if number > 1, known?.number != number - 1 {
        try FileDescriptor(opening: folder.segment(number - 1), .read).syncData()
      }
      try FileSystem.syncFolder(folder.journal)
      onStep(.afterNewSegment)
    }
    current.withLock { $0 = (number, file) }
    return file
  }
}
