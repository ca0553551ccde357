import JSONText

/// What a pack says of typography besides CLDR's quotation marks and numbers.
struct TypographyFields: Sendable, Hashable {
  enum Dash: String, Sendable, Hashable, CaseIterable {
    case spacedEnDash, spacedEmDash, wideEmDash, closedEmDash
  }

  enum Script: String, Sendable, Hashable, CaseIterable {
    case chinese, japanese, arabic
  }

  var quotes: [Unicode.Scalar] = []
  var quotesInside: String?
  var dash: Dash?
  var ellipsis: String?
  var hasTwoDotsAfterMark = false
  var apostrophe: String?
  var turnedCommaAfter: String?
  var longestMarkRun: Int?
  var mixedMarks: String?
  var script: Script?
  var dropsThaiPeriod = false
  var spaceBefore = TypographyStyle.MarkSpaces()
  var keptToNext: [String] = []
  var keepsInitials = false
  var numberSignGap: String?
  var units: [String] = []
  var currencyWords: [String] = []

  init() {}

  init(_ reader: inout RecordReader) {
    let marks = reader.strings("quotes")
    if !marks.isEmpty {
      quotes = marks.compactMap(\.unicodeScalars.first)
      if quotes.count != 4 || marks.contains(where: { $0.unicodeScalars.count != 1 }) {
        reader.note("quotes", "must be four marks: outer and inner, opening and closing")
        quotes = []
      }
    }
    quotesInside = reader.text("quotesInside")
    dash = reader.choice("dash", Dash.self)
    ellipsis = reader.string("ellipsis")
    hasTwoDotsAfterMark = reader.bool("twoDotsAfterMark") ?? false
    apostrophe = reader.string("apostrophe")
    turnedCommaAfter = reader.string("turnedCommaAfter")
    longestMarkRun = reader.int("longestMarkRun", in: 1...9)
    mixedMarks = reader.string("mixedMarks")
    script = reader.choice("scriptMarks", Script.self)
    dropsThaiPeriod = reader.bool("dropsThaiPeriod") ?? false
    spaceBefore =
      reader.object("spaceBefore") { spaces in
        TypographyStyle.MarkSpaces(
          colon: spaces.text("colon"), semicolon: spaces.text("semicolon"),
          exclamation: spaces.text("exclamation"), question: spaces.text("question"),
          comma: spaces.text("comma"), period: spaces.text("period"))
      } ?? spaceBefore
    keptToNext = reader.strings("keptToNext")
    keepsInitials = reader.bool("keepsInitials") ?? false
    numberSignGap = reader.text("numberSignGap")
    units = reader.strings("units")
    currencyWords = reader.strings("currencyWords")
  }
}

extension TypographyStyle {
  /// The style of a locale: quotation marks, numbers and currency as CLDR has them, the rest from the pack.
  init(_ locale: CLDRLocale, _ fields: TypographyFields) {
    self.init()
    let quotes = locale.quotes
    outerQuotes = Self.marks(quotes.open, quotes.close, inside: fields.quotesInside)
    innerQuotes = Self.marks(quotes.nestedOpen, quotes.nestedClose, inside: fields.quotesInside)
    if fields.quotes.count == 4 {
      outerQuotes = QuoteMarks(open: fields.quotes[0], close: fields.quotes[1], inside: fields.quotesInside)
      innerQuotes = QuoteMarks(open: fields.quotes[2], close: fields.quotes[3], inside: fields.quotesInside)
    }
    dash = fields.dash.map(Self.form)
    ellipsis = fields.ellipsis
    twoDotsAfterMark = fields.hasTwoDotsAfterMark
    apostrophe = fields.apostrophe
    turnedComma = fields.turnedCommaAfter.map { TurnedComma(mark: "ʻ", after: $0) }
    longestMarkRun = fields.longestMarkRun
    mixedMarks = fields.mixedMarks
    scriptMarks = fields.script.map { script in
      switch script {
      case .chinese: .chinese
      case .japanese: .japanese
      case .arabic: .arabic
      }
    }
    dropsThaiPeriod = fields.dropsThaiPeriod
    spaceBefore = fields.spaceBefore
    wordsKeptToNext = WordList(fields.keptToNext)
    keepsInitials = fields.keepsInitials
    numberSignGap = fields.numberSignGap
    units = WordList(fields.units)
    setNumbers(locale.numbers, fields)
  }

  /// Digits of other scripts are left as they are typed.
  private mutating func setNumbers(_ numbers: NumberStyle, _ fields: TypographyFields) {
    guard numbers.numbering == "latn" else { return }
    decimalMark = numbers.currencyDecimal
    groupMark = numbers.currencyGroup
    if numbers.percentPattern.suffix.last == .percent {
      percentGap = numbers.percentPattern.suffix.dropLast().reduce(into: "") { gap, piece in
        if case .literal(let text) = piece { gap += text }
      }
    }
    currency = CurrencyForm(
      position: numbers.currencyPosition == .before ? .before : .after, gap: numbers.currencyGap,
      words: WordList(fields.currencyWords))
  }

  private static func marks(_ open: String, _ close: String, inside: String?) -> QuoteMarks? {
    guard open.unicodeScalars.count == 1, close.unicodeScalars.count == 1,
      let first = open.unicodeScalars.first, let last = close.unicodeScalars.first
    else { return nil }
    return QuoteMarks(open: first, close: last, inside: inside)
  }

  private static func form(_ dash: TypographyFields.Dash) -> DashForm {
    switch dash {
    case .spacedEnDash: .spacedEnDash
    case .spacedEmDash: .spacedEmDash
    case .wideEmDash: DashForm(mark: "—", before: " ", after: " ")
    case .closedEmDash: .closedEmDash
    }
  }
}
