/// A word without what writers vary: capitals, accents, kinds of apostrophes.
struct FoldedWord: Sendable, Hashable {
  /// As it is compared.
  let text: String
  /// One scalar for each of `places`.
  let scalars: [Unicode.Scalar]
  /// Where each scalar stands in the word as it was written.
  let places: [Int]

  /// Folds a word.
  ///
  /// - Complexity: O(word).
  init(_ word: some Sequence<Unicode.Scalar>) {
    var scalars: [Unicode.Scalar] = []
    var places: [Int] = []
    for (place, scalar) in word.enumerated() {
      if scalar.value < 0x80, scalar != "`" {
        let isCapital = scalar.value >= 0x41 && scalar.value < 0x5B
        scalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
        places.append(place)
        continue
      }
      for part in Self.folded(scalar) {
        scalars.append(part)
        places.append(place)
      }
    }
    self.scalars = scalars
    self.places = places
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    self.text = String(text)
  }

  /// Folds a text.
  init(_ text: some StringProtocol) { self.init(Array(text.unicodeScalars)) }

  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isApostrophe { return ["'"] }
    if isAccent(scalar) || scalar.isInvisible { return [] }
    if let digit = scalar.digit { return [Unicode.Scalar(0x30 + digit)] }
    // Full-width Latin letters.
    if (0xFF21...0xFF5A).contains(scalar.value), let plain = Unicode.Scalar((scalar.value - 0xFEE0) | 0x20) {
      return [plain]
    }
    return scalar.properties.lowercaseMapping.unicodeScalars
      .filter { !isAccent($0) }.map { bases[$0] ?? $0 }
  }

  /// Marks that are left out in hasty writing; those of Indian scripts are vowels.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x64B...0x652, 0x670, 0x591...0x5C7: true
    default: false
    }
  }

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    let table: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćčĉċ"), ("d", "ďđ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįıỉị"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"),
      ("o", "òóôõöøōŏőọỏốồổỗộớờởỡợơ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"),
      ("u", "ùúûüũūŭůűųụủứừửữựư"),
      ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"), ("е", "ё"), ("г", "ґ"),
    ]
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, letters) in table {
      for letter in letters.unicodeScalars { bases[letter] = base }
    }
    return bases
  }()
}

/// How a word is written in capitals.
enum Capitals: Sendable, Hashable {
  case lower, first, all

  /// The capitals of a word.
  init(_ word: some Sequence<Unicode.Scalar>) {
    var upper = 0
    var lower = 0
    var isFirstUpper = false
    for scalar in word {
      let isUpper: Bool
      if scalar.value < 0x80 {
        guard scalar.isLetter else { continue }
        isUpper = scalar.value < 0x5B
      } else {
        guard scalar.properties.isCased else { continue }
        isUpper = scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
      }
      if upper + lower == 0 { isFirstUpper = isUpper }
      if isUpper { upper += 1 } else { lower += 1 }
    }
    // Scripts without capitals take a name as it is in the list.
    if upper + lower == 0 {
      self = .first
    } else if lower == 0, upper > 1 {
      self = .all
    } else {
      self = isFirstUpper ? .first : .lower
    }
  }

  /// A word of a list, which begins with a capital, in these.
  func applied(to word: String) -> String {
    switch self {
    case .lower: word.lowercased()
    case .first: word
    case .all: word.uppercased()
    }
  }
}
