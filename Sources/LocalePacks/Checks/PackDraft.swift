package import DeskModel

/// A draft with all that the checks of a pack want to know.
package struct PackDraft: Sendable, Hashable {
  /// The text, exactly as it would be sent.
  package var text: String
  /// Where it would be said.
  package var channel: String
  /// Whom it answers.
  package var person: Person
  /// What this customer wrote, oldest first.
  package var customer: [String]
  /// Whether no agent has answered yet.
  package var isFirstReply: Bool
  /// The agent's own gender, if they have set it.
  package var agentGender: Gender?
  /// The name of the solemn day that it is for the customer; nil for any other.
  package var solemnDay: String?
  /// Whether everybody of the country keeps that day, and not only some.
  package var isSolemnForAll = true

  /// Makes a draft.
  package init(
    text: String, channel: String = "chat", person: Person = Person(), customer: [String] = [],
    isFirstReply: Bool = false, agentGender: Gender? = nil, solemnDay: String? = nil
  ) {
    self.text = text
    self.channel = channel
    self.person = person
    self.customer = customer
    self.isFirstReply = isFirstReply
    self.agentGender = agentGender
    self.solemnDay = solemnDay
  }
}

/// A draft with its text read and its rules matched once for all checks.
struct ReadDraft {
  let draft: PackDraft
  let pack: LocalePack
  /// Tells languages; nil where nobody asks for that.
  let languages: LanguageIdentifier?
  let text: PackText
  let matches: [PhraseMatcher.Match]

  init(_ draft: PackDraft, _ pack: LocalePack, _ languages: LanguageIdentifier?) {
    self.draft = draft
    self.pack = pack
    self.languages = languages
    text = PackText(draft.text, pack.text)
    let all = pack.draftMatcher.matches(in: text).filter { $0.rule != pack.ignoredRule }
    matches = Self.longest(Self.withoutMirrored(all, draft, pack, text), pack)
  }

  /// Rules that hide matches of one another.
  private struct Group: Hashable {
    let section: LocalePack.SectionedRule.Section
    let kind: String
  }

  /// Without matches that lie in longer ones of the same list and kind.
  ///
  /// - Parameters:
  ///   - matches: In the order of their first places.
  ///   - pack: The pack whose rules have matched.
  /// - Returns: The others, in their order.
  /// - Complexity: O(matches).
  private static func longest(_ matches: [PhraseMatcher.Match], _ pack: LocalePack) -> [PhraseMatcher.Match] {
    guard matches.count > 1 else { return matches }
    func group(_ match: PhraseMatcher.Match) -> Group {
      Group(section: pack.draftRules[match.rule].section, kind: pack.draftRules[match.rule].rule.kind)
    }
    var result: [PhraseMatcher.Match] = []
    // The furthest end of the matches that begin before those at hand.
    var furthest: [Group: Int] = [:]
    var rest = matches[...]
    while let first = rest.first {
      let together = rest.prefix { $0.places.lowerBound == first.places.lowerBound }
      var ends: [Group: Int] = [:]
      for match in together { ends[group(match), default: 0].raise(to: match.places.upperBound) }
      result += together.filter { match in
        let group = group(match)
        return furthest[group, default: 0] < match.places.upperBound
          && ends[group] == match.places.upperBound
      }
      for (group, end) in ends { furthest[group, default: 0].raise(to: end) }
      rest = rest.dropFirst(together.count)
    }
    return result
  }

  /// Without matches of rules that fall silent when the customer speaks so.
  ///
  /// - Complexity: O(matches + customer's text).
  private static func withoutMirrored(
    _ matches: [PhraseMatcher.Match], _ draft: PackDraft, _ pack: LocalePack, _ text: PackText
  ) -> [PhraseMatcher.Match] {
    let isMirrored = { (match: PhraseMatcher.Match) in pack.draftRules[match.rule].rule.isMirrored }
    guard !draft.customer.isEmpty, matches.contains(where: isMirrored) else { return matches }
    var forms = MirroredForms()
    for match in matches where isMirrored(match) { forms.add(text.characters[match.places]) }
    let fold = CharacterFold(pack.text)
    for message in draft.customer { forms.read(message.compactMap { fold($0)?.folded }) }
    return matches.filter { !isMirrored($0) || !forms.isUsed(text.characters[$0.places]) }
  }

  /// A match with its rule.
  typealias RuleMatch = (match: PhraseMatcher.Match, rule: PhraseRule)

  /// The matches of a section, with their rules.
  func matches(_ section: LocalePack.SectionedRule.Section) -> [RuleMatch] {
    matches.compactMap { match in
      pack.draftRules[match.rule].section == section ? (match, pack.draftRules[match.rule].rule) : nil
    }
  }

  /// The words at some places, as they stand in the draft.
  func words(_ places: Range<Int>) -> String {
    let range = text.bytes(places)
    return String(decoding: draft.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
      .trimmed
  }
}

extension Int {
  fileprivate mutating func raise(to other: Int) { self = Swift.max(self, other) }
}

extension String {
  /// The longest beginning of whole graphemes that has at most `limit` UTF-8 bytes.
  fileprivate func beginning(_ limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var count = 0
    return String(
      prefix { character in
        count += character.utf8.count
        return count <= limit
      })
  }

  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    var view = self[...]
    while view.last?.isWhitespace == true { view.removeLast() }
    while view.first?.isWhitespace == true { view.removeFirst() }
    return String(view)
  }
}

/// One check of drafts by a pack; a new one is a file with its type, and a line in `PackChecks.all`.
protocol PackCheck: Sendable {
  /// What there is to say about a draft, in any order.
  func findings(in read: ReadDraft) -> [PackFinding]
}

/// All checks of drafts by a pack.
package enum PackChecks {
  static let all: [any PackCheck] = [
    RegisterCheck(), AgentFormCheck(), CourtesyCheck(), LimitCheck(), AddressCheck(), ForeignWordCheck(),
    JargonCheck(), SolemnDayCheck(), LanguageCheck(),
  ]

  /// How much of a draft is judged, in UTF-8 bytes: what a person writes is shorter, and a composer judges at each key.
  package static let judgedLength = 16 * 1024

  /// What a pack has to say about a draft, in the order of the text.
  ///
  /// Only the first `judgedLength` bytes are judged, up to the last whole grapheme in them; the rest is as if it were
  /// not there.
  ///
  /// - Complexity: O(judged text + findings · log findings + customer's text).
  package static func findings(
    in draft: PackDraft, _ pack: LocalePack, _ languages: LanguageIdentifier? = nil
  ) -> [PackFinding] {
    var judged = draft
    judged.text = draft.text.beginning(judgedLength)
    let read = ReadDraft(judged, pack, languages)
    return all.flatMap { $0.findings(in: read) }.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule) < (
        $1.range.lowerBound, $1.range.upperBound, $1.rule
      )
    }
  }
}
