import Foundation
import TestSupport
import Testing

@Suite("sapa --script", .serialized)
struct ScriptCommandTests {
  @Test("the same script prints the same screens, on any day and in any place")
  func repeatable() throws {
    let script = """
      # a look at the sample desk
      frame start
      key Enter
      type Hello
      paste \\nsecond line
      frame typed
      key Enter
      wait 3s
      frame held
      styles
      size 80x24
      key Esc
      frame small
      wait 10s
      frame sent
      """
    let first = try Home().run(["--script", "-"], input: script)
    let second = try Home().run(["--script", "-"], input: script)
    #expect(first.code == 0 && first.error.isEmpty)
    #expect(first.out == second.out)
    let heads = first.out.split(separator: "\n").filter { $0.hasPrefix("--- ") }
    #expect(
      heads == [
        "--- start 120x40", "--- typed 120x40", "--- held 120x40", "--- small 80x24", "--- sent 80x24",
      ])
    #expect(first.out.contains("until 09:24:08"))
    #expect(first.out.contains("Sent to the customer."))
  }

  @Test("the clock stands at --now, and the screen has --size")
  func moment() throws {
    let script = "command viewAll\nkey Down Up\nframe\n"
    let result = try Home().run(
      ["--script", "-", "--size", "100x30", "--now", "2027-01-01T08:00:00Z"], input: script)
    #expect(result.code == 0)
    #expect(result.out.hasPrefix("--- frame 100x30\n"))
    #expect(result.out.split(separator: "\n", omittingEmptySubsequences: false).count == 32)
    // The sample desk moves with the clock: it looks as it always does.
    let usual = try Home().run(["--script", "-", "--size", "100x30"], input: script)
    #expect(usual.out.split(separator: "\n").first == result.out.split(separator: "\n").first)
  }

  @Test("a script comes from a file too, and an empty one does nothing")
  func file() throws {
    let home = try Home()
    let path = try home.write("\n  \n# nothing\nframe x\n", to: "script")
    let result = try home.run(["--script", path])
    #expect(result.code == 0 && result.out.hasPrefix("--- x 120x40\n"))
    let empty = try home.run(["--script", "-"], input: "")
    #expect(empty.code == 0 && empty.out.isEmpty && empty.error.isEmpty)
  }

  private static let keys = "names of keys, such as Ctrl-K or Enter"
  static let errors: [(String, String)] = [
    (
      "dance",
      "Line 1 of the script begins with “dance”; known are type, key, paste, size, wait, command, frame and styles."
    ),
    (
      "\n\nFrame x",
      "Line 3 of the script begins with “Frame”; known are type, key, paste, size, wait, command, frame and styles."
    ),
    ("# c\nkey Hyper-X", "Line 2 of the script has “Hyper-X” where it needs \(keys)."),
    ("key Enter Foo Tab", "Line 1 of the script has “Enter Foo Tab” where it needs \(keys)."),
    ("paste \\q", "Line 1 of the script has “\\q” where it needs text with \\n, \\t, \\\\ or \\xHH."),
    ("paste \\x1", "Line 1 of the script has “\\x1” where it needs text with \\n, \\t, \\\\ or \\xHH."),
    ("size 80", "Line 1 of the script has “80” where it needs COLUMNSxROWS, such as 120x40."),
    ("size 0x0", "Line 1 of the script has “0x0” where it needs COLUMNSxROWS, such as 120x40."),
    ("wait soon", "Line 1 of the script has “soon” where it needs a time, such as 300ms, 8s or 5m."),
    ("wait 5", "Line 1 of the script has “5” where it needs a time, such as 300ms, 8s or 5m."),
    ("wait -1s", "Line 1 of the script has “-1s” where it needs a time, such as 300ms, 8s or 5m."),
    (
      "frame\ncommand fly", "Line 2 of the script has “fly” where it needs a command's name, such as resolve."
    ),
    ("command", "Line 1 of the script has “” where it needs a command's name, such as resolve."),
  ]

  @Test("a wrong step is told with its line before anything is played", arguments: errors)
  func error(script: String, sentence: String) throws {
    let home = try Home()
    let result = try home.run(["--script", "-"], input: script)
    #expect(result.code == 2)
    #expect(result.out.isEmpty)
    #expect(result.error == "sapa: \(sentence)\n")
    #expect(!FileManager.default.fileExists(atPath: home.desk.path))
  }

  @Test("a script that does not exist is told")
  func missing() throws {
    let result = try Home().run(["--script", "/nonexistent"])
    #expect(result.code == 2 && result.out.isEmpty)
    #expect(
      result.error == "sapa: The script cannot be read: open /nonexistent: No such file or directory.\n")
  }

  @Test("every command of the table can be played, and nothing after the end is")
  func quit() throws {
    let result = try Home().run(["--script", "-"], input: "command quit\nframe\ntype x\n")
    #expect(result.code == 0 && result.out.isEmpty)
  }
}
