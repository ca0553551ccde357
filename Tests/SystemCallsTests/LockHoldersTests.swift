import SystemCalls
import Testing

@Suite("Lock holders")
struct LockHoldersTests {
  private static let table = """
    1: FLOCK  ADVISORY  WRITE 100 fe:00:77 0 EOF
    1: -> FLOCK  ADVISORY  WRITE 101 fe:00:77 0 EOF
    2: POSIX  ADVISORY  WRITE 102 fe:00:77 0 EOF
    3: FLOCK  ADVISORY  READ 103 fe:00:77 0 EOF
    4: FLOCK  ADVISORY  READ 103 fe:00:77 0 EOF
    5: FLOCK  ADVISORY  WRITE 0 fe:00:77 0 EOF
    6: FLOCK  ADVISORY  WRITE -1 fe:00:77 0 EOF
    7: FLOCK  ADVISORY  WRITE 104 fe:00:770 0 EOF
    8: FLOCK
    """

  @Test("who holds a lock by flock is told once, not who waits nor who holds another kind")
  func table() {
    #expect(LockHolders.processes(holding: 77, in: Self.table) == [100, 103])
    #expect(LockHolders.processes(holding: 770, in: Self.table) == [104])
    #expect(LockHolders.processes(holding: 1, in: Self.table) == [])
    #expect(LockHolders.processes(holding: 77, in: "") == [])
  }

  @Test("a lock of ours is ours while it is held, and nobody's afterwards")
  func own() throws {
    let scratch = try Scratch()
    let path = try scratch.file("lock", "")
    #expect(LockHolders.of(path) == [])
    do {
      let file = try FileDescriptor(opening: path, .create)
      #expect(try file.tryLock())
      let holder = try #require(LockHolders.of(path).first)
      #expect(holder.process == ProcessContext.identifier && !holder.isStopped && !holder.name.isEmpty)
    }
    #expect(LockHolders.of(path) == [])
    #expect(LockHolders.of("/nonexistent") == [])
  }
}
