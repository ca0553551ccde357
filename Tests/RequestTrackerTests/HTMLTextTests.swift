import Testing

@testable import RequestTracker

@Suite("Text of HTML mails")
struct HTMLTextTests {
  @Test(
    "What a person would read is there, in lines",
    arguments: [
      ("<p>Hello,</p><p>the lid is <b>cracked</b>. 😀</p>", "Hello,\n\nthe lid is cracked. 😀"),
      ("a<br>b<br/>c", "a\nb\nc"),
      ("a<br><br>b", "a\n\nb"),
      ("<div>one</div><div>two</div>", "one\ntwo"),
      ("<div><div><p>deep</p></div></div>", "deep"),
      ("  much \n\t white   space  ", "much white space"),
      ("<b>bold</b> <i>and</i> italic", "bold and italic"),
      ("<ul><li>one</li><li>two <b>x</b></li></ul>after", "- one\n- two x\n\nafter"),
      ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
      ("<ol start=3><li>three</ol>", "3. three"),
      ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
      (
        "<p>see</p><blockquote>old<br>text<blockquote>older</blockquote></blockquote>new",
        "see\n\n> old\n> text\n>\n> > older\n\nnew"
      ),
      (
        "<table><tr><th>VAT</th><th>sum</th></tr><tr><td>19&nbsp;%</td><td>3</td></tr></table>",
        "VAT | sum\n19 % | 3"
      ),
      ("<h1>Title</h1>text", "Title\n\ntext"),
      ("a<hr>b", "a\n---\nb"),
      ("<pre>  keep\n   this\n\nas it is</pre>", "  keep\n   this\n\nas it is"),
      (#"<a href="https://x.test/a?b=1&amp;c=2">here</a>."#, "here (https://x.test/a?b=1&c=2)."),
      (#"<a href="https://x.test">https://x.test</a>"#, "https://x.test"),
      (#"<a href="https://x.test">x.test</a>"#, "x.test"),
      (#"<a href="mailto:a@x.test">a@x.test</a> <a href="mailto:a@x.test">us</a>"#, "a@x.test us (a@x.test)"),
      (#"<a href="javascript:alert(1)">no</a><a href="data:x">!</a>"#, "no!"),
      (#"<img src="https://spy.test/1.png" alt="a chart"><img src="x">"#, "[a chart]"),
      (
        "caf&eacute; &lt;b&gt; &#8364; &#x20AC; &amp;amp; &unknown; &copy x",
        "café <b> € € &amp; &unknown; &copy x"
      ),
    ])
  func readable(html: String, text: String) {
    #expect(HTMLText.text(html) == text)
  }

  @Test(
    "What is not for reading is left out",
    arguments: [
      "<script>steal()</script>x", "<STYLE>p{}</STYLE>x", "<head><title>t</title></head><body>x</body>",
      "<!-- y -->x",
      "<!doctype html>x", "<noscript>y</noscript>x", "<template><p>y</p></template>x", "<![CDATA[y]]>x",
      "<?php y ?>x",
      "<script>if (a < b) '</p>'</script >x", "<select><option>y</select>x", "<svg><text>y</text></svg>x",
    ])
  func unread(html: String) {
    #expect(HTMLText.text(html) == "x")
  }

  @Test(
    "Broken HTML gives what can be read of it",
    arguments: [
      ("a < b and c > d", "a < b and c > d"), ("1<2", "1<2"), ("<p>open", "open"), ("</p></div>x</b>", "x"),
      ("x<", "x<"),
      ("x<b", "x"), (#"<a href="never ended>x"#, ""), ("<li>lone</li>", "- lone"), ("<td>lone</td>", "lone"),
      ("<!-- never ended", ""), ("<script>never ended", ""), ("</li></ul></blockquote></pre>x", "x"),
      ("<>x", "<>x"),
      ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}&#99999999999;"), ("&", "&"), ("&#;", "&#;"), ("", ""),
    ])
  func broken(html: String, text: String) {
    #expect(HTMLText.text(html) == text)
  }

  @Test("Nesting without end costs no more than its bytes")
  func deep() {
    let depth = 20_000
    let html = String(repeating: "<blockquote><ul><li>", count: depth) + "x"
    let text = HTMLText.text(html)
    #expect(text.hasSuffix("x"))
    #expect(text.utf8.count < 200)
    #expect(HTMLText.text(String(repeating: "<a href='https://x'>", count: depth) + "y").hasPrefix("y"))
    #expect(HTMLText.text(String(repeating: "&", count: depth)).utf8.count == depth)
  }
}
