import LocalePacks

/// Keys and tokens that are known by how they begin: JSON web tokens, keys of well-known services.
enum TokenRule {
  /// How a key begins, and how many letters must follow at least.
  private static let prefixes: [(prefix: String, least: Int)] = [
    ("AKIA", 16), ("ASIA", 16), ("AIza", 30), ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30),
    ("ghr_", 30),
    ("github_pat_", 20), ("glpat-", 16), ("glptt-", 16), ("gldt-", 16), ("sk_live_", 10), ("sk_test_", 10),
    ("rk_live_", 10),
    ("rk_test_", 10), ("pk_live_", 10), ("pk_test_", 10), ("whsec_", 16), ("sk-proj-", 16), ("sk-ant-", 16),
    ("sk-", 20), ("xoxb-", 10), ("xoxp-", 10),
    ("xoxa-", 10), ("xoxr-", 10), ("xoxs-", 10), ("xapp-", 10), ("SG.", 20), ("hf_", 20), ("npm_", 20),
    ("pypi-", 20),
    ("dop_v1_", 30), ("doo_v1_", 30), ("shpat_", 20), ("shpss_", 20), ("shpca_", 20), ("EAACEdEose0cBA", 10),
    ("ya29.", 20), ("1//0", 20),
    ("GOCSPX-", 16), ("hvs.", 16), ("hvb.", 16), ("key-", 28), ("sq0atp-", 16), ("sq0csp-", 16), ("EAAA", 40),
    ("AGE-SECRET-KEY-", 20),
    ("PMAK-", 20), ("lin_api_", 20), ("rzp_live_", 10), ("rzp_test_", 10), ("dckr_pat_", 16), ("nfp_", 20),
    ("pat_", 24),
    ("figd_", 20), ("sntrys_", 20), ("tfp_", 20), ("xai-", 20), ("gsk_", 20), ("pplx-", 20), ("r8_", 20),
    ("Bearer", 0),
  ]

  /// By the first letter, so that most letters cost nothing.
  private static let byFirst: [UInt32: [(prefix: [Unicode.Scalar], least: Int)]] = Dictionary(
    grouping: prefixes.filter { $0.least > 0 }.map { (Array($0.prefix.unicodeScalars), $0.least) },
    by: { $0.0.first.map(\.value) ?? 0 }
  ).mapValues { $0.map { (prefix: $0.0, least: $0.1) } }

  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ found: inout FoundSecrets) {
    let reading = found.reading
    var place = 0
    while place < reading.count {
      let letter = reading.letters[place]
      guard letter.isWord, letter.scalar.isASCII, place == 0 || !isToken(reading.letters[place - 1]) else {
        place += 1
        continue
      }
      var end = place
      while end < reading.count, isToken(reading.letters[end]) { end += 1 }
      if end - place >= 14 {
        while end > place, !reading.letters[end - 1].isWord, reading.folded(end - 1) != 0x3D { end -= 1 }
        if isKnown(place..<end, reading) || isWebToken(place..<end, reading) { found.add(.key, place..<end) }
      }
      place = max(end, place + 1)
    }
  }

  private static func isToken(_ letter: SecretLetters.Letter) -> Bool {
    letter.scalar.isASCII && (letter.isWord || [0x2D, 0x2E, 0x5F, 0x2B, 0x2F, 0x3D].contains(letter.folded))
  }

  private static func isKnown(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
    let start = range.lowerBound
    return (byFirst[reading.letters[start].scalar.value] ?? []).contains { prefix, least in
      guard range.count >= prefix.count + least else { return false }
      for offset in prefix.indices where reading.letters[start + offset].scalar != prefix[offset] {
        return false
      }
      if least == 16, prefix.count == 4 {
        return range.count == 20
          && reading.letters[range].allSatisfy { $0.isWord && !$0.scalar.properties.isLowercase }
      }
      return ValueShape(reading, start + prefix.count..<min(range.upperBound, start + 200)).digits > 0
    }
  }

  /// Whether a value is a JSON web token: three parts, the first of which begins with eyJ.
  private static func isWebToken(_ range: Range<Int>, _ reading: SecretReading) -> Bool {
    let start = range.lowerBound
    let head: [Unicode.Scalar] = ["e", "y", "J"]
    for offset in head.indices where reading.letters[start + offset].scalar != head[offset] { return false }
    return range.count >= 30 && range.contains { reading.folded($0) == 0x2E }
  }
}
