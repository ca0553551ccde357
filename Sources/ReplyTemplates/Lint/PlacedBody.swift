/// A parsed text whose pieces know where in the source they stand.
struct PlacedBody: Sendable {
  /// A piece with the offset of its first byte.
  struct Piece: Sendable {
    enum Kind: Sendable {
      /// A text with the offset of each of its UTF-8 bytes.
      case text(String, offsets: [Int])
      case placeholder(Placeholder)
      case fragment(String)
      case choice([Part])
    }

    var kind: Kind
    var offset: Int
  }

  /// A part of a choice with the offset of its first byte.
  struct Part: Sendable {
    var conditions: [TemplateCondition]
    var body: PlacedBody
    var offset: Int
  }

  var pieces: [Piece] = []

  /// Lays a parsed text over the source that it was parsed from.
  init(_ body: TemplateBody, source: String) {
    var walk = Walk(source: Array(source.utf8))
    self = walk.placed(body)
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// Goes through the source, knowing from the parsed text what comes next.
  private struct Walk {
    let source: [UInt8]
    var place = 0

    mutating func placed(_ body: TemplateBody) -> PlacedBody {
      PlacedBody(pieces: body.pieces.map { placed($0) })
    }

    private mutating func placed(_ piece: TemplatePiece) -> Piece {
      let start = place
      switch piece {
      case .text(let text):
        let offsets = offsets(of: text)
        return Piece(kind: .text(text, offsets: offsets), offset: offsets.first ?? start)
      case .placeholder(let placeholder):
        pass("}}")
        return Piece(kind: .placeholder(placeholder), offset: start)
      case .fragment(let name):
        pass("}}")
        return Piece(kind: .fragment(name), offset: start)
      case .choice(let parts):
        place += 1
        let placed = parts.enumerated().map { index, part in
          // Behind the second bracket, or behind the bar.
          place += 1
          let start = place
          if !part.conditions.isEmpty {
            pass(":")
            if place < source.count, source[place] == UInt8(ascii: " ") { place += 1 }
          }
          return Part(conditions: part.conditions, body: self.placed(part.body), offset: start)
        }
        pass("]]")
        return Piece(kind: .choice(placed), offset: start)
      }
    }

    private mutating func offsets(of text: String) -> [Int] {
      text.utf8.map { byte in
        if place < source.count, source[place] != byte, source[place] == UInt8(ascii: "\\") { place += 1 }
        defer { place += 1 }
        return min(place, max(source.count - 1, 0))
      }
    }

    /// Goes behind the next such mark.
    private mutating func pass(_ mark: StaticString) {
      let length = mark.utf8CodeUnitCount
      while place + length <= source.count {
        if mark.description.utf8.elementsEqual(source[place..<(place + length)]) {
          place += length
          return
        }
        place += 1
      }
      place = source.count
    }
  }
}

extension PlacedBody {
  /// A placeholder with its place.
  struct PlacedPlaceholder {
    var placeholder: Placeholder
    var offset: Int
    var isInChoice: Bool
  }

  /// Every placeholder, in order.
  var placeholders: [PlacedPlaceholder] { placeholders(inChoice: false) }

  private func placeholders(inChoice: Bool) -> [PlacedPlaceholder] {
    pieces.flatMap { piece -> [PlacedPlaceholder] in
      switch piece.kind {
      case .text, .fragment: []
      case .placeholder(let placeholder):
        [PlacedPlaceholder(placeholder: placeholder, offset: piece.offset, isInChoice: inChoice)]
      case .choice(let parts): parts.flatMap { $0.body.placeholders(inChoice: true) }
      }
    }
  }

  /// Every condition with the offset of its part, in order.
  var conditions: [(condition: TemplateCondition, offset: Int)] {
    choices.flatMap { parts in parts.flatMap { part in part.conditions.map { ($0, part.offset) } } }
  }

  /// The parts of every choice, in order.
  var choices: [[Part]] {
    pieces.compactMap { piece in
      if case .choice(let parts) = piece.kind { return parts }
      return nil
    }
  }

  /// Every fragment that it takes, in order.
  var fragments: [(name: String, offset: Int)] {
    pieces.flatMap { piece -> [(String, Int)] in
      switch piece.kind {
      case .text, .placeholder: []
      case .fragment(let name): [(name, piece.offset)]
      case .choice(let parts): parts.flatMap { $0.body.fragments }
      }
    }
  }

  /// The text as it stands, with marks in place of placeholders, fragments and borders of choices.
  var flat: MappedText {
    var text = MappedText()
    append(to: &text)
    return text
  }

  private func append(to text: inout MappedText) {
    func mark(_ character: Character, _ offset: Int) {
      text.append(character, MappedText.Origin(source: 0, offset: Int32(offset)))
    }
    for piece in pieces {
      switch piece.kind {
      case .text(let words, let offsets): text.append(words, offsets: offsets, source: 0)
      case .placeholder, .fragment: mark(MappedText.gap, piece.offset)
      case .choice(let parts):
        mark(MappedText.border, piece.offset)
        for part in parts {
          part.body.append(to: &text)
          mark(MappedText.border, part.offset)
        }
      }
    }
  }
}
