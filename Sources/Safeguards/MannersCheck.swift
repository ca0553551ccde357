package import DeskModel
package import LocalePacks

/// What the agent is, as far as manners ask.
package struct MannersSetting: Sendable, Hashable {
  /// The agent's own gender, if they have set it.
  package var agentGender: Gender?
  /// The business of the team.
  package var sector: String?
  /// The language in which the agent reads findings.
  package var language: String

  /// Makes a setting.
  package init(agentGender: Gender? = nil, sector: String? = nil, language: String = "en") {
    self.agentGender = agentGender
    self.sector = sector
    self.language = language
  }
}

/// Says of a draft what the customer's locale pack says: register, courtesy, address, clarity, language.
///
/// Internal notes are left alone.
package struct MannersCheck: LastLookCheck {
  /// The rule's name; findings bear names of several groups, as in the packs.
  package let rule = "manners"
  private let manners: Manners
  private let setting: MannersSetting
  private let day: Int

  /// Makes the check; `day` is where the customer is, in days since 1970-01-01.
  package init(_ manners: Manners, _ setting: MannersSetting, day: Int) {
    self.manners = manners
    self.setting = setting
    self.day = day
  }

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.audience != .internal else { return [] }
    return manners.findings(in: Self.packDraft(draft, setting), on: day).map { finding in
      Finding(
        rule: finding.rule, severity: finding.severity, range: finding.range, messageKey: finding.messageKey,
        arguments: finding.arguments, detail: finding.why?.text(in: setting.language),
        advice: finding.better?.text(in: setting.language), replacement: finding.replacement)
    }
  }

  /// How much of what somebody wrote is read: the last messages, and of each its beginning, in characters.
  private static let readingLimit = (messages: 3, characters: 500)

  /// The draft as the packs want it.
  ///
  /// In a tree of comments the person is whoever is answered: the customer, or a stranger of whom only a name is known.
  static func packDraft(_ draft: Draft, _ setting: MannersSetting) -> PackDraft {
    let parent = draft.parent.flatMap { id in draft.thread.first { $0.id == id } }
    let isStranger =
      draft.audience == .world && parent.map { $0.author.id != draft.contact?.id.rawValue } == true
      && parent?.author.kind != .agent
    let person =
      isStranger
      ? Person(full: parent?.author.name, sector: setting.sector)
      : Person(draft.contact, sector: setting.sector)
    let reader = isStranger ? parent?.author.id : draft.contact?.id.rawValue
    let own = draft.thread.filter { entry in
      (entry.author.kind == .customer || entry.author.kind == .stranger)
        && (reader == nil || entry.author.id == reader)
    }
    let messages = own.suffix(readingLimit.messages).map { String($0.text.prefix(readingLimit.characters)) }
    let ids = Set(own.map(\.id))
    let hasAnswered = draft.thread.contains { entry in
      entry.author.kind == .agent && entry.audience != .internal
        && (draft.audience != .world || entry.parent.map(ids.contains) == true)
    }
    return PackDraft(
      text: draft.text, channel: draft.channel, person: person, customer: messages,
      isFirstReply: !hasAnswered, agentGender: setting.agentGender)
  }

  /// The first part of a tag, which nearly always tells whether two are of one language.
  private static func language(of tag: String) -> Substring.UTF8View {
    tag.utf8.prefix { $0 != UInt8(ascii: "-") }
  }

  /// The locale by whose manners a draft is judged: that of the conversation, or the customer's own where it is of
  /// the same language, since it names the country; the root where neither is known.
  package static func locale(written: String?, own: String?) -> String {
    guard let written, let own else { return written ?? own ?? "root" }
    if language(of: written).elementsEqual(language(of: own)) { return own }
    return LocaleTag(written)?.language == LocaleTag(own)?.language ? own : written
  }
}

extension Person {
  /// What a desk knows of a contact.
  package init(_ contact: Contact?, sector: String? = nil) {
    self.init(
      full: contact?.full, given: contact?.given, family: contact?.family, patronymic: contact?.patronymic,
      title: contact?.title, gender: contact?.gender, age: contact?.age, role: contact?.role, sector: sector)
  }
}
