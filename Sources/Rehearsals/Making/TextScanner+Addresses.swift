extension TextScanner {
  /// A link, an e-mail address or a handle, at the beginning of a token.
  func address(_ start: Int) -> TextPiece? {
    if start > 0, isAlphanumeric(start - 1) || text[start - 1] == "_" { return nil }
    if Self.ats.contains(text[start]) { return handle(start) }
    guard isAlphanumeric(start) || text[start] == "_" else { return nil }
    return link(start) ?? email(start) ?? domain(start)
  }

  private static let ats: Set<Unicode.Scalar> = ["@", "＠"]

  private func handle(_ start: Int) -> TextPiece? {
    var end = end(start + 1, limit: 64) { $0.isLetter || $0.isDigit || $0 == "_" || $0 == "." }
    while end > start + 1, text[end - 1] == "." { end -= 1 }
    return end - start > 2 ? TextPiece(kind: .handle, range: start..<end) : nil
  }

  private func link(_ start: Int) -> TextPiece? {
    let scheme = end(start, limit: 12) { $0.isLetter }
    let isNamed = scalar(scheme) == ":" && scalar(scheme + 1) == "/" && scalar(scheme + 2) == "/"
    let isWeb = scheme - start == 3 && scalar(scheme) == "." && FoldedWord(text[start..<scheme]).text == "www"
    guard isNamed && scheme > start || isWeb && isAlphanumeric(scheme + 1) else { return nil }
    return TextPiece(kind: .link, range: start..<linkEnd(scheme + 1))
  }

  /// Where a link ends: before a blank or a quotation mark, and before the marks that end the sentence.
  private func linkEnd(_ place: Int) -> Int {
    var end = end(place) { !$0.isSpace && $0 != "\n" && !"<>\"«»“”„‹›|".unicodeScalars.contains($0) }
    while end > place, ".,;:!?)]}'’…".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    return end
  }

  private func email(_ start: Int) -> TextPiece? {
    let at = end(start, limit: 64) { $0.isLetter || $0.isDigit || "._%+-".unicodeScalars.contains($0) }
    guard at > start, let mark = scalar(at), Self.ats.contains(mark) else { return nil }
    let labels = labels(at + 1)
    guard labels.count >= 2, let last = labels.last, text[last].contains(where: \.isLetter) else {
      return nil
    }
    return TextPiece(kind: .email, range: start..<last.upperBound)
  }

  /// A name of a host without `www`: one that ends as hosts do, or one that a path follows.
  private func domain(_ start: Int) -> TextPiece? {
    let labels = labels(start)
    guard labels.count >= 2, let last = labels.last, let first = labels.first,
      text[last].allSatisfy({ $0.isLetter && !$0.properties.isUppercase }),
      text[first].contains(where: \.isLetter) || labels.count > 2
    else { return nil }
    let end = last.upperBound
    if scalar(end) == "/", isAlphanumeric(end + 1), last.count <= 6, last.count >= 2 {
      return TextPiece(kind: .link, range: start..<linkEnd(end))
    }
    let isLong = labels.count >= 3 && labels.allSatisfy { $0.count >= 2 } && last.count <= 10
    guard isLong || Self.endings.contains(FoldedWord(text[last]).text), !isAlphanumeric(end) else {
      return nil
    }
    return TextPiece(kind: .link, range: start..<end)
  }

  /// The parts of a host's name.
  private func labels(_ start: Int) -> [Range<Int>] {
    var labels: [Range<Int>] = []
    var place = start
    while labels.count < 8 {
      let end = end(place, limit: 63) { $0.isLetter || $0.isDigit || $0 == "-" }
      if end == place { break }
      labels.append(place..<end)
      guard scalar(end) == ".", isAlphanumeric(end + 1) else { break }
      place = end + 1
    }
    return labels
  }

  /// Ends of hosts that are no words of a language.
  private static let endings: Set<String> = [
    "com", "org", "net", "info", "biz", "io", "app", "dev", "eu", "uk", "de", "ua", "ru", "id", "pl", "fr",
    "es", "tr",
    "jp", "cn", "br", "nl", "cz", "ch", "укр", "рф", "example", "test", "invalid", "shop", "online", "xyz",
    "edu", "gov",
  ]
}
