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

  /// The draft as the packs want it.
  static func packDraft(_ draft: Draft, _ setting: MannersSetting) -> PackDraft {
    // In a tree of comments the customer's own words are those of whom is answered.
    let customer = draft.thread.filter { $0.author.kind == .customer && !$0.text.isEmpty }.suffix(5).map(
      \.text)
    let hasAnswered = draft.thread.contains { $0.author.kind == .agent && $0.audience != .internal }
    return PackDraft(
      text: draft.text, channel: draft.channel, person: Person(draft.contact, sector: setting.sector),
      customer: Array(customer), isFirstReply: !hasAnswered, agentGender: setting.agentGender)
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
