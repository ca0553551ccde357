import LocalePacks

extension NamedValueRule {
  /// Reads a mark behind a noun.
  mutating func mark() -> Step {
    let letter = reading.letters[place]
    switch letter.folded {
    case 0x3A, 0xFF1A, 0xFE55, 0x2236: return colon()
    case 0x3D, 0x2192, 0x21D2, 0x27A1, 0x2B05:
      link = .colon
      place += 1
      return .goOn
    case 0x3E where isBehindArrow:
      link = .colon
      place += 1
      return .goOn
    case 0x2D, 0x2013, 0x2014, 0x2012, 0x2015, 0x2212, 0x7E: return dash()
    case 0x2C, 0xFF0C, 0x3001, 0x60C, 0x3B, 0x61B, 0x2F, 0x7C, 0x2B, 0x26, 0xB7, 0x2022:
      if link == .none { link = .loose }
      place += 1
      return .goOn
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x964, 0x6D4: return sentenceEnd()
    case 0x28, 0xFF08: return bracket()
    case 0x29, 0xFF09, 0x5D, 0x7D:
      place += 1
      return .goOn
    case 0x5F where place > 0 && reading.letters[place - 1].isWord:
      place += 1
      return .goOn
    case 0x23 where kind.isNumber:
      place += 1
      return .goOn
    default: break
    }
    if let quoted = QuotedValue(reading, at: place) {
      if let value = quoted.value(for: self) { return .found(value) }
      // The noun itself stood in quotation marks.
      place = place == quoted.end ? place + 1 : place + 1
      return .goOn
    }
    if letter.folded >= 0x80 || reading.isBreakOrEnd(place + 1) || letter.folded == 0x22
      || letter.folded == 0x27
    {
      place += 1
      return .goOn
    }
    return word()
  }

  private var isBehindArrow: Bool { place > 0 && [0x2D, 0x3D, 0x3E].contains(reading.folded(place - 1)) }

  private mutating func colon() -> Step {
    // A face is no colon.
    let behind = reading.folded(place + 1)
    let isFace =
      [0x29, 0x28, 0x64, 0x70, 0x2F, 0x2D, 0x27, 0x6F].contains(behind) && reading.isBreakOrEnd(place + 2)
    if isFace {
      place += 2
      return gaps == 0 ? .goOn : .stop
    }
    link = .colon
    gaps = 0
    betweensAfterLink = 0
    place += 1
    return .goOn
  }

  private mutating func dash() -> Step {
    let isApart =
      reading.isBreakOrEnd(place - 1) || reading.isBreakOrEnd(place + 1) || reading.folded(place + 1) == 0x3E
    if !isApart,
      !reading.letters[place - 1].isWord || kind.isNumber && reading.letters[place + 1].sort == .digit
    {
      place += 1
      return .goOn
    }
    // “пароль-фраза”: the rest of the noun.
    var end = place + 1
    while end < reading.count, reading.letters[end].sort == .letter { end += 1 }
    if !isApart, place == noun.places.upperBound, end == reading.count || !reading.letters[end].isWord,
      end - place < 16
    {
      place = end
      return .goOn
    }
    guard isApart else { return reading.folded(place) >= 0x80 ? dashFound() : .stop }
    return dashFound()
  }

  private mutating func dashFound() -> Step {
    if gaps == 0 { link = max(link, .colon) }
    place += 1
    return .goOn
  }

  private mutating func sentenceEnd() -> Step {
    var end = place
    while end < reading.count, reading.letters[end].sort == .mark { end += 1 }
    let isPause = end - place > 1 || reading.folded(place) == 0x3F || reading.folded(place) == 0x2026
    // “pw.Hunter2”
    if reading.folded(place) == 0x2E, !reading.isBreakOrEnd(end), gaps == 0 {
      place = end
      return .goOn
    }
    if isNewSentence || gaps > 0 && link == .none { return .stop }
    isNewSentence = true
    if !isPause, link == .none, betweens > 2 { return .stop }
    place = end
    return .goOn
  }

  /// “(case sensitive)” is passed over; “(X)” may be the value.
  private mutating func bracket() -> Step {
    let last = min(reading.count, place + 60)
    guard let end = (place + 1..<last).first(where: { [0x29, 0xFF09].contains(reading.folded($0)) }) else {
      place += 1
      return .goOn
    }
    if end + 1 < reading.count, reading.letters[end + 1].isWord || reading.letters[end + 1].sort == .mark,
      !reading.letters[end + 1].isUnspaced,
      ![0x3A, 0x2E, 0x2C, 0x21, 0x3F, 0x3D, 0xFF1A].contains(reading.folded(end + 1))
    {
      return word()
    }
    let inside = reading.skipBlanks(place + 1)..<end
    if !inside.isEmpty, reading.longest(at: inside.lowerBound, .nouns) == nil {
      if kind.isNumber, let run = DigitRun(reading, at: inside.lowerBound),
        let range = NumberFit.range(kind, run, reading), range.upperBound == end
      {
        return .found(range)
      }
      let core = ValueCore.core(of: inside, reading)
      if !core.isEmpty, reading.chunkEnd(core.lowerBound) >= core.upperBound,
        ValueShape(reading, core).strength >= (kind == .password ? .strong : .veryStrong)
      {
        return .found(core)
      }
    }
    place = end + 1
    return .goOn
  }
}
