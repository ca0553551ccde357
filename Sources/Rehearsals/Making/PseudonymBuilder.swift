import DeskModel

/// Gathers what is to be replaced in a conversation, and chooses what stands for it.
struct PseudonymBuilder {
  private(set) var words: NameBook
  private(set) var phrases: PhraseBook
  private(set) var streets: StreetMap
  let digits: DigitMap
  let letters: LetterMap
  let isMonthFirst: Bool
  /// The names of authors other than the customer, by `key`.
  private(set) var authors: [String: String] = [:]
  /// The customer's names; all else is as it came.
  private(set) var contact: Contact
  private let conversation: Conversation
  private let seed: UInt64
  private let language: String
  private let found: [FoundName]
  private let things: [String]

  /// Reads a conversation.
  init(_ conversation: Conversation, seed: UInt64) {
    self.conversation = conversation
    self.seed = seed
    contact = conversation.contact
    contact.full = Self.named(contact.full)
    contact.given = Self.named(contact.given)
    contact.family = Self.named(contact.family)
    contact.patronymic = Self.named(contact.patronymic)
    if [contact.full, contact.given, contact.family].allSatisfy({ ($0 ?? "").trimmed.isEmpty }) {
      contact.full =
        conversation.entries.lazy.filter { $0.author.kind == .customer }.compactMap {
          Self.named($0.author.name)
        }
        .first
    }
    let tag = conversation.locale ?? conversation.contact.locale ?? "en"
    language = Self.language(tag)
    isMonthFirst = language == "en" && (tag.count == 2 || tag.hasSuffix("US"))
    let isMonthFirst = isMonthFirst
    let scanned = Self.texts(of: conversation).map { text in
      let scalars = PlainText.cleaned(text)
      return (text: scalars, pieces: TextScanner(text: scalars, isMonthFirst: isMonthFirst).pieces())
    }
    let spoken = scanned.map { NameWord.words($0.text, $0.pieces) }
    // The entries come first.
    let finder = NameFinder(
      Array(spoken.prefix(conversation.entries.count)), entries: conversation.entries, language: language)
    found = finder.names
    things = finder.things
    let last = conversation.entries.last?.at ?? Timestamp(milliseconds: 0)
    digits = DigitMap(scanned, year: CivilTime(last).year, seed: seed)
    let originals = Self.originalNames(conversation) + found.flatMap(\.words)
    let users = scanned.flatMap { text, pieces in pieces.flatMap { Self.userWords(text, $0) } }
    let folded = originals.map { FoldedWord($0).text } + users
    let forbidden = Set(folded.filter { $0.unicodeScalars.count >= 3 }).sorted()
    letters = LetterMap(seed: seed, forbidden: forbidden)
    streets = StreetMap(seed: seed, language: language, forbidden: forbidden)
    var said = Set(spoken.joined().map(\.folded))
    said.formUnion(folded)
    words = NameBook(seed: seed, language: language, said: said, letters: letters)
    phrases = PhraseBook(seed: seed, language: language, said: said, letters: letters)
    for (text, pieces) in scanned { streets.collect(text, pieces) }
  }

  /// A tag without its region.
  static func language(_ tag: String) -> String { tag.prefix { $0.isLetter }.lowercased() }

  /// All texts of a conversation, those of the entries first.
  private static func texts(of conversation: Conversation) -> [String] {
    let contact = conversation.contact
    let fields = contact.fields + conversation.fields
    return conversation.entries.map(\.text) + [conversation.subject] + conversation.tags + contact.notes
      + fields.map(\.name) + fields.flatMap(\.values)
      + [contact.full, contact.given, contact.family, contact.company, contact.title].compactMap { $0 }
      + conversation.entries.compactMap(\.author.name)
  }

  private static func originalNames(_ conversation: Conversation) -> [String] {
    let contact = conversation.contact
    let names =
      [contact.full, contact.given, contact.family, contact.patronymic, contact.company].compactMap { $0 }
      + conversation.entries.compactMap(\.author.name) + [conversation.assignee?.name].compactMap { $0 }
    return names.flatMap(nameWords)
  }

  /// The words of a handle, or of an e-mail address before the host.
  private static func userWords(_ text: [Unicode.Scalar], _ piece: TextPiece) -> [String] {
    guard piece.kind == .handle || piece.kind == .email else { return [] }
    let own = text[piece.range]
    let user = piece.kind == .email ? own.prefix { $0 != "@" && $0 != "＠" } : own
    return user.split(by: \.isLetter).map { FoldedWord($0).text }.filter { $0.unicodeScalars.count >= 4 }
  }

  /// The words of a name.
  static func nameWords(_ name: String) -> [String] {
    let scalars = PlainText.cleaned(name)
    let pieces = TextScanner(text: scalars, isMonthFirst: false).pieces()
    return NameWord.words(scalars, pieces).map(\.raw)
  }

  /// A name that is made of words; nil for an address, a number, a handle and what nobody can see, which people have
  /// instead of one: another name is made up then.
  private static func named(_ name: String?) -> String? {
    guard let name, !PlainText.oneLine(name).isEmpty else { return nil }
    let isOther = name.unicodeScalars.contains {
      "@_/:+#".unicodeScalars.contains($0) || $0.properties.generalCategory == .decimalNumber
    }
    return isOther ? nil : name
  }

  /// What an author is known by; those without a name are told apart by their ids.
  static func key(_ author: Author) -> String { author.name.map { "n " + $0 } ?? "i " + author.id }

  // MARK: - Choosing

  /// Takes in everything, the customer first.
  mutating func build() {
    takeCustomer()
    takeAuthors()
    for name in found { takeFound(name) }
    takeFields()
    for thing in things { phrases.add(thing: thing) }
  }

  private mutating func takeCustomer() {
    if [contact.full, contact.given, contact.family].allSatisfy({ ($0 ?? "").trimmed.isEmpty }) {
      nameUnknownCustomer()
      return
    }
    let isWoman = contact.gender.map { $0 == .female }
    let given = Self.nameWords(contact.given ?? "")
    let family = Self.nameWords(contact.family ?? "")
    let patronymic = Self.nameWords(contact.patronymic ?? "")
    for word in given { words.add(word, .given, gender: isWoman, isTold: true) }
    for word in family { words.add(word, .family, gender: isWoman, isTold: true) }
    for word in patronymic { words.add(word, .patronymic, gender: isWoman, isTold: true) }
    takeJoinedName()
    var full = Self.nameWords(contact.full ?? "")
    let titles = Self.nameWords(contact.title ?? "")
    full.removeAll { (given + family + patronymic + titles).contains($0) || Self.isTitle($0) }
    for (place, word) in full.enumerated() {
      words.add(word, role(of: word, place, hasGiven: !given.isEmpty), gender: isWoman, isTold: true)
    }
    func made(_ name: String?) -> String? {
      name.map { PlainText.oneLine(replaced($0)) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    (contact.given, contact.family, contact.patronymic) = (
      made(contact.given), made(contact.family), made(contact.patronymic)
    )
    contact.full =
      made(contact.full) ?? [contact.given, contact.family].compactMap { $0 }.joined(separator: " ")
    if contact.full?.isEmpty ?? true { nameUnknownCustomer() }
    takeCompany()
  }

  /// “山田太郎”: both names in one word.
  private mutating func takeJoinedName() {
    guard let full = contact.full, let given = contact.given, let family = contact.family,
      full == family + given || full == given + family
    else { return }
    words.add(full, made: [given, family].map { replaced($0) }.joined(separator: " "))
  }

  /// Whether a word of a name is neither a title nor a word like “Support”.
  private static func isPersonal(_ word: String) -> Bool {
    let folded = FoldedWord(word).text
    return word.count >= 2 && !KnownNames.ordinary.contains(folded) && !NamePhrases.titles.contains(folded)
  }

  private static func isTitle(_ word: String) -> Bool {
    NamePhrases.sureTitles.contains(FoldedWord(word).text)
  }

  private func role(of word: String, _ place: Int, hasGiven: Bool) -> NameBook.Role {
    let folded = FoldedWord(word).text
    if ["вич", "вна", "ична", "ічна"].contains(where: folded.hasSuffix) { return .patronymic }
    return place == 0 && !hasGiven ? .given : .family
  }

  /// A customer without a name bears the one that they have introduced themselves by, or any.
  private mutating func nameUnknownCustomer() {
    let own = found.first { $0.isCustomer && !$0.isFamily && $0.words.count <= 3 }
    let isWoman = contact.gender.map { $0 == .female }
    if let own, let first = own.words.first {
      words.add(first, .given, gender: isWoman ?? Self.isWoman(first), isTold: false, isSure: true)
      for word in own.words.dropFirst() { words.add(word, .family, gender: isWoman, isTold: false) }
      contact.given = replaced(first.capitalizedFirst)
    } else {
      contact.given = words.fresh(.given, isWoman: isWoman, key: "customer")
    }
    let family = own.map { $0.words.dropFirst() } ?? []
    contact.family =
      family.isEmpty
      ? words.fresh(.family, isWoman: isWoman, key: "customer")
      : family.map { replaced($0.capitalizedFirst) }.joined(separator: " ")
    contact.full = [contact.given, contact.family].compactMap { $0 }.joined(separator: " ")
    takeCompany()
  }

  private mutating func takeCompany() {
    guard let company = contact.company, !company.trimmed.isEmpty else { return }
    contact.company = phrases.add(company: company)
  }

  /// Whether a name is one of a list of women's or men's, so that its stand-in is of the same; nil for other
  /// names.
  private static func isWoman(_ name: String) -> Bool? {
    let folded = FoldedWord(name).text
    return switch (KnownNames.female.contains(folded), KnownNames.male.contains(folded)) {
    case (true, false): true
    case (false, true): false
    default: isDeclinedAsWoman(name)
    }
  }

  /// Whether a Ukrainian, Russian or Polish name is declined as women’s are; nil for names of other
  /// languages.
  private static func isDeclinedAsWoman(_ name: String) -> Bool? {
    let folded = FoldedWord(name).text
    guard folded.unicodeScalars.contains(where: { (0x400...0x52F).contains($0.value) }) else { return nil }
    return folded.hasSuffix("а") || folded.hasSuffix("я")
  }

  private mutating func takeAuthors() {
    let ours = conversation.assignee.map { [Author(kind: .agent, id: $0.id.rawValue, name: $0.name)] } ?? []
    let pages = Set(conversation.entries.filter { isPost($0) }.map { Self.key($0.author) })
    for author in conversation.entries.map(\.author) + ours
    where author.kind != .system {
      let key = Self.key(author)
      guard authors[key] == nil else { continue }
      // A bot is no person.
      if author.kind == .bot {
        authors[key] = words.fresh(.given, isWoman: nil, key: key)
        continue
      }
      if pages.contains(key), let name = author.name {
        authors[key] = phrases.add(company: name)
        continue
      }
      let name = author.name ?? Self.nameOfID(author.id)
      let parts = Self.nameWords(name ?? "").filter(Self.isPersonal)
      guard !parts.isEmpty else {
        authors[key] = words.fresh(.given, isWoman: nil, key: key)
        continue
      }
      for (place, part) in parts.enumerated() {
        let role = role(of: part, place, hasGiven: false)
        words.add(part, role, gender: Self.isWoman(parts[0]), isTold: true)
      }
      authors[key] = PlainText.oneLine(parts.map { replaced($0.capitalizedFirst) }.joined(separator: " "))
    }
  }

  /// Whether an entry is a post of ours, whose author is a page.
  private func isPost(_ entry: Entry) -> Bool {
    conversation.shape == .publicThread && entry.author.kind == .agent && entry.parent == nil
      && entry.kind == .comment
  }

  /// An id that is a name: letters only.
  private static func nameOfID(_ id: String) -> String? {
    id.unicodeScalars.count >= 3 && id.unicodeScalars.allSatisfy(\.isLetter) ? id : nil
  }

  private mutating func takeFound(_ name: FoundName) {
    let isWoman = name.words.first.flatMap(Self.isWoman)
    for (place, word) in name.words.enumerated() {
      let folded = FoldedWord(word).text
      guard !KnownNames.ordinary.contains(folded), !KnownNames.generic.contains(folded) else { continue }
      let role = name.isFamily && name.words.count == 1 ? .family : role(of: word, place, hasGiven: false)
      words.add(word, role, gender: isWoman, isTold: false, isSure: name.isSure)
    }
  }

  /// Fields that hold a name, a company or an address are originals, too.
  private mutating func takeFields() {
    for field in contact.fields + conversation.fields {
      let key = Set(
        FoldedWord(field.name).text.split { !$0.isLetter && !"'’ʼ".contains($0) }.map(String.init))
      for value in field.values {
        // “Zelda Quint <zelda@quint.example>”
        let parts = Self.nameWords(String(value.prefix { $0 != "<" }))
        if !key.isDisjoint(with: Self.companyKeys) {
          _ = phrases.add(company: value)
        } else if !key.isDisjoint(with: Self.cityKeys), parts.count == 1 {
          words.add(parts[0], .place, gender: nil, isTold: true)
        } else if !key.isDisjoint(with: Self.cityKeys), !parts.isEmpty {
          phrases.add(value, made: "(a town)")
        } else if !key.isDisjoint(with: Self.addressKeys) {
          phrases.add(value, made: "(an address)")
        } else if !key.isDisjoint(with: Self.nameKeys), parts.count <= 4 {
          for (place, part) in parts.enumerated() {
            words.add(
              part, role(of: part, place, hasGiven: false), gender: Self.isWoman(parts[0]), isTold: true)
          }
        }
      }
    }
  }

  private static let nameKeys: Set<String> = [
    "name", "names", "surname", "nama", "имя", "фио", "ім'я", "піб", "nombre", "nom", "imie", "isim", "login",
    "nick",
    "nickname", "username", "contact", "manager", "cc", "admincc", "requestor", "requestors", "owner",
    "lastname",
    "firstname", "nachname", "vorname", "apellido", "apellidos", "прізвище", "фамилия", "имена", "отчество",
  ]
  private static let companyKeys: Set<String> = [
    "company", "organisation", "organization", "firma", "компанія", "компания", "perusahaan", "empresa",
    "societe",
  ]
  private static let cityKeys: Set<String> = [
    "city", "town", "місто", "город", "kota", "stadt", "ort", "ciudad", "ville", "miasto", "sehir", "place",
  ]
  private static let addressKeys: Set<String> = [
    "address", "адреса", "адрес", "alamat", "adresse", "anschrift", "direccion", "adres", "delivery",
    "shipping",
  ]

  /// A name with the words that are in the book replaced.
  private func replaced(_ name: String) -> String {
    let scalars = PlainText.cleaned(name)
    let pieces = TextScanner(text: scalars, isMonthFirst: false).pieces()
    return pieces.map { piece in
      (piece.kind == .word ? words.replacement(scalars[piece.range]) : nil)
        ?? NameBook.string(scalars[piece.range])
    }.joined()
  }
}

extension String {
  /// With a capital at the beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
