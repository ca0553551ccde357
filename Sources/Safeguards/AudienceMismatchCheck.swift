import DeskModel

/// Hints that a text reads like a note to colleagues while it goes to the customer or the world.
///
/// A mention counts when it names an agent of the thread; to a customer, also any mention that names
/// neither the customer nor a stranger of the thread. In public, mentions are how people are addressed.
package struct AudienceMismatchCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "audience.mismatch"

  /// Makes the check.
  package init() {}

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.audience != .internal else { return [] }
    let key = draft.audience == .world ? "finding.audience.world" : "finding.audience.customer"
    return [openers(in: draft.text), mentions(in: draft)].joined().map { found in
      Finding(
        rule: rule, severity: .hint, range: found.range, messageKey: key, arguments: [found.text],
        suggestionKey: "finding.audience.note")
    }
  }

  private typealias Found = (range: Range<Int>, text: String)

  private func openers(in text: String) -> [Found] {
    var found: [Found] = []
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix(while: \.isWhitespace).utf8.count
      let words = line.dropFirst(line.prefix(while: \.isWhitespace).count)
      let head = words.prefix(40).lowercased()
      if let opener = NoteWords.openers.first(where: { begins(head, with: $0) }) {
        let matched = String(words.prefix(opener.count))
        let start = offset + indent
        found.append((start..<start + matched.utf8.count, matched))
      }
      offset += line.utf8.count + 1
    }
    return found
  }

  /// Whether a line begins with an opener as whole words.
  private func begins(_ line: String, with opener: String) -> Bool {
    guard line.hasPrefix(opener) else { return false }
    let next = line.dropFirst(opener.count).first
    return opener.last?.isLetter != true || next.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  private func mentions(in draft: Draft) -> [Found] {
    guard draft.text.utf8.contains(UInt8(ascii: "@")) else { return [] }
    let colleagues = names(of: draft.thread.filter { $0.author.kind == .agent })
    var others = names(of: draft.thread.filter { $0.author.kind == .customer || $0.author.kind == .stranger })
    for name in [draft.contact?.full, draft.contact?.given, draft.contact?.family] {
      others.formUnion(words(of: name ?? ""))
    }
    let scan = TextScan(draft.text)
    var found: [Found] = []
    for place in scan.characters.indices where scan.characters[place] == "@" {
      let end = scan.end(from: place + 1) { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      guard end > place + 1, !scan.isVerbatim[place], !isInsideWord(place, scan), scan[end] != "@" else {
        continue
      }
      let name = scan.text(place + 1..<end).lowercased()
      let isColleague = colleagues.contains(name) && !others.contains(name)
      guard isColleague || draft.audience == .customer && !others.contains(name) else { continue }
      if !isColleague, scan[end] == ".", scan.isWord(end + 1) { continue }
      found.append((scan.bytes(place..<end), scan.text(place..<end)))
    }
    return found
  }

  private func isInsideWord(_ place: Int, _ scan: TextScan) -> Bool {
    guard let before = scan[place - 1] else { return false }
    return !before.isWhitespace && before != "(" && before != ","
  }

  private func names(of entries: [Entry]) -> Set<String> {
    var names: Set<String> = []
    for entry in entries {
      names.insert(entry.author.id.lowercased())
      names.formUnion(words(of: entry.author.name ?? ""))
    }
    return names
  }

  private func words(of name: String) -> [String] {
    name.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
