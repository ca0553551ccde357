import LocalePacks
import Testing

@Suite("A pattern of a number")
struct NumberPatternTests {
  @Test("is what stands before and after the digits")
  func sides() throws {
    let pattern = try #require(NumberPattern("\u{200F}#,##0.00\u{A0}¤;\u{200F}-#,##0.00\u{A0}¤"))
    #expect(pattern.prefix == [.literal("\u{200F}")])
    #expect(pattern.suffix == [.literal("\u{A0}"), .currency])
    #expect(pattern.negativePrefix == [.literal("\u{200F}"), .minus])
    #expect(pattern.negativeSuffix == pattern.suffix)
  }

  @Test("without a part for negative numbers puts the minus before all else")
  func negative() throws {
    let pattern = try #require(NumberPattern("¤#,##,##0.00"))
    #expect(pattern.negativePrefix == [.minus, .currency])
    #expect(pattern.negativeSuffix.isEmpty)
    #expect(try #require(NumberPattern("%#,##0")).prefix == [.percent])
  }

  @Test(
    "without digits, with a gap in them or with quotes is refused",
    arguments: ["", "¤", "#x0", "0;", "0;-", "0'x'"])
  func refused(_ text: String) {
    #expect(NumberPattern(text) == nil)
  }
}
