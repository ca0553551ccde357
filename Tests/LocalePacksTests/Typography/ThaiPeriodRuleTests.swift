import LocalePacks
import Testing

@Suite("The full stop in Thai")
struct ThaiPeriodRuleTests {
  private static let thai = TypographyStyle(dropsThaiPeriod: true)

  @Test(
    "goes behind a sentence",
    arguments: [
      ("ขอบคุณครับ.", "ขอบคุณครับ"), ("สวัสดีค่ะ. ยินดีค่ะ.", "สวัสดีค่ะ ยินดีค่ะ"), ("ขอบคุณค่ะ.\nครับ", "ขอบคุณค่ะ\nครับ"),
    ])
  func set(_ typed: String, _ set: String) { expectSet(typed, set, Self.thai) }

  @Test(
    "stays behind abbreviations, in numbers and in other scripts",
    arguments: [
      "14:00 น.", "1 ต.ค. 2569", "อยู่ที่กทม. ครับ", "ขอบคุณครับ...", "Thanks.", "ขอบคุณครับ.com", "ดร. สมชาย",
    ])
  func left(_ text: String) { expectLeft(text, Self.thai) }

  @Test("stays where the style says nothing of it")
  func off() { expectLeft("ขอบคุณครับ.", TypographyStyle(ellipsis: "…")) }
}
