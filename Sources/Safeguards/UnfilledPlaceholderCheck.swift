import DeskModel

/// Finds gaps that a template left open.
///
/// Syntax that only templates use (`{{customer.name}}`, `[[name]]`, `{% if %}`, `#{ticket.title}`) is an
/// error. What may be meant (`{name}`, `${name}`, `%name%`, `[NAME]`, `<name>`, `___`, `XXX`) is a
/// warning. Code, links, JSON, Markdown links, footnotes, tags and masked numbers are left alone.
package struct UnfilledPlaceholderCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "placeholder.unfilled"

  /// Makes the check.
  package init() {}

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.text.utf8.contains(where: Self.canBegin) else { return [] }
    let scan = TextScan(draft.text)
    var findings: [Finding] = []
    var place = 0
    while place < scan.characters.count {
      guard let gap = gap(at: place, in: scan) else {
        place += 1
        continue
      }
      let isQuoted = scan.isVerbatim[place]
      place = gap.places.upperBound
      if isQuoted, !gap.isCertain { continue }
      findings.append(finding(gap, isQuoted: isQuoted, in: scan))
    }
    return findings
  }

  private struct Gap {
    var places: Range<Int>
    var isCertain: Bool
  }

  /// Marks with which a gap begins: `{ [ < # $ % _ X`, or a Cyrillic Х (D0 A5).
  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x7B, 0x5B, 0x3C, 0x23, 0x24, 0x25, 0x5F, 0x58, 0xD0: true
    default: false
    }
  }

  private func finding(_ gap: Gap, isQuoted: Bool, in scan: TextScan) -> Finding {
    let isError = gap.isCertain && !isQuoted
    return Finding(
      rule: rule, severity: isError ? .error : .warn, range: scan.bytes(gap.places),
      messageKey: isError ? "finding.placeholder.unfilled" : "finding.placeholder.doubtful",
      arguments: [scan.text(gap.places)])
  }

  private func gap(at place: Int, in scan: TextScan) -> Gap? {
    switch scan.characters[place] {
    case "{":
      if scan[place + 1] == "{" { return certain(place, "{{", "}}", scan) }
      if scan[place + 1] == "%" { return certain(place, "{%", "%}", scan) }
      return braces(place, scan)
    case "[": return scan[place + 1] == "[" ? certain(place, "[[", "]]", scan) : brackets(place, scan)
    case "#" where scan[place + 1] == "{": return certain(place, "#{", "}", scan)
    case "$" where scan[place + 1] == "{":
      return braces(place + 1, scan).map { gap in
        Gap(places: place..<gap.places.upperBound, isCertain: false)
      }
    case "%": return percents(place, scan)
    case "<": return angles(place, scan)
    case "_": return underscores(place, scan)
    case "X", "Х": return crosses(place, scan)
    default: return nil
    }
  }

  /// A pair that only templates use, closed within the line and 80 graphemes, or `{{` never closed.
  private func certain(_ place: Int, _ open: String, _ close: String, _ scan: TextScan) -> Gap? {
    let closing = Array(close)
    let start = place + open.count
    let limit = min(start + 80, scan.characters.count)
    var end = start
    while end < limit, !scan.characters[end].isNewline {
      if scan[end] == closing[0], closing.count == 1 || scan[end + 1] == closing[1] {
        guard end > start else { return nil }
        return Gap(places: place..<end + closing.count, isCertain: true)
      }
      end += 1
    }
    guard open == "{{", scan.isWord(start) else { return nil }
    let word = scan.end(from: start) { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    return Gap(places: place..<word, isCertain: true)
  }

  /// `{name}`, `{first name}`, `{0}`; not JSON, sets, GUIDs, TeX or the braces of code.
  private func braces(_ place: Int, _ scan: TextScan) -> Gap? {
    let before = scan[place - 1] == " " && scan[place - 2] == ")" ? ")" : scan[place - 1]
    if let before, "})\\".contains(before) { return nil }
    if startsCommand(before: place, scan) { return nil }
    guard let content = content(place, closing: "}", limit: 32, scan), scan.isWord(place + 1),
      content.allSatisfy({ $0.isLetter || $0.isNumber || "_.- '’".contains($0) }),
      content.filter({ $0 == " " }).count <= 2
    else { return nil }
    if content.allSatisfy({ $0.isNumber }), content.count > 2 { return nil }
    return Gap(places: place..<place + content.count + 2, isCertain: false)
  }

  /// Whether the word before a brace is a TeX command: `\frac{a}`.
  private func startsCommand(before place: Int, _ scan: TextScan) -> Bool {
    var start = place
    while scan.isWord(start - 1) { start -= 1 }
    return start < place && scan[start - 1] == "\\"
  }

  private func brackets(_ place: Int, _ scan: TextScan) -> Gap? {
    guard !scan.isWord(place - 1), scan[place - 1] != "!", scan[place - 1] != "]",
      let content = content(place, closing: "]", limit: 40, scan), PlaceholderWords.isGap(content)
    else { return nil }
    let end = place + content.count + 2
    // A Markdown link, a reference, a definition.
    if let after = scan[end], after == "(" || after == "[" || after == ":" && scan.isLineStart(place) {
      return nil
    }
    return Gap(places: place..<end, isCertain: false)
  }

  private func angles(_ place: Int, _ scan: TextScan) -> Gap? {
    guard !scan.isWord(place - 1), scan.isWord(place + 1),
      let content = content(place, closing: ">", limit: 40, scan), PlaceholderWords.isGap(content),
      !content.contains("@"), !content.contains("="), !PlaceholderWords.markup.contains(content.lowercased())
    else { return nil }
    return Gap(places: place..<place + content.count + 2, isCertain: false)
  }

  /// `%name%`, `%first_name%`; not "50% off, 20% more" and not `%20`.
  private func percents(_ place: Int, _ scan: TextScan) -> Gap? {
    guard !scan.isWord(place - 1), scan[place + 1]?.isLetter == true,
      let content = content(place, closing: "%", limit: 32, scan), content.count >= 2,
      content.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
    else { return nil }
    return Gap(places: place..<place + content.count + 2, isCertain: false)
  }

  /// Three or more underscores; not a line of them, which is a rule, and not a name in code.
  private func underscores(_ place: Int, _ scan: TextScan) -> Gap? {
    let end = scan.end(from: place) { $0 == "_" }
    guard end - place >= 3, scan[place - 1] != "_", !(scan.isWord(place - 1) && scan.isWord(end)) else {
      return nil
    }
    let isRule = scan.isLineStart(place) && (scan[end]?.isNewline ?? true)
    return isRule ? nil : Gap(places: place..<end, isCertain: false)
  }

  /// `XXX`, `XX.XX.XXXX`; not sizes (XXXL), kisses (xxx), or what masks a number (XXXX 1234).
  private func crosses(_ place: Int, _ scan: TextScan) -> Gap? {
    guard !scan.isWord(place - 1), !(isJoint(scan[place - 1]) && isCross(scan[place - 2])) else { return nil }
    var end = scan.end(from: place) { isCross($0) || isJoint($0) }
    while end > place, !isCross(scan[end - 1]) { end -= 1 }
    let places = place..<end
    guard scan.characters[places].count(where: isCross) >= 3, !scan.isWord(end) else { return nil }
    return isMask(places, scan) ? nil : Gap(places: places, isCertain: false)
  }

  /// Whether digits of a number stand before or after, with nothing but more crosses between, as far as a
  /// card number reaches.
  private func isMask(_ places: Range<Int>, _ scan: TextScan) -> Bool {
    let isFiller: (Character) -> Bool = { isCross($0) || $0 == "*" || $0 == " " || $0 == "-" }
    let reach = 24
    var next = places.upperBound
    while next - places.upperBound < reach, let after = scan[next], isFiller(after) { next += 1 }
    if (0...2).allSatisfy({ scan[next + $0]?.isNumber == true }) { return true }
    var start = places.lowerBound
    var hasStar = false
    while places.lowerBound - start < reach, let before = scan[start - 1], isFiller(before) {
      hasStar = hasStar || before == "*"
      start -= 1
    }
    return hasStar || (1...3).allSatisfy { scan[start - $0]?.isNumber == true }
  }

  private func isJoint(_ character: Character?) -> Bool {
    character.map { "./-–".contains($0) } ?? false
  }

  private func isCross(_ character: Character?) -> Bool { character == "X" || character == "Х" }

  /// What stands between a mark and its closing one on the same line, nil when it is empty or too long.
  private func content(_ place: Int, closing: Character, limit: Int, _ scan: TextScan) -> String? {
    let bound = min(place + limit + 2, scan.characters.count)
    var end = place + 1
    while end < bound, scan.characters[end] != closing {
      if scan.characters[end].isNewline { return nil }
      end += 1
    }
    return end < bound && end > place + 1 ? scan.text(place + 1..<end) : nil
  }
}
