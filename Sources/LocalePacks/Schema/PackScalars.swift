import DeskModel
import JSONText

/// The fields of a pack that are no records.
struct PackScalars: Sendable, Hashable {
  var name: String?
  var nativeName: String?
  var country: String?
  var reviewedBy: String?
  var text = TextRules()
  var names = NameRules()
  var language = LanguageRules()
  var method: RegisterMethod = .none
  var preferred: PreferredRegister = .formal
  var expectation: AddressExpectation = .never
  var declension: Declension = .none
  var typography = TypographyFields()
  var answers = AnswerRules()

  /// Reads them; the lists of records that stand in the same objects are handed to the closures.
  init(
    _ reader: inout RecordReader, register readMarkers: (inout RecordReader) -> Void,
    address readRules: (inout RecordReader) -> Void, answers readWords: (inout RecordReader) -> Void
  ) {
    name = reader.string("name")
    nativeName = reader.string("nativeName")
    country = reader.string("country")
    reviewedBy =
      reader.object("review") { review in
        let by = review.string("by")
        _ = review.string("date")
        return by
      } ?? nil
    text = reader.object("text") { Self.textRules(&$0) } ?? TextRules()
    names = reader.object("names") { Self.nameRules(&$0) } ?? NameRules()
    language = reader.object("language") { Self.languageRules(&$0) } ?? LanguageRules()
    if let register = reader.object(
      "register",
      { register in
        defer { readMarkers(&register) }
        return (
          register.choice("method", RegisterMethod.self),
          register.choice("preferred", PreferredRegister.self)
        )
      })
    {
      method = register.0 ?? method
      preferred = register.1 ?? preferred
    }
    if let address = reader.object(
      "address",
      { address in
        defer { readRules(&address) }
        return (
          address.choice("expect", AddressExpectation.self),
          address.choice("declension", Declension.self)
        )
      })
    {
      expectation = address.0 ?? expectation
      declension = address.1 ?? declension
    }
    typography = reader.object("typography") { TypographyFields(&$0) } ?? TypographyFields()
    answers =
      reader.object("answers") { answers in
        defer { readWords(&answers) }
        return AnswerRules(&answers)
      } ?? AnswerRules()
  }

  private static func textRules(_ reader: inout RecordReader) -> TextRules {
    var rules = TextRules()
    rules.casing = reader.choice("casing", TextRules.Casing.self) ?? rules.casing
    rules.apostrophe = reader.choice("apostrophe", TextRules.Apostrophe.self) ?? rules.apostrophe
    for (from, to) in reader.texts("map") {
      guard from.count == 1, to.count == 1, let from = from.first, let to = to.first else {
        reader.note("map", "must map single characters to single characters")
        continue
      }
      rules.map[from] = to
    }
    rules.strip = Set((reader.string("strip") ?? "").unicodeScalars)
    rules.isUnspaced = reader.bool("unspaced") ?? false
    rules.abbreviations = Set(reader.strings("abbreviations").map { $0.lowercased() })
    return rules
  }

  private static func nameRules(_ reader: inout RecordReader) -> NameRules {
    var rules = NameRules()
    rules.order = reader.choice("order", NameRules.Order.self) ?? rules.order
    rules.givenWords = reader.choice("givenWords", NameRules.Words.self) ?? rules.givenWords
    rules.single = reader.choice("single", NameRules.Single.self) ?? rules.single
    rules.connectors = reader.strings("connectors")
    rules.patronymicEndings = reader.strings("patronymicEndings").map { $0.lowercased() }
    rules.familyWords = reader.int("familyWords", in: 1...2) ?? 1
    rules.particles = reader.strings("particles").map { $0.lowercased() }
    rules.families = reader.strings("families").sorted { $0.count > $1.count }
    rules.isUnspaced = reader.bool("unspaced") ?? false
    rules.splitsOnlyListed = reader.bool("onlyListed") ?? false
    return rules
  }

  static func languageRules(_ reader: inout RecordReader) -> LanguageRules {
    var rules = LanguageRules()
    rules.words = reader.strings("words")
    rules.letters = reader.string("letters") ?? ""
    rules.foreignLetters = reader.string("foreignLetters") ?? ""
    rules.avoidsForeignWords = reader.bool("avoidsForeignWords") ?? false
    rules.allowedForeign = reader.strings("allowedForeign")
    return rules
  }
}

extension PackScalars {
  /// Reads the fields of layers that are laid over each other.
  init(_ merged: JSONValue) {
    var reader = RecordReader(merged, at: FieldPath())
    self.init(&reader, register: { _ in }, address: { _ in }, answers: { _ in })
  }
}
