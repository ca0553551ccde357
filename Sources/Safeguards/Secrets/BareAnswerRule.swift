import LocalePacks

/// A value without a noun, behind a question or an announcement: “What is your PIN?” – “4711”.
enum BareAnswerRule {
  /// Longer messages, in letters, tell stories.
  private static let longest = 400

  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ context: SecretContext, _ found: inout FoundSecrets) {
    guard !context.expectations.isEmpty, found.reading.count <= longest else { return }
    let quoted = found.reading.quotedLines
    var chunks = Chunks(found.reading)
    chunks.remove(quoted)
    for expectation in context.expectations {
      if found.has(expectation.kind) { continue }
      if expectation.kind.isNumber {
        number(expectation, chunks, quoted, &found)
      } else {
        text(expectation, chunks, context, &found)
      }
    }
  }

  /// The parts of a message that blanks part.
  struct Chunks {
    /// The values in them.
    private(set) var cores: [Range<Int>] = []

    /// Takes out what stands in some lines.
    mutating func remove(_ lines: [Range<Int>]) {
      if lines.isEmpty { return }
      cores.removeAll { core in lines.contains { $0.contains(core.lowerBound) } }
    }

    init(_ reading: SecretReading, in range: Range<Int>? = nil) {
      let range = range ?? 0..<reading.count
      var place = range.lowerBound > 0 ? reading.chunkStart(range.lowerBound) : 0
      while place < range.upperBound {
        if reading.isBreak(place) {
          place += 1
          continue
        }
        let end = reading.chunkEnd(place)
        let start = ValueCore.start(of: place..<end, reading)
        let core = ValueCore.core(of: start..<end, reading)
        if !core.isEmpty { cores.append(core) }
        place = core.isEmpty ? end : max(place + 1, min(end, core.upperBound))
      }
    }
  }

  private static func number(
    _ expectation: SecretContext.Expectation, _ chunks: Chunks, _ quoted: [Range<Int>],
    _ found: inout FoundSecrets
  ) {
    let reading = found.reading
    var behind = 0
    for place in 0..<reading.count
    where reading.letters[place].sort == .digit && place >= behind && !found.covers(place) {
      guard let run = DigitRun(reading, at: place) else { continue }
      behind = run.range.upperBound
      if quoted.contains(where: { $0.contains(place) }) { continue }
      guard !run.isMeasure(reading),
        let range = NumberFit.range(expectation.kind, run, reading), !found.covers(range),
        range.upperBound == run.range.upperBound,
        CardRule.isNamed(before: place, reading) != .other
      else { continue }
      if chunks.cores.count > 25 || !expectation.isSure && chunks.cores.count > 16 { return }
      if expectation.kind == .account, reading.folded(place - 1) == 0x2B { continue }
      found.add(expectation.kind, range)
      return
    }
    if let spoken = spoken(expectation.kind, reading) { return found.add(expectation.kind, spoken) }
    guard expectation.isSure, expectation.kind == .oneTime || expectation.kind == .pin else { return }
    for core in chunks.cores where (4...12).contains(core.count) && !found.covers(core) {
      let shape = ValueShape(reading, core)
      let fits =
        shape.strength == .label && shape.count <= 10 || shape.strength >= .strong && shape.digits > 0
      if fits, chunks.cores.count <= 6, CardRule.isNamed(before: core.lowerBound, reading) != .other {
        // Small letters: a password, whatever it was called.
        return found.add(shape.lower + shape.uncased > 0 ? .password : expectation.kind, core)
      }
    }
  }

  private static func spoken(_ kind: SecretKind, _ reading: SecretReading) -> Range<Int>? {
    guard kind == .pin || kind == .oneTime || kind == .cardCode else { return nil }
    for match in reading.matches where match.digit >= 0 {
      if let run = SpokenDigits.run(reading, at: match.places.lowerBound),
        run.digits >= (kind == .cardCode ? 3 : 4)
      {
        return run.range
      }
    }
    return nil
  }

  private static func text(
    _ expectation: SecretContext.Expectation, _ chunks: Chunks, _ context: SecretContext,
    _ found: inout FoundSecrets
  ) {
    let reading = found.reading
    let cores = chunks.cores.filter { !found.covers($0) }
    guard cores.count <= 40 else { return }
    let isAlone = cores.count == 1
    var names = 0
    for (place, core) in cores.enumerated() {
      let shape = ValueShape(reading, core)
      let wanted: ValueShape.Strength
      switch expectation.kind {
      case .password:
        // The user name comes first when both were asked for.
        if context.expectsName, names == 0, place + 1 < cores.count, shape.strength < .veryStrong,
          reading.longest(at: core.lowerBound, [.copula, .between]) == nil
        {
          names += 1
          continue
        }
        wanted = isAlone && expectation.isSure ? .digits : expectation.isSure ? .phrase : .strong
      case .key: wanted = .label
      case .link, .answer, .seed: continue
      default: continue
      }
      guard shape.strength >= wanted, core.count >= (expectation.kind == .key ? 8 : 4),
        CardRule.isNamed(before: core.lowerBound, reading) != .other
      else { continue }
      if shape.strength == .label, expectation.kind == .password, cores.count > 2 { continue }
      return found.add(expectation.kind, core)
    }
    words(expectation, cores, &found)
  }

  /// Whether a word stands within a sentence, where capitals mean something.
  private static func isInside(_ place: Int, _ reading: SecretReading) -> Bool {
    var before = place - 1
    while before >= 0, reading.letters[before].sort == .blank { before -= 1 }
    return before >= 0 && reading.letters[before].isWord
  }

  /// A word alone, or a phrase, that can only be the answer.
  private static func words(
    _ expectation: SecretContext.Expectation, _ cores: [Range<Int>], _ found: inout FoundSecrets
  ) {
    let reading = found.reading
    guard expectation.isSure || expectation.kind == .answer, let first = cores.first, let last = cores.last
    else { return }
    switch expectation.kind {
    case .link:
      if let link = cores.first(where: { SomethingElse.isLink(reading, $0) }) { found.add(.link, link) }
    case .answer:
      if cores.count <= 2,
        !reading.has([.notValue, .copula, .nouns, .ask], in: first.lowerBound..<last.upperBound)
      {
        return found.add(.answer, first.lowerBound..<last.upperBound)
      }
      let name = cores.first { core in
        ValueShape(reading, core).strength == .plain && core.count >= 3
          && reading.letters[core.lowerBound].scalar.properties.isUppercase
          && !reading.matches(at: core.lowerBound).contains { $0.places.upperBound >= core.upperBound }
          && (isInside(core.lowerBound, reading) || expectation.isSure && core.lowerBound == first.lowerBound)
      }
      if let name { found.add(.answer, name) }
    case .password:
      let isUnknown = !reading.has(
        [.notValue, .copula, .between, .after, .nouns, .ask, .other], in: first.lowerBound..<last.upperBound)
      let isWord = cores.allSatisfy { core in
        core.count >= 3 && ValueShape(reading, core).strength == .plain
          && core.allSatisfy { reading.letters[$0].scalar.properties.isLowercase }
      }
      if isUnknown, isWord, (4...8).contains(cores.count) {
        found.add(.password, first.lowerBound..<last.upperBound)
      }
    default: return
    }
  }
}
