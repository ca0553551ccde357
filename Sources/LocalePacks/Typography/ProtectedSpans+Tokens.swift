extension TypographyDraft {
  /// What a run of characters without a space holds.
  private struct Token {
    var hasScheme = false
    var hasAt = false
    var hasSlash = false
    var hasBackslash = false
    var hasInnerDot = false
    var hasCode = false
    /// Whether no letter stands between its first digit and its last, and no full stop elsewhere.
    var isNumber = true
    var isASCII = true
    var digits: Range<Int>?
    private var hasLetterBehindDigit = false
    var isFeet = false
    var isAmount = false
    var straightQuotes = 0

    /// Why it is guarded; open when it is an ordinary word.
    var guarding: TypographyCell.Guard {
      if hasScheme || hasAt || hasSlash { return .address }
      if hasCode { return .code }
      // With two kinds of marks between its digits, a number is an amount and nothing else.
      if isNumber && isAmount { return .open }
      if hasInnerDot || isFeet { return isNumber && digits != nil ? .number : isASCII ? .address : .code }
      return .open
    }

    /// Takes in a letter or a digit.
    mutating func add(_ cell: TypographyCell, at index: Int) {
      if cell.scalar >= 0x80 { isASCII = false }
      if cell.kind == .digit {
        if hasLetterBehindDigit { isNumber = false }
        digits = (digits?.lowerBound ?? index)..<index + 1
      } else if digits != nil {
        hasLetterBehindDigit = true
      }
    }
  }

  /// Guards addresses, handles, tags, files, versions, dates and what reads as code.
  mutating func guardTokens() {
    var index = 0
    while index < cells.count {
      guard isTokenPart(index, inAddress: false) else {
        index += 1
        continue
      }
      index = guardToken(from: index)
    }
  }

  private func isTokenPart(_ index: Int, inAddress: Bool) -> Bool {
    guard index < cells.count, cells[index].isOpen else { return false }
    switch cells[index].kind {
    case .space, .noBreakSpace, .otherSpace, .newline, .scriptMark: return false
    case .han: return inAddress
    default: return true
    }
  }

  /// Guards the token that begins at `start`, when it is to be, and returns its end.
  private mutating func guardToken(from start: Int) -> Int {
    var end = start
    var isAddress = false
    var isPlain = true
    while isTokenPart(end, inAddress: isAddress) {
      let scalar = cells[end].scalar
      if scalar == 0x3A, self.scalar(end + 1) == 0x2F, self.scalar(end + 2) == 0x2F { isAddress = true }
      if !cells[end].kind.isWord { isPlain = false }
      end += 1
    }
    guard !isPlain else { return end }
    guard var core = core(of: start..<end) else { return end }
    let token = token(in: core)
    if token.hasScheme { core = schemeStart(in: core)..<core.upperBound }
    // A quotation mark that closes one inside the token belongs to it.
    if token.straightQuotes % 2 == 1, core.upperBound < end, cells[core.upperBound].scalar == 0x22 {
      core = core.lowerBound..<core.upperBound + 1
    }
    switch token.guarding {
    case .open: break
    // A currency or a unit against the number stays open.
    case .number:
      let digits = token.digits ?? core
      let isInches = token.isFeet && scalar(digits.upperBound) == 0x22
      set(.number, on: digits.lowerBound..<digits.upperBound + (isInches ? 1 : 0))
    case let guarding:
      set(guarding, on: core)
      if token.hasBackslash, let end = quotedEnd(of: core) {
        set(guarding, on: core.lowerBound..<end)
        return end
      }
    }
    return end
  }

  /// Where a path with spaces ends that stands between quotation marks; nil when it does not.
  private func quotedEnd(of core: Range<Int>) -> Int? {
    let open = start(before: core.lowerBound) { $0.kind == .space || $0.kind == .noBreakSpace } - 1
    guard kind(open) == .quote || scalar(open) == 0x22 else { return nil }
    let close = end(of: core.upperBound) { $0.scalar != 0x22 && $0.kind != .quote && $0.kind != .newline }
    guard close < cells.count, cells[close].kind != .newline else { return nil }
    return start(before: close) { $0.kind == .space || $0.kind == .noBreakSpace }
  }

  /// The token without the marks around it; nil when nothing is left.
  private func core(of range: Range<Int>) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isLeadingMark(lower) { lower += 1 }
    var parentheses: Int?
    while lower < upper, isTrailingMark(upper - 1) {
      if cells[upper - 1].scalar == 0x29 {
        let balance = parentheses ?? balance(in: lower..<upper)
        if balance >= 0 { break }
        parentheses = balance + 1
      }
      upper -= 1
    }
    return lower < upper ? lower..<upper : nil
  }

  /// How many more parentheses are opened than closed.
  private func balance(in range: Range<Int>) -> Int {
    cells[range].reduce(0) { $0 + ($1.scalar == 0x28 ? 1 : $1.scalar == 0x29 ? -1 : 0) }
  }

  private func isLeadingMark(_ index: Int) -> Bool {
    switch cells[index].kind {
    case .quote, .straightQuote, .openBracket: true
    default: cells[index].scalar == 0x2A || cells[index].scalar == 0x5F
    }
  }

  private func isTrailingMark(_ index: Int) -> Bool {
    switch cells[index].kind {
    case .quote, .straightQuote, .closeBracket, .mark: true
    default: cells[index].scalar == 0x2A || cells[index].scalar == 0x5F
    }
  }

  private func schemeStart(in core: Range<Int>) -> Int {
    guard
      let colon = core.first(where: {
        cells[$0].scalar == 0x3A && scalar($0 + 1) == 0x2F && scalar($0 + 2) == 0x2F
      })
    else { return core.lowerBound }
    return max(core.lowerBound, start(before: colon) { $0.scalar.isASCIIAlphanumeric })
  }

  private func token(in core: Range<Int>) -> Token {
    var token = Token()
    for index in core {
      let scalar = cells[index].scalar
      let isInside = index > core.lowerBound && index + 1 < core.upperBound
      switch scalar {
      case 0x2F:
        token.hasSlash = token.hasSlash || core.count > 1
        if index >= core.lowerBound + 2, cells[index - 1].scalar == 0x2F, cells[index - 2].scalar == 0x3A {
          token.hasScheme = true
        }
      case 0x5C:
        token.hasSlash = token.hasSlash || core.count > 1
        token.hasBackslash = true
      case 0x40: token.hasAt = token.hasAt || core.count > 1
      case 0x23: token.hasAt = token.hasAt || index == core.lowerBound && core.count > 1
      case 0x2E where isInside:
        guard cells[index - 1].kind.isWord, cells[index + 1].kind.isWord else { break }
        token.hasInnerDot = true
        if cells[index - 1].kind != .digit || cells[index + 1].kind != .digit { token.isNumber = false }
      case 0x3A where isInside:
        if self.scalar(index - 1) == 0x3A || self.scalar(index + 1) == 0x3A { token.hasCode = true }
        if kind(index - 1) == .digit && kind(index + 1) == .digit { token.hasInnerDot = true }
      case 0x24:
        token.hasCode = token.hasCode || index == core.lowerBound && self.scalar(index + 1).isASCIILetter
      case 0x27 where isInside:
        if kind(index - 1) == .digit && kind(index + 1) == .digit {
          if kind(index + 2) == .digit && kind(index + 3) == .digit {
            token.isAmount = true
          } else {
            token.isFeet = true
          }
        }
      case 0x2C where isInside, 0x2019 where isInside:
        if kind(index - 1) == .digit && kind(index + 1) == .digit { token.isAmount = true }
      case 0x22: token.straightQuotes += 1
      case 0x3D, 0x5F, 0x7C, 0x7E, 0x5E, 0x3C, 0x3E, 0x26:
        token.hasCode = token.hasCode || isInside
      default:
        if cells[index].kind.isWord { token.add(cells[index], at: index) }
      }
    }
    return token
  }
}
