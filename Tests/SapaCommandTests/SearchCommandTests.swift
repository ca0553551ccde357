import Foundation
import TestSupport
import Testing

@Suite("sapa search", .serialized)
struct SearchCommandTests {
  private static let lines = [
    #"{"id":"c-1","subject":"Refund\u001b[2J","contact":{"id":"u","full":"Dewi Lestari"},"tags":["billing"],"entries":[{"id":"e-1","at":"2026-03-01T09:12:00Z","author":{"kind":"customer","id":"u"},"audience":"customer","text":"My \u001b]0;x\u0007 order\nis late"},{"id":"e-2","at":"2026-03-01T09:13:00Z","author":{"kind":"agent","id":"a","name":"Nastya"},"audience":"customer","text":"Which ORDER?"}]}"#,
    #"{"id":"c-2","contact":{"id":"v","full":"Иван"},"entries":[{"id":"e-1","at":"2026-03-02T09:12:00Z","author":{"kind":"customer","id":"v"},"audience":"customer","text":"Заказ"}]}"#,
  ]

  private func home() throws -> Home {
    let home = try Home()
    #expect(try home.run(["import", "-"], input: Self.lines.joined(separator: "\n")).code == 0)
    return home
  }

  @Test("results stand on a line each, the latest first, without a control character")
  func plain() throws {
    let home = try home()
    let result = try home.run(["search", "order"])
    #expect(result.code == 0 && result.error.isEmpty)
    let lines = result.out.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[2].isEmpty)
    #expect(lines[0] == "2026-03-01 09:13  Dewi Lestari  c-1  Nastya: Which ORDER?")
    #expect(lines[1].hasPrefix("2026-03-01 09:12  Dewi Lestari  c-1  Dewi Lestari: My "))
    #expect(lines[1].hasSuffix(" order is late"))
    #expect(result.out.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
    #expect(try home.run(["search", "order", "--limit", "1"]).out == lines[0] + "\n")
    #expect(try home.run(["search", "LATE", "order"]).out == lines[1] + "\n")
    #expect(try home.run(["search", "заказ"]).out == "2026-03-02 09:12  Иван  c-2  Иван: Заказ\n")
    #expect(try home.run(["search", "billing"]).out.hasSuffix("billing\n"))
  }

  @Test("with --json each is an object of its own, text as it came")
  func json() throws {
    let home = try home()
    #expect(
      try home.run(["search", "--json", "order"]).out
        == #"{"conversation":"c-1","entry":"e-2","at":"2026-03-01T09:13:00Z","author":"Nastya","excerpt":"Which ORDER?","matches":[[6,11]]}"#
        + "\n"
        + #"{"conversation":"c-1","entry":"e-1","at":"2026-03-01T09:12:00Z","author":"Dewi Lestari","excerpt":"My \u001b]0;x\u0007 order is late","matches":[[10,15]]}"#
        + "\n")
    #expect(
      try home.run(["search", "billing", "--json"]).out
        == #"{"conversation":"c-1","at":"2026-03-01T09:13:00Z","author":"","excerpt":"Refund\u001b[2J · Dewi Lestari · billing","matches":[[30,37]]}"#
        + "\n")
  }

  @Test("nothing found is exit code 1 without a word, a wrong command line is 2")
  func codes() throws {
    let home = try home()
    let nothing = try home.run(["search", "zebra"])
    #expect(nothing.code == 1 && nothing.out.isEmpty && nothing.error.isEmpty)
    for arguments in [["search"], ["search", "  "], ["search", "x", "--limit", "0"], ["search", "-x"]] {
      let result = try home.run(arguments)
      #expect(result.code == 2 && result.out.isEmpty && result.error.hasPrefix("sapa: "))
    }
    #expect(try home.run(["search", "--", "-x"]).code == 1)
    #expect(try home.run(["search", "--help"]).out.contains("sapa search TEXT"))
    let missing = try home.run(["search", "x", "--desk", home.url.path + "/none"])
    #expect(missing.code == 1 && missing.error.contains("there is no desk"))
  }

  @Test("words are marked for a person at a terminal")
  func marked() throws {
    let home = try home()
    let session = try ConsoleSession(home: home, ["search", "order", "--limit", "1"])
    _ = try session.pty.waitForExit()
    let output = String(decoding: session.pty.output, as: UTF8.self)
    #expect(output.contains("Nastya: Which \u{1B}[1mORDER\u{1B}[22m?"))
  }
}
