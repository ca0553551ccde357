import AdapterConformance
import Foundation
import TestSupport
import Testing

@Suite("The table of checks")
struct ConformanceCheckTests {
  private static let pages = "Sources/AdapterProtocol/AdapterProtocol.docc"

  @Test("Each check has an id of its own, whose group stands together, and a sentence")
  func table() {
    let checks = ConformanceTable.checks
    #expect(Set(checks.map(\.id)).count == checks.count)
    #expect(Set(ConformanceTable.groups).count == ConformanceTable.groups.count)
    #expect(Set(checks.map(\.title)).count == checks.count)
    for check in checks {
      #expect(check.id.wholeMatch(of: /[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*/) != nil, "\(check.id)")
      #expect(check.title.hasSuffix(".") && !check.title.contains("\n"), "\(check.id)")
    }
  }

  @Test("The page and the heading that a check names are there")
  func places() throws {
    for check in ConformanceTable.checks {
      let page = try Checkout.text("\(Self.pages)/\(check.place.page.rawValue).md")
      guard let heading = check.place.heading else { continue }
      let isThere = page.contains("\n## \(heading)\n") || page.contains("\n## `\(heading)`\n")
      #expect(isThere, "\(check.id): \(check.place.description)")
    }
  }

  /// The part of the page that is made from the table.
  private static func section() -> String {
    ConformanceTable.groups.map { group in
      let rows = ConformanceTable.checks.filter { $0.group == group }.map { check in
        let place = check.place.heading.map { ", \($0)" } ?? ""
        let link = "[\(check.place.page.rawValue)](\(check.place.page.rawValue).md)\(place)"
        return "| `\(check.id)` | \(check.title)\(check.writes ? " *Writes.*" : "") | \(link) |"
      }
      return
        "### \(group)\n\n| check | what must hold | says |\n|---|---|---|\n\(rows.joined(separator: "\n"))\n"
    }.joined(separator: "\n")
  }

  /// `RECORD_CONFORMANCE=1 swift test --filter ConformanceCheckTests` writes it, and fails so that nobody does it unawares.
  @Test("The page Conformance lists every check as the table has it")
  func page() throws {
    let file = "\(Self.pages)/Conformance.md"
    let parts = try Checkout.text(file).components(separatedBy: "\n## The checks\n\n")
    try #require(parts.count == 2)
    let isFresh = parts[1] == Self.section()
    if !isFresh, ProcessInfo.processInfo.environment["RECORD_CONFORMANCE"] != nil {
      try (parts[0] + "\n## The checks\n\n" + Self.section()).write(
        to: Checkout.root.appending(path: file), atomically: true, encoding: .utf8)
    }
    #expect(isFresh, "\(file) is stale")
  }

  @Test("The page says how many checks there are")
  func count() throws {
    let page = try Checkout.text("\(Self.pages)/Conformance.md")
    #expect(page.contains("\(ConformanceTable.checks.count) checks"))
  }
}
