/// Streets with the number of a house, and names that stand for them.
struct StreetMap: Sendable {
  let seed: UInt64
  let language: String
  let forbidden: [String]
  /// Names of streets that stand with a number somewhere, folded; they are replaced without one, too.
  private var known: Set<String> = []

  /// Makes a map that knows no street.
  init(seed: UInt64, language: String, forbidden: [String]) {
    self.seed = seed
    self.language = language
    self.forbidden = forbidden
  }

  /// Takes in the streets of a text.
  mutating func collect(_ text: [Unicode.Scalar], _ pieces: [TextPiece]) {
    for street in streets(text, pieces) where !street.numbers.isEmpty { known.insert(street.folded) }
  }

  /// What stands for words of a text, and which numbers are those of houses, by the places of their pieces.
  ///
  /// - Complexity: O(pieces).
  func places(
    _ text: [Unicode.Scalar], _ pieces: [TextPiece]
  ) -> (words: [Int: String], numbers: Set<Int>) {
    var words: [Int: String] = [:]
    var numbers: Set<Int> = []
    for street in streets(text, pieces) where !street.numbers.isEmpty || known.contains(street.folded) {
      numbers.formUnion(street.numbers)
      for place in street.name { words[place] = "" }
      words[street.name.lowerBound] = made(street, text, pieces)
    }
    return (words, numbers)
  }

  private struct Street {
    /// The pieces of its name.
    var name: Range<Int>
    var numbers: [Int]
    var folded: String
    /// The end of a compound that is the word for a street: `straße`.
    var tail = ""
  }

  private func made(_ street: Street, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> String {
    let scalars = text[
      pieces[street.name.lowerBound].range.lowerBound..<pieces[street.name.upperBound - 1].range.upperBound]
    let isCyrillic = scalars.contains { (0x400...0x52F).contains($0.value) }
    let tag =
      isCyrillic
      ? (["uk", "ru"].contains(language) ? language : "uk")
      : ["uk", "ru"].contains(language) ? "en" : language
    var chooser = Chooser(seed: seed, key: "street " + street.folded)
    let names = chooser.shuffled(
      street.tail.isEmpty ? NameLists.language(tag).streets : NameLists.language("de").streets)
    let name = names.first { name in
      let folded = FoldedWord(name).text
      return !street.folded.contains(folded) && !forbidden.contains { folded.contains($0) }
    }
    let capitals = Capitals(scalars)
    return capitals.applied(to: (name ?? "Xx") + street.tail)
  }

  // MARK: - Finding

  private func streets(_ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> [Street] {
    var found: [Street] = []
    var last = 0
    for (place, piece) in pieces.enumerated() where piece.kind == .word && place >= last {
      let word = FoldedWord(text[piece.range]).text
      let street =
        compound(word, place, text, pieces)
        ?? (Self.before.contains(word) ? named(behind: place, text, pieces) : nil)
        ?? (Self.behind.contains(word) ? named(before: place, from: last, text, pieces) : nil)
      guard var street else { continue }
      if let number = street.numbers.last { street.numbers += flats(after: number, text, pieces) }
      last = max(street.name.upperBound, (street.numbers.max() ?? -1) + 1)
      found.append(street)
    }
    return found
  }

  /// `Hauptstraße 12`.
  private func compound(
    _ word: String, _ place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]
  ) -> Street? {
    guard let end = Self.ends.first(where: { word.hasSuffix($0) && word.count >= $0.count + 3 }),
      isCapital(place, text, pieces)
    else { return nil }
    let numbers = number(behind: place, text, pieces).map { [$0] } ?? []
    var street = Street(name: place..<place + 1, numbers: numbers, folded: word)
    street.tail = end
    return street
  }

  /// `вул. Садова, 12`, `12 rue du Moulin`.
  private func named(behind place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Street? {
    var first = skip(place + 1, forward: true, ". \"«“", text, pieces)
    while let particle = first, pieces[particle].kind == .word, isParticle(particle, text, pieces) {
      first = skip(particle + 1, forward: true, "", text, pieces)
    }
    guard let start = first, isCapital(start, text, pieces) else { return nil }
    var end = start + 1
    var words = 1
    while words < 4, end + 1 < pieces.count, isSpaceOrHyphen(end, text, pieces),
      pieces[end + 1].kind == .word,
      isCapital(end + 1, text, pieces) || isParticle(end + 1, text, pieces)
    {
      end += 2
      words += 1
    }
    let numbers = [number(behind: end - 1, text, pieces) ?? number(before: place, text, pieces)].compactMap {
      $0
    }
    return Street(name: start..<end, numbers: numbers, folded: folded(start..<end, text, pieces))
  }

  /// `12 Main Street`, `Main St. 12`.
  private func named(
    before place: Int, from last: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]
  ) -> Street? {
    var start = place
    while place - start < 6, start - 2 >= last, isSpaceOrHyphen(start - 1, text, pieces),
      pieces[start - 2].kind == .word,
      isCapital(start - 2, text, pieces)
    {
      start -= 2
    }
    guard start < place else { return nil }
    let numbers = [number(before: start, text, pieces) ?? number(behind: place, text, pieces)].compactMap {
      $0
    }
    return Street(name: start..<place - 1, numbers: numbers, folded: folded(start..<place - 1, text, pieces))
  }

  private func folded(_ range: Range<Int>, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> String {
    FoldedWord(
      text[pieces[range.lowerBound].range.lowerBound..<pieces[range.upperBound - 1].range.upperBound]
    ).text
  }

  private func isCapital(_ place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Bool {
    pieces[place].kind == .word && Capitals(text[pieces[place].range]) != .lower
  }

  private func isParticle(_ place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Bool {
    KnownNames.particles.contains(FoldedWord(text[pieces[place].range]).text)
  }

  private func isSpaceOrHyphen(_ place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Bool {
    let scalar = text[pieces[place].range.lowerBound]
    return pieces[place].kind == .other && (scalar.isSpace || scalar == "-")
  }

  /// The first piece that is none of some marks, at most five away; nil when there is none.
  private func skip(
    _ place: Int, forward: Bool, _ marks: String, _ text: [Unicode.Scalar], _ pieces: [TextPiece]
  ) -> Int? {
    var place = place
    for _ in 0..<5 {
      guard pieces.indices.contains(place) else { return nil }
      let scalar = text[pieces[place].range.lowerBound]
      guard pieces[place].kind == .other, scalar.isSpace || marks.unicodeScalars.contains(scalar) else {
        return place
      }
      place += forward ? 1 : -1
    }
    return nil
  }

  private func isNumber(_ place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Bool {
    switch pieces[place].kind {
    case .small, .number, .code: text[pieces[place].range.lowerBound].isDigit
    default: false
    }
  }

  private func number(behind place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Int? {
    guard var next = skip(place + 1, forward: true, ".,№#", text, pieces) else { return nil }
    if pieces[next].kind == .word, Self.houses.contains(FoldedWord(text[pieces[next].range]).text) {
      guard let behind = skip(next + 1, forward: true, ".:№#", text, pieces) else { return nil }
      next = behind
    }
    return isNumber(next, text, pieces) ? next : nil
  }

  private func number(before place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Int? {
    guard let next = skip(place - 1, forward: false, ",", text, pieces), next < place - 1 else { return nil }
    return isNumber(next, text, pieces) ? next : nil
  }

  /// The number of a flat behind that of the house.
  private func flats(after place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> [Int] {
    guard let next = skip(place + 1, forward: true, ",.", text, pieces) else { return [] }
    if pieces[next].kind == .word, Self.flats.contains(FoldedWord(text[pieces[next].range]).text) {
      return skip(next + 1, forward: true, ".№#", text, pieces).flatMap {
        isNumber($0, text, pieces) ? [$0] : nil
      } ?? []
    }
    // “12/45”
    let isSlash = text[pieces[next].range.lowerBound] == "/"
    return isSlash && next + 1 < pieces.count && isNumber(next + 1, text, pieces) ? [next + 1] : []
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map { FoldedWord($0).text })
  }

  private static let before = words(
    """
    вул вулиця вулиці вулицю просп проспект проспекті бул бульвар бульварі пров провулок пл площа ул улица \
    улице улицу \
    проспекте бульваре пер переулок площадь jl jln jalan gang gg calle avenida avda av plaza paseo carrera \
    rue avenue \
    boulevard bd chemin place impasse quai ul ulica ulicy aleja al plac pl os osiedle
    """)

  private static let behind = words(
    """
    street st road rd avenue ave lane ln drive dr boulevard blvd court ct square sq terrace crescent close \
    highway hwy \
    way parkway straße strasse str weg platz allee gasse cad caddesi caddesinde sok sokak sokağı sokağında \
    mah \
    mahallesi bulvarı
    """)

  private static let ends = ["straße", "strasse", "str", "weg", "platz", "allee", "gasse", "damm", "ufer"]

  private static let houses = words("no nr nomor number num numero nº n буд будинок б д дом numéro")

  private static let flats = words(
    """
    кв квартира apt apartment flat suite unit lok m daire piso app корп корпус \
    офіс офис оф wohnung blok kat rt
    """)
}
