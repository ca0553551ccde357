/// A word of a text as the search for names sees it.
struct NameWord: Sendable, Hashable {
  /// What stands before it.
  enum Gap: Sendable, Hashable { case nothing, space, comma, stop, newline, mark, pieces }

  let raw: String
  let folded: String
  private(set) var capitals: Capitals
  let gap: Gap
  /// Whether it was written with `’s`, which is left out here.
  var isGenitive = false
  /// What stands behind it, up to the next word.
  var next = Gap.stop

  /// Whether it begins a sentence, where any word has a capital.
  var beginsSentence: Bool { gap == .nothing || gap == .stop || gap == .newline }

  /// Whether it is written as a name is.
  var isCapital: Bool { capitals != .lower }

  /// Whether it is a given name that everybody knows.
  var isKnown: Bool { KnownNames.female.contains(folded) || KnownNames.male.contains(folded) }

  /// Whether it can be a name at all.
  var canBeName: Bool {
    let length = raw.unicodeScalars.count
    guard length >= 2, !KnownNames.ordinary.contains(folded), !NamePhrases.titles.contains(folded) else {
      return false
    }
    return capitals != .all || length > 3 || isKnown
  }

  /// The words of a text.
  ///
  /// - Complexity: O(text).
  static func words(_ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> [NameWord] {
    var words: [NameWord] = []
    var gap = Gap.nothing
    for piece in pieces {
      if piece.kind == .word {
        if !words.isEmpty { words[words.count - 1].next = gap }
        words.append(word(text[piece.range], gap))
        gap = .space
      } else if piece.kind == .other {
        gap = worse(gap, self.gap(text[piece.range.lowerBound]))
      } else {
        gap = .pieces
      }
    }
    if !words.isEmpty, gap != .space { words[words.count - 1].next = gap }
    // Who shouts tells no name by its capitals.
    let loud = words.count { $0.capitals == .all }
    if loud >= 3, loud * 2 > words.count {
      for place in words.indices where words[place].capitals == .all && !words[place].isKnown {
        words[place].capitals = .lower
      }
    }
    return words
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>, _ gap: Gap) -> NameWord {
    let capitals = Capitals(scalars)
    let folded = FoldedWord(scalars).text
    // “Mark’s”
    let base = String(folded.dropLast(2))
    let isGenitive =
      folded.hasSuffix("'s") && folded.count > 3 && !KnownNames.ordinary.contains(folded)
      && (capitals != .lower || KnownNames.female.contains(base) || KnownNames.male.contains(base))
    return NameWord(
      raw: NameBook.string(isGenitive ? scalars.dropLast(2) : scalars),
      folded: isGenitive ? base : folded, capitals: capitals, gap: gap,
      isGenitive: isGenitive)
  }

  private static func gap(_ scalar: Unicode.Scalar) -> Gap {
    if scalar == "\n" { return .newline }
    if scalar.isSpace { return .space }
    if ",،、，".unicodeScalars.contains(scalar) { return .comma }
    return ".!?…。！？؟;:".unicodeScalars.contains(scalar) ? .stop : .mark
  }

  private static func worse(_ left: Gap, _ right: Gap) -> Gap {
    let order: [Gap] = [.nothing, .space, .mark, .pieces, .comma, .stop, .newline]
    let places = [left, right].compactMap { order.firstIndex(of: $0) }
    return places.max().map { left == .nothing && right != .newline ? .nothing : order[$0] } ?? right
  }
}

/// Phrases that names follow, folded, by how sure it is.
enum NamePhrases {
  private static func phrases(_ text: String) -> Set<String> {
    Set(text.split(separator: ",").map { FoldedWord($0.trimmed).text })
  }

  /// A name follows whatever its capitals.
  static let sure = phrases(
    """
    my name is, my name's, my full name is, they call me, you can call me, maiden name, maiden is, maiden \
    name is, \
    maiden name was, last name is, first name is, pet's name is, pet's name was, pets name was, pets name \
    is, named, мене звати, мене звуть, \
    моє ім'я, моє прізвище, меня зовут, мое имя, моя фамилия, nama saya, nama aku, namaku, mein name ist, \
    ich heiße, \
    me llamo, mi nombre es, je m'appelle, mon nom est, nazywam się, mam na imię, moje nazwisko, benim adım, \
    adım
    """)

  /// A name follows when it is written as one.
  static let likely = phrases(
    """
    i'm, i am, im, this is, call me, name is, name was, names is, name's, called, pet is, pet was, dog was, \
    cat was, \
    doc, engineer, captain, officer, ich bin, hier ist, soy, je suis, jestem, saya, ini, я, це, это, звати, \
    зовут
    """)

  /// So answers begin that have been asked for a name.
  static let answers = phrases(
    "it's, its, it is, that is, that's, it was, that was, yes it's, she was, he was, це, это")

  /// A family name follows, or with a given name.
  static let titles = phrases(
    """
    dr, doc, mr, mrs, ms, miss, mx, prof, professor, doctor, herr, frau, pan, pani, panie, pana, пан, пані, \
    пане, панові, \
    господин, госпожа, доктор, лікар, pak, bapak, bu, ibu, mas, mbak, kak, señor, señora, sr, sra, don, \
    doña, \
    monsieur, madame, mme, mlle, sayın, aunt, uncle
    """)

  /// Titles behind which a name may stand without a capital.
  static let sureTitles: Set<String> = ["dr", "doc", "mr", "mrs", "ms", "prof"]

  /// A name may follow with a mark or an end behind it.
  static let greetings = phrases(
    """
    hello, hi, hey, dear, good morning, good afternoon, good evening, thanks, thank you, вітаю, добрий день, \
    доброго дня, привіт, шановна, шановний, добрий вечір, доброго ранку, дякую, здравствуйте, добрый день, \
    привет, \
    уважаемая, уважаемый, спасибо, halo, hai, selamat pagi, selamat siang, selamat sore, selamat malam, \
    hallo, \
    guten tag, liebe, lieber, sehr geehrte, sehr geehrter, hola, estimado, estimada, bonjour, cher, chère, \
    dzień dobry, witam, cześć, szanowna, szanowny, merhaba
    """)

  /// A name stands in the line below.
  static let closings: Set<String> = phrases(
    """
    regards, sincerely, thanks, thank you, cheers, best, yours, повагою, дякую, щиро, уважением, спасибо, \
    salam, \
    hormat saya, terima kasih, grüßen, grüße, gruß, dank, saludos, atentamente, gracias, cordialement, \
    merci, \
    pozdrawiam, dziękuję, saygılarımla, teşekkürler
    """)

  /// Words by which somebody asks for a name.
  static let asking = phrases(
    """
    name, names, surname, ім'я, прізвище, звати, звертатися, имя, фамилия, фамилию, зовут, обращаться, nama, \
    vorname, \
    nachname, nombre, apellido, apellidos, nom, prénom, imię, nazwisko, isim, adınız, adınızı, soyadınız, \
    isminiz
    """)

  /// Words by which somebody asks for what only the customer knows: a name may be the answer.
  static let checking: Set<String> = [
    "security", "authenticate", "maiden", "birth", "pin", "verify", "identity", "who", "дівоче", "девичья",
    "народження",
    "рождения", "питання", "вопрос",
  ]

  /// Words by which somebody asks without a question mark.
  static let requests = phrases(
    """
    please, provide, need, tell, give, what, which, будь ласка, ласка, підкажіть, пожалуйста, подскажите, \
    mohon, tolong, boleh, \
    bitte, por favor, favor, plaît, proszę, lütfen, full
    """)

  /// Keys of a look-up whose values are names of people.
  static let people: Set<String> = [
    "driver", "guest", "host", "doctor", "patient", "first", "last", "full", "given", "family",
    "user",
    "contact", "sender", "recipient", "agent", "owner", "employee", "holder",
  ]

  /// Keys of a look-up whose values name what everybody may know.
  static let products: Set<String> = [
    "api", "product", "plan", "tariff", "service", "item", "queue", "field", "status", "file", "model", "day",
    "month",
  ]

  /// Keys of a look-up whose values are the customer’s name.
  static let customers: Set<String> = ["customer", "client", "caller"]
}
