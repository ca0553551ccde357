import DeskModel

/// Warns of a greeting from which the name has fallen out: "Hello ," or "Dear,".
///
/// Only the beginnings of lines are looked at, and only known greetings, so that hurried typing
/// ("Yes , of course") is left alone.
package struct EmptyAddressCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "placeholder.address"

  /// Makes the check.
  package init() {}

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    let isFrench = draft.locale.map { $0 == "fr" || $0.hasPrefix("fr-") } ?? false
    var findings: [Finding] = []
    var offset = 0
    for line in draft.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let range = emptyAddress(in: line, isFrench: isFrench) {
        let start = line.utf8.index(line.startIndex, offsetBy: range.lowerBound)
        let end = line.utf8.index(line.startIndex, offsetBy: range.upperBound)
        findings.append(
          Finding(
            rule: rule, severity: .warn, range: offset + range.lowerBound..<offset + range.upperBound,
            messageKey: "finding.placeholder.address", arguments: [String(line[start..<end])]))
      }
      offset += line.utf8.count + 1
    }
    return findings
  }

  /// The greeting with its mark, in bytes of the line.
  private func emptyAddress(in line: Substring, isFrench: Bool) -> Range<Int>? {
    let head = line.prefix(48)
    guard let start = head.firstIndex(where: { !$0.isWhitespace }) else { return nil }
    var place = start
    while let mark = head[place...].firstIndex(where: { $0 == "," || $0 == "!" }) {
      let before = head[start..<mark]
      let isGap = before.last?.isWhitespace == true
      let greeting = before.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isFrenchMark = head[mark] == "!" && (isFrench || GreetingWords.french.contains(greeting))
      if GreetingWords.needingName.contains(greeting)
        || isGap && !isFrenchMark && GreetingWords.open.contains(greeting)
      {
        let from = line.utf8.distance(from: line.startIndex, to: start)
        return from..<from + before.utf8.count + 1
      }
      place = head.index(after: mark)
      // "Вітаю, пане ," holds a comma inside.
      if before.count > 24 { return nil }
    }
    return nil
  }
}
