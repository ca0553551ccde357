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
    let chunks = Chunks(found.reading)
    for expectation in context.expectations {
      let hadOne = found.values.contains { $0.kind == expectation.kind }
      if hadOne { continue }
      if expectation.kind.isNumber {
        number(expectation, chunks, &found)
      } else {
        text(expectation, chunks, context, &found)
      }
    }
  }

  /// The parts of a message that blanks part.
  struct Chunks {
    /// The values in them.
    private(set) var cores: [Range<Int>] = []

    init(_ reading: SecretReading) {
      var place = 0
      while place < reading.count {
        if reading.isBreak(place) {
          place += 1
          continue
        }
        let end = reading.chunkEnd(place)
        let core = ValueCore.core(of: place..<end, reading)
        if !core.isEmpty { cores.append(core) }
        place = end
      }
    }
  }

  private static func number(
    _ expectation: SecretContext.Expectation, _ chunks: Chunks, _ found: inout FoundSecrets
  ) {
    let reading = found.reading
    for place in 0..<reading.count where reading.letters[place].sort == .digit && !found.covers(place) {
      guard let run = DigitRun(reading, at: place),
        let range = NumberFit.range(expectation.kind, run, reading), !found.covers(range),
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
        return found.add(expectation.kind, core)
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
        wanted =
          isAlone && expectation.isSure ? .digits : cores.count <= 4 && expectation.isSure ? .phrase : .strong
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

  /// A word alone, or a phrase, that can only be the answer.
  private static func words(
    _ expectation: SecretContext.Expectation, _ cores: [Range<Int>], _ found: inout FoundSecrets
  ) {
    let reading = found.reading
    guard expectation.isSure, let first = cores.first, let last = cores.last else { return }
    switch expectation.kind {
    case .link:
      if let link = cores.first(where: { SomethingElse.isLink(reading, $0) }) { found.add(.link, link) }
    case .answer:
      guard cores.count <= 3,
        !reading.has([.notValue, .copula, .nouns, .ask], in: first.lowerBound..<last.upperBound)
      else { return }
      found.add(.answer, first.lowerBound..<last.upperBound)
    case .password:
      let isUnknown = !reading.has(
        [.notValue, .copula, .between, .after, .nouns, .ask, .other], in: first.lowerBound..<last.upperBound)
      let isWord = cores.allSatisfy { core in
        core.count >= 3 && ValueShape(reading, core).strength == .plain
          && core.allSatisfy { reading.letters[$0].scalar.properties.isLowercase }
      }
      if isUnknown, isWord, (3...8).contains(cores.count) {
        found.add(.password, first.lowerBound..<last.upperBound)
      }
    default: return
    }
  }
}
