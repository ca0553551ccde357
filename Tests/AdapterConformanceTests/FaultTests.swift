import AdapterConformance
import Foundation
import TestSupport
import Testing

/// Adapters that are right but for one thing.
@Suite("Faults")
struct FaultTests {
  /// A fault: the id of the check that must fail, perhaps with a dash and a variant.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    /// Checks of the group that cannot but fail, too.
    var also: Set<String> = []

    var check: String { String(name.prefix { $0 != "-" }) }
    var testDescription: String { name }
  }

  /// What is wrong in another way than the check's first fault.
  static let variants = [
    Fault(name: "start.answers-dies", also: ["start.unknownVersion"]), Fault(name: "start.answers-silent"),
    Fault(name: "conversations.cursors-endless"), Fault(name: "thread.audience-stranger"),
    Fault(name: "token.silent-answer"),
  ]

  /// Every check has a fault of its name.
  static let all = ConformanceTable.checks.map { Fault(name: $0.id) } + variants

  /// Faults that show only in that nothing comes: waiting for them costs their time.
  static let silent: Set<String> = [
    "start.answers-silent", "changes.atOnce", "changes.waitEnds", "changes.heldTells",
  ]

  @Test("A fault makes its check fail, and no other of the group", arguments: all)
  func fault(_ fault: Fault) async throws {
    let check = try #require(ConformanceTable.checks.first { $0.id == fault.check })
    let expected = fault.also.union([fault.check])
    var results: [ConformanceResult] = []
    // Who waits for nothing waits as short as the machine allows.
    for patience in Self.silent.contains(fault.name) ? [2_000, 10_000, 120_000] : [120_000] {
      let adapter = FaultyAdapter()
      var subject = adapter.subject(fault.name)
      subject.patience = patience
      results = try await adapter.run(subject, only: [check.group])
      if Set(results.filter(\.isFailed).map(\.check.id)) == expected { break }
    }
    #expect(
      Set(results.filter(\.isFailed).map(\.check.id)) == expected, "\(results.compactMap(\.evidence))")
    for evidence in results.compactMap(\.evidence) {
      #expect(!evidence.sent.isEmpty && !evidence.came.isEmpty && !evidence.expected.isEmpty)
    }
  }

  @Test("Every switch of the faulty adapter is a fault of the table")
  func switches() throws {
    let folder = Checkout.root.appending(path: "Tests/AdapterConformanceTests/Broken")
    var found: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "py" {
      let text = try String(contentsOf: file, encoding: .utf8)
      found.formUnion(text.matches(of: /faulty\("([^"]+)"\)/).map { String($0.1) })
    }
    #expect(found == Set(Self.all.map(\.name)))
  }
}
