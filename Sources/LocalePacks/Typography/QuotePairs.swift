/// The quotation marks of a text in pairs: the straight ones, and those that are set already.
struct QuotePairs {
  /// Two marks that belong together.
  struct Pair {
    /// Where the first mark stands.
    var open: Int
    /// Where the second mark stands.
    var close: Int
    /// How many pairs stand around this one.
    var depth = 0
    /// Whether the marks are straight; otherwise they are the style's own.
    var isStraight: Bool
  }

  private enum Form {
    case double
    case single
    /// The style's own, by the mark that closes it.
    case set(UInt32)
  }

  private struct Open {
    var index: Int
    var form: Form
  }

  /// What a mark may do where it stands.
  private struct Side {
    var opens: Bool
    var closes: Bool
  }

  /// How many marks may stand open at once; one more has no partner.
  private static var deepest: Int { 64 }

  private let draft: TypographyDraft
  private let marks: [TypographyStyle.QuoteMarks]
  private var stack: [Open] = []
  private var openDoubles = 0
  private var pairs: [Pair] = []
  private var loose = 0
  private var inches = 0

  /// The pairs of a text, in the order of their first marks; O(length).
  static func pairs(in draft: TypographyDraft, _ style: TypographyStyle) -> [Pair] {
    let marks = [style.outerQuotes, style.innerQuotes].compactMap(\.self)
    var all: [Pair] = []
    var start = 0
    while start < draft.cells.count {
      let end = paragraphEnd(from: start, in: draft)
      all += pairs(in: start..<end, draft, marks)
      start = end
    }
    return withDepths(withoutDoubled(all.sorted { $0.open < $1.open }))
  }

  private static func paragraphEnd(from start: Int, in draft: TypographyDraft) -> Int {
    var index = start
    while index < draft.cells.count {
      if draft.cells[index].kind == .newline {
        let next = draft.end(of: index) { $0.kind == .newline }
        let lineFeeds = draft.cells[index..<next].count { $0.scalar != 0x0D }
        if lineFeeds > 1 || next == draft.cells.count { return next }
        index = next
      } else {
        index += 1
      }
    }
    return index
  }

  /// The pairs of a paragraph, where marks behind digits are inches if that leaves fewer without a partner.
  private static func pairs(
    in paragraph: Range<Int>, _ draft: TypographyDraft, _ marks: [TypographyStyle.QuoteMarks]
  ) -> [Pair] {
    var first = QuotePairs(draft, marks)
    first.match(paragraph, readsInches: false)
    guard first.loose > 0, first.inches > 0 else { return first.pairs }
    var second = QuotePairs(draft, marks)
    second.match(paragraph, readsInches: true)
    return second.loose < first.loose ? second.pairs : first.pairs
  }

  /// The pairs without those that hold nothing but another pair, and without these: so data is quoted, not speech.
  private static func withoutDoubled(_ sorted: [Pair]) -> [Pair] {
    var dropped = Set<Int>()
    for (index, pair) in sorted.enumerated().dropLast() {
      let next = sorted[index + 1]
      if pair.isStraight, next.isStraight, next.open == pair.open + 1, next.close == pair.close - 1 {
        dropped.formUnion([index, index + 1])
      }
    }
    return dropped.isEmpty
      ? sorted : sorted.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  private static func withDepths(_ pairs: [Pair]) -> [Pair] {
    var sorted = pairs
    var around: [Int] = []
    for index in sorted.indices {
      while let close = around.last, close < sorted[index].open { around.removeLast() }
      sorted[index].depth = around.count
      around.append(sorted[index].close)
    }
    return sorted
  }

  private init(_ draft: TypographyDraft, _ marks: [TypographyStyle.QuoteMarks]) {
    self.draft = draft
    self.marks = marks
  }

  private mutating func match(_ paragraph: Range<Int>, readsInches: Bool) {
    for index in paragraph {
      let cell = draft.cells[index]
      guard cell.isOpen else { continue }
      switch cell.kind {
      case .straightQuote where cell.scalar == 0x22: matchDouble(index, readsInches: readsInches)
      case .straightQuote: matchSingle(index)
      case .quote: matchSet(index)
      default: continue
      }
    }
    for open in stack { if case .double = open.form { loose += 1 } }
  }

  private mutating func matchDouble(_ index: Int, readsInches: Bool) {
    let side = side(of: index)
    if side.closes, !side.opens || openDoubles > 0 {
      let isInches = draft.kind(index - 1) == .digit
      if isInches, readsInches { return }
      if isInches { inches += 1 }
      if !close(at: index, { if case .double = $0 { true } else { false } }), !isInches { loose += 1 }
    } else if side.opens {
      guard push(index, .double) else {
        loose += 1
        return
      }
      openDoubles += 1
    }
  }

  private mutating func matchSingle(_ index: Int) {
    let side = side(of: index)
    if side.closes, !side.opens, case .single = stack.last?.form {
      _ = close(at: index) { if case .single = $0 { true } else { false } }
    } else if side.opens, !side.closes, !stack.isEmpty {
      _ = push(index, .single)
    }
  }

  private mutating func matchSet(_ index: Int) {
    let scalar = draft.cells[index].scalar
    // An apostrophe.
    if draft.isWord(index - 1), draft.isWord(index + 1), scalar == 0x2018 || scalar == 0x2019 { return }
    let isOpen = stack.contains { if case .set(scalar) = $0.form { true } else { false } }
    if isOpen {
      _ = close(at: index) { if case .set(scalar) = $0 { true } else { false } }
    } else if let marks = marks.first(where: { $0.open.value == scalar && $0.close != $0.open }) {
      _ = push(index, .set(marks.close.value))
    }
  }

  private mutating func push(_ index: Int, _ form: Form) -> Bool {
    guard stack.count < Self.deepest else { return false }
    stack.append(Open(index: index, form: form))
    return true
  }

  /// Closes the nearest open mark of a form, and tells whether there was one; those behind it are no marks then.
  private mutating func close(at index: Int, _ isForm: (Form) -> Bool) -> Bool {
    guard let open = stack.lastIndex(where: { isForm($0.form) }) else { return false }
    for dropped in stack[open...] { if case .double = dropped.form { openDoubles -= 1 } }
    loose += stack[(open + 1)...].count { if case .double = $0.form { true } else { false } }
    let isStraight = if case .set = stack[open].form { false } else { true }
    pairs.append(Pair(open: stack[open].index, close: index, isStraight: isStraight))
    stack.removeSubrange(open...)
    return true
  }

  /// What a straight mark may do between what stands before and behind it, other quotation marks aside.
  private func side(of index: Int) -> Side {
    let before = draft.start(before: index, upTo: 4) { $0.kind == .quote || $0.kind == .straightQuote } - 1
    let after = draft.end(of: index, upTo: 5) { $0.kind == .quote || $0.kind == .straightQuote }
    if draft.cell(before)?.isOpen ?? true, isElided(index) { return Side(opens: true, closes: false) }
    let startsHere = isStart(before)
    let endsHere = isEnd(after)
    let opens = startsHere && !(draft.kind(after).isBlank && draft.isOutsideGuards(after))
    let closes = endsHere && !isBlankOrStart(before)
    if !opens, !closes, draft.kind(before).isWord, draft.kind(after).isWord,
      draft.kind(before).joinsQuotes || draft.kind(after).joinsQuotes
    {
      return Side(opens: true, closes: true)
    }
    // Behind a mark without a space, the only sense of a mark before a word is to open.
    let isLate = !opens && !closes && openDoubles == 0 && draft.kind(before) == .mark && draft.isWord(after)
    return Side(opens: opens || isLate, closes: closes)
  }

  /// Whether an article with an apostrophe stands before, as in French `l’"avenir"`.
  private func isElided(_ index: Int) -> Bool {
    let mark = draft.scalar(index - 1)
    return (mark == 0x2019 || mark == 0x27) && draft.kind(index - 2) == .letter
      && draft.kind(index + 1).isWord && draft.scalar(index) == 0x22
  }

  private func isBlankOrStart(_ index: Int) -> Bool {
    guard let cell = draft.cell(index) else { return true }
    return cell.guarding == .open && (cell.kind.isBlank || cell.kind == .openBracket)
  }

  private func isStart(_ index: Int) -> Bool {
    guard let cell = draft.cell(index) else { return true }
    guard cell.guarding == .open else { return false }
    return cell.kind.isBlank || cell.kind == .openBracket || cell.kind == .dash || cell.kind == .scriptMark
  }

  private func isEnd(_ index: Int) -> Bool {
    guard let cell = draft.cell(index) else { return true }
    guard cell.guarding == .open else { return cell.guarding == .face }
    switch cell.kind {
    case .mark, .scriptMark, .closeBracket, .dash: return true
    default: return cell.kind.isBlank
    }
  }
}

extension TypographyDraft {
  /// Whether the cell at `index` is open, or `index` lies outside the text.
  func isOutsideGuards(_ index: Int) -> Bool { cell(index)?.isOpen ?? true }
}
