import LocalePacks

/// Styles like those of the packs, one for each language that the tests speak.
enum SampleStyles {
  static func style(_ locale: String) -> TypographyStyle {
    slavic[locale] ?? western[locale] ?? eastern[locale] ?? TypographyStyle()
  }

  /// Every locale that has a style.
  static var locales: [String] { (Array(slavic.keys) + western.keys + eastern.keys).sorted() }

  typealias Quotes = TypographyStyle.QuoteMarks
  typealias Currency = TypographyStyle.CurrencyForm

  static let curly = Quotes(open: "“", close: "”")
  static let single = Quotes(open: "‘", close: "’")
  static let low = Quotes(open: "„", close: "“")
  static let angled = Quotes(open: "«", close: "»")
  static let corner = Quotes(open: "「", close: "」")
  static let noBreak = "\u{A0}"
  static let metric: WordList = ["kg", "g", "km", "m", "cm", "mm", "l", "ml", "h", "min", "GB", "MB"]

  /// A style of the kind that most languages in Latin letters have.
  static func plain(
    _ outer: Quotes = curly, _ inner: Quotes = single, dash: TypographyStyle.DashForm? = nil,
    apostrophe: String? = nil, percentGap: String? = "", decimal: String? = ".", group: String? = ",",
    currency: Currency? = Currency(position: .before, gap: "")
  ) -> TypographyStyle {
    TypographyStyle(
      outerQuotes: outer, innerQuotes: inner, dash: dash, ellipsis: "…", apostrophe: apostrophe,
      spaceBefore: .none, percentGap: percentGap, decimalMark: decimal, groupMark: group, currency: currency)
  }

  static func euro(_ words: WordList = []) -> Currency {
    Currency(position: .after, gap: noBreak, words: words)
  }

  static var slavic: [String: TypographyStyle] {
    var ru = plain(
      angled, low, dash: .spacedEmDash, percentGap: noBreak, decimal: ",", group: noBreak,
      currency: euro(["руб", "руб.", "р.", "коп", "коп."]))
    ru.twoDotsAfterMark = true
    ru.longestMarkRun = 1
    ru.mixedMarks = "?!"
    ru.wordsKeptToNext = [
      "а", "без", "в", "во", "для", "до", "за", "и", "из", "или", "к", "ко", "на", "над", "не", "ни", "но",
      "о",
      "об", "от", "по", "под", "при", "про", "с", "со", "у",
    ]
    ru.keepsInitials = true
    ru.numberSignGap = noBreak
    ru.units = [
      "г", "г.", "гг.", "кг", "км", "м", "см", "мм", "л", "шт", "шт.", "ч", "мин", "тыс.", "млн", "ГБ",
    ]
    var uk = ru
    uk.apostrophe = "’"
    uk.percentGap = ""
    uk.wordsKeptToNext = [
      "а", "в", "до", "з", "за", "й", "і", "із", "на", "не", "о", "по", "та", "у", "що", "як",
    ]
    uk.currency = euro(["грн", "грн."])
    var kk = plain(
      angled, curly, dash: .spacedEmDash, decimal: ",", group: noBreak,
      currency: euro(["тг", "тг.", "теңге"]))
    kk.numberSignGap = noBreak
    var pl = plain(
      Quotes(open: "„", close: "”"), angled, dash: .spacedEnDash, apostrophe: "’", decimal: ",",
      group: noBreak,
      currency: euro(["zł", "gr"]))
    pl.wordsKeptToNext = ["a", "i", "o", "u", "w", "z"]
    pl.units = metric
    return ["ru": ru, "uk": uk, "kk": kk, "pl": pl]
  }

  static var western: [String: TypographyStyle] {
    var de = plain(
      low, Quotes(open: "‚", close: "‘"), dash: .spacedEnDash, apostrophe: "’", percentGap: noBreak,
      decimal: ",",
      group: ".", currency: euro(["Euro"]))
    de.units = metric
    var swiss = de
    swiss.percentGap = ""
    swiss.decimalMark = "."
    swiss.groupMark = "’"
    swiss.currency = Currency(position: .before, gap: noBreak, words: ["Fr.", "CHF"])
    let french = Quotes(open: "«", close: "»", inside: noBreak)
    var fr = plain(
      french, french, dash: .spacedEnDash, apostrophe: "’", percentGap: noBreak, decimal: ",",
      group: "\u{202F}",
      currency: euro())
    fr.spaceBefore = TypographyStyle.MarkSpaces(
      colon: noBreak, semicolon: "\u{202F}", exclamation: "\u{202F}", question: "\u{202F}", comma: "",
      period: "")
    fr.units = metric
    var quebec = fr
    quebec.innerQuotes = curly
    quebec.spaceBefore = .none
    quebec.spaceBefore.colon = noBreak
    quebec.groupMark = noBreak
    let es = plain(percentGap: noBreak, decimal: ",", group: ".", currency: euro())
    var it = plain(
      Quotes(open: "«", close: "»", inside: ""), curly, dash: .spacedEnDash, apostrophe: "’", decimal: ",",
      group: ".", currency: euro())
    it.units = metric
    return [
      "en-US": plain(dash: .closedEmDash, apostrophe: "’"),
      "en-GB": plain(dash: .spacedEnDash, apostrophe: "’"),
      "de": de, "de-CH": swiss, "fr": fr, "fr-CA": quebec, "es": es, "es-419": plain(), "it": it,
      "pt": plain(
        dash: TypographyStyle.DashForm(mark: "—", before: " ", after: " "), decimal: ",", group: ".",
        currency: Currency(position: .before, words: ["R$"])),
      "tr": plain(apostrophe: "’", percentGap: nil, decimal: ",", group: "."),
      "fil": plain(apostrophe: "’"),
    ]
  }

  static var eastern: [String: TypographyStyle] {
    func wide(_ outer: Quotes, _ inner: Quotes, _ marks: TypographyStyle.ScriptMarks) -> TypographyStyle {
      var style = plain(outer, inner)
      style.ellipsis = "……"
      style.scriptMarks = marks
      style.spaceBefore = TypographyStyle.MarkSpaces()
      return style
    }
    func arabic(_ outer: Quotes, _ inner: Quotes) -> TypographyStyle {
      var style = plain(outer, inner, percentGap: nil, decimal: nil, group: nil, currency: nil)
      style.scriptMarks = .arabic
      return style
    }
    var uz = plain(
      curly, Quotes(open: "’", close: "‘"), dash: .spacedEnDash, apostrophe: "ʼ", decimal: ",",
      group: noBreak,
      currency: euro(["soʻm"]))
    uz.turnedComma = TypographyStyle.TurnedComma(mark: "ʻ", after: "og")
    var th = plain()
    th.spaceBefore = TypographyStyle.MarkSpaces()
    th.dropsThaiPeriod = true
    var hi = plain()
    hi.spaceBefore = TypographyStyle.MarkSpaces()
    return [
      "id": plain(
        decimal: ",", group: ".", currency: Currency(position: .before, gap: "", words: ["Rp"])),
      "ms": plain(currency: Currency(position: .before, gap: "", words: ["RM"])),
      "ar": arabic(Quotes(open: "”", close: "“"), Quotes(open: "’", close: "‘")),
      "fa": arabic(angled, Quotes(open: "‹", close: "›")),
      "he": plain(
        Quotes(open: "”", close: "”"), Quotes(open: "’", close: "’"), dash: .spacedEnDash, currency: euro()),
      "hi": hi, "th": th, "uz": uz, "ko": plain(),
      "vi": plain(dash: .spacedEnDash, decimal: ",", group: ".", currency: euro(["đ", "VND"])),
      "ja": wide(corner, Quotes(open: "『", close: "』"), .japanese), "zh-Hans": wide(curly, single, .chinese),
      "zh-Hant": wide(corner, Quotes(open: "『", close: "』"), .chinese),
    ]
  }
}
