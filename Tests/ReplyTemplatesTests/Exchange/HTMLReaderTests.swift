import SeededRandom
import Testing

@testable import ReplyTemplates

@Suite struct HTMLReaderTests {
  @Test(arguments: [
    ("plain & <simple>", "plain &"),
    ("a &amp; b &lt;c&gt; &#233;&#xe9; &hellip; &unknown; &", "a & b <c> éé … &unknown; &"),
    ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"), ("a<br /><br />b", "a\n\nb"),
    ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
    ("<div>a<div>b</div></div>c", "a\nb\nc"), ("  a \n  b  ", "a b"), ("a&nbsp;b", "a\u{A0}b"),
    ("<p></p>a", "a"),
    ("<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li></ul>e", "- a\n- b\n  1. c\n  2. d\n\ne"),
    ("<a href=\"https://x.example/?a=1&amp;b=2\">here</a>!", "here (https://x.example/?a=1&b=2)!"),
    ("see <a href='https://x.example'>https://x.example</a>", "see https://x.example"),
    (
      "<a href=mailto:a@x.example>a@x.example</a> <a href='https://y.example'><img src=x></a>",
      "a@x.example https://y.example"
    ),
    ("<pre>a\n  b</pre>c", "a\n  b\n\nc"), ("a<script>x<y</script>b<style>p{}</style>", "ab"),
    ("a<!-- x > y -->b", "ab"),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"), ("<p title='a>b'>x</p>", "x"), ("a <b", "a <b"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    ("a<hr>b", "a\n---\nb"), ("<b>x</b> y", "x y"), ("<", "<"), ("</p>", ""),
    ("{{a|fallback:&quot;b&quot;}}", "{{a|fallback:\"b\"}}"),
    ("<attribute key=\"user.name\" default=\"a &quot;b&quot;\"/>", "{{user.name|fallback:\"a \"b\"\"}}"),
  ])
  func tagsBecomeLinesAndLinksStay(html: String, text: String) {
    #expect(HTMLReader.text(html).text == text)
  }

  @Test func whatIsLostIsToldOnceForEachKind() {
    let html =
      "<b>a</b><b>b</b><h2>c</h2><img src='x.png' alt='a cat'><span style='color:red'>d</span><table></table><!--x-->"
    #expect(
      HTMLReader.text(html).remarks.map(\.construct) == [
        "<b>", "<h2>", "the image a cat", "style of the text", "<table>", "an HTML comment",
      ])
    #expect(HTMLReader.text("<p>a</p><a href='b'>c</a><ul><li>d</li></ul>").remarks.isEmpty)
  }

  @Test(arguments: [HTMLWriter.Style.paragraphs, .breaks], 0..<80)
  func textsComeBackFromTheirHTML(style: HTMLWriter.Style, seed: UInt64) {
    var random = SeededGenerator(seed)
    let words = ["a", "b & c", "<tag>", "\n", "\n\n", "\n\n\n", " x", "é\u{A0}é", "&amp;", "\""]
    let text = (0..<8).map { _ in words.randomElement(using: &random) ?? "" }.joined()
    // HTML keeps no blanks at the ends of lines, and no blank lines around a text.
    let clean = text.splitBySeparator("\n").map { $0.trimmed }.joined(separator: "\n").trimmed
    #expect(HTMLReader.text(HTMLWriter.html(clean, style: style)).text == clean)
  }

  @Test func brokenMarkupIsReadInLinearTime() {
    for part in ["<a ", "<div>", "<li>", "<a href=x>", "&", "<!--", "</", "<ul>", "\"", "<p title=\""] {
      #expect(HTMLReader.text(String(repeating: part, count: 30_000)).text.utf8.count < 40_000_000)
    }
  }
}
