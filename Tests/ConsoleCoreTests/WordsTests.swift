import ConsoleCore
import TestSupport
import Testing
import TextLayout

@Suite("Words")
struct WordsTests {
  /// Text from outside, without the TAB that `SafeText` keeps.
  private static let hostile = HostileText.all.filter { $0 != "\t" }

  private static func format(_ template: String, _ arguments: [String]) -> String {
    Words(templates: ["key": template]).format("key", arguments.map { SafeText($0) }).string
  }

  @Test(
    "arguments stand where their numbers stand",
    arguments: [
      ("a {0} b", ["x"], "a x b"), ("{1} {0} {1}", ["x", "y"], "y x y"), ("{0}{0}", ["x"], "xx"),
      ("none", ["x"], "none"), ("", ["x"], ""), ("{0}", [""], ""), ("{0} {1}", ["x"], "x {1}"),
      ("{2}", ["x", "y"], "{2}"), ("{-1} {a} {} { 0 }", ["x"], "{-1} {a} {} { 0 }"), ("{{0}}", ["x"], "{x}"),
      ("{{{0}}}", ["x"], "{{x}}"), ("{0", ["x"], "{0"), ("0}", ["x"], "0}"), ("{", ["x"], "{"),
      ("}{", ["x"], "}{"),
      ("{0}", [], "{0}"), ("{99999999999999999999}", ["x"], "{99999999999999999999}"),
    ] as [(String, [String], String)])
  func placeholders(template: String, arguments: [String], expected: String) {
    #expect(Self.format(template, arguments) == expected)
  }

  @Test("an argument that looks like a placeholder is not filled in again")
  func noSecondPass() {
    #expect(Self.format("{0} and {1}", ["{1}", "{0}"]) == "{1} and {0}")
    #expect(Self.format("{0}1}", ["{"]) == "{1}")
  }

  @Test("arguments are harmless before they go in, and cannot harm the sentence around them")
  func hostileArguments() {
    let text = Self.format("from {0} to {1}.", [Self.hostile, Self.hostile])
    #expect(HostileText.firstHarm(in: text) == nil)
    #expect(text.hasPrefix("from "))
    #expect(text.hasSuffix("."))
  }

  @Test("a template from a translation is made harmless too")
  func hostileTemplate() {
    #expect(HostileText.firstHarm(in: Self.format(Self.hostile, ["x"])) == nil)
    #expect(HostileText.firstHarm(in: Self.format(Self.hostile, [])) == nil)
  }

  @Test("a key that no file has shows itself")
  func missingKey() {
    let words = Words(templates: [:])
    #expect(words("no.such.key", SafeText("x")).string == "no.such.key")
    #expect(!words.has("no.such.key"))
    #expect(HostileText.firstHarm(in: words(Self.hostile).string) == nil)
  }

  @Test("a translation lies over English and may leave keys out")
  func overlay() {
    let english = Words(templates: ["a": "one", "b": "two"])
    let other = english.overlaid(by: Words(templates: ["b": "zwei", "c": "drei"]))
    #expect(other.keys == ["a", "b", "c"])
    #expect(other("a").string == "one")
    #expect(other("b").string == "zwei")
    #expect(english("b").string == "two")
  }

  @Test("a file is one flat object; what is no string is left out")
  func reading() throws {
    let words = try Words(json5: Array("{ // comment\n 'a.b': \"x\", n: 3, o: {p: 'q'}, }".utf8))
    #expect(words.keys == ["a.b"])
  }

  @Test("a broken file is refused with its place", arguments: ["{", "{a: }", "", "{\"a\": \"\u{1}\""])
  func broken(text: String) {
    #expect(throws: (any Error).self) { try Words(json5: Array(text.utf8)) }
  }
}
