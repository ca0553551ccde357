/// How a language sets its text: what a locale pack says of quotation marks, dashes, spaces and numbers.
///
/// Every field may be absent; what is absent is left as the writer typed it. Marks and gaps are given as the text
/// to set: `"\u{00A0}"` for a no-break space, `"\u{202F}"` for a narrow one, `""` for no gap at all.
package struct TypographyStyle: Sendable, Hashable {
  /// The marks around a quotation; nil leaves straight quotation marks alone.
  package var outerQuotes: QuoteMarks?
  /// The marks around a quotation inside another; nil sets `outerQuotes` there too.
  package var innerQuotes: QuoteMarks?
  /// The dash between two words that are typed as `word - word`.
  package var dash: DashForm?
  /// What stands for three to five full stops in a row: `…`, or `……` in Chinese.
  package var ellipsis: String?
  /// Whether an ellipsis after `?` or `!` is cut to two full stops, as in Russian `?..`.
  package var twoDotsAfterMark: Bool
  /// The apostrophe inside a word, for the straight one: `’` or `ʼ`.
  package var apostrophe: String?
  /// The mark that makes letters of their own, as in Uzbek `oʻ` and `gʻ`.
  package var turnedComma: TurnedComma?
  /// How many equal `!` or `?` may stand in a row, from 1; longer runs are cut to this.
  package var longestMarkRun: Int?
  /// What stands for `!?` and `?!`; longer mixtures become this too when `longestMarkRun` is 1.
  package var mixedMarks: String?
  /// The marks of a script in place of the ASCII ones, between characters of that script.
  package var scriptMarks: ScriptMarks?
  /// Whether the full stop behind a Thai sentence is dropped; abbreviations keep theirs.
  package var dropsThaiPeriod: Bool
  /// The gaps before marks.
  package var spaceBefore: MarkSpaces
  /// Words, in lower case, behind which the line does not break: prepositions, words of one letter.
  package var wordsKeptToNext: WordList
  /// Whether the line does not break between two initials, and between them and the surname.
  package var keepsInitials: Bool
  /// The gap between `№` or `§` and its number; put in where it is missing.
  package var numberSignGap: String?
  /// Units and other words, in their own case, before which the line does not break when a number precedes.
  package var units: WordList
  /// The gap between a number and `%`; put in where it is missing.
  package var percentGap: String?
  /// The mark before the decimals of an amount of money.
  package var decimalMark: String?
  /// The mark between the groups of three digits of an amount of money.
  package var groupMark: String?
  /// The gap between an amount and its currency.
  package var currency: CurrencyForm?

  /// Makes a style of what is given; the rest is left alone.
  package init(
    outerQuotes: QuoteMarks? = nil,
    innerQuotes: QuoteMarks? = nil,
    dash: DashForm? = nil,
    ellipsis: String? = nil,
    twoDotsAfterMark: Bool = false,
    apostrophe: String? = nil,
    turnedComma: TurnedComma? = nil,
    longestMarkRun: Int? = nil,
    mixedMarks: String? = nil,
    scriptMarks: ScriptMarks? = nil,
    dropsThaiPeriod: Bool = false,
    spaceBefore: MarkSpaces = MarkSpaces(),
    wordsKeptToNext: WordList = [],
    keepsInitials: Bool = false,
    numberSignGap: String? = nil,
    units: WordList = [],
    percentGap: String? = nil,
    decimalMark: String? = nil,
    groupMark: String? = nil,
    currency: CurrencyForm? = nil
  ) {
    self.outerQuotes = outerQuotes
    self.innerQuotes = innerQuotes
    self.dash = dash
    self.ellipsis = ellipsis
    self.twoDotsAfterMark = twoDotsAfterMark
    self.apostrophe = apostrophe
    self.turnedComma = turnedComma
    self.longestMarkRun = longestMarkRun
    self.mixedMarks = mixedMarks
    self.scriptMarks = scriptMarks
    self.dropsThaiPeriod = dropsThaiPeriod
    self.spaceBefore = spaceBefore
    self.wordsKeptToNext = wordsKeptToNext
    self.keepsInitials = keepsInitials
    self.numberSignGap = numberSignGap
    self.units = units
    self.percentGap = percentGap
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.currency = currency
  }
}
