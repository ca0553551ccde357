/// Digits that stand for the digits of a conversation.
struct DigitMap: Sendable {
  private let seed: UInt64
  /// Every run of three and more digits of the conversation, and numbers in groups as one: none may come out
  /// again.
  private let originals: Set<[UInt8]>
  private let lengths: [Int]
  /// What stands for what.
  private var made: [[UInt8]: [UInt8]] = [:]
  /// Runs that stand alone somewhere.
  private let alone: Set<[UInt8]>
  /// By how many years, and for dates of birth days, dates are moved.
  private var years = 0
  private var days = 0
  /// The last year in which somebody who writes to us was hardly born.
  private let lastBirthYear: Int

  /// Chooses digits for all of a conversation.
  ///
  /// - Parameters:
  ///   - texts: all its texts, cleaned, with their pieces.
  ///   - year: of its last entry.
  ///   - seed: other seeds choose otherwise.
  /// - Complexity: O(digits · lengths of numbers).
  init(_ texts: [(text: [Unicode.Scalar], pieces: [TextPiece])], year: Int, seed: UInt64) {
    self.seed = seed
    lastBirthYear = year - 14
    var originals: Set<[UInt8]> = []
    var alone: Set<[UInt8]> = []
    var keys: Set<[UInt8]> = []
    var written: Set<Int> = []
    for (text, pieces) in texts {
      for run in Self.runs(text[...]) where run.count >= 3 {
        originals.insert(run)
        keys.insert(run)
      }
      for piece in pieces {
        switch piece.kind {
        case .number(let groups):
          let whole = groups.flatMap { Self.digits(text[$0]) }
          keys.insert(whole)
          originals.insert(whole)
          if groups.count == 1 { alone.insert(whole) }
        case .code: alone.formUnion(Self.runs(text[piece.range]).filter { $0.count >= 3 })
        case .date(let date): written.insert(date.values.year)
        default: break
        }
      }
    }
    self.originals = originals.filter { $0.count >= 3 }
    self.alone = alone
    lengths = Set(self.originals.map(\.count)).sorted()
    for run in alone where Self.isYear(run) { written.insert(Self.number(run)) }
    chooseYears(written)
    var used: Set<[UInt8]> = []
    // What a long number ends in, by its own last three to six digits.
    var tails: [[UInt8]: [UInt8]] = [:]
    var spent: Set<Int> = []
    for key in keys.sorted(by: { ($0.count, Self.string($0)) > ($1.count, Self.string($1)) }) {
      let digits: [UInt8]
      if let tail = tails[key] {
        digits = tail
      } else if let found = spent.contains(key.count) ? nil : make(key, avoiding: used) {
        digits = found
      } else {
        spent.insert(key.count)
        digits = Self.nothing(like: key)
      }
      made[key] = digits
      used.insert(digits)
      guard key.count >= 8 else { continue }
      for length in 3...6 { tails[Array(key.suffix(length))] = Array(digits.suffix(length)) }
    }
  }

  // MARK: - Reading digits

  /// The values of the digits in a text.
  static func digits(_ text: ArraySlice<Unicode.Scalar>) -> [UInt8] { text.compactMap(\.digit) }

  /// The runs of digits in a text.
  static func runs(_ text: ArraySlice<Unicode.Scalar>) -> [[UInt8]] {
    text.split { !$0.isDigit }.map(digits)
  }

  private static func string(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }

  private static func number(_ digits: [UInt8]) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }

  private static func isYear(_ digits: [UInt8]) -> Bool {
    digits.count == 4 && (1_900...2_099).contains(number(digits))
  }

  // MARK: - Making digits

  /// What stands for the digits of a number in groups, group by group.
  func groups(_ groups: [[UInt8]]) -> [[UInt8]] {
    let whole = groups.flatMap { $0 }
    let digits = run(whole)
    var place = 0
    return groups.map { group in
      defer { place += group.count }
      // A number that stands alone elsewhere is the same number here.
      if groups.count > 1, group.count >= 3, alone.contains(group), !alone.contains(whole) {
        return run(group)
      }
      return Array(digits[place..<place + group.count])
    }
  }

  /// What stands for a run of digits of any length.
  func run(_ digits: [UInt8]) -> [UInt8] {
    made[digits] ?? make(digits, avoiding: []) ?? Self.nothing(like: digits)
  }

  /// What stands for one or two digits of a code or an address.
  func short(_ digits: [UInt8], in key: String) -> [UInt8] {
    if digits.count >= 3 { return run(digits) }
    var chooser = Chooser(seed: seed, key: "short " + key + Self.string(digits))
    for _ in 0..<8 {
      let other = digits.indices.map { UInt8($0 == 0 ? 1 + chooser.below(9) : chooser.below(10)) }
      if other != digits { return other }
    }
    return digits
  }

  /// As many digits, none of the originals in them; nil when none are left.
  ///
  /// A zero at the beginning stays.
  private func make(_ digits: [UInt8], avoiding used: Set<[UInt8]>) -> [UInt8]? {
    if Self.isYear(digits) {
      let moved = Self.string(of: Self.number(digits) + years)
      if isFree(moved), !used.contains(moved) { return moved }
    }
    var chooser = Chooser(seed: seed, key: "digits " + Self.string(digits))
    var path: [UInt8] = []
    var open: [[UInt8]] = []
    // Digits one by one, and a step back where only originals would come out.
    for _ in 0..<4_000 {
      if open.count == path.count {
        let isFirst = path.isEmpty
        open.append(isFirst && digits[0] == 0 ? [0] : chooser.shuffled(Array(UInt8(isFirst ? 1 : 0)...9)))
      }
      if let next = open[open.count - 1].popLast() {
        path.append(next)
        let isWhole = path.count == digits.count
        if endsInOriginal(path) || isWhole && (used.contains(path) || Self.isCard(path)) {
          path.removeLast()
        } else if isWhole {
          return path
        }
      } else {
        open.removeLast()
        if path.popLast() == nil { return nil }
      }
    }
    return nil
  }

  /// What stands where no digit may.
  static let none: UInt8 = 10

  /// A sign that is no digit, as often as there are digits: every number of this length has been said.
  private static func nothing(like digits: [UInt8]) -> [UInt8] { digits.map { _ in none } }

  private func endsInOriginal(_ digits: [UInt8]) -> Bool {
    lengths.contains { $0 <= digits.count && originals.contains(Array(digits.suffix($0))) }
  }

  private func isFree(_ digits: [UInt8]) -> Bool {
    digits.indices.allSatisfy { !endsInOriginal(Array(digits[...$0])) }
  }

  /// Whether digits could be those of a card (Luhn): nobody's card is made up.
  private static func isCard(_ digits: [UInt8]) -> Bool {
    guard (12...19).contains(digits.count) else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit) * (place % 2 == 1 ? 2 : 1)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  // MARK: - Dates

  private static func string(of year: Int) -> [UInt8] { Array(String(max(0, year)).utf8).map { $0 - 0x30 } }

  /// One distance for all years, so that what was two years apart still is.
  private mutating func chooseYears(_ written: Set<Int>) {
    var chooser = Chooser(seed: seed, key: "years")
    days = 1 + chooser.below(26)
    // Into the past: what has happened has no date to come.
    let distances = chooser.shuffled(Array(-9...(-1))) + chooser.shuffled(Array(1...9))
    years = distances.first { distance in written.allSatisfy { isFree(Self.string(of: $0 + distance)) } } ?? 0
  }

  /// What stands for the year of a date.
  func year(_ year: Int, _ digits: [UInt8]) -> [UInt8] {
    let moved = Self.string(of: year + years)
    return years != 0 && moved.count == digits.count && isFree(moved) ? moved : run(digits)
  }

  /// What stands for a day, in so many digits: another one in dates of birth, where day and month tell who it
  /// is.
  func day(_ day: Int, of year: Int, width: Int) -> [UInt8] {
    let isMoved = year <= lastBirthYear && (1...31).contains(day)
    let moved = isMoved ? (day + days - 1) % (width == 1 ? 9 : 28) + 1 : day
    let written = Self.string(of: moved)
    return Array(repeating: 0, count: max(0, width - written.count)) + written
  }
}
