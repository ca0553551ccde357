import DeskModel
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("The store of secrets")
struct SecretStoreTests {
  private static let at = Timestamp(milliseconds: 1_790_000_000_000)
  private let fixture: DeskFixture
  private var store: SecretStore { SecretStore(desk: fixture.folder, lifetime: 3_600) }

  init() throws { fixture = try DeskFixture() }

  private func secret(_ value: String, _ number: Int = 0, entry: EntryID? = "e-1") -> HeldSecret {
    HeldSecret(
      conversation: "c-1", entry: entry, number: number, kind: "password", value: value, at: Self.at)
  }

  @Test("keeps until it expires, for its owner alone, and is then gone from the disk")
  func expires() throws {
    store.keep([secret("Sommer2024!"), secret("zwei", 1)], now: Self.at)
    let marks = store.marks(of: "c-1", now: Self.at)
    #expect(marks.map(\.number) == [0, 1] && store.marks(of: "c-2", now: Self.at).isEmpty)
    #expect(store.value(of: marks[0], now: Self.at) == "Sommer2024!")
    let files = try FileSystem.list(fixture.folder + "/secrets")
    #expect(files.count == 2)
    for file in files {
      #expect(try FileSystem.status(fixture.folder + "/secrets/" + file).permissions & 0o077 == 0)
    }
    #expect(store.purge(now: Self.at.adding(seconds: 3_599)) == 0)
    let end = Self.at.adding(seconds: 3_600)
    #expect(
      store.value(of: marks[0], now: end) == nil, "what has expired is not shown, even before it is purged")
    #expect(store.purge(now: end) == 2)
    #expect(try FileSystem.list(fixture.folder + "/secrets").isEmpty)
  }

  @Test("what has expired when it comes is not kept, and nothing is where nothing shall be")
  func tooLate() {
    store.keep([secret("x")], now: Self.at.adding(seconds: 3_600))
    SecretStore(desk: fixture.folder, lifetime: 0).keep([secret("x")], now: Self.at)
    #expect(store.marks(of: nil, now: Self.at).isEmpty)
  }

  @Test("a file that nobody understands goes with the next purge, and what is removed by entry goes at once")
  func removed() throws {
    store.keep([secret("a"), secret("b", entry: "e-2")], now: Self.at)
    store.remove("c-1", "e-1")
    #expect(store.marks(of: "c-1", now: Self.at).map(\.entry) == ["e-2"])
    try FileSystem.replace(fixture.folder + "/secrets/torn.json", with: Array("{\"val".utf8))
    #expect(store.purge(now: Self.at) == 1)
    #expect(store.marks(of: "c-1", now: Self.at).count == 1)
  }
}
