import Foundation
import JSONText
import SapaCommand
import ScreenKit
import SystemCalls
import TestSupport
import Testing

@Suite("sapa doctor", .serialized)
struct DoctorCommandTests {
  /// The lines of a run, and its exit code.
  private func look(_ home: Home, _ arguments: [String] = [], _ variables: [String: String] = [:]) throws -> (
    code: Int32, lines: [String]
  ) {
    let result = try home.run(["doctor"] + arguments, variables: variables)
    #expect(result.error.isEmpty, "\(result.error)")
    #expect(result.out.firstHarm == nil, "\(result.out.debugDescription)")
    return (result.code, result.out.split(separator: "\n").map(String.init))
  }

  /// All files of a folder with their bytes and their times.
  private func tree(_ folder: URL) throws -> [String: String] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var result: [String: String] = [:]
    for case let file as URL in try #require(files) {
      let status = try FileSystem.status(file.path)
      let bytes = status.isFile ? try Data(contentsOf: file).base64EncodedString() : ""
      result[file.path] = "\(status.modified) \(status.permissions) \(status.inode) \(bytes)"
    }
    return result
  }

  private func setMode(_ mode: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func makePipe(_ path: String, _ home: Home) throws {
    #expect(try home.run([path], program: URL(filePath: "/usr/bin/mkfifo")).code == 0)
  }

  @Test("before the first start nothing is wrong, and nothing is made")
  func fresh() throws {
    let home = try Home()
    let (code, lines) = try look(home)
    #expect(code == 0, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("note     desk: There is no desk in ") })
    #expect(lines.first == "ok       version: \(Version.line).")
    #expect(!FileManager.default.fileExists(atPath: home.url.path + "/data"))
  }

  @Test("a desk in use is told of, and not a byte, a time or a lock of it is changed")
  func untouched() throws {
    let home = try Home()
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    try session.pty.send("a draft that waits")
    try session.pty.wait(forText: "that waits")
    try session.pty.send("\u{3}")
    _ = try session.pty.waitForExit()
    let before = try tree(home.desk)
    let (code, lines) = try look(home)
    #expect(code == 0, "\(lines)")
    #expect(try tree(home.desk) == before)
    for part in [
      "opens and has 22 conversations", "drafts: 1 draft of ", "The journal has ", "The sample desk has 22",
    ] {
      #expect(lines.contains { $0.contains(part) }, "\(part)")
    }
  }

  @Test("a desk and drafts that another console has are looked at all the same, and the holder is named")
  func locked() throws {
    let home = try Home()
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    let lock = try FileDescriptor(opening: home.desk.path + "/lock", .create)
    #expect(try lock.tryLock())
    let before = try tree(home.desk)
    let (code, lines) = try look(home)
    #expect(code == 0, "\(lines)")
    #expect(
      lines.contains {
        $0.contains("The desk is locked by ") && $0.contains("(process \(ProcessContext.identifier))")
      },
      "\(lines)")
    #expect(lines.contains { $0.contains("drafts: A console of ") })
    #expect(lines.contains { $0.contains("opens and has 22 conversations") })
    #expect(try tree(home.desk) == before)
  }

  @Test("what would make a reader wait for ever is told instead of read")
  func pipes() throws {
    for name in ["desk.json", "journal/000001.jsonl", "index/conversations.index"] {
      let home = try Home()
      try home.makeSampleDesk()
      let path = home.desk.path + "/" + name
      try? FileManager.default.removeItem(atPath: path)
      try makePipe(path, home)
      let (code, lines) = try look(home)
      #expect(code == 1)
      #expect(
        lines.contains { $0.hasPrefix("problem  desk: ") && $0.contains("is no ordinary file. To do: ") },
        "\(lines)")
    }
    let home = try Home()
    try makePipe(home.url.path + "/config/sapa/config.json5", home)
    #expect(try look(home).lines.contains { $0.hasPrefix("problem  config: ") })
  }

  @Test("damage of the desk is told, each with what to do")
  func damage() throws {
    func damaged(_ text: String, _ damage: (Home) throws -> Void) throws {
      let home = try Home()
      try home.makeSampleDesk()
      try damage(home)
      let (code, lines) = try look(home)
      let line = lines.first { $0.contains(text) }
      #expect(line != nil, "\(text) in \(lines)")
      #expect(code == (lines.contains { $0.hasPrefix("problem ") } ? 1 : 0))
      if line?.hasPrefix("problem ") == true { #expect(line?.contains(" To do: ") == true) }
    }
    func append(_ text: String, _ home: Home) throws {
      let file = try FileDescriptor(opening: home.desk.path + "/journal/000001.jsonl", .append)
      try file.write(Array(text.utf8))
    }
    try damaged("problem  desk: The desk in ") {
      try #"{"format":9}"#.write(to: $0.desk.appending(path: "desk.json"), atomically: true, encoding: .utf8)
    }
    try damaged("cannot be understood: ") {
      try "{".write(to: $0.desk.appending(path: "desk.json"), atomically: true, encoding: .utf8)
    }
    try damaged("The last line of the journal has no end (5 bytes)") { try append("{\"a\":", $0) }
    try damaged("problem  desk: 1 line of the journal cannot be used.") { try append("nonsense\n", $0) }
    try damaged("1 half line of a crash lies aside") {
      _ = try $0.write("", to: "data/sapa/desk/journal/torn-000001-1.txt")
    }
    try damaged("The index does not fit the journal") { home in
      try "x".write(
        to: home.desk.appending(path: "index/conversations.index"), atomically: true, encoding: .utf8)
    }
    try damaged("There is no index") { home in
      try? FileManager.default.removeItem(at: home.desk.appending(path: "index/conversations.index"))
    }
    try damaged("problem  drafts: 1 draft cannot be understood") { home in
      let folder = "data/sapa/desk/drafts/" + ProcessContext.userName
      try FileManager.default.createDirectory(
        at: home.url.appending(path: folder), withIntermediateDirectories: true)
      _ = try home.write("x", to: folder + "/c-1.json.broken")
    }
    try damaged("Everybody on this machine may look into the desk") { try setMode(0o755, $0.desk.path) }
    try damaged("is not a desk: it holds strange") { home in
      try FileManager.default.removeItem(at: home.desk)
      try FileManager.default.createDirectory(at: home.desk, withIntermediateDirectories: true)
      _ = try home.write("", to: "data/sapa/desk/strange")
    }
  }

  @Test("config, language and content that are wrong are told, and exit code 1 says so")
  func config() throws {
    let home = try Home(config: "{ x: 1, language: 'xx', keys: { resolve: ['Ctrl-S'] }, deskName: 'a' }")
    let (code, lines) = try look(home, [], ["SAPA_CONTENT": "/nonexistent"])
    #expect(code == 1)
    for part in [
      "problem  config: The config ", "which screen, tmux or flow control take",
      "problem  content: There are no words in the language xx",
      "problem  content: SAPA_CONTENT is /nonexistent",
    ] {
      #expect(lines.contains { $0.contains(part) }, "\(part) in \(lines)")
    }
    try setMode(0o666, home.url.path + "/config/sapa/config.json5")
    #expect(try look(home).lines.contains { $0.contains("Others on this machine may change the config") })
  }

  @Test("with --json each line is an object with area, level, message and, for a problem, advice")
  func json() throws {
    let home = try Home(config: "{ x: 1 }")
    let result = try home.run(["doctor", "--json"])
    #expect(result.code == 1)
    var levels: Set<String> = []
    var areas: Set<String> = []
    for line in result.out.split(separator: "\n") {
      let root = try JSONDocument(Array(line.utf8)).root
      let level = try #require(root["level"]?.string)
      levels.insert(level)
      areas.insert(try #require(root["area"]?.string))
      #expect(root["message"]?.string?.isEmpty == false)
      if level == "problem" { #expect(root["advice"]?.string?.isEmpty == false) }
    }
    #expect(levels == ["ok", "note", "problem"])
    #expect(areas == Set(DoctorFinding.Area.allCases.map(\.rawValue)))
  }

  private static let evil =
    "\u{1B}[31;1;77m\u{9B}2J\u{7F}\u{202E}gpj\u{2066}\u{200B}\u{AD}\u{E0041}\u{E000}\rx\u{8}\u{7}"

  @Test(
    "hostile words of the environment, the config and file names are told without harm",
    arguments: [
      ["TERM": evil], ["COLORTERM": evil, "TERM": "xterm"], ["NO_COLOR": evil], ["LC_ALL": evil],
      ["LANG": evil, "LC_ALL": ""],
      ["TMUX": evil, "TERM": evil], ["STY": evil, "TERM": evil], ["SAPA_CONTENT": "/" + evil],
      ["XDG_DATA_HOME": "/tmp/" + evil], ["XDG_CONFIG_HOME": "/tmp/" + evil], ["HOME": "/" + evil],
      ["USER": evil],
    ])
  func hostile(variables: [String: String]) throws {
    let home = try Home()
    for flags in [[], ["--json"]] {
      let (code, lines) = try look(home, flags, variables)
      #expect((code == 0 || code == 1) && lines.count > 5)
    }
  }

  @Test("hostile file names in desk and config are told without harm")
  func hostileFiles() throws {
    let home = try Home(
      config:
        "{ '\(Self.evil)': 1, keys: { '\(Self.evil)': ['x'] }, agent: { id: 'a', name: '\(Self.evil)' } }")
    let desk = home.url.path + "/" + Self.evil
    try FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: desk + "/" + Self.evil, contents: nil)
    let (code, lines) = try look(home, ["--desk", desk])
    #expect(code == 1 && lines.contains { $0.contains("is not a desk") })
  }

  @Test("a tmux that never answers costs a second and nothing else")
  func tmux() throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      at: home.url.appending(path: "bin"), withIntermediateDirectories: true)
    let fake = try home.write("#!/bin/sh\nexec sleep 1000\n", to: "bin/tmux")
    try setMode(0o755, fake)
    let (code, lines) = try look(
      home, [], ["TMUX": "/x,1,0", "TERM": "screen", "PATH": home.url.path + "/bin:/usr/bin:/bin"])
    #expect(code == 0)
    #expect(lines.contains { $0.contains("tmux did not say") })
    _ = try home.write("#!/bin/sh\necho on\n", to: "bin/tmux")
    try setMode(0o755, fake)
    let answered = try look(
      home, [], ["TMUX": "/x,1,0", "TERM": "screen", "PATH": home.url.path + "/bin:/usr/bin:/bin"]
    ).lines
    #expect(answered.contains { $0.contains("set-clipboard is on") }, "\(answered)")
  }

  @Test("on a terminal, its size is told and TERM matters")
  func onTerminal() throws {
    let home = try Home()
    let session = try ConsoleSession(home: home, ["doctor"], size: Size(columns: 160, rows: 50))
    #expect(try session.pty.waitForExit() == .code(0))
    #expect(session.pty.screen.shows("160 columns and 50 rows: the queue stands beside the three panes"))
    let dumb = try ConsoleSession(
      home: home, ["doctor"], size: Size(columns: 160, rows: 50), environment: ["TERM": "nonsense"])
    #expect(try dumb.pty.waitForExit() == .code(1))
    #expect(dumb.pty.screen.shows("is not known on this system"))
  }
}
