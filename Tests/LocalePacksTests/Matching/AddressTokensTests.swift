import Testing

@testable import LocalePacks

@Suite("Addresses and paths in a draft")
struct AddressTokensTests {
  /// The addresses that a walk through a text finds.
  private static func found(_ text: String) -> [String] {
    let characters = Array(text)
    var tokens = AddressTokens(characters)
    var found: [String] = []
    var place = 0
    while place < characters.count {
      guard let range = tokens.range(at: place) else {
        place += 1
        continue
      }
      found.append(String(characters[range]))
      place = range.upperBound
      tokens.start = place
    }
    return found
  }

  @Test(
    "are found whole, from blank to blank",
    arguments: [
      ("an du@firma.de oder", ["du@firma.de"]), ("an du.sie+x@firma.de.", ["du.sie+x@firma.de."]),
      ("oder https://du.de/du?a=1 jetzt", ["https://du.de/du?a=1"]), ("git+ssh://x/du", ["git+ssh://x/du"]),
      ("auf du.de/du/x.html steht", ["du.de/du/x.html"]), ("www.x.de/?du=1", ["www.x.de/?du=1"]),
      ("src/du.txt", ["src/du.txt"]), ("in /home/du/y steht", ["/home/du/y"]), ("~/du", ["~/du"]),
      ("./du ../du", ["./du", "../du"]), ("auf C:\\du\\y steht", ["C:\\du\\y"]), ("\\\\du\\x", ["\\\\du\\x"]),
      ("(du@x.de, „du@x.de", ["du@x.de,", "du@x.de"]), ("ja,du@x.de", ["du@x.de"]),
      ("a@b.de c@d.de", ["a@b.de", "c@d.de"]), ("пиши на ты@почта.рф", ["ты@почта.рф"]),
    ])
  func addresses(_ text: String, _ expected: [String]) {
    #expect(Self.found(text) == expected)
  }

  @Test(
    "are no words with slashes between them, and no lone marks",
    arguments: [
      "und/oder", "anh/chị", "Bapak/Ibu", "Sir/Ma'am", "anh/chị/em", "24/7", "10:30/11:00", "z.B./d.h.",
      "/du", "/oder/",
      "a: //x", "://x", "at @du", "und / oder", "a\\b", "C:\\", "1.5/2.5", "danke.Du", "~/", "//",
    ])
  func words(_ text: String) {
    #expect(Self.found(text) == [])
  }

  @Test(
    "end at the text around them where words have no blanks between them",
    arguments: [
      ("詳細はhttps://x.jp/aを、ご覧", ["https://x.jp/aを"]), ("宛先はdu@x.jpまで", ["du@x.jp"]),
      ("ดูที่ x.th/duได้", ["x.th/du"]), ("詳細はx.jp/faqをご覧", ["x.jp/faq"]),
    ])
  func unspaced(_ text: String, _ expected: [String]) {
    #expect(Self.found(text) == expected)
  }
}
