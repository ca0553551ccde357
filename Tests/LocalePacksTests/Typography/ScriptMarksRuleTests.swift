import LocalePacks
import Testing

@Suite("Marks of a script")
struct ScriptMarksRuleTests {
  private static let chinese = TypographyStyle(scriptMarks: .chinese)
  private static let arabic = TypographyStyle(scriptMarks: .arabic)

  @Test(
    "stand between Chinese characters, without a space",
    arguments: [
      ("你好,世界", "你好，世界"), ("你好, 世界.", "你好，世界。"), ("真的?! 是", "真的？！是"), ("注意: 好; 好", "注意：好；好"),
      ("好!\n好", "好！\n好"), ("（好）, 好", "（好），好"), ("好.", "好。"), ("好! ", "好！ "),
    ])
  func chinese(_ typed: String, _ set: String) { expectSet(typed, set, Self.chinese) }

  @Test(
    "do not stand beside other characters",
    arguments: [
      "价格:5", "iPhone, 好", "好,OK", "v1.2", "3:2", "好.com", "好...", "好,,好", "https://a.example/好,好?a", "好:)",
      "a, b",
      "`好,好`",
    ])
  func left(_ text: String) { expectLeft(text, Self.chinese) }

  @Test("are those of Japanese in Japanese")
  func japanese() { expectSet("はい, そうです.", "はい、そうです。", TypographyStyle(scriptMarks: .japanese)) }

  @Test(
    "stand between Arabic letters and keep their space",
    arguments: [
      ("نعم, شكرا", "نعم، شكرا"), ("نعم; لا?", "نعم؛ لا؟"), ("نعم?!", "نعم؟!"), ("نعم,لا", "نعم،لا"),
      ("نعم.", "نعم."),
      ("«نعم», لا", "«نعم»، لا"),
    ])
  func arabic(_ typed: String, _ set: String) { expectSet(typed, set, Self.arabic) }

  @Test(
    "are left beside Latin letters and digits in an Arabic text",
    arguments: ["نعم, ok", "ok, نعم", "رقم 1,5", "https://a.example/نعم?لا"])
  func arabicLeft(_ text: String) { expectLeft(text, Self.arabic) }
}
