import SystemCalls
import Testing

@Suite("File descriptors")
struct FileDescriptorTests {
  @Test("What is written is read back, at any offset")
  func readsAndWrites() throws {
    let scratch = try Scratch()
    let file = try FileDescriptor(opening: scratch.path + "/a", .create)
    try file.write(Array("hello world".utf8))
    try file.syncData()
    try file.sync()
    let size = try file.status().size
    #expect(size == 11)
    let permissions = try file.status().permissions
    #expect(permissions == 0o600)
    let tail = try file.read(at: 6, count: 100)
    #expect(tail == Array("world".utf8))
    let atEnd = try file.read(at: 11, count: 1)
    #expect(atEnd == [])
    let before = try file.read(at: -1, count: 1)
    #expect(before == [])
    try file.truncate(to: 5)
    #expect(try FileSystem.contents(of: scratch.path + "/a") == Array("hello".utf8))
    let isTerminal = file.isTerminal
    #expect(!isTerminal)
  }

  @Test("Appending writes at the end, whoever else wrote")
  func appends() throws {
    let scratch = try Scratch()
    let one = try FileDescriptor(opening: scratch.path + "/a", .append)
    let two = try FileDescriptor(opening: scratch.path + "/a", .append)
    try one.write([1])
    try two.write([2])
    try one.write([3])
    #expect(try FileSystem.contents(of: scratch.path + "/a") == [1, 2, 3])
  }

  @Test("Errors name the call, the path and the reason")
  func errors() throws {
    let scratch = try Scratch()
    #expect {
      _ = try FileDescriptor(opening: scratch.path + "/none", .read)
    } throws: { error in
      let error = error as? SystemError
      return error?.isMissing == true && error?.call == "open"
        && error?.description == "open \(scratch.path)/none: No such file or directory"
    }
    let path = try scratch.file("there", "")
    #expect {
      _ = try FileDescriptor(opening: path, .createNew)
    } throws: { ($0 as? SystemError)?.isExisting == true }
    #expect {
      try FileDescriptor(opening: path, .read).write([1])
    } throws: { ($0 as? SystemError)?.call == "write" }
    #expect {
      try FileDescriptor(opening: "/dev/full", .readWrite).write([1])
    } throws: { ($0 as? SystemError)?.isFull == true }
  }

  @Test("An exclusive lock keeps others out until it is given back or closed")
  func locks() throws {
    let scratch = try Scratch()
    let path = try scratch.file("lock", "")
    let one = try FileDescriptor(opening: path, .readWrite)
    do {
      let two = try FileDescriptor(opening: path, .readWrite)
      try one.lock()
      let isTakenTwice = try two.tryLock()
      #expect(!isTakenTwice)
      one.unlock()
      let isTaken = try two.tryLock()
      #expect(isTaken)
      let isTakenMeanwhile = try one.tryLock()
      #expect(!isTakenMeanwhile)
    }
    let isFreeAgain = try one.tryLock()
    #expect(isFreeAgain)
    one.unlock()
    try one.lockShared()
    let three = try FileDescriptor(opening: path, .readWrite)
    try three.lockShared()
    let isTakenBesideSharer = try three.tryLock()
    #expect(!isTakenBesideSharer)
  }
}
