import Foundation
import TestSupport
import Testing

@Suite("Shipped content", .serialized)
struct ShippedContentTests {
  /// The program at another place, as an installation has it.
  private func installed(_ home: Home, at path: String) throws -> String {
    let target = home.url.appending(path: path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    let source = Checkout.products.appending(path: "sapa").resolvingSymlinksInPath()
    do { try FileManager.default.linkItem(at: source, to: target) } catch {
      try FileManager.default.copyItem(at: source, to: target)
    }
    return target.path
  }

  private func run(_ program: String, _ arguments: [String], home: Home) throws -> (
    PtySession.ExitStatus, String
  ) {
    let session = try PtySession(program, arguments, environment: home.environment, keeping: home)
    return (try session.waitForExit(), session.screen.text)
  }

  @Test("Locales and Templates are found in ../share/sapa from the program")
  func share() throws {
    let home = try Home()
    let program = try installed(home, at: "usr/bin/sapa")
    let share = home.url.appending(path: "usr/share/sapa")
    try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
    for name in ["Locales", "Templates"] {
      try FileManager.default.copyItem(
        at: Checkout.root.appending(path: name), to: share.appending(path: name))
    }
    let script = try home.write("frame\n", to: "script")
    let (status, text) = try run(program, ["--script", script, "--size", "60x12"], home: home)
    #expect(status == .code(0) && text.contains("sample desk"), "\(text)")
  }

  @Test(
    "a program that was copied alone says what it misses",
    .enabled(if: !FileManager.default.fileExists(atPath: "/usr/share/sapa")))
  func alone() throws {
    let home = try Home()
    let program = try installed(home, at: "alone/bin/sapa")
    let script = try home.write("frame\n", to: "script")
    let (status, text) = try run(program, ["--script", script], home: home)
    #expect(status == .code(1))
    #expect(text.contains("Locales and Templates are missing"))
    // What needs no words works.
    #expect(try run(program, ["--version"], home: home).0 == .code(0))
  }

  /// An installation under `usr` of the home, as a package makes it.
  private func installation(_ home: Home) throws -> String {
    let program = try installed(home, at: "usr/bin/sapa")
    let share = home.url.appending(path: "usr/share/sapa")
    try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
    for name in ["Locales", "Templates"] {
      try FileManager.default.copyItem(
        at: Checkout.root.appending(path: name), to: share.appending(path: name))
    }
    return program
  }

  @Test("through symbolic links, and from another folder, the content of the program itself is found")
  func links() throws {
    let home = try Home()
    let program = try installation(home)
    let bin = home.url.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bin.path + "/second", withDestinationPath: "../usr/bin/sapa")
    try FileManager.default.createSymbolicLink(atPath: bin.path + "/sapa", withDestinationPath: "second")
    let script = try home.write("frame\n", to: "script")
    for (name, folder) in [(bin.path + "/sapa", "/"), ("../bin/sapa", bin.path), (program, "/tmp")] {
      let session = try PtySession(
        name, ["--script", script, "--size", "60x12"], environment: home.environment, directory: folder,
        keeping: home)
      #expect(try session.waitForExit() == .code(0), "\(name)")
      #expect(session.screen.text.contains("sample desk"), "\(name)")
    }
  }

  @Test(
    "SAPA_CONTENT names the folder of a program that stands apart; a wrong one does not hide the right one")
  func variable() throws {
    let home = try Home()
    _ = try installation(home)
    let alone = URL(filePath: try installed(home, at: "alone/bin/sapa"))
    let script = try home.write("frame\n", to: "script")
    let share = home.url.path + "/usr/share/sapa"
    let arguments = ["--script", script, "--size", "60x12"]
    let found = try home.run(arguments, variables: ["SAPA_CONTENT": share], program: alone)
    #expect(found.code == 0 && found.out.contains("sample desk"), "\(found.error)")
    #expect(try home.run(arguments, variables: ["SAPA_CONTENT": "/nonexistent"]).code == 0)
    let languages = try home.run(
      ["completions", "languages"], variables: ["SAPA_CONTENT": share], program: alone)
    #expect(languages.out == "en\n")
  }

  @Test("a language whose name a shell would take for more than a word is not offered")
  func hostileLanguage() throws {
    let home = try Home()
    let program = URL(filePath: try installation(home))
    for name in ["xx", "$(id)", "a b", "pt-BR", ".x"] {
      let folder = home.url.appending(path: "usr/share/sapa/Locales/\(name)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try "{}".write(to: folder.appending(path: "console.json5"), atomically: true, encoding: .utf8)
    }
    #expect(try home.run(["completions", "languages"], program: program).out == "en\npt-BR\nxx\n")
  }

  @Test("broken words are told with line and column")
  func broken() throws {
    let home = try Home()
    let program = try installed(home, at: "usr/bin/sapa")
    let locale = home.url.appending(path: "usr/share/sapa/Locales/en")
    try FileManager.default.createDirectory(at: locale, withIntermediateDirectories: true)
    _ = try home.write("{\n  \"a\": ,\n}", to: "usr/share/sapa/Locales/en/console.json5")
    let (status, text) = try run(program, ["--script", "/dev/null"], home: home)
    #expect(status == .code(1))
    #expect(text.replacing("\n", with: "").contains("line 2, column 8"), "\(text)")
  }

  @Test("another language lies over English, and one that is not there is English")
  func language() throws {
    let home = try Home(config: "{ language: 'xx' }")
    let program = try installed(home, at: "usr/bin/sapa")
    let share = home.url.appending(path: "usr/share/sapa")
    try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
    for name in ["Locales", "Templates"] {
      try FileManager.default.copyItem(
        at: Checkout.root.appending(path: name), to: share.appending(path: name))
    }
    let script = try home.write("frame\n", to: "script")
    let size = ["--script", script, "--size", "70x12"]
    #expect(try run(program, size, home: home).1.contains("commands"))
    try FileManager.default.createDirectory(
      at: share.appending(path: "Locales/xx"), withIntermediateDirectories: true)
    _ = try home.write("{ 'header.commands': 'Befehle' }", to: "usr/share/sapa/Locales/xx/console.json5")
    let text = try run(program, size, home: home).1
    #expect(text.contains("Befehle") && text.contains("queue"))
  }
}
