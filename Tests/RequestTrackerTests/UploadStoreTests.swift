import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Files on their way up")
struct UploadStoreTests {
  private let store = UploadStore(fileLimit: 10)
  private static let now = Played.now

  private func put(
    _ bytes: [UInt8], at offset: Int, of size: Int, id: UploadID = "u", name: String = "a",
    now: Timestamp = now
  ) throws -> Int {
    try store.put(
      UploadParams(id, in: "7", name: name, type: "t/x", size: size, offset: offset, data: DataPiece(bytes)),
      now: now)
  }

  @Test("Pieces make the file, and one that comes again changes nothing")
  func pieces() throws {
    #expect(try put([1, 2], at: 0, of: 4) == 2)
    #expect(store.file("u", for: "7") == nil)
    #expect(try put([1, 2], at: 0, of: 4) == 2)
    // A hole: what was received so far is told.
    #expect(try put([4], at: 3, of: 4) == 2)
    #expect(try put([2, 3, 4], at: 1, of: 4) == 4)
    #expect(store.file("u", for: "7") == UploadedFile(name: "a", type: "t/x", bytes: [1, 2, 3, 4]))
    #expect(store.file("u", for: "8") == nil && store.file("v", for: "7") == nil)
    store.remove(["u"])
    #expect(store.file("u", for: "7") == nil)
  }

  @Test("What RT would not keep, and another file under the same id, is refused")
  func refused() throws {
    #expect(throws: AdapterFault.self) { try put([1], at: 0, of: 11) }
    _ = try put([1], at: 0, of: 2)
    #expect(throws: AdapterFault.self) { try put([1], at: 0, of: 3) }
    #expect(throws: AdapterFault.self) { try put([1], at: 0, of: 2, name: "b") }
  }

  @Test("A file that nobody has named for an hour is thrown away, a used one is kept")
  func ageing() throws {
    _ = try put([1], at: 0, of: 1, id: "old")
    _ = try put([1], at: 0, of: 1, id: "used")
    _ = try put([1], at: 0, of: 1, id: "used", now: Self.now.adding(seconds: 1_800))
    _ = try put([1], at: 0, of: 1, id: "new", now: Self.now.adding(seconds: 3_601))
    #expect(store.file("old", for: "7") == nil)
    #expect(store.file("used", for: "7") != nil && store.file("new", for: "7") != nil)
  }
}
