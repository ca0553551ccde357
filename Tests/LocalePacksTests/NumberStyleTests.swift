import LocalePacks
import Testing

@Suite("Numbers in a locale")
struct NumberStyleTests {
  private func style(_ name: String) throws -> NumberStyle {
    try ShippedLocaleData.extract().locale(#require(LocaleTag(name))).numbers
  }

  @Test(
    "have the locale's marks, groups and digits",
    arguments: [
      ("id", "1.234,5", "1.234.567"), ("ms", "1,234.5", "1,234,567"), ("uk", "1⍽234,5", "1⍽234⍽567"),
      ("ru", "1⍽234,5", "1⍽234⍽567"), ("kk", "1⍽234,5", "1⍽234⍽567"), ("en-US", "1,234.5", "1,234,567"),
      ("en-GB", "1,234.5", "1,234,567"), ("de", "1.234,5", "1.234.567"), ("de-AT", "1⍽234,5", "1⍽234⍽567"),
      ("de-CH", "1’234.5", "1’234’567"), ("fr", "1⍾234,5", "1⍾234⍾567"), ("fr-CA", "1⍽234,5", "1⍽234⍽567"),
      ("es-ES", "1234,5", "1.234.567"), ("es-MX", "1,234.5", "1,234,567"), ("es-AR", "1.234,5", "1.234.567"),
      ("pt-BR", "1.234,5", "1.234.567"), ("pt-PT", "1234,5", "1⍽234⍽567"), ("it", "1234,5", "1.234.567"),
      ("pl", "1234,5", "1⍽234⍽567"), ("tr", "1.234,5", "1.234.567"), ("ar", "1,234.5", "1,234,567"),
      ("ar-EG", "١٬٢٣٤٫٥", "١٬٢٣٤٬٥٦٧"), ("ar-SA", "١٬٢٣٤٫٥", "١٬٢٣٤٬٥٦٧"), ("fa", "۱٬۲۳۴٫۵", "۱٬۲۳۴٬۵۶۷"),
      ("he", "1,234.5", "1,234,567"), ("hi", "1,234.5", "12,34,567"), ("bn", "১,২৩৪.৫", "১২,৩৪,৫৬৭"),
      ("th", "1,234.5", "1,234,567"), ("vi", "1.234,5", "1.234.567"), ("ja", "1,234.5", "1,234,567"),
      ("ko", "1,234.5", "1,234,567"), ("zh-Hans", "1,234.5", "1,234,567"),
      ("zh-Hant", "1,234.5", "1,234,567"),
      ("fil", "1,234.5", "1,234,567"), ("uz", "1⍽234,5", "1⍽234⍽567"),
    ])
  func decimals(_ name: String, _ small: String, _ large: String) throws {
    let style = try style(name)
    #expect(style.decimal("1234.5") == shown(small))
    #expect(style.decimal("1234567") == shown(large))
  }

  @Test("have a group mark from five digits on where the locale waits for two of them")
  func minimumGrouping() throws {
    for name in ["es", "it", "pl", "pt-PT"] {
      let style = try style(name)
      #expect(style.minimumGrouping == 2)
      #expect(style.decimal("1234") == "1234")
      #expect(style.decimal("12345") == "12" + style.group + "345")
    }
    #expect(try style("es-MX").minimumGrouping == 1)
  }

  @Test(
    "of money have the sign where the locale has it",
    arguments: [
      ("id", "IDR", "Rp⍽1.234,00"), ("ms", "MYR", "RM⍽1,234.00"), ("uk", "UAH", "1⍽234,00⍽₴"),
      ("ru", "RUB", "1⍽234,00⍽₽"), ("kk", "KZT", "1⍽234,00⍽₸"), ("en-US", "USD", "$1,234.00"),
      ("en-GB", "GBP", "£1,234.00"), ("en-GB", "USD", "US$1,234.00"), ("en", "CHF", "CHF⍽1,234.00"),
      ("de", "EUR", "1.234,00⍽€"), ("de-AT", "EUR", "€⍽1.234,00"), ("de-CH", "CHF", "CHF⍽1’234.00"),
      ("fr", "EUR", "1⍾234,00⍽€"), ("fr-CA", "CAD", "1⍽234,00⍽$"), ("fr-CH", "CHF", "1⍾234.00⍽CHF"),
      ("es-ES", "EUR", "1234,00⍽€"), ("es-MX", "MXN", "$1,234.00"), ("pt-BR", "BRL", "R$⍽1.234,00"),
      ("pt-PT", "EUR", "1234,00⍽€"), ("it", "EUR", "1234,00⍽€"), ("pl", "PLN", "1234,00⍽zł"),
      ("tr", "TRY", "₺1.234,00"), ("ar", "EGP", "\u{200F}1,234.00⍽ج.م.\u{200F}"),
      ("ar-EG", "EGP", "\u{200F}١٬٢٣٤٫٠٠⍽ج.م.\u{200F}"), ("ar-SA", "SAR", "\u{200F}١٬٢٣٤٫٠٠⍽ر.س.\u{200F}"),
      ("fa", "IRR", "\u{200E}ریال⍽۱٬۲۳۴"), ("he", "ILS", "\u{200F}1,234.00⍽\u{200F}₪"),
      ("hi", "INR", "₹1,234.00"), ("bn", "BDT", "১,২৩৪.০০৳"), ("th", "THB", "฿1,234.00"),
      ("vi", "VND", "1.234⍽₫"),
      ("ja", "JPY", "￥1,234"), ("ko", "KRW", "₩1,234"), ("zh-Hans", "CNY", "¥1,234.00"),
      ("zh-Hant", "TWD", "$1,234.00"), ("zh-Hant-HK", "HKD", "HK$1,234.00"), ("fil", "PHP", "₱1,234.00"),
      ("uz", "UZS", "1⍽234,00⍽soʻm"), ("de", "XYZ", "1.234,00⍽XYZ"), ("bn", "XYZ", "১,২৩৪.০০⍽XYZ"),
    ])
  func money(_ name: String, _ currency: String, _ text: String) throws {
    #expect(try style(name).money("1234", currency: currency) == shown(text))
  }

  @Test("of money that are negative have the minus where CLDR has it")
  func negativeMoney() throws {
    let expected = [
      ("en", "USD", "-$1.00"), ("de-CH", "CHF", "CHF-1.00"), ("uk", "UAH", "-1,00⍽₴"),
      ("id", "IDR", "-Rp⍽1,00"),
      ("fa", "USD", "\u{200E}−\u{200E}$۱٫۰۰"), ("he", "ILS", "\u{200F}\u{200E}-1.00⍽\u{200F}₪"),
    ]
    for (name, currency, text) in expected {
      #expect(try style(name).money("-1", currency: currency) == shown(text), "\(name)")
    }
    #expect(try style("ar").decimal("-5") == "\u{200E}-5")
    #expect(try style("en").money("-0.001", currency: "USD") == "$0.00")
  }

  @Test("of money have the digits of accounts, of cash, or none that are zeros")
  func moneyDigits() throws {
    let id = try style("id")
    #expect(id.money("1234", currency: "IDR", digits: .cash) == shown("Rp⍽1.234"))
    #expect(id.money("1234", currency: "IDR", digits: .short) == shown("Rp⍽1.234"))
    #expect(id.money("1234.5", currency: "IDR", digits: .short) == shown("Rp⍽1.234,50"))
    let en = try style("en")
    #expect(en.money("0.125", currency: "USD") == "$0.12")
    #expect(en.money("0.135", currency: "USD") == "$0.14")
    #expect(en.money("999.995", currency: "USD") == "$1,000.00")
    #expect(en.money("0.1251", currency: "USD") == "$0.13")
    #expect(en.money("1234.5", currency: "JPY") == "¥1,234")
    #expect(en.money("12345678901234567890.10", currency: "USD") == "$12,345,678,901,234,567,890.10")
  }

  @Test(
    "of hundredths have the percent sign where the locale has it",
    arguments: [
      ("en", "5%"), ("ru", "5⍽%"), ("de", "5⍽%"), ("de-CH", "5%"), ("fr", "5⍽%"), ("es-ES", "5⍽%"),
      ("es-MX", "5%"),
      ("tr", "%5"), ("fa", "۵٪"), ("ar", "5\u{200E}%\u{200E}"), ("ar-EG", "٥٪\u{61C}"), ("uk", "5%"),
      ("hi", "5%"),
    ])
  func percent(_ name: String, _ text: String) throws {
    #expect(try style(name).percent("5") == shown(text))
  }

  @Test("tell where the sign of a currency stands and what keeps it apart")
  func position() throws {
    for (name, position, gap) in [
      ("id", CurrencyPosition.before, ""), ("pt-BR", .before, "⍽"), ("uk", .after, "⍽"), ("bn", .after, ""),
      ("he", .after, "⍽\u{200F}"),
    ] {
      let style = try style(name)
      #expect(style.currencyPosition == position, "\(name)")
      #expect(style.currencyGap == shown(gap), "\(name)")
    }
  }

  @Test(
    "are no numbers when the text is none",
    arguments: ["", "-", "1.", ".5", "1,5", "1 000", "1e3", "٣", "+1", "--1"])
  func refused(_ text: String) throws {
    let style = try style("en")
    #expect(style.decimal(text) == nil)
    #expect(style.percent(text) == nil)
    #expect(style.money(text, currency: "USD") == nil)
  }

  @Test("keep their digits, or are rounded to as many as are wanted")
  func fraction() throws {
    let style = try style("en")
    #expect(style.decimal("007.50") == "7.50")
    #expect(style.decimal("7.55", fraction: 1) == "7.6")
    #expect(style.decimal("7.45", fraction: 1) == "7.4")
    #expect(style.decimal("9.96", fraction: 1) == "10.0")
    #expect(style.decimal("-0.4", fraction: 0) == "0")
    #expect(style.decimal("999.5", fraction: 0) == "1,000")
    #expect(style.decimal("5", fraction: 2) == "5.00")
  }

  /// The tables write U+00A0 as ⍽ and U+202F as ⍾.
  private func shown(_ text: String) -> String {
    text.replacing("⍽", with: "\u{A0}").replacing("⍾", with: "\u{202F}")
  }
}
