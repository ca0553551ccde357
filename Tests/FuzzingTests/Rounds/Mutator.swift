import SeededRandom

/// Makes hostile inputs out of seeds: the same generator gives the same inputs.
struct Mutator {
  /// Where inputs come from.
  let seeds: [[UInt8]]
  private var random: SeededGenerator

  init(seeds: [[UInt8]], seed: UInt64) {
    self.seeds = seeds
    random = SeededGenerator(seed: seed)
  }

  /// The next input: a seed with some bytes changed, taken out, doubled or mixed with another seed's.
  mutating func next() -> [UInt8] {
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 0...6, using: &random) { change(&bytes) }
    return Array(bytes.prefix(2_048))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 1: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random) }
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.insert(contentsOf: Self.tokens.randomElement(using: &random) ?? [], at: place)
    default:
      let other = seeds.randomElement(using: &random) ?? []
      let start = Int.random(in: 0...other.count, using: &random)
      bytes.replaceSubrange(place..<end, with: other[start..<min(other.count, start + 24)])
    }
  }

  /// Pieces that grammars and terminals care about.
  private static let tokens: [[UInt8]] = [
    Array("\u{1B}[".utf8), Array("\u{1B}[200~".utf8), Array("\u{1B}[201~".utf8), Array("\u{1B}]0;".utf8),
    [0x9B], [0x80],
    Array("\u{202E}".utf8), Array("\u{200D}".utf8), Array("\u{301}".utf8), Array("\u{FE0F}".utf8),
    [0xF0, 0x9F],
    [0xED, 0xA0, 0x80], Array("\\ud800".utf8), Array("{}[],:\"".utf8), Array("null".utf8),
    Array("1e999".utf8),
    Array("-9223372036854775808".utf8), Array("9999-12-31T23:59:59Z".utf8), Array("\r\n".utf8), [0],
  ]
}
