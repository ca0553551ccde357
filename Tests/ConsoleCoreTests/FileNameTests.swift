import SeededRandom
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("FileName")
struct FileNameTests {
  @Test(
    "a sender's name becomes one harmless part of a path",
    arguments: [
      ("invoice.pdf", "invoice.pdf"), ("../../.bashrc", "bashrc"), ("/etc/passwd", "passwd"),
      ("C:\\Windows\\cmd.exe", "cmd.exe"), ("..", "file"), (".", "file"), ("", "file"), ("///", "file"),
      ("-rf", "rf"), ("--help.txt", "help.txt"), ("~root", "root"), (" . -x", "x"), ("a\u{0}b.txt", "ab.txt"),
      ("a\nb\tc.txt", "a b c.txt"), ("a\u{1B}[2Jb.png", "a[2Jb.png"),
      ("invoice\u{202E}fdp.exe", "invoicefdp.exe"),
      ("a\u{200B}\u{FEFF}b", "ab"), ("CON", "_CON"), ("con.txt", "_con.txt"), ("Nul .log", "_Nul .log"),
      ("COM1.x", "_COM1.x"), ("CONTRACT.doc", "CONTRACT.doc"), ("a:b*c?\"<>|.md", "a_b_c_____.md"),
      ("$(reboot).txt", "_(reboot).txt"), ("`id`;ls", "_id__ls"), ("name...", "name"), ("name. . ", "name"),
      ("рахунок №5.pdf", "рахунок №5.pdf"), ("請求書.pdf", "請求書.pdf"), ("فاتورة.pdf", "فاتورة.pdf"),
      ("a\u{A0}\u{2003}b.txt", "a b.txt"), ("\u{301}", "file"), ("tab\u{85}le", "table"), ("\u{E000}x", "x"),
    ])
  func names(raw: String, expected: String) { #expect(FileName.safe(raw) == expected) }

  @Test("a long name is cut between characters and keeps its ending")
  func long() {
    let name = FileName.safe(String(repeating: "日", count: 200) + ".pdf")
    #expect(name.hasSuffix("日.pdf") && name.utf8.count <= 120 && name.utf8.count > 114)
    let family = FileName.safe(String(repeating: "👨‍👩‍👧", count: 40) + ".png")
    #expect(family.hasSuffix(".png") && family.utf8.count <= 120)
    let ending = FileName.safe("x." + String(repeating: "y", count: 300))
    #expect(ending.utf8.count == 120)
  }

  @Test("a number stands in front of the ending, and the name stays short enough")
  func numbers() {
    #expect(FileName.numbered("name.pdf", 2) == "name (2).pdf")
    #expect(FileName.numbered("name", 10) == "name (10)")
    #expect(FileName.numbered("archive.tar.gz", 3) == "archive.tar (3).gz")
    let long = FileName.safe(String(repeating: "x", count: 500) + ".pdf")
    #expect(FileName.numbered(long, 999).utf8.count == 120)
    #expect(FileName.numbered(long, 999).hasSuffix(" (999).pdf"))
  }

  @Test(
    "endings are told in lower case",
    arguments: [("A.PDF", "pdf"), ("a", ""), ("a.tar.gz", "gz"), (".x", "")])
  func endings(name: String, ending: String) { #expect(FileName.ending(of: name) == ending) }

  @Test("making a name safe again changes nothing, whatever it was made from; and it is always a name")
  func properties() {
    var random = SeededGenerator(8)
    let pool: [Unicode.Scalar] = Array(
      ". -~/\\:CONcon12()\u{0}\n\u{1B}\u{202E}\u{200D}é\u{301}日😀\u{FE0F}\u{AD}ي".unicodeScalars)
    for _ in 0..<4_000 {
      var raw = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        raw.append(pool.randomElement(using: &random) ?? "x")
      }
      let name = FileName.safe(String(raw))
      #expect(FileName.safe(name) == name)
      #expect(
        !name.isEmpty && name.utf8.count <= 120 && !name.utf8.contains(0x2F) && name != "." && name != "..")
      #expect(name.first != "." && name.first != "-")
      #expect(HostileText.firstHarm(in: name) == nil)
    }
  }
}
