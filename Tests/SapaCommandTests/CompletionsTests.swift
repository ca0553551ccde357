import Foundation
import SapaCommand
import ScreenKit
import TestSupport
import Testing

@Suite("Completions", .serialized)
struct CompletionsTests {
  static func has(_ shell: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
  }

  /// Lines of `sapa …|` and what is offered there, in any order; `DIR` is a folder with `a.jsonl`, `a b.jsonl` and `desk`.
  static let offers: [(line: [String], offered: Set<String>)] = [
    (["ex"], ["export"]), (["c"], ["check", "completions"]), (["doctor", "--j"], ["--json"]),
    (["export", "--"], ["--desk", "--help", "--version"]), (["completions", ""], ["bash", "zsh", "fish"]),
    (["help", "do"], ["doctor"]), (["check", "--language", ""], ["en"]),
    (["import", "DIR/a"], ["DIR/a.jsonl", "DIR/a b.jsonl"]), (["--desk", "DIR/"], ["DIR/desk"]),
    (["import", "--desk", "DIR/d"], ["DIR/desk"]), (["--script", "DIR/a.j"], ["DIR/a.jsonl"]),
    (["a"], ["adapter", "address"]), (["locales", ""], ["check", "list", "show"]),
    (["locales", "show", "id"], ["id"]), (["adapter", ""], ["check", "list"]), (["adapter", "c"], ["check"]),
    (["adapter", "list", "--j"], ["--json"]), (["adapter", "check", "--wr"], ["--write"]),
    (["adapter", "check", "--only", "th"], ["thread"]), (["check", "--w"], []),
    (["adapter", "check", "--settings", "DIR/a.j"], ["DIR/a.jsonl"]),
    (["export", ""], []), (["import", "--json", "DIR/a."], ["DIR/a.jsonl"]), (["x", ""], []),
  ]

  /// A home with the script of a shell and some files.
  private func home(_ shell: String) throws -> (home: Home, script: String, variables: [String: String]) {
    let home = try Home()
    let printed = try home.run(["completions", shell])
    #expect(printed.code == 0 && printed.error.isEmpty)
    try FileManager.default.createDirectory(
      at: home.url.appending(path: "files/desk"), withIntermediateDirectories: true)
    for name in ["a.jsonl", "a b.jsonl"] { _ = try home.write("", to: "files/" + name) }
    return (
      home, try home.write(printed.out, to: "sapa.\(shell)"),
      ["PATH": "\(Checkout.products.path):/usr/bin:/bin", "DIR": home.url.path + "/files"]
    )
  }

  @Test("bash offers commands, options, files, folders and languages", arguments: offers)
  func bash(line: [String], offered: Set<String>) throws {
    let (home, script, variables) = try home("bash")
    let body = """
      source "$1"; shift; COMP_WORDS=(sapa "${@//DIR/$DIR}"); COMP_CWORD=$#; _sapa; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try home.run(
      ["--norc", "-c", body, "bash", script] + line, variables: variables, program: URL(filePath: "/bin/bash")
    )
    #expect(result.error.isEmpty)
    let found = result.out.split(separator: "\n").map {
      String($0).replacing(home.url.path + "/files", with: "DIR")
    }
    #expect(Set(found) == offered && found.count == offered.count, "\(found)")
  }

  @Test("in a bash that somebody types in, Tab after ex gives export, and a file's blank is quoted")
  func bashInteractive() throws {
    let (home, script, variables) = try home("bash")
    try typed(home, "/bin/bash", ["--norc", "--noprofile", "-i"], variables, source: "source \(script)")
  }

  @Test(
    "in a zsh that somebody types in, Tab after ex gives export",
    .enabled(if: has("zsh"), "skipped: zsh is not installed"))
  func zsh() throws {
    let (home, script, variables) = try home("zsh")
    let start = "autoload -Uz compinit; compinit -D -u; source \(script)"
    try typed(home, "/usr/bin/zsh", ["-f", "-i"], variables, source: start)
  }

  @Test(
    "zsh finds the function as a file of its search path, too",
    .enabled(if: has("zsh"), "skipped: zsh is not installed"))
  func zshSearchPath() throws {
    let (home, script, variables) = try home("zsh")
    try FileManager.default.moveItem(atPath: script, toPath: home.url.path + "/files/_sapa")
    let start = "fpath=($DIR $fpath); autoload -Uz compinit; compinit -D -u"
    try typed(home, "/usr/bin/zsh", ["-f", "-i"], variables, source: start)
  }

  private func typed(
    _ home: Home, _ shell: String, _ arguments: [String], _ variables: [String: String], source: String
  ) throws {
    let session = try PtySession(
      shell, arguments,
      environment: home.environment.merging(variables) { $1 }.merging(["PS1": "READY> "]) { $1 },
      size: Size(columns: 200, rows: 40), keeping: home)
    try session.wait(forText: "READY>")
    try session.send("clear; \(source)\r")
    try session.wait { !$0.shows("clear") && $0.shows("READY>") }
    try session.send("sapa ex\t")
    try session.wait(forText: "sapa export")
    try session.send("\u{15}sapa doctor --js\t")
    try session.wait(forText: "sapa doctor --json")
    try session.send("\u{15}sapa import $DIR/a\\ \t")
    try session.wait { $0.shows("a\\ b.jsonl") }
    try session.send("\u{15}sapa check --language \t")
    try session.wait(forText: "--language en")
    session.signal(9)
    _ = try session.waitForExit()
  }

  @Test(
    "fish offers commands, options, files, folders and languages",
    .enabled(if: has("fish"), "skipped: fish is not installed"), arguments: offers)
  func fish(line: [String], offered: Set<String>) throws {
    // fish takes no options without a dash, and shows a folder with its slash.
    let (home, script, variables) = try home("fish")
    let typed = "sapa " + line.joined(separator: " ").replacing("DIR", with: home.url.path + "/files")
    let result = try home.run(
      ["--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, typed], variables: variables,
      program: URL(filePath: "/usr/bin/fish"))
    #expect(result.error.isEmpty, "\(result.error)")
    let found = result.out.split(separator: "\n").map { line in
      String(line.split(separator: "\t")[0]).replacing(home.url.path + "/files", with: "DIR").replacing(
        "\\ ", with: " ")
    }
    let expected = Set(offered.map { $0 == "DIR/desk" ? "DIR/desk/" : $0 })
    #expect(Set(found) == expected, "\(found)")
  }

  @Test("the scripts name every subcommand and option", arguments: ["bash", "zsh", "fish"])
  func complete(shell: String) throws {
    let script = try Home().run(["completions", shell]).out
    for row in CommandLineTable.rows {
      for word in row.verb.words { #expect(script.contains(word)) }
      for option in row.options {
        #expect(script.contains(shell == "fish" ? "-l \(option.name.dropFirst(2)) " : option.name))
      }
    }
  }
}
