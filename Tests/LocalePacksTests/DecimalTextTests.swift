import LocalePacks
import Testing

@Suite("A decimal number as text")
struct DecimalTextTests {
  @Test(
    "is rounded to the even digit when it stands half-way, and never loses a digit before",
    arguments: [
      ("0.5", 0, "0"), ("1.5", 0, "2"), ("2.5", 0, "2"), ("2.51", 0, "3"), ("9.5", 0, "10"),
      ("0.05", 1, "0.0"),
      ("0.15", 1, "0.2"), ("99999999999999999999.9", 0, "100000000000000000000"), ("1", 3, "1.000"),
      ("-0.4", 0, "0"),
      ("-1.5", 0, "-2"), ("007", 0, "7"), ("-0", 0, "0"),
    ])
  func rounding(_ text: String, _ places: Int, _ result: String) throws {
    let number = try #require(DecimalText(text)).rounded(toFraction: places)
    var written = (number.isNegative ? "-" : "") + String(decoding: number.whole, as: UTF8.self)
    if !number.fraction.isEmpty { written += "." + String(decoding: number.fraction, as: UTF8.self) }
    #expect(written == result)
  }

  @Test(
    "of another form is refused",
    arguments: ["", "-", ".", "1.", ".1", "1.2.3", "1e3", " 1", "+1", "--1", "１"])
  func refused(_ text: String) {
    #expect(DecimalText(text) == nil)
  }
}
