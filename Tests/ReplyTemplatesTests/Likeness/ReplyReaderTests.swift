import Testing

@testable import ReplyTemplates

@Suite("Replies that are read for comparison")
struct ReplyReaderTests {
  /// The words that are left of a text.
  private func words(_ text: String, _ tag: String = "en", names: [String] = []) -> [String] {
    let read = ShippedReaders.reader(tag).read(text, names: names)
    return read.words.map { read.text(of: $0) }
  }

  @Test(
    "leave out greetings, names, courtesy and signatures",
    arguments: [
      ("Hello Anna,\nthe lamp glows.\n\nKind regards\nTom Reid", "en", "the lamp glows"),
      ("Anna, the lamp glows brightly.", "en", "the lamp glows brightly"),
      ("Dear Dr Okafor, the lamp glows. Thank you for waiting!", "en", "the lamp glows"),
      ("Вітаємо, Олено! Лампа світить.", "uk", "лампа світить"),
      ("Halo Kak Budi, lampunya menyala ya.", "id", "lampunya menyala"),
      ("안녕하세요, 김민수 고객님. 램프가 켜집니다.", "ko", "램프가 켜집니다"),
    ])
  func manners(_ text: String, _ tag: String, _ expected: String) {
    #expect(words(text, tag).joined(separator: " ") == expected)
  }

  @Test("leave out names in other cases, within the text too")
  func names() {
    #expect(
      words("Лампа для Оксани світить.", "uk", names: ["Оксана Коваль"]) == ["лампа", "для", "світить"])
    #expect(words("田中様、ランプが点灯中。", "ja").joined() == "ランプ点灯中")
    #expect(words("See Will for the lamp.", names: ["Will Reid"]) == ["see", "for", "the", "lamp"])
    #expect(words("It will glow.", names: ["Will Reid"]).contains("will"))
  }

  @Test("keep numbers, links and codes")
  func facts() {
    #expect(
      words("Pay $1,299.00 at https://www.Example.com/Pay/ by 5:00 for AB123")
        == ["pay", "$", "1299", "at", "example.com/pay", "by", "5", "for", "ab123"])
    #expect(words("@anna the lamp glows :D 🙂") == ["the", "lamp", "glows"])
    #expect(words("دفعت ١٢٣", "ar") == ["دفعت", "123"])
  }

  @Test("say nothing but courtesy when no three words are left")
  func courtesy() {
    let reader = ShippedReaders.reader("en")
    #expect(reader.read("Thank you very much!").isCourtesyOnly)
    #expect(reader.read("You are welcome, Anna").isCourtesyOnly)
    #expect(!reader.read("The lamp glows again").isCourtesyOnly)
    #expect(ShippedReaders.reader("ja").read("ありがとうございます。").isCourtesyOnly)
    #expect(reader.read("").isCourtesyOnly)
  }

  @Test("are the same however the letters were typed")
  func letters() {
    let reader = ShippedReaders.reader("vi")
    let composed = reader.read("Bưu kiện đã tới nơi")
    let parts = reader.read("Bu\u{31B}u kie\u{323}\u{302}n đa\u{303} to\u{31B}\u{301}i nơi")
    #expect(composed.contentHash == parts.contentHash)
    let korean = ShippedReaders.reader("ko")
    #expect(
      korean.read("한국").contentHash
        == korean.read("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}").contentHash)
  }
}
