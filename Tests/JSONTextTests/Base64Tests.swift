import JSONText
import SeededRandom
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test(
    "The vectors of RFC 4648, both ways",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func vectors(_ plain: String, _ text: String) {
    #expect(Base64.encoded(Array(plain.utf8)) == Array(text.utf8))
    #expect(Base64.decoded(Array(text.utf8)) == Array(plain.utf8))
  }

  @Test(
    "Whatever is not exactly what the writer gives is refused",
    arguments: [
      "Z", "Zg", "Zg=", "Zg===", "====", "=", "Z===", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm-_", "Zg==Zg==",
      "Zm=v", "Zm9vZ",
      "Zm9\u{0}", "Zmé=",
    ])
  func strict(_ text: String) { #expect(Base64.decoded(Array(text.utf8)) == nil) }

  @Test("All bytes in all lengths come back")
  func roundTrip() {
    var random = SeededGenerator(seed: 3)
    for count in 0..<300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.decoded(Base64.encoded(bytes)) == bytes)
    }
    #expect(Base64.encoded([0xFB, 0xFF, 0xFE]) == Array("+//+".utf8))
  }
}
