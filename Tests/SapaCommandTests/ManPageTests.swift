import ConsoleCore
import Foundation
import SapaCommand
import TestSupport
import Testing
import TextLayout

@Suite("Manual page")
struct ManPageTests {
  private static func page() throws -> String {
    ManPage(words: try Fixtures.words(), date: "2026-03-02").text
  }

  /// Text without roff's escapes.
  private static func plain(_ page: String) -> String {
    page.replacing("\\fB", with: "").replacing("\\fI", with: "").replacing("\\fR", with: "")
      .replacing("\\-", with: "-").replacing("\\(aq", with: "'").replacing("\\(ha", with: "^")
      .replacing("\\[u2026]", with: "…").replacing("\\(ti", with: "~").replacing("\\e", with: "\\").replacing(
        "\n", with: " ")
  }

  @Test("it tells every subcommand, option, command, key, config key, variable and file")
  func complete() throws {
    let text = Self.plain(try Self.page())
    for row in CommandLineTable.rows {
      #expect(text.contains(row.shortUsage), "\(row.verb)")
      for option in row.options { #expect(text.contains(option.usage)) }
      for example in row.examples { #expect(text.contains(example.line), "\(example.line)") }
    }
    let words = try Fixtures.words()
    for row in CommandTable.rows {
      let help = words("command.\(row.command.rawValue).help").string
      #expect(text.contains("\(row.keys.joined(separator: ", "))"), "\(row.command)")
      #expect(text.contains("\(help) (\(row.command.rawValue))."), "\(row.command)")
    }
    for key in ConfigKey.all { #expect(text.contains("\(key.name): \(key.example)")) }
    for row in Surroundings.variables + Surroundings.files + Surroundings.exitCodes {
      #expect(text.contains(row.name), "\(row.name)")
    }
    #expect(text.contains(".TH SAPA 1 2026-03-02 \"sapa \(Version.number)\""))
  }

  @Test("it is ASCII, without trailing blanks and without empty lines")
  func form() throws {
    let page = try Self.page()
    #expect(page.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    #expect(page.hasSuffix("\n") && !page.contains("\n\n") && !page.contains(" \n"))
  }

  @Test("every variable that the program reads is in the manual page, but for the tests' own")
  func variables() throws {
    var read: Set<String> = []
    let files = FileManager.default.enumerator(
      at: Checkout.root.appending(path: "Sources"), includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      read.formUnion(text.matches(of: /environment\("([A-Z_]+)"\)/).map { String($0.1) })
      read.formUnion(text.matches(of: /folder\("([A-Z_]+)"/).map { String($0.1) })
    }
    #expect(read.contains("TERM"))
    let told = Set(Surroundings.variables.flatMap { $0.name.split(separator: ", ").map(String.init) })
    #expect(read.subtracting(told).subtracting(["SAPA_DIE_AT", "HOME"]) == [])
  }

  @Test(
    "text is never taken for a request or an escape",
    arguments: [
      (".TH", "\\&.TH"), ("'quoted'", "\\(aqquoted\\(aq"), ("a\\fBb", "a\\efBb"), ("--desk", "\\-\\-desk"),
      ("…", "\\[u2026]"), ("a\n.b", "a\n\\&.b"), ("~^`", "\\(ti\\(ha\\(ga"), ("\u{1B}[2J\u{9B}", "?[2J?"),
      ("", ""),
    ])
  func escaping(text: String, roff: String) { #expect(Roff.text(text) == roff) }

  @Test("filled text has lines of at most 80 bytes, and a period never begins one")
  func filling() {
    let text = Roff.filled(String(repeating: "word .dot ", count: 40))
    let lines = text.split(separator: "\n")
    #expect(lines.count > 4 && lines.allSatisfy { $0.utf8.count <= 82 && !$0.hasPrefix(".") })
    #expect(Roff.filled("a  b\nc") == "a b c\n")
  }

  static let hasMan = FileManager.default.isExecutableFile(atPath: "/usr/bin/man")
  static let hasMandoc = FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")

  private func run(_ program: String, _ arguments: [String]) throws -> (
    code: Int32, out: String, error: String
  ) {
    let home = try Home()
    let file = try home.write(try Self.page(), to: "sapa.1")
    return try home.run(
      arguments + [file], variables: ["MANPAGER": "cat", "MANWIDTH": "78"], program: URL(filePath: program))
  }

  @Test("man shows it without a warning", .enabled(if: hasMan, "skipped: man is not installed"))
  func man() throws {
    let result = try run("/usr/bin/man", ["--warnings", "-E", "UTF-8", "-l"])
    #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
    #expect(result.out.contains("sapa import FILE…") && result.out.contains("take a held reply back"))
  }

  @Test("mandoc finds no fault with it", .enabled(if: hasMandoc, "skipped: mandoc is not installed"))
  func mandoc() throws {
    let result = try run("/usr/bin/mandoc", ["-Tlint"])
    #expect(result.code == 0 && (result.out + result.error).isEmpty, "\(result.out)\(result.error)")
  }

  @Test("sapa help --man prints it, dated by SOURCE_DATE_EPOCH")
  func command() throws {
    let home = try Home(config: "{ broken")
    let result = try home.run(["help", "--man"], variables: ["SOURCE_DATE_EPOCH": "1772443440"])
    #expect(result.code == 0 && result.error.isEmpty)
    #expect(try result.out == Self.page())
  }
}
