import LocalePacks
import Testing

@Suite("The ellipsis")
struct EllipsisRuleTests {
  private static let one = TypographyStyle(ellipsis: "…")

  @Test(
    "stands for three to five full stops",
    arguments: [
      ("Wait...", "Wait…"), ("well....", "well…"), ("no.....yes", "no…yes"), ("... and so on", "… and so on"),
      ("\"...\"", "\"…\""), ("5 days...", "5 days…"), ("5... 6", "5… 6"), ("really?...", "really?…"),
      ("ну...ладно", "ну…ладно"), ("(...)", "(…)"),
    ])
  func set(_ typed: String, _ set: String) { expectSet(typed, set, Self.one) }

  @Test(
    "does not stand for fewer or more, in paths, in ranges or in code",
    arguments: [
      "..", "a .. b", "......", ".........", "../up", ".../here", "a/.../b", "1...5", "`a...b`", "…..",
      "...…",
      "{a...b}", "> so...",
    ])
  func left(_ text: String) { expectLeft(text, Self.one) }

  @Test("is double in Chinese")
  func double() {
    let style = TypographyStyle(ellipsis: "……")
    expectSet("请等...", "请等……", style)
    expectSet("请等......", "请等……", style)
    expectLeft("请等……", style)
  }

  @Test("is two full stops behind a mark where the style says so")
  func behindMark() {
    let style = TypographyStyle(ellipsis: "…", twoDotsAfterMark: true)
    expectSet("Как?... Вот!… Да...", "Как?.. Вот!.. Да…", style)
    expectLeft("Как?..", style)
  }

  @Test("is left as it was typed without a style for it")
  func none() { expectLeft("Wait...", TypographyStyle()) }
}
