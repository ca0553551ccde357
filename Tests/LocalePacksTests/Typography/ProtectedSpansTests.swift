import LocalePacks
import Testing

@Suite("What typography never touches")
struct ProtectedSpansTests {
  /// Every rule at work, so that any scalar of a span would change that may.
  private static var style: TypographyStyle {
    var style = SampleStyles.style("fr")
    style.longestMarkRun = 1
    style.wordsKeptToNext = ["a"]
    return style
  }

  @Test(
    "are addresses, handles, tags and files",
    arguments: [
      "https://a.example/x?q=\"1\"&b='2'", "http://a.example/...", "ftp://a.example/b--c",
      "www.a.example/l'été", "a'b@c.example",
      "@l'ami", "#l'été", "#17", "/etc/l'été...", "C:\\a'b", "~/l'été", "l'été.final.pdf", "et/l'ou",
      "(https://a.example/b_(c'd))", "<https://a.example/a'b>", "**https://a.example/a'b**",
    ])
  func addresses(_ text: String) { expectLeft(text, Self.style) }

  @Test(
    "are code, placeholders and quoted lines",
    arguments: [
      "`l'été - \"a\"...`", "``a`b - \"c\"``", "```\nl'été...\n```", "```\nsans fin - \"a\"",
      "~~~\na - \"b\"\n~~~", "{{ l'été }}",
      "{0}", "${l'x}", "{\"a\": \"b'c\"}", "<b class=\"x\">", "<!-- l'été -->", "%s", "%1$s", "%(name)s",
      "> l'été...",
      "  > \"a\" - \"b\"", "a_l'x", "x=\"a\"", "std::l'x", "a'b|c'd", "$a'b",
    ])
  func code(_ text: String) { expectLeft(text, Self.style) }

  @Test(
    "are times, dates, versions, numbers of accounts and faces",
    arguments: [
      "10:30", "10:30:15", "01.02.2026", "2026-02-01", "1.2.3", "192.168.0.1", "v10.2.1-beta",
      "+7 (912) 345-67-89",
      "4111 1111 1111 1111", "GB29 NWBK 6016 1331 9268 19", "5'10\"", "6'2\"", ":)", ";-)", ":D", ":'(",
      "8:0", "(:", "<3", "</3",
      ":+1:", "=)", ":-/", "^_^",
    ])
  func numbers(_ text: String) { expectLeft(text, Self.style) }

  @Test(
    "end where the prose goes on",
    arguments: [
      ("`a'b` c'd", "`a'b` c’d"), ("> a'b\nc'd", "> a'b\nc’d"), ("```\na'b\n```\nc'd", "```\na'b\n```\nc’d"),
      ("(voir https://a.example/b) l'an", "(voir https://a.example/b) l’an"), ("{a} l'an {b", "{a} l’an {b"),
      ("https://a.example/a, l'an", "https://a.example/a, l’an"), ("a < b l'an > c", "a < b l’an > c"),
      ("\"https://a.example/a'b\" l'an", "«⍽https://a.example/a'b⍽» l’an"), ("a ` b l'an", "a ` b l’an"),
      ("@ami: l'an", "@ami: l’an"), ("10:30, l'an", "10:30, l’an"),
      ("看https://a.example/a'b，l'an", "看https://a.example/a'b，l’an"),
      ("\"C:\\a b - c.txt\" - l'an", "«⍽C:\\a b - c.txt⍽» – l’an"), ("**\"a\"** _l'an_", "**\"a\"** _l’an_"),
    ])
  func ends(_ typed: String, _ set: String) { expectSet(typed, set, Self.style) }

  @Test("are braces in one another, to the outermost that closes")
  func nestedBraces() {
    expectSet("{a'b {c'd} {e'f}} g'h", "{a'b {c'd} {e'f}} g’h", Self.style)
    expectSet("{a'b {c'd} e'f", "{a’b {c'd} e’f", Self.style)
    expectSet("{a'b}} c'd {e'f}", "{a'b}} c’d {e'f}", Self.style)
  }

  @Test(
    "are found in one walk, whatever the marks",
    arguments: [":", "=", ":-", ":o", ":D", "{", "}", "<a", "%(", "`", "\"C:\\a ", "1 ", "a/)("])
  func manyMarks(_ mark: String) {
    let text = String(repeating: mark, count: 65_536 / mark.utf8.count)
    #expect(Typography.edits(in: text, style: TypographyStyle()).isEmpty)
  }

  @Test("are none among thousands of empty lines")
  func emptyLines() {
    let text = "`" + String(repeating: "\n", count: 65_536) + "l'an"
    #expect(Typography.edits(in: text, style: Self.style).map(\.replacement) == ["’"])
  }

  @Test("are thousands of braces in one another")
  func deepBraces() {
    let text = String(repeating: "{", count: 32_768) + String(repeating: "}", count: 32_768)
    #expect(Typography.edits(in: text + " l'an", style: Self.style).map(\.replacement) == ["’"])
  }
}
