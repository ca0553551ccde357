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

  /// Without matches that lie in longer ones of the same list and kind.
  private static func longest(_ matches: [PhraseMatcher.Match], _ pack: LocalePack) -> [PhraseMatcher.Match] {
    guard matches.count > 1 else { return matches }
    return matches.filter { match in
      let own = pack.draftRules[match.rule]
      return !matches.contains { other in
        let theirs = pack.draftRules[other.rule]
        return other.places.count > match.places.count && other.places.lowerBound <= match.places.lowerBound
          && other.places.upperBound >= match.places.upperBound && theirs.section == own.section
          && theirs.rule.kind == own.rule.kind
      }
    }
  }

  /// Without matches of rules that fall silent when the customer speaks so.
  private static func withoutMirrored(
    _ matches: [PhraseMatcher.Match], _ draft: PackDraft, _ pack: LocalePack, _ text: PackText
  ) -> [PhraseMatcher.Match] {
    guard !draft.customer.isEmpty, matches.contains(where: { pack.draftRules[$0.rule].rule.isMirrored })
    else {
      return matches
    }
    let customer = draft.customer.map { PackText($0, pack.text).characters }
    return matches.filter { match in
      guard pack.draftRules[match.rule].rule.isMirrored else { return true }
      let form = text.characters[match.places]
      return !customer.contains { message in
        message.count >= form.count
          && (0...message.count - form.count).contains { message[$0..<$0 + form.count].elementsEqual(form) }
      }
    }
  }

  /// The matches of a section, with their rules.
  func matches(_ section: LocalePack.SectionedRule.Section) -> [(
    match: PhraseMatcher.Match, rule: PhraseRule
  )] {
    matches.compactMap { match in
      let sectioned = pack.draftRules[match.rule]
      return sectioned.section == section ? (match, sectioned.rule) : nil
    }
  }

  /// The words at some places, as they stand in the draft.
  func words(_ places: Range<Int>) -> String {
    let range = text.bytes(places)
    return String(decoding: draft.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
      .trimmed
  }
}

extension String {
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

  /// What a pack has to say about a draft, in the order of the text.
  ///
  /// - Complexity: O(text + customer's text).
  package static func findings(
    in draft: PackDraft, _ pack: LocalePack, _ languages: LanguageIdentifier? = nil
  ) -> [PackFinding] {
    let read = ReadDraft(draft, pack, languages)
    return all.flatMap { $0.findings(in: read) }.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule) < (
        $1.range.lowerBound, $1.range.upperBound, $1.rule
      )
    }
  }
}
