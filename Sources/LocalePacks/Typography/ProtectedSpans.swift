extension TypographyDraft {
  /// Finds what no rule may change, and guards it; O(length).
  ///
  /// - Returns: False when a cell that was guarded before is not any more.
  mutating func guardSpans() -> Bool {
    let before = hasGuards ? cells.map(\.guarding) : []
    if hasGuards { set(.open, on: 0..<cells.count) }
    guardQuotedAndFenced()
    guardInlineCode()
    guardBraces()
    guardTokens()
    guardFaces()
    guardFormatSpecifiers()
    guardAccountNumbers()
    return zip(before, cells).allSatisfy { $0 == .open || !$1.isOpen }
  }

  /// Guards lines that quote an earlier message, and code between fences.
  private mutating func guardQuotedAndFenced() {
    guard mentions(">`~") else { return }
    var fence: (mark: UInt32, count: Int)?
    var line = 0
    while line < cells.count {
      let end = end(of: line) { $0.kind != .newline }
      let first = self.end(of: line) { $0.kind == .space }
      let mark = scalar(first)
      let count = self.end(of: first, upTo: end - first) { $0.scalar == mark } - first
      if let open = fence {
        set(.code, on: line..<end)
        if mark == open.mark, count >= open.count { fence = nil }
      } else if (mark == 0x60 || mark == 0x7E) && count >= 3 && first < end {
        fence = (mark, count)
        set(.code, on: line..<end)
      } else if mark == 0x3E, first < end {
        set(.code, on: line..<end)
      }
      line = end + 1
    }
  }

  /// Guards code between backticks, which ends in the paragraph where it begins.
  private mutating func guardInlineCode() {
    guard mentions("`") else { return }
    var index = 0
    // Up to where it is known that a run of so many backticks has no other one behind it.
    var unclosed: [Int: Int] = [:]
    while index < cells.count {
      guard cells[index].scalar == 0x60, isOpen(index) else {
        index += 1
        continue
      }
      let content = end(of: index) { $0.scalar == 0x60 }
      let count = content - index
      if index > 0 && cells[index - 1].kind.isWord && content < cells.count && cells[content].kind.isWord
        || count > 8 || unclosed[count, default: 0] > index
      {
        index = content
        continue
      }
      let (close, end) = closingRun(of: count, from: content)
      if close {
        set(.code, on: index..<end)
        index = end
      } else {
        unclosed[count] = end
        index = content
      }
    }
  }

  /// Whether a run of `count` backticks follows in the paragraph, and where it or the paragraph ends.
  private func closingRun(of count: Int, from start: Int) -> (found: Bool, end: Int) {
    var index = start
    while index < cells.count {
      if cells[index].kind == .newline, kind(index + 1) == .newline { return (false, index) }
      guard cells[index].scalar == 0x60 else {
        index += 1
        continue
      }
      let end = end(of: index) { $0.scalar == 0x60 }
      if end - index == count { return (true, end) }
      index = end
    }
    return (false, index)
  }

  /// Guards what stands between braces, `${…}`, and tags between angle brackets, each on one line.
  private mutating func guardBraces() {
    guard mentions("{<") else { return }
    var opened: [Int] = []
    // Pairs of braces that lie in no other one so far: each cell is guarded once.
    var braced: [Range<Int>] = []
    var tag: Int?
    for index in cells.indices {
      switch cells[index].scalar {
      case 0x7B: opened.append(index)
      case 0x7D:
        guard let open = opened.popLast() else { break }
        while let inner = braced.last, inner.lowerBound > open { braced.removeLast() }
        braced.append(open..<index + 1)
      case 0x3C:
        let next = scalar(index + 1)
        tag = next.isASCIILetter || next == 0x2F || next == 0x21 ? index : nil
      case 0x3E:
        if let open = tag { set(.code, on: open..<index + 1) }
        tag = nil
      default:
        if cells[index].kind == .newline {
          opened.removeAll(keepingCapacity: true)
          tag = nil
        }
      }
    }
    for range in braced { set(.code, on: range) }
  }

  /// Guards `%s`, `%1$d`, `%@` and `%(name)s`.
  private mutating func guardFormatSpecifiers() {
    guard has(.percent) else { return }
    for index in cells.indices where cells[index].scalar == 0x25 && cells[index].isOpen {
      var end = self.end(of: index + 1) { $0.scalar.isASCIIDigit }
      if end > index + 1, scalar(end) == 0x24 { end += 1 }
      if scalar(end) == 0x28 {
        end = self.end(of: end) { $0.scalar.isASCIIAlphanumeric || $0.scalar == 0x28 || $0.scalar == 0x5F }
        guard scalar(end) == 0x29 else { continue }
        end += 1
      }
      switch scalar(end) {
      case 0x40, 0x73, 0x64, 0x69, 0x66, 0x75, 0x78:
        if !kind(end + 1).isWord { set(.code, on: index..<end + 1) }
      default: continue
      }
    }
  }

  /// Guards the groups of an IBAN (ISO 13616), which may be the length of a word.
  private mutating func guardAccountNumbers() {
    guard has(.digit) else { return }
    var index = 0
    while index < cells.count {
      let end = self.end(of: index) { $0.kind.isWord }
      guard end == index + 4, cells[index].scalar.isCapital, cells[index + 1].scalar.isCapital,
        cells[index + 2].scalar.isASCIIDigit, cells[index + 3].scalar.isASCIIDigit
      else {
        index = max(end, index + 1)
        continue
      }
      var last = end
      var groups = 0
      while kind(last) == .space || kind(last) == .noBreakSpace {
        let next = self.end(of: last + 1) { $0.scalar.isASCIIDigit || 0x41...0x5A ~= $0.scalar }
        guard (1...4).contains(next - last - 1), !kind(next).isWord else { break }
        last = next
        groups += 1
      }
      if groups >= 3 { set(.number, on: index..<last) }
      index = last
    }
  }
}
