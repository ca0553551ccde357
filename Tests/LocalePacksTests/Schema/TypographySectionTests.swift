import DeskModel
import Testing

@testable import LocalePacks

@Suite("The typography of a pack")
struct TypographySectionTests {
  private static func style(_ tag: String) throws -> TypographyStyle {
    try #require(ShippedPacks.manners(tag)).style
  }

  @Test(
    "sets drafts with the quotation marks, dashes and numbers of the locale",
    arguments: [
      ("fr", "Il dit \"oui\" - puis rien...", "Il dit «\u{A0}oui\u{A0}» – puis rien…"),
      ("fr", "Oui! Non? Si: 5 €", "Oui\u{202F}! Non\u{202F}? Si\u{A0}: 5\u{A0}€"),
      ("ru", "Он - \"врач\".", "Он\u{A0}— «врач»."), ("ru", "Да!? Нет!!", "Да?! Нет!"),
      ("de", "Er sagt \"ja\" - gut.", "Er sagt „ja“ – gut."),
      ("de", "1234,50 € und 5 %", "1234,50\u{A0}€ und 5\u{A0}%"),
      ("de-CH", "Es kostet CHF 1'234.50.", "Es kostet CHF\u{A0}1’234.50."),
      ("de-AT", "Er sagt \"ja\".", "Er sagt „ja“."),
      ("uz", "o'zbek, ma'no", "oʻzbek, maʼno"), ("en-US", "It's \"so\".", "It’s “so”."),
      ("ja", "はい,\"そう\"です.", "はい、「そう」です。"),
    ])
  func shipped(_ tag: String, _ text: String, _ expected: String) throws {
    #expect(Typography.apply(text, style: try Self.style(tag)) == expected)
  }

  @Test("takes the numbers of Switzerland from CLDR, and the rest from German")
  func swiss() throws {
    let swiss = try Self.style("de-CH")
    let german = try Self.style("de")
    #expect(german.outerQuotes?.open == "„")
    #expect(swiss.outerQuotes == german.outerQuotes)
    #expect(german.decimalMark == ",")
    #expect(swiss.decimalMark == ".")
    #expect(swiss.groupMark == "’")
    #expect(swiss.dash == german.dash)
    #expect(swiss.currency?.position == .before)
    #expect(german.currency?.position == .after)
  }

  @Test("puts French gaps inside quotation marks, and none elsewhere")
  func inside() throws {
    #expect(try Self.style("fr").outerQuotes?.inside == "\u{A0}")
    #expect(try Self.style("de").outerQuotes?.inside == nil)
  }

  private static func fields(_ text: String) throws -> (TypographyFields, [String]) {
    let file = PackFixtures.file("xx", "typography: {\(text)}")
    let layer = PackLayer(file.bytes, file: "f", origin: PackOrigin(tag: file.tag, layer: "shipped"))
    return (PackScalars(layer.scalars).typography, layer.problems.map { "\($0.field): \($0.message)" })
  }

  @Test(
    "notes what is wrong, and reads it as absent",
    arguments: [
      (
        "quotes: [\"«\", \"»\"]",
        "typography.quotes: must be four marks: outer and inner, opening and closing"
      ),
      (
        "quotes: [\"<<\", \">>\", \"<\", \">\"]",
        "typography.quotes: must be four marks: outer and inner, opening and closing"
      ),
      ("quotes: 5", "typography.quotes: must be a text or a list of texts, not a number"),
      (
        "dash: \"long\"",
        "typography.dash: must be one of spacedEnDash, spacedEmDash, wideEmDash, closedEmDash"
      ),
      ("longestMarkRun: 0", "typography.longestMarkRun: must be a whole number from 1 to 9"),
      ("scriptMarks: \"latin\"", "typography.scriptMarks: must be one of chinese, japanese, arabic"),
      ("keepsInitials: 1", "typography.keepsInitials: must be true or false, not a number"),
      ("spaceBefore: {colon: 1}", "typography.spaceBefore.colon: must be a text, not a number"),
      (
        "spaceBefore: {dash: \"\"}",
        "typography.spaceBefore.dash: is not a field here; known are colon, comma, exclamation, period, question, semicolon"
      ),
      ("ellipsis: \"\"", "typography.ellipsis: must not be empty"),
    ])
  func wrong(_ text: String, _ problem: String) throws {
    let (fields, problems) = try Self.fields(text)
    #expect(problems == [problem])
    #expect(fields == TypographyFields())
  }

  @Test("takes the pack's marks instead of CLDR's, and each form of dash and script")
  func own() throws {
    let locale = try #require(ShippedPacks.cldr).locale(LocaleTag(language: "de"))
    func style(_ text: String) throws -> TypographyStyle {
      let (fields, problems) = try Self.fields(text)
      #expect(problems == [])
      return TypographyStyle(locale, fields)
    }
    let quotes = try style("quotes: [\"«\", \"»\", \"‹\", \"›\"], quotesInside: \"\"")
    #expect(quotes.outerQuotes == TypographyStyle.QuoteMarks(open: "«", close: "»", inside: ""))
    #expect(quotes.innerQuotes == TypographyStyle.QuoteMarks(open: "‹", close: "›", inside: ""))
    #expect(try style("").dash == nil)
    #expect(try style("dash: \"spacedEnDash\"").dash == .spacedEnDash)
    #expect(try style("dash: \"spacedEmDash\"").dash == .spacedEmDash)
    #expect(try style("dash: \"closedEmDash\"").dash == .closedEmDash)
    #expect(
      try style("dash: \"wideEmDash\"").dash == TypographyStyle.DashForm(mark: "—", before: " ", after: " "))
    #expect(try style("scriptMarks: \"chinese\"").scriptMarks == .chinese)
    #expect(try style("scriptMarks: \"japanese\"").scriptMarks == .japanese)
    #expect(try style("scriptMarks: \"arabic\"").scriptMarks == .arabic)
    #expect(try style("turnedCommaAfter: \"og\"").turnedComma == .init(mark: "ʻ", after: "og"))
    #expect(
      try style("spaceBefore: {colon: \"\", question: \" \"}").spaceBefore == .init(colon: "", question: " "))
  }

  @Test("leaves the numbers of other digits as they are typed")
  func digits() throws {
    let cldr = try #require(ShippedPacks.cldr)
    let egypt = TypographyStyle(cldr.locale(LocaleTag(language: "ar", region: "EG")), TypographyFields())
    #expect(egypt.decimalMark == nil)
    #expect(egypt.currency == nil)
    #expect(TypographyStyle(cldr.locale(LocaleTag(language: "de")), TypographyFields()).decimalMark == ",")
  }
}
