/// Looks for secrets that were told with their name and that masking has not seen: `password: hunter`.
enum SecretWords {
  /// The places of the pieces that are such a secret.
  ///
  /// - Complexity: O(pieces).
  static func places(_ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Set<Int> {
    var found: Set<Int> = []
    for (place, piece) in pieces.enumerated() where piece.kind == .word {
      let word = FoldedWord(text[piece.range]).text
      if codes.contains(word), let code = code(behind: place, text, pieces) { found.insert(code) }
      guard names.contains(word) else { continue }
      found.formUnion(value(behind: place, text, pieces))
    }
    return found
  }

  /// “code HALOBARU”: a word in capitals, where the word before it is not.
  private static func code(behind place: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> Int? {
    guard place + 2 < pieces.count, Capitals(text[pieces[place].range]) != .all,
      pieces[place + 2].kind == .word
    else { return nil }
    let word = text[pieces[place + 2].range]
    return word.count >= 5 && Capitals(word) == .all && text[pieces[place + 1].range.lowerBound].isSpace
      ? place + 2 : nil
  }

  private static func value(behind start: Int, _ text: [Unicode.Scalar], _ pieces: [TextPiece]) -> [Int] {
    var place = start + 1
    var isSure = false
    var isLinked = false
    var steps = 0
    while place < pieces.count, steps < 8 {
      let own = text[pieces[place].range]
      if pieces[place].kind == .other, let mark = own.first {
        if mark == "\n" || ".,;!?".unicodeScalars.contains(mark) { return [] }
        if mark == ":" || mark == "=" { isSure = true }
        if mark == "—" || mark == "–" { isLinked = true }
      } else if pieces[place].kind == .word, links.contains(FoldedWord(own).text) {
        isLinked = true
      } else {
        break
      }
      place += 1
      steps += 1
    }
    guard isSure || isLinked else { return [] }
    var end = place
    while end < pieces.count, end - place < 64,
      !(text[pieces[end].range.lowerBound].isSpace || text[pieces[end].range.lowerBound] == "\n")
    { end += 1 }
    let token = place..<end
    let inner = token.filter { pieces[$0].kind != .other }
    guard let first = inner.first else { return [] }
    // A word alone is a secret where a colon says so; with digits or marks inside it is one anyway.
    let isWord = inner.count == 1 && pieces[first].kind == .word
    if isWord, KnownNames.ordinary.contains(FoldedWord(text[pieces[first].range]).text) { return [] }
    return isWord && !isSure ? [] : inner
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map { FoldedWord($0).text })
  }

  private static let names = words(
    """
    password passcode passphrase pass pwd pin passwort kennwort пароль паролю пароля sandi contraseña clave \
    passe hasło \
    hasłem şifre şifrem parola secret token otp cvv cvc пін пин
    """)

  private static let codes = words(
    "code codes voucher coupon kode код коду промокод codigo código gutschein kod kupon")

  private static let links = words(
    "is was are it's my the now це є это ist war est es adalah jest to şu new old still")
}
