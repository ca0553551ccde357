import ScreenKit
import Testing

@Suite("KeyDecoder: pastes")
struct KeyDecoderPasteTests {
  private static let start = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  private static func feed(_ decoder: inout KeyDecoder, _ text: String) -> [InputEvent] {
    decoder.feed(Array(text.utf8))
  }

  @Test(
    "a paste is one event with LF line ends, wherever it is cut",
    arguments: [
      ("a\rb", "a\nb"), ("a\r\nb\nc", "a\nb\nc"), ("", ""), ("\r\r\n\n", "\n\n\n"), ("日é👍", "日é👍"),
      ("x\u{1B}[A y", "x\u{1B}[A y"), ("\u{1B}[201", "\u{1B}[201"), ("\u{1B}\u{1B}[20", "\u{1B}\u{1B}[20"),
      ("\u{1B}[200~", "\u{1B}[200~"), ("tab\there", "tab\there"),
    ])
  func marked(_ pasted: String, _ text: String) {
    let bytes = Array(("k" + Self.start + pasted + Self.end + "l").utf8)
    let expected: [InputEvent] = [
      .key(KeyPress(.character("k"))), .paste(text), .key(KeyPress(.character("l"))),
    ]
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      #expect(
        decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...])) == expected, "cut at \(cut)")
    }
    var single = KeyDecoder()
    #expect(bytes.flatMap { single.feed([$0]) } == expected)
  }

  @Test(
    "a megabyte arrives whole, in whatever pieces",
    arguments: [(1, 1 << 16), (4095, 1 << 20), (1 << 20, 1 << 20)])
  func large(_ piece: Int, _ size: Int) {
    let line = "Kak, tagihan bulan ini kok dua kali ya? \u{1B}[20"
    let text = String(repeating: line + "\n", count: size / (line.utf8.count + 1))
    let bytes = Array((Self.start + text + Self.end).utf8)
    var decoder = KeyDecoder()
    var events: [InputEvent] = []
    var place = 0
    while place < bytes.count {
      let next = min(place + piece, bytes.count)
      events += decoder.feed(Array(bytes[place..<next]))
      place = next
    }
    #expect(events == [.paste(text)])
  }

  @Test("a paste beyond the limit is cut at a whole character, and the rest is counted and dropped")
  func limit() {
    var decoder = KeyDecoder(pasteLimit: 8)
    #expect(Self.feed(&decoder, Self.start + "xééééé" + Self.end) == [.paste("xééé")])
    #expect(decoder.discardedPasteBytes == 3)
    #expect(Self.feed(&decoder, Self.start + "12345678" + Self.end) == [.paste("12345678")])
    #expect(decoder.discardedPasteBytes == 0)
  }

  @Test("a paste without its end is delivered by the time-out")
  func lostEnd() {
    var decoder = KeyDecoder()
    #expect(Self.feed(&decoder, Self.start + "one\rtwo").isEmpty)
    #expect(decoder.isCollectingPaste)
    #expect(decoder.pendingTimeout == 1000)
    #expect(decoder.timeOut() == [.paste("one\ntwo")])
    #expect(decoder.pendingTimeout == nil)
  }

  @Test("the tail of a paste on a slow line never becomes keys")
  func slowTail() {
    var decoder = KeyDecoder()
    _ = Self.feed(&decoder, Self.start + "one")
    _ = decoder.timeOut()
    #expect(Self.feed(&decoder, "\rtwo\r\u{1B}[2").isEmpty)
    #expect(Self.feed(&decoder, "01~") == [.paste("\ntwo\n")])
    #expect(Self.feed(&decoder, "\r") == [.key(KeyPress(.enter))])
  }

  @Test(
    "a single key after a paste without end is a key again",
    arguments: [("\r", KeyPress(.enter)), ("é", KeyPress(.character("é"))), ("\u{1B}[A", KeyPress(.up))])
  func keyAfterLostEnd(_ typed: String, _ press: KeyPress) {
    var decoder = KeyDecoder()
    _ = Self.feed(&decoder, Self.start + "one")
    _ = decoder.timeOut()
    #expect(Self.feed(&decoder, typed) == [.key(press)])
    #expect(!decoder.isCollectingPaste)
  }

  @Test("Esc after a paste without end is Esc after its time-out")
  func escapeAfterLostEnd() {
    var decoder = KeyDecoder()
    _ = Self.feed(&decoder, Self.start + "one")
    _ = decoder.timeOut()
    #expect(Self.feed(&decoder, "\u{1B}").isEmpty)
    #expect(decoder.pendingTimeout == 500)
    #expect(decoder.timeOut() == [.key(KeyPress(.escape))])
  }

  @Test("half a character at the time-out waits for its other half")
  func halfCharacterAtTimeOut() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array(Self.start.utf8) + [0x61, 0xC3])
    #expect(decoder.timeOut() == [.paste("a")])
    #expect(decoder.feed([0xA9, 0x62] + Array(Self.end.utf8)) == [.paste("éb")])
  }

  @Test(
    "a burst of text with a line end inside is a paste where the terminal marks none",
    arguments: ["first line\rsecond", "abcdefgh\r\ni", "日本語日本語\r日本語", "\tindent\n\tmore text\n"])
  func burst(_ text: String) {
    var decoder = KeyDecoder()
    let unified = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    #expect(Self.feed(&decoder, text) == [.paste(unified)])
  }

  @Test(
    "what a hand can type in one read stays keys",
    arguments: [
      "abcdefgh", "ab\rcd", "\r\r\r\r\r\r\r\r\r", "abcdefgh\r", "\rabcdefgh", "abcdefgh\u{1B}[A\rabc",
      "abcdefgh\u{7F}\rabc",
    ])
  func noBurst(_ text: String) {
    var decoder = KeyDecoder()
    let events = Self.feed(&decoder, text)
    #expect(events.allSatisfy { if case .key = $0 { true } else { false } })
  }

  @Test(
    "a terminal that has marked a paste is believed: a burst is typing ahead then, as when the guess is off")
  func burstAfterMarks() {
    var decoder = KeyDecoder()
    _ = Self.feed(&decoder, Self.start + "x" + Self.end)
    #expect(Self.feed(&decoder, "first line\rsecond").count == 17)
    var strict = KeyDecoder(guessesPastes: false)
    #expect(Self.feed(&strict, "first line\rsecond").count == 17)
  }

  @Test("a character that is cut between two bursts stays whole")
  func cutBurst() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("first line\rse".utf8) + [0xC3]) == [.paste("first line\nse")])
    #expect(decoder.feed([0xA9] + Array("second\rline".utf8)) == [.paste("ésecond\nline")])
  }
}
