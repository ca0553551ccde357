import LocalePacks
import Testing

@Suite("Quotation marks")
struct QuotesRuleTests {
  private static let german = TypographyStyle(
    outerQuotes: SampleStyles.low, innerQuotes: TypographyStyle.QuoteMarks(open: "‚", close: "‘"))
  private static let french = TypographyStyle(
    outerQuotes: TypographyStyle.QuoteMarks(open: "«", close: "»", inside: "\u{A0}"),
    innerQuotes: SampleStyles.curly)
  private static let italian = TypographyStyle(
    outerQuotes: TypographyStyle.QuoteMarks(open: "«", close: "»", inside: ""),
    innerQuotes: SampleStyles.curly)

  @Test(
    "take the language's form by how deep they stand",
    arguments: [
      (#""a""#, "„a“"), (#"x "a b" y "c""#, "x „a b“ y „c“"), (#"("a")"#, "(„a“)"),
      (#""a "b" c""#, "„a ‚b‘ c“"),
      (#""a 'b' c""#, "„a ‚b‘ c“"), (#""a "b "c" d" e""#, "„a ‚b „c“ d‘ e“"), (#""a", b"#, "„a“, b"),
      (#""a." "b?" "c…""#, "„a.“ „b?“ „c…“"), (#""Wort"-Spiel"#, "„Wort“-Spiel"),
      (#"ja – "nein""#, "ja – „nein“"),
      (#""{name}" und "https://a.example/b""#, "„{name}“ und „https://a.example/b“"),
      (#"„er sagt "ja"“"#, "„er sagt ‚ja‘“"),
      (#""zwei\nZeilen""#, #"„zwei\nZeilen“"#), ("\"zwei\nZeilen\"", "„zwei\nZeilen“"),
      (#""24" Zoll"#, "„24“ Zoll"),
      (#"24" und "27""#, #"24" und „27“"#), (#"ein 24" "Monitor""#, #"ein 24" „Monitor“"#),
      (#""5€""#, "„5€“"),
      (#"er sagt:"ja", und "nein""#, "er sagt:„ja“, und „nein“"), (#""Hallo!" :)"#, "„Hallo!“ :)"),
      (#""- ja""#, "„- ja“"), (#"„"ja" sagt er“"#, "„‚ja‘ sagt er“"),
    ])
  func set(_ typed: String, _ set: String) { expectSet(typed, set, Self.german) }

  @Test(
    "are left alone without a partner, as inches, and in what is no prose",
    arguments: [
      #"nur "eine"#, #"nur eine""#, #""a"#, "\"a\n\nb\"", #"24""#, #"5'10""#, #"ד"ר"#, #"a "" b"#, #""""#,
      #"" a ""#,
      #"<a href="x">"#, #"{"k": "v"}"#, #"name="x""#, #"`"a"`"#, "'a'", #"""Wort"""#, "“a”", #"> "a""#,
    ])
  func left(_ text: String) { expectLeft(text, Self.german) }

  @Test(
    "that a language opens and closes with gaps get them",
    arguments: [
      (#""oui""#, "«⍽oui⍽»"), ("« oui »", "«⍽oui⍽»"), ("«oui»", "«⍽oui⍽»"), ("«⍾oui⍾»", "«⍾oui⍾»"),
      (#"l’"été""#, "l’«⍽été⍽»"), (#""a "b" c""#, "«⍽a “b” c⍽»"), ("«  deux  »", "«⍽deux⍽»"), ("« »", "« »"),
      ("« seul", "« seul"), (#"« il dit "oui" »"#, "«⍽il dit “oui”⍽»"),
    ])
  func gaps(_ typed: String, _ set: String) { expectSet(typed, set, Self.french) }

  @Test("lose their gaps where the language has none")
  func noGaps() { expectSet("« sì » e «⍽no⍽» e \"ma\"", "«sì» e «no» e «ma»", Self.italian) }

  @Test(
    "are paired in scripts that run on without spaces",
    arguments: [
      (#"他说"好"然后"走"了"#, "他说“好”然后“走”了"), (#""안녕"이라고 "네"요"#, "“안녕”이라고 “네”요"),
      (#"เขาพูด"ครับ"แล้ว"#, "เขาพูด“ครับ”แล้ว"),
    ])
  func joined(_ typed: String, _ set: String) {
    expectSet(typed, set, TypographyStyle(outerQuotes: SampleStyles.curly, innerQuotes: SampleStyles.single))
  }

  @Test("that open and close alike are set, and gershayim stay")
  func alike() {
    let style = TypographyStyle(outerQuotes: TypographyStyle.QuoteMarks(open: "”", close: "”"))
    expectSet(#"אמר "צה"ל כאן" היום"#, #"אמר ”צה"ל כאן” היום"#, style)
  }

  @Test("of a text with thousands of them are paired without harm")
  func deep() {
    let text = String(repeating: "\"a ", count: 3000) + String(repeating: "b\" ", count: 3000)
    let set = Typography.apply(text, style: Self.german)
    #expect(set.contains("„") && set.contains("“"))
    #expect(Typography.apply(set, style: Self.german) == set)
  }
}
