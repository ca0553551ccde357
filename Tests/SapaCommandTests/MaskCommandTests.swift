import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sapa mask", .serialized)
struct MaskCommandTests {
  @Test("lines come out with their secrets masked, the others byte for byte, empty ones too")
  func lines() throws {
    let home = try Home()
    let result = try home.run(
      ["mask"],
      input: "Hello\n\n\tбез секретов\u{1B}[1m\nmy password is Hunter22, ok\nkarta 4539 5787 6362 1486")
    #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
    #expect(
      result.out
        == "Hello\n\n\tбез секретов\u{1B}[1m\nmy password is ‹password ••••••›, ok\nkarta ‹card •••• 1486›\n")
    #expect(try home.run(["mask"], input: "").out.isEmpty)
  }

  @Test("a line is read with the three before it")
  func linesBefore() throws {
    let home = try Home()
    #expect(
      try home.run(["mask"], input: "What is your PIN?\n4711\n").out == "What is your PIN?\n‹PIN removed›\n")
    #expect(
      try home.run(["mask"], input: "What is your PIN?\na\nb\nc\n4711\n").out.hasSuffix("\n4711\n"))
  }

  @Test("objects come out with the masked text, and with places in UTF-8 bytes of the text that went in")
  func objects() throws {
    let home = try Home()
    let input =
      #"{"id":"m-1","text":"Пароль: Hunter22"}"# + "\n\n"
      + #"{"text":"4711","context":["Hi","What is your PIN?"],"unknown":[{}]}"# + "\n" + #"{"text":"Fine."}"#
    let result = try home.run(["mask", "--json"], input: input)
    #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
    #expect(
      result.out
        == #"{"id":"m-1","text":"Пароль: ‹password ••••••›","spans":[{"kind":"password","start":14,"end":22}]}"#
        + "\n" + #"{"text":"‹PIN removed›","spans":[{"kind":"pin","start":0,"end":4}]}"# + "\n"
        + #"{"text":"Fine.","spans":[]}"# + "\n")
  }

  @Test(
    "a bad line is told with its number and field, and the others are masked",
    arguments: [
      ("{}", "text: expected a string, found nothing"),
      (#"{"text":1}"#, "text: expected a string, found a number"),
      (#"{"text":"x","context":"y"}"#, "context: expected a list of strings, found a string"),
      (#"{"text":"x","context":[1]}"#, "context[0]: expected a string, found a number"),
      ("nonsense", "not JSON at column 1: expected"),
    ])
  func badLine(line: String, complaint: String) throws {
    let home = try Home()
    let result = try home.run(
      ["mask", "--json"], input: #"{"id":"a","text":"Fine."}"# + "\n" + line + "\n" + #"{"id":"b","text":""}"#
    )
    #expect(result.code == 1)
    #expect(result.error.hasPrefix("sapa: -, line 2: "))
    #expect(result.error.contains(complaint), "\(result.error)")
    #expect(result.out.split(separator: "\n").count == 2)
  }

  @Test("files are masked in order, a missing one is told, and the exit code is 1")
  func files() throws {
    let home = try Home()
    let first = try home.write("pin 4711", to: "a.txt")
    let second = try home.write("fine\n", to: "b.txt")
    #expect(try home.run(["mask", first, second]).out == "pin ‹PIN removed›\nfine\n")
    let missing = try home.run(["mask", first, "/nonexistent", second])
    #expect(missing.code == 1 && missing.out == "pin ‹PIN removed›\nfine\n")
    #expect(missing.error == "sapa: /nonexistent cannot be read: No such file or directory.\n")
  }
}
