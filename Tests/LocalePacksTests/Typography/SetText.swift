import LocalePacks
import Testing

/// Expects that a style sets a text so, and that it stays so; `⍽` stands for U+00A0 and `⍾` for U+202F.
func expectSet(
  _ typed: String, _ set: String, _ style: TypographyStyle, at location: SourceLocation = #_sourceLocation
) {
  let result = Typography.apply(spaced(typed), style: style)
  #expect(
    result.utf8.elementsEqual(spaced(set).utf8), "\(typed) became \(shown(result))", sourceLocation: location)
  #expect(
    Typography.edits(in: result, style: style).isEmpty, "\(typed) is not settled", sourceLocation: location)
}

/// Expects that a style leaves a text as it is.
func expectLeft(
  _ text: String, _ style: TypographyStyle, at location: SourceLocation = #_sourceLocation
) {
  expectSet(text, text, style, at: location)
}

/// A text with `⍽` and `⍾` as the spaces that they stand for.
func spaced(_ text: String) -> String {
  String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0 == "⍽" ? "\u{A0}" : $0 == "⍾" ? "\u{202F}" : $0 }))
}

private func shown(_ text: String) -> String {
  String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{A0}" ? "⍽" : $0 == "\u{202F}" ? "⍾" : $0 }))
}
