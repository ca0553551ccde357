package import DeskModel

/// What stands for the names, handles, numbers, addresses and secrets of one conversation, in all of its
/// texts alike.
///
/// The same original is replaced by the same thing wherever it stands, and by something of its shape: as many
/// digits in the same groups, the same capitals, a name for a name. Nothing that is put in holds an original
/// name of three or more letters or an original number of three or more digits. Times of day, days of the
/// month, ordinals and amounts of one or two digits stay; years and the days of dates of birth are moved.
///
/// Names are those that the backend tells of the customer and of all authors, and those that the texts tell:
/// introductions, answers to “your name, please?”, titles, greetings, signatures, look-ups, and common given
/// names. What nothing tells to be a name is not found; a name that is a word, too (`Will`), is replaced
/// where it has a capital.
package struct Pseudonyms: Sendable {
  private let words: NameBook
  private let phrases: PhraseBook
  private let digits: DigitMap
  private let letters: LetterMap
  private let streets: StreetMap
  private let isMonthFirst: Bool
  private let authors: [String: String]
  private let named: Contact

  /// Chooses what stands for everything in a conversation.
  ///
  /// - Parameters:
  ///   - conversation: whole, as it came.
  ///   - seed: the same seed chooses the same names and numbers.
  /// - Complexity: O(text · names).
  package init(_ conversation: Conversation, seed: UInt64) {
    var builder = PseudonymBuilder(conversation, seed: seed)
    builder.build()
    words = builder.words
    phrases = builder.phrases
    digits = builder.digits
    letters = builder.letters
    streets = builder.streets
    isMonthFirst = builder.isMonthFirst
    authors = builder.authors
    named = builder.contact
  }

  /// The customer with all names, notes and fields replaced; the id is `customer`.
  ///
  /// A customer without a name has one here.
  package var contact: Contact {
    var contact = named
    contact.id = "customer"
    contact.title = contact.title.map(replaced)
    contact.role = contact.role.map(replaced)
    contact.notes = contact.notes.map(replaced)
    contact.fields = replaced(contact.fields)
    if let zone = contact.timeZone, replaced(zone) != zone { contact.timeZone = nil }
    return contact
  }

  /// The name under which an author appears; for the customer the contact's.
  package func name(of author: Author) -> String {
    let known = author.kind == .customer ? named.full : authors[PseudonymBuilder.key(author)]
    return known ?? "colleague"
  }

  /// Fields with their names and values replaced.
  package func replaced(_ fields: [Field]) -> [Field] {
    fields.map { Field(name: replaced($0.name), values: $0.values.map(replaced)) }
  }

  /// A text of the conversation without controls, and with everything replaced.
  ///
  /// - Complexity: O(text · names).
  package func replaced(_ text: String) -> String {
    let scalars = PlainText.cleaned(text)
    let pieces = TextScanner(text: scalars, isMonthFirst: isMonthFirst).pieces()
    let houses = streets.places(scalars, pieces)
    let secrets = SecretWords.places(scalars, pieces)
    let birthDays = birthDays(scalars, pieces)
    var result = ""
    var place = 0
    while place < pieces.count {
      let piece = pieces[place]
      let own = scalars[piece.range]
      if let (made, count) = phrases.phrase(at: place, scalars, pieces) {
        result += made
        place += count
        continue
      } else if let street = houses.words[place] {
        result += street
      } else if secrets.contains(place), piece.kind == .word || piece.kind == .small {
        result += code(own, isWhole: true)
      } else if let day = birthDays[place] {
        result += day
      } else if houses.numbers.contains(place) {
        result += house(own)
      } else {
        result += replacement(piece, scalars)
      }
      place += 1
    }
    return result
  }

  private func replacement(_ piece: TextPiece, _ text: [Unicode.Scalar]) -> String {
    let own = text[piece.range]
    switch piece.kind {
    case .word:
      return words.replacement(own, before: nextWord(piece.range.upperBound, text)) ?? NameBook.string(own)
    case .number(let groups): return number(groups, piece.range, text)
    case .code:
      guard isIBAN(own) else { return code(own, isWhole: false) }
      return NameBook.string(own.prefix(2)) + code(own.dropFirst(2), isWhole: true)
    case .handle: return NameBook.string(own.prefix(1)) + code(own.dropFirst(), isWhole: true)
    case .email: return email(own)
    case .link: return link(own)
    case .date(let date): return self.date(date, piece.range, text)
    case .mark: return MarkWords.placeholder(own.dropFirst().dropLast())
    case .small: return small(own)
    case .other: return NameBook.string(own)
    }
  }

  /// The word behind a blank, folded; empty when none is there.
  private func nextWord(_ place: Int, _ text: [Unicode.Scalar]) -> String {
    guard place < text.count, text[place].isSpace else { return "" }
    return FoldedWord(text[(place + 1)...].prefix { $0.isLetter }).text
  }

  // MARK: - Numbers

  private func number(_ groups: [Range<Int>], _ range: Range<Int>, _ text: [Unicode.Scalar]) -> String {
    let made = digits.groups(groups.map { DigitMap.digits(text[$0]) })
    var result = String.UnicodeScalarView()
    var place = range.lowerBound
    for (group, digits) in zip(groups, made) {
      result.append(contentsOf: text[place..<group.lowerBound])
      result.append(contentsOf: Self.written(digits, as: text[group]))
      place = group.upperBound
    }
    result.append(contentsOf: text[place..<range.upperBound])
    return String(result)
  }

  /// Digits in the script of others.
  private static func written(_ digits: [UInt8], as model: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    zip(digits, model).map { $0 == DigitMap.none ? "x" : $1.digit($0) }
  }

  /// The days of dates of birth that are written with a word: `October 3, 1931`, `3 de octubre de 1931`.
  private func birthDays(_ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> [Int: String] {
    var days: [Int: String] = [:]
    for (place, piece) in pieces.enumerated() {
      guard case .number(let groups) = piece.kind, groups.count == 1, piece.range.count == 4 else { continue }
      let year = TextDate.number(text[piece.range])
      guard (1_900...2_099).contains(year) else { continue }
      for before in pieces[..<place].indices.suffix(7).reversed() where pieces[before].kind != .word {
        let own = text[pieces[before].range]
        let isMark = own.first.map { $0.isSpace || $0 == "," || $0 == "." } ?? false
        if pieces[before].kind == .other, isMark { continue }
        let number = own.prefix { $0.isDigit }
        let ordinal = own.dropFirst(number.count)
        if pieces[before].kind == .small, (1...2).contains(number.count), ordinal.allSatisfy(\.isLetter) {
          let day = digits.day(TextDate.number(number), of: year, width: number.count)
          days[before] = NameBook.string(Self.written(day, as: number)) + NameBook.string(ordinal)
        }
        break
      }
    }
    return days
  }

  private func date(_ date: TextDate, _ range: Range<Int>, _ text: [Unicode.Scalar]) -> String {
    let year = date.values.year
    let days = digits.day(date.values.day, of: year, width: date.day.count)
    let parts = [
      (date.day, days), (date.month, DigitMap.digits(text[date.month])),
      (date.year, digits.year(year, DigitMap.digits(text[date.year]))),
    ].sorted { $0.0.lowerBound < $1.0.lowerBound }
    var result = String.UnicodeScalarView()
    var place = range.lowerBound
    for (part, digits) in parts {
      result.append(contentsOf: text[place..<part.lowerBound])
      result.append(contentsOf: Self.written(digits, as: text[part]))
      place = part.upperBound
    }
    return String(result)
  }

  /// The number of a house: another one, however short it is.
  private func house(_ own: ArraySlice<Unicode.Scalar>) -> String {
    mapped(own, letters: { NameBook.string($0) }, key: "house")
  }

  /// A short number with letters; a name in it is a name.
  private func small(_ own: ArraySlice<Unicode.Scalar>) -> String {
    guard own.contains(where: \.isLetter) else { return NameBook.string(own) }
    return own.split(by: { $0.isLetter }).map { words.replacement($0) ?? NameBook.string($0) }.joined()
  }

  // MARK: - Codes and addresses

  private static let prefixes: Set<String> = [
    "ord", "order", "inv", "sku", "id", "no", "nr", "ref", "tkt", "ticket", "rt", "rma", "po", "case", "usd",
    "eur",
    "uah", "pln", "idr", "gbp", "rub", "http", "https", "www",
  ]

  private func isIBAN(_ own: ArraySlice<Unicode.Scalar>) -> Bool {
    own.count >= 15 && own.prefix(2).allSatisfy(\.isLetter)
      && own.dropFirst(2).prefix(2).allSatisfy(\.isDigit)
      && own.count(where: \.isDigit) >= 10 && !own.contains { $0 == "_" }
  }

  /// Letters and digits of a code; words in it that tell no person stay unless all of it is to go.
  private func code(_ own: ArraySlice<Unicode.Scalar>, isWhole: Bool) -> String {
    let parts = own.split(by: { $0.isLetter || $0.isDigit })
    return parts.map { part in
      let isMixed = part.contains(where: \.isDigit)
      return mapped(
        part,
        letters: { run in
          if let name = words.whole(run) { return name }
          let folded = FoldedWord(run).text
          let isKnown = Self.prefixes.contains(folded)
          let isShort = Capitals(run) == .all && run.count <= 5
          // “149rb”, “500GB”
          let isUnit =
            isMixed && run.count <= 3 && run.endIndex == part.endIndex && part.split(by: \.isDigit).count == 2
          if !isWhole, isKnown || isUnit || !isMixed && !isShort {
            return words.replacement(run) ?? NameBook.string(run)
          }
          return letters.run(run)
        }, key: FoldedWord(own.prefix(64)).text)
    }.joined()
  }

  /// A text with its runs of digits and letters replaced.
  private func mapped(
    _ own: ArraySlice<Unicode.Scalar>, letters: (ArraySlice<Unicode.Scalar>) -> String, key: String
  ) -> String {
    own.split(by: { $0.isDigit }).map { run in
      guard let first = run.first, first.isDigit else {
        return run.split(by: { $0.isLetter }).flatMap { $0.split(by: { $0.isOfJoinedWords }) }.map { part in
          guard let first = part.first, first.isLetter else { return NameBook.string(part) }
          // “345호”: what is joined to a code is no part of it.
          return first.isOfJoinedWords ? words.replacement(part) ?? NameBook.string(part) : letters(part)
        }.joined()
      }
      return NameBook.string(Self.written(digits.short(DigitMap.digits(run), in: key), as: run))
    }.joined()
  }

  private func email(_ own: ArraySlice<Unicode.Scalar>) -> String {
    guard let at = own.firstIndex(where: { $0 == "@" || $0 == "＠" }) else { return code(own, isWhole: true) }
    return code(own[..<at], isWhole: true) + NameBook.string(own[at...at]) + host(own[(at + 1)...])
  }

  private func link(_ own: ArraySlice<Unicode.Scalar>) -> String {
    var rest = own
    var result = ""
    if let colon = own.firstIndex(of: ":"), own[colon...].prefix(3).elementsEqual("://".unicodeScalars) {
      result = NameBook.string(own[..<(colon + 3)]).lowercased()
      rest = own[(colon + 3)...]
    }
    let end = rest.firstIndex { "/?#".unicodeScalars.contains($0) } ?? rest.endIndex
    result += host(rest[..<end])
    return result + code(rest[end...].prefix(60), isWhole: true)
  }

  /// A host that belongs to nobody.
  private func host(_ own: ArraySlice<Unicode.Scalar>) -> String {
    let folded = FoldedWord(own).text
    var chooser = Chooser(seed: letters.seed, key: "host " + folded)
    let hosts = chooser.shuffled(NameLists.hosts)
    return hosts.first { host in
      !folded.contains(host) && !letters.forbidden.contains { host.contains($0) }
    } ?? "host.invalid"
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// The runs of scalars that fulfil a condition and of those that do not, in order.
  func split(by holds: (Unicode.Scalar) -> Bool) -> [ArraySlice<Unicode.Scalar>] {
    var runs: [ArraySlice<Unicode.Scalar>] = []
    var start = startIndex
    for place in indices where place > start && holds(self[place]) != holds(self[place - 1]) {
      runs.append(self[start..<place])
      start = place
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}
