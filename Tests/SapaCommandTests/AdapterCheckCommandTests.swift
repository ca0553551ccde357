import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sapa adapter check", .serialized)
struct AdapterCheckCommandTests {
  private static let example = Checkout.root.appending(
    path: "Sources/AdapterProtocol/AdapterProtocol.docc/example_adapter.py"
  ).path

  /// An adapter that answers everything with an error that would move a cursor.
  private static let hostile = #"""
    import json, sys
    for line in sys.stdin:
        error = {"code": -32603, "message": "\u001b[2J\u202eyou"}
        print(json.dumps({"jsonrpc": "2.0", "id": json.loads(line).get("id"), "error": error}), flush=True)
    """#

  private static func check(
    _ home: Home, _ options: [String], _ command: [String]
  ) throws -> (code: Int32, out: String, error: String) {
    let result = try home.run(
      ["adapter", "check", "--timeout", "120"] + options + ["--"] + command,
      variables: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    return (result.code, result.out, result.error)
  }

  @Test("What is right is a line each, under its group, and the counts stand last")
  func fine() throws {
    let result = try Self.check(
      try Home(), ["--only", "start", "--only", "thread.order"], ["python3", Self.example])
    #expect(result.code == 0 && result.error.isEmpty)
    let lines = result.out.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "start")
    #expect(lines[1].hasPrefix("  ok    start.answers "))
    #expect(lines.contains("thread"))
    #expect(lines.contains { $0.hasPrefix("  ok    thread.order ") })
    #expect(result.out.hasSuffix("\n\n6 checks: 6 ok, 0 failed, 0 not offered, 0 skipped.\n"))
  }

  @Test("What is not offered, and what would write, says why, and how to have it looked at")
  func reasons() throws {
    let result = try Self.check(
      try Home(), ["--only", "search.finds", "--only", "say.text"], ["python3", Self.example])
    #expect(result.code == 0)
    #expect(result.out.contains("  –     search.finds "))
    #expect(result.out.contains("(the manifest does not name search)\n"))
    #expect(result.out.contains("(it writes: run again with --write CONVERSATION)\n"))
    #expect(
      result.out.hasSuffix(
        "Checks that write are skipped unless --write names a conversation for tests.\n2 checks: 0 ok, 0 failed, 1 not offered, 1 skipped.\n"
      ))
  }

  @Test("--write lets a check write")
  func write() throws {
    let result = try Self.check(
      try Home(), ["--only", "say.text", "--write", "c-1"], ["python3", Self.example])
    #expect(result.code == 0)
    #expect(result.out.hasSuffix("1 checks: 1 ok, 0 failed, 0 not offered, 0 skipped.\n"), "\(result.out)")
  }

  @Test("A failure tells what was sent, what came, what was expected and where that stands, harmless")
  func failure() throws {
    let result = try Self.check(try Home(), ["--only", "start.answers"], ["python3", "-c", Self.hostile])
    #expect(result.code == 1 && result.error.isEmpty)
    let block = result.out.components(separatedBy: "\nFAIL ").dropFirst().joined()
    #expect(block.hasPrefix("start.answers: `initialize` is answered with a result, within the time.\n"))
    #expect(block.contains("\n  sent      {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\""))
    #expect(block.contains("\n  came      {\"jsonrpc\": \"2.0\", \"id\": 1, \"error\""))
    #expect(
      block.contains("\n  expected  a result of initialize\n  page      AdapterProtocol.md, Lifecycle\n"))
    #expect(result.out.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  @Test("As JSON there is an object a check, and one with the counts")
  func json() throws {
    let result = try Self.check(
      try Home(), ["--json", "--only", "start.answers", "--only", "search.finds"],
      ["python3", "-c", Self.hostile])
    #expect(result.code == 1)
    let objects = try result.out.split(separator: "\n").map { try JSONDocument(Array($0.utf8)).root }
    try #require(objects.count == 3)
    #expect(objects[0]["check"]?.string == "start.answers" && objects[0]["verdict"]?.string == "failed")
    #expect(
      objects[0]["page"]?.string == "AdapterProtocol.md" && objects[0]["heading"]?.string == "Lifecycle")
    for key in ["title", "sent", "came", "expected"] { #expect(objects[0][key]?.string?.isEmpty == false) }
    #expect(objects[1]["verdict"]?.string == "skipped" && objects[1]["reason"]?.string?.isEmpty == false)
    #expect(objects[1]["sent"] == nil)
    #expect(
      objects[2]["failed"]?.int == 1 && objects[2]["skipped"]?.int == 1 && objects[2]["passed"]?.int == 0)
  }

  @Test("A program that is not there is one sentence")
  func missing() throws {
    let result = try Self.check(try Home(), [], ["./no-such-adapter"])
    #expect(result.code == 1 && result.out.isEmpty)
    #expect(result.error == "sapa: ./no-such-adapter cannot be started: No such file or directory.\n")
  }

  @Test(
    "A wrong command line is told in one sentence, with exit code 2",
    arguments: [
      (["adapter", "check"], "Name the adapter's program behind --: sapa adapter check -- ./my-adapter"),
      (["adapter"], "sapa adapter needs one word more: check or list."),
      (
        ["adapter", "check", "--token-file", "a", "--token-command", "b", "--", "true"],
        "Give --token-file or --token-command, not both."
      ),
    ])
  func usage(arguments: [String], sentence: String) throws {
    let result = try Home().run(arguments)
    #expect(result.code == 2 && result.out.isEmpty)
    #expect(result.error == "sapa: \(sentence)\n")
  }

  @Test("A group that does not exist is told with those that do")
  func unknownGroup() throws {
    let result = try Home().run(["adapter", "check", "--only", "nonsense", "--", "true"])
    #expect(result.code == 2)
    #expect(result.error.contains("“nonsense”") && result.error.contains("start, manifest, framing"))
  }

  @Test("Settings have to be an object, and a token has to be there")
  func badFiles() throws {
    let home = try Home()
    let list = try home.write("[1]", to: "list.json")
    let broken = try home.write("{", to: "broken.json")
    let empty = try home.write("\n", to: "empty.txt")
    for (options, words) in [
      (["--settings", list], "holds no settings"), (["--settings", broken], "is no JSON"),
      (["--settings", list + "x"], "cannot be read: No such file or directory."),
      (["--token-file", empty], "There is no token"), (["--token-file", empty + "x"], "There is no token"),
      (["--token-command", "false"], "There is no token: false, which should print the token, failed"),
    ] {
      let result = try Self.check(home, options, ["true"])
      #expect(result.code == 1 && result.out.isEmpty)
      #expect(result.error.contains(words), "\(result.error)")
    }
  }

  @Test("A token comes from a file or a program, without its line end; settings may have comments")
  func tokens() throws {
    let home = try Home()
    let file = try home.write("t-1\n", to: "token.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    let settings = try home.write("{url: 'x', /* mine */}", to: "settings.json5")
    let program = """
      import json, sys, os
      message = json.loads(sys.stdin.readline())
      params = message["params"]
      token = os.fdopen(params["token"]["number"]).read()
      given = [token[::-1], params.get("settings")]
      print(json.dumps({"jsonrpc": "2.0", "id": message["id"], "error": {"code": -32008, "message": str(given)}}), flush=True)
      """
    for options in [["--token-file", file], ["--token-command", "cat \(file)"]] {
      let result = try Self.check(
        home, options + ["--settings", settings, "--only", "start.answers"], ["python3", "-c", program])
      #expect(result.out.contains("['1-t', {'url': 'x'}]"), "\(result.out)")
    }
  }
}
