import Testing

@testable import TextLayout

@Suite("LineBreaking")
struct LineBreakingTests {
  static let pairs: [(String, String, Bool)] = [
    ("日", "本", true), ("a", "b", false), ("a", "日", true), ("日", "。", false), ("「", "日", false),
    ("。", "「", true),
    (")", "(", false), ("。", "a", true), (".", "a", false), ("日", "ー", false), ("日", "っ", false),
    ("っ", "日", true),
    ("日", "\u{A0}", false), ("\u{A0}", "日", false), ("ก", "ข", true), ("เ", "ก", false), ("ก", "ะ", false),
    ("ก", "a", false), ("🙂", "🙂", true), ("한", "국", false), ("-", "a", false), ("—", "a", false),
    ("་", "ཤ", true),
    ("မြ", "န်", false),
  ]

  @Test("A row may end between some clusters only", arguments: pairs)
  func breaks(left: String, right: String, isAllowed: Bool) throws {
    let before = try #require(SafeText(left).glyphs.first { _ in true })
    let after = try #require(SafeText(right).glyphs.first { _ in true })
    let allowed = LineBreaking.allowsBreak(
      after: (LineBreaking.lineClass(of: before), before.columns == 2),
      before: (LineBreaking.lineClass(of: after), after.columns == 2))
    #expect(allowed == isAllowed, "\(left) and \(right)")
  }
}
