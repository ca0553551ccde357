package import LocalePacks

/// Reads replies in the manner of a locale's pack, so that they can be compared.
package struct ReplyReader: Sendable {
  /// Bytes of a text that are read; the rest is left aside.
  package static let longestText = 16 << 10

  /// The locales whose packs it reads by, the first foremost.
  package let tags: [LocaleTag]
  let lexicon: AnswerLexicon

  /// Prepares one.
  ///
  /// - Parameters:
  ///   - pack: How texts are read, and the words that decide an answer.
  ///   - others: Packs whose words count as well, such as English where teams mix it in.
  /// - Complexity: O(forms).
  package init(_ pack: LocalePack, also others: [LocalePack] = []) {
    tags = [pack.tag] + others.map(\.tag)
    lexicon = AnswerLexicon(pack, also: others)
  }

  /// Reads a text, of which no more than `longestText` bytes count.
  ///
  /// - Parameters:
  ///   - text: The reply.
  ///   - names: Names of the customer and of agents; they are left out, in other cases than the first too.
  /// - Returns: What is left to compare.
  /// - Complexity: O(text · log text).
  package func read(_ text: String, names: [String] = []) -> ReplyText {
    let read = ReplyTokens(
      Self.beginning(of: text), lexicon.table, partsAtApostrophe: lexicon.partsAtApostrophe)
    let hashes = TextHash(read.scalars)
    var pieces = ReplyPieces(read, hashes, lexicon)
    pieces.dropNames(nameParts(names))
    pieces.dropAddress()
    pieces.dropSignature()
    return pieces.reply()
  }

  /// The text up to the limit, on a character's boundary.
  private static func beginning(of text: String) -> Substring {
    guard text.utf8.count > longestText else { return text[...] }
    var end = text.utf8.index(text.startIndex, offsetBy: longestText)
    while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
      end = text.utf8.index(before: end)
    }
    return text[..<end]
  }

  private func nameParts(_ names: [String]) -> [[UInt32]] {
    names.flatMap { name in
      let read = ReplyTokens(name[...], lexicon.table, partsAtApostrophe: lexicon.partsAtApostrophe)
      return read.tokens.filter { $0.count > 1 && $0.kind != .number }.map { token in
        Array(read.scalars[token.start..<token.start + token.count])
      }
    }
  }
}

extension ReplyReader: Hashable {
  /// Compares the locales alone.
  package static func == (left: ReplyReader, right: ReplyReader) -> Bool { left.tags == right.tags }

  /// Feeds what `==` compares.
  package func hash(into hasher: inout Hasher) { hasher.combine(tags) }
}
