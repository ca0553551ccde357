extension TypographyStyle {
  /// A pair of quotation marks, each of one character.
  package struct QuoteMarks: Sendable, Hashable {
    /// The mark before the quotation.
    package var open: Unicode.Scalar
    /// The mark behind the quotation; may be the same as `open`.
    package var close: Unicode.Scalar
    /// The gap inside both marks: a no-break space in French, `""` to remove one, nil to leave it alone.
    package var inside: String?

    /// Makes a pair.
    package init(open: Unicode.Scalar, close: Unicode.Scalar, inside: String? = nil) {
      self.open = open
      self.close = close
      self.inside = inside
    }
  }

  /// A dash with the spaces that stand around it.
  package struct DashForm: Sendable, Hashable {
    /// The dash: `–` or `—`.
    package var mark: Unicode.Scalar
    /// The space before the dash; `""` for none.
    package var before: String
    /// The space behind the dash; `""` for none.
    package var after: String

    /// Makes a form; without spaces, only hyphens become dashes, and dashes keep the spaces that they have.
    package init(mark: Unicode.Scalar, before: String = "", after: String = "") {
      self.mark = mark
      self.before = before
      self.after = after
    }

    /// `word – word`.
    package static var spacedEnDash: DashForm { DashForm(mark: "\u{2013}", before: " ", after: " ") }
    /// `word — word`, the first space a no-break one.
    package static var spacedEmDash: DashForm {
      DashForm(mark: "\u{2014}", before: "\u{00A0}", after: " ")
    }
    /// `word—word`.
    package static var closedEmDash: DashForm { DashForm(mark: "\u{2014}") }
  }

  /// The gap before each mark; nil leaves it alone, `""` removes one, a space is put in where it is missing.
  package struct MarkSpaces: Sendable, Hashable {
    /// The gap before `:`.
    package var colon: String?
    /// The gap before `;` and `؛`.
    package var semicolon: String?
    /// The gap before `!`.
    package var exclamation: String?
    /// The gap before `?` and `؟`.
    package var question: String?
    /// The gap before `,` and `،`; only `""` has a meaning.
    package var comma: String?
    /// The gap before `.`; only `""` has a meaning.
    package var period: String?

    /// Makes gaps of what is given.
    package init(
      colon: String? = nil, semicolon: String? = nil, exclamation: String? = nil, question: String? = nil,
      comma: String? = nil, period: String? = nil
    ) {
      self.colon = colon
      self.semicolon = semicolon
      self.exclamation = exclamation
      self.question = question
      self.comma = comma
      self.period = period
    }

    /// No space before any mark.
    package static var none: MarkSpaces {
      MarkSpaces(colon: "", semicolon: "", exclamation: "", question: "", comma: "", period: "")
    }
  }

  /// Marks of a script that replace ASCII ones between its characters.
  package struct ScriptMarks: Sendable, Hashable {
    /// The scripts that have marks of their own.
    package enum Script: Sendable, Hashable {
      /// Chinese characters and kana; a space behind a replaced mark goes too.
      case han
      /// Arabic letters, of whatever language.
      case arabic
    }

    /// The script whose characters must stand on both sides; the end of the line counts as one behind.
    package var script: Script
    /// In place of `,`.
    package var comma: Unicode.Scalar?
    /// In place of `.`.
    package var period: Unicode.Scalar?
    /// In place of `;`.
    package var semicolon: Unicode.Scalar?
    /// In place of `:`.
    package var colon: Unicode.Scalar?
    /// In place of `!`.
    package var exclamation: Unicode.Scalar?
    /// In place of `?`.
    package var question: Unicode.Scalar?

    /// Makes marks of what is given; the other ASCII marks stay.
    package init(
      script: Script, comma: Unicode.Scalar? = nil, period: Unicode.Scalar? = nil,
      semicolon: Unicode.Scalar? = nil, colon: Unicode.Scalar? = nil, exclamation: Unicode.Scalar? = nil,
      question: Unicode.Scalar? = nil
    ) {
      self.script = script
      self.comma = comma
      self.period = period
      self.semicolon = semicolon
      self.colon = colon
      self.exclamation = exclamation
      self.question = question
    }

    /// `，。；：！？`.
    package static var chinese: ScriptMarks {
      ScriptMarks(
        script: .han, comma: "，", period: "。", semicolon: "；", colon: "：", exclamation: "！", question: "？")
    }
    /// `、。；：！？`.
    package static var japanese: ScriptMarks {
      ScriptMarks(
        script: .han, comma: "、", period: "。", semicolon: "；", colon: "：", exclamation: "！", question: "？")
    }
    /// `،؛؟`.
    package static var arabic: ScriptMarks {
      ScriptMarks(script: .arabic, comma: "،", semicolon: "؛", question: "؟")
    }
  }

  /// A mark that makes a letter of its own with the letter before it.
  package struct TurnedComma: Sendable, Hashable {
    /// The mark: `ʻ`.
    package var mark: Unicode.Scalar
    /// The letters that take it, in lower case: `og`.
    package var after: String

    /// Makes a mark for these letters.
    package init(mark: Unicode.Scalar, after: String) {
      self.mark = mark
      self.after = after
    }
  }

  /// Where a currency stands beside its amount, and at what distance; an amount is never turned round.
  package struct CurrencyForm: Sendable, Hashable {
    /// The sides of an amount.
    package enum Position: Sendable, Hashable {
      /// `$5`.
      case before
      /// `5 €`.
      case after
    }

    /// The side on which the language sets it; a currency on the other side is left alone.
    package var position: Position
    /// The gap between the digits and a sign such as `€`; `""` for none, nil to leave it alone.
    package var gap: String?
    /// The gap between the digits and one of `words`; `""` for none, nil to leave it alone.
    package var wordGap: String?
    /// Currencies that are written as words, in their own case: `Rp`, `zł`.
    package var words: WordList

    /// Makes a form.
    package init(
      position: Position, gap: String? = nil, wordGap: String? = "\u{00A0}", words: WordList = []
    ) {
      self.position = position
      self.gap = gap
      self.wordGap = wordGap
      self.words = words
    }
  }
}
