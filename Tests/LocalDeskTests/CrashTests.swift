import DeskLink
import DeskModel
import LocalDesk
import Synchronization
import SystemCalls
import Testing

@Suite("Crashes")
struct CrashTests {
  /// Copies the desk at each step, as a crash there would leave it.
  private final class Copier: Sendable {
    let fixture: DeskFixture
    private let taken = Mutex<[(step: EmbeddedDeskStep, path: String)]>([])
    private let isOn = Mutex(false)

    init(_ fixture: DeskFixture) { self.fixture = fixture }

    var copies: [(step: EmbeddedDeskStep, path: String)] { taken.withLock { $0 } }

    func start() { isOn.withLock { $0 = true } }

    func copy(_ step: EmbeddedDeskStep) {
      guard isOn.withLock({ $0 }) else { return }
      let number = taken.withLock { $0.count }
      do {
        let path = try fixture.snapshot("copy-\(number)")
        taken.withLock { $0.append((step, path)) }
      } catch {
        Issue.record("could not copy at \(step): \(error)")
      }
    }
  }

  @Test("A crash at any step of saying something leaves it whole or not at all; saying it again says it once")
  func saying() throws {
    let fixture = try DeskFixture()
    let copier = Copier(fixture)
    let desk = try fixture.open(
      options: EmbeddedDeskOptions(segmentLimit: 600, tailLimit: 3, writesInHalves: true),
      onStep: { copier.copy($0) })
    try desk.take(DeskFixture.line("c-1"))
    copier.start()
    _ = desk.say("first", key: "k-1")
    _ = desk.say("second", key: "k-2")
    desk.apply(.setStatus("pending"), key: "k-3")
    desk.close()
    let copies = copier.copies
    #expect(
      Set(copies.map { $0.step }) == [
        .beforeWrite, .midWrite, .afterWrite, .afterSync, .afterNewSegment, .beforeIndex, .afterIndex,
      ])
    for copy in copies {
      let survivor = try fixture.open(folder: copy.path)
      let before = survivor.read()?.entries.count ?? 0
      #expect(before >= 1)
      if copy.step == .midWrite {
        #expect(survivor.repairs.count == 1)
        #expect(survivor.repairs[0].contains("was torn by a crash"))
      } else {
        #expect(survivor.repairs == [])
      }
      _ = survivor.say("first", key: "k-1")
      _ = survivor.say("second", key: "k-2")
      #expect(survivor.read()?.entries.map { $0.text } == ["hello 0", "first", "second"])
      #expect(survivor.skippedLines == 0)
      let again = try fixture.open(folder: copy.path)
      #expect(again.read()?.entries.map { $0.text } == ["hello 0", "first", "second"])
      #expect(again.repairs == [])
    }
  }

  @Test("A crash at any step of an import leaves a desk that the same import completes")
  func importing() throws {
    let lines = (0..<12).map { DeskFixture.line("c-\($0)", contact: "u-\($0)") }
    let fixture = try DeskFixture()
    let copier = Copier(fixture)
    let desk = try fixture.open(
      options: EmbeddedDeskOptions(segmentLimit: 2_000, importBatch: 1_000, writesInHalves: true),
      onStep: { copier.copy($0) })
    copier.start()
    var reader = LineReader(Array(lines.joined(separator: "\n").utf8))
    #expect(try desk.importLines(from: &reader).taken == 12)
    let expected = try desk.exported(fixture)
    #expect(
      Set(copier.copies.map { $0.step }).isSuperset(of: [
        .beforeWrite, .midWrite, .afterImportBatch, .beforeIndex, .afterIndex,
      ]))
    for copy in copier.copies {
      let survivor = try fixture.open(folder: copy.path)
      let there = survivor.count
      var reader = LineReader(Array(lines.joined(separator: "\n").utf8))
      let report = try survivor.importLines(from: &reader)
      #expect(report.unchanged == there)
      #expect(report.taken + report.unchanged == 12)
      #expect(report.refusedCount == 0)
      #expect(try survivor.exported(fixture) == expected)
    }
  }

  @Test("A crash in the middle of a repair harms nothing")
  func repairing() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    desk.close()
    let segment = fixture.folder + "/journal/000001.jsonl"
    try FileDescriptor(opening: segment, .append).write(Array(#"{"event":"say","at"#.utf8))
    let copier = Copier(fixture)
    copier.start()
    let repaired = try fixture.open(onStep: { copier.copy($0) })
    #expect(repaired.repairs.count == 1)
    #expect(copier.copies.map { $0.step } == [.afterTornSaved, .afterTornCut])
    for copy in copier.copies {
      let survivor = try fixture.open(folder: copy.path)
      #expect(survivor.count == 1)
      let torn = try FileSystem.list(copy.path + "/journal").filter { $0.hasPrefix("torn-") }
      #expect(torn.count == 1)
      #expect(
        try FileSystem.contents(of: copy.path + "/journal/" + torn[0]) == Array(#"{"event":"say","at"#.utf8))
      #expect(try FileSystem.contents(of: copy.path + "/journal/000001.jsonl").last == 0x0A)
    }
  }

  @Test("An event torn at any byte is cut, kept aside and reported; all before it stands")
  func tornAtEveryByte() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    _ = desk.say("kept", key: "k-1")
    desk.close()
    let segment = fixture.folder + "/journal/000001.jsonl"
    let before = try FileSystem.contents(of: segment)
    let whole = try fixture.open()
    _ = whole.say("torn", key: "k-2")
    whole.close()
    let after = try FileSystem.contents(of: segment)
    #expect(after.count > before.count)
    let path = try fixture.snapshot("torn")
    for count in before.count..<after.count {
      try FileDescriptor(opening: path + "/journal/000001.jsonl", .truncate).write(Array(after[..<count]))
      let reading = try fixture.open(folder: path, options: EmbeddedDeskOptions(access: .readOnly))
      #expect(reading.read()?.entries.map { $0.text } == ["hello 0", "kept"])
      #expect(try FileSystem.status(path + "/journal/000001.jsonl").size == count)
      let desk = try fixture.open(folder: path)
      #expect(desk.repairs.count == (count == before.count ? 0 : 1))
      #expect(try FileSystem.contents(of: path + "/journal/000001.jsonl") == before)
      // Saying it again waits for the disk, so that not every byte is tried.
      if count % 16 != 0 { continue }
      #expect(desk.say("torn", key: "k-2") != nil)
      #expect(desk.read()?.entries.map { $0.text } == ["hello 0", "kept", "torn"])
    }
  }

  @Test("A write that the disk takes in part is taken back, and can be made again when there is room")
  func partialWrite() async throws {
    let fixture = try DeskFixture()
    await #expect(processExitsWith: .success) { [root = fixture.root as String] in
      let desk = try EmbeddedDesk(
        folder: root + "/desk", me: DeskFixture.nastya, clock: { Timestamp(milliseconds: 0) }, makeID: { "x" }
      )
      try desk.take(DeskFixture.line("c-1"))
      let journal = root + "/desk/journal/000001.jsonl"
      let size = try FileSystem.status(journal).size
      CrashTests.limitFiles(to: size + 20)
      let action = IntentAction.say(text: "hello", kind: .message, audience: .customer, parent: nil)
      guard case .failure(.cannotWrite(let reason)) = desk.apply(action, key: "k"), reason.contains("full"),
        try FileSystem.status(journal).size == size
      else { ProcessContext.exitNow(1) }
      CrashTests.limitFiles(to: nil)
      guard case .success(.outcome(.applied(_, _, 2))) = desk.apply(action, key: "k") else {
        ProcessContext.exitNow(2)
      }
    }
    let desk = try fixture.open()
    #expect(desk.read()?.entries.map { $0.text } == ["hello 0", "hello"])
    #expect(desk.repairs == [])
  }

  @Test("kill -9 in the middle of a real import")
  func killed() async throws {
    let fixture = try DeskFixture()
    await #expect(processExitsWith: .signal(9)) { [root = fixture.root as String] in
      let desk = try EmbeddedDesk(
        folder: root + "/desk", me: DeskFixture.nastya, clock: { Timestamp(milliseconds: 0) },
        makeID: { "x" },
        onStep: { step in if step == .afterImportBatch { CrashTests.killOurselves() } })
      try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2"))
    }
    let desk = try fixture.open()
    #expect(desk.ids(.all) == ["c-1", "c-2"])
    let report = try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2"), DeskFixture.line("c-3"))
    #expect(report.unchanged == 2)
    #expect(report.taken == 1)
  }
}
