import LocalePacks

/// Secrets that were found in a text so far; what was found first stays.
struct FoundSecrets {
  let reading: SecretReading
  /// For each letter, the kind of secret that it belongs to.
  private var kinds: [SecretKind?]
  /// What was found, in the order in which it was.
  private(set) var values: [(kind: SecretKind, range: Range<Int>)] = []

  init(_ reading: SecretReading) {
    self.reading = reading
    kinds = Array(repeating: nil, count: reading.count)
  }

  /// Whether nothing was found yet.
  var isEmpty: Bool { values.isEmpty && reading.masked.isEmpty }

  /// Whether a secret of a kind was found, or was masked before.
  func has(_ kind: SecretKind) -> Bool {
    values.contains { $0.kind == kind } || reading.masked.contains(kind)
  }

  /// Whether a letter belongs to a secret.
  func covers(_ place: Int) -> Bool { place < kinds.count && kinds[place] != nil }

  /// Whether any letter of a range belongs to a secret.
  func covers(_ range: Range<Int>) -> Bool { range.contains { covers($0) } }

  /// The kind of the secret that a letter belongs to.
  func kind(_ place: Int) -> SecretKind? { place >= 0 && place < kinds.count ? kinds[place] : nil }

  /// Takes a secret in, unless part of it was found before.
  ///
  /// - Complexity: O(range).
  mutating func add(_ kind: SecretKind, _ range: Range<Int>) {
    guard !range.isEmpty, !covers(range), !range.contains(where: { reading.letters[$0].sort == .sealed })
    else {
      return
    }
    for place in range { kinds[place] = kind }
    values.append((kind, range))
  }

  /// Finds the other places in which a password or key stands that was found: customers say it twice.
  ///
  /// - Complexity: O(text): at most four values are looked for.
  mutating func repeatValues() {
    let repeated = values.filter {
      !$0.kind.isNumber && $0.range.count >= 6 && $0.range.count < 80
        && ValueShape(reading, $0.range).strength >= .strong
    }.prefix(4)
    for value in repeated {
      let wanted = reading.letters[value.range].map(\.scalar)
      let last = reading.count - wanted.count
      var place = 0
      while place <= last {
        if reading.letters[place].scalar == wanted[0], !covers(place), isSame(wanted, at: place) {
          add(value.kind, place..<place + wanted.count)
          place += wanted.count
        } else {
          place += 1
        }
      }
    }
  }

  /// Finds the other number where two are named: “it was either 4711 or 1174”.
  ///
  /// - Complexity: O(text).
  mutating func addAlternatives() {
    for value in values where value.kind == .pin || value.kind == .oneTime {
      let limit = min(reading.count, value.range.upperBound + 16)
      guard let place = (value.range.upperBound..<limit).first(where: { reading.letters[$0].sort == .digit }),
        let run = DigitRun(reading, at: place), run.digits == value.range.count, !covers(place),
        let range = NumberFit.range(value.kind, run, reading), range == run.range,
        !reading.has([.nouns, .other], in: value.range.upperBound..<place),
        !(value.range.upperBound..<place).contains(where: { reading.letters[$0].sort == .lineEnd })
      else { continue }
      add(value.kind, range)
    }
  }

  private func isSame(_ wanted: [Unicode.Scalar], at place: Int) -> Bool {
    for offset in wanted.indices where reading.letters[place + offset].scalar != wanted[offset] {
      return false
    }
    return true
  }

  /// The spans, in the order of the text.
  var spans: [SecretSpan] {
    values.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { reading.span($0.kind, $0.range) }
  }
}
