import AdapterProtocol
import DeskModel
import Synchronization
import SystemCalls
import TestSupport
import Testing

@testable import DeskServing

@Suite("Files on their way up")
struct UploadShelfTests {
  private final class Clock: Sendable {
    let milliseconds = Mutex<Int64>(0)
  }

  private static func piece(_ id: UploadID, _ text: String = "x", size: Int = 1) -> UploadParams {
    UploadParams(id, in: "c-1", name: "a", size: size, data: DataPiece(Array(text.utf8)))
  }

  @Test("what nobody has named for an hour is thrown away when the next comes, and what was touched stays")
  func lifetime() throws {
    let scratch = try ScratchFolder()
    let clock = Clock()
    let shelf = UploadShelf(folder: scratch.path) { clock.milliseconds.withLock { $0 } }
    for id in ["old", "kept"] { _ = try shelf.take(Self.piece(UploadID(id))) }
    clock.milliseconds.withLock { $0 = UploadShelf.lifetime - 1 }
    _ = try shelf.take(Self.piece("kept"))
    clock.milliseconds.withLock { $0 = UploadShelf.lifetime }
    _ = try shelf.take(Self.piece("new"))
    let files = shelf.files(["old", "kept", "new"], of: "c-1")
    #expect(files.map { $0 == nil } == [true, false, false])
    #expect(shelf.files(["kept"], of: "c-2") == [nil])
    let path = try #require(files[1]?.path)
    #expect(try FileSystem.contents(of: path) == Array("x".utf8))
    #expect(try FileSystem.list(scratch.path).isEmpty, "a file has a name that others could find")
    shelf.drop(["kept"])
    #expect(shelf.files(["kept"], of: "c-1") == [nil])
  }

  @Test("an empty file is whole at once; a file that is too large, or one too many, is refused")
  func bounds() throws {
    let scratch = try ScratchFolder()
    let shelf = UploadShelf(folder: scratch.path)
    #expect(try shelf.take(Self.piece("empty", "", size: 0)) == 0)
    #expect(shelf.files(["empty"], of: "c-1").first??.name == "a")
    #expect(throws: AdapterFault.self) {
      try shelf.take(Self.piece("large", size: UploadShelf.fileLimit + 1))
    }
    for number in 1..<UploadShelf.countLimit { _ = try shelf.take(Self.piece(UploadID("u-\(number)"))) }
    #expect(throws: AdapterFault.busy(retryAfterSeconds: 60)) { try shelf.take(Self.piece("more")) }
    #expect(try shelf.take(Self.piece("u-1")) == 1)
  }

  @Test("a folder that is not there is told")
  func noFolder() throws {
    let shelf = UploadShelf(folder: "/nonexistent")
    #expect(throws: AdapterFault.self) { try shelf.take(Self.piece("up")) }
  }
}
