import Testing

@testable import ReplyTemplates

@Suite("Likeness of words")
struct WordDistanceTests {
  @Test(
    "knows slips and endings, and tells other words from them",
    arguments: [
      ("warehouse", "warehose", 0.9), ("warehouse", "warehuose", 0.9), ("parcel", "parcle", 0.9),
      ("refund", "refunding", 0.75), ("посылка", "посылку", 0.9), ("заказ", "заказами", 0.75),
      ("send", "lend", 0), ("not", "now", 0), ("price", "size", 0), ("able", "unable", 0),
      ("доступен", "недоступен", 0), ("", "a", 0), ("주문은", "주문이", 0.9),
    ])
  func likeness(_ first: String, _ second: String, _ expected: Double) {
    let (a, b) = (first.unicodeScalars.map(\.value), second.unicodeScalars.map(\.value))
    #expect(WordDistance.likeness(a[...], b[...]) == expected)
    #expect(WordDistance.likeness(b[...], a[...]) == expected)
  }
}
