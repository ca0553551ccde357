import DeskModel
package import LocalePacks
import Safeguards
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// The locale of the open conversation: the customer's own where it is of the same language, since it names the country.
  var openLocale: String? {
    guard let conversation = open?.conversation else { return nil }
    guard let written = conversation.locale, let own = conversation.contact.locale else {
      return conversation.locale ?? conversation.contact.locale
    }
    return LocaleTag(written)?.language == LocaleTag(own)?.language ? own : written
  }

  /// The manners of the open conversation's customer; nil before they are here, and where there are none.
  package var openManners: Manners? {
    openLocale.flatMap { manners.known[$0] ?? nil }
  }

  /// The day where a customer is, in days since 1970-01-01; ours where their zone is not known.
  func day(of contact: Contact) -> Int {
    let offset = contact.timeZone.flatMap { zoneOffsets[$0] } ?? utcOffset
    return CivilTime(now, offsetSeconds: offset).daysSinceEpoch
  }

  /// What may come a moment after the frame: manners, findings in the text being written, what messages hold.
  mutating func reflect() -> [Effect] {
    let effects = askForManners()
    judgeWriting()
    readCustomer()
    return effects
  }

  /// Takes the manners of a locale; what is wrong with their files is told once.
  mutating func takeManners(_ locale: String, _ manners: Manners?, problems: [SafeText]) -> [Effect] {
    self.manners.asked.remove(locale)
    self.manners.known[locale] = .some(manners)
    guard let problem = problems.first else { return [] }
    let more = problems.count - 1
    return say(
      more == 0
        ? words("manners.problem", problem) : words("manners.problems", problem, SafeText(String(more))),
      isError: true)
  }

  private mutating func askForManners() -> [Effect] {
    guard let locale = openLocale, manners.known[locale] == nil, !manners.asked.contains(locale) else {
      return []
    }
    manners.asked.insert(locale)
    return [.loadManners(locale)]
  }

  /// Looks at the text being written, if anything that matters has changed since the last time.
  private mutating func judgeWriting() {
    guard let current = open, !current.composer.field.isEmpty, current.composer.audience != .internal else {
      forgetFindings()
      return
    }
    let conversation = current.conversation
    let basis = LiveFindings.Basis(
      conversation: conversation.id, version: conversation.version, entries: conversation.entries.count,
      text: current.composer.field.text, audience: current.composer.audience,
      locale: openManners == nil ? nil : openLocale, day: day(of: conversation.contact))
    guard manners.live?.basis != basis else { return }
    let before = manners.live?.findings ?? []
    let selected = manners.live?.selected.map { before[$0] }
    let findings = LastLook.judge(draft(of: current), checks: checks(LastLook.liveChecks))
    let place = selected.flatMap { old in
      findings.firstIndex { $0.rule == old.rule && $0.arguments == old.arguments }
    }
    manners.live = LiveFindings(basis: basis, findings: findings, selected: place)
    if findings != before { revision.advance() }
  }

  private mutating func forgetFindings() {
    guard let live = manners.live else { return }
    manners.live = nil
    if !live.findings.isEmpty { revision.advance() }
  }

  /// Checks with those of the customer's manners, where these are here.
  func checks(_ standard: [any LastLookCheck]) -> [any LastLookCheck] {
    guard let contact = open?.conversation.contact, let manners = openManners else { return standard }
    return standard + [MannersCheck(manners, self.manners.setting, day: day(of: contact))]
  }

  /// The most messages, the last ones, that are read for what they hold.
  private static let readingLimit = 40

  private mutating func readCustomer() {
    guard let current = open, let locale = openLocale, let known = openManners else {
      manners.reading = nil
      return
    }
    let conversation = current.conversation
    let basis = CustomerReadings.Basis(
      conversation: conversation.id, version: conversation.version, entries: conversation.entries.count,
      locale: locale)
    guard manners.reading?.basis != basis else { return }
    var signals: [EntryID: [CustomerSignal]] = [:]
    let messages = conversation.entries.filter {
      $0.author.kind == .customer && $0.author.id == conversation.contact.id.rawValue
    }
    for entry in messages.suffix(Self.readingLimit) where entry.text.utf8.count < 4_096 {
      let found = CustomerReading.signals(
        in: entry.text, known.pack, agentLanguage: manners.setting.language)
      if !found.isEmpty { signals[entry.id] = found }
    }
    manners.reading = CustomerReadings(basis: basis, signals: signals)
    // Also the customer pane says more now.
    let height = layout.panes[.thread]?.rows ?? 0
    open?.rebuild(threadHeight: height)
    revision.advance()
  }

  // MARK: - Commands

  /// Goes to the next finding in the text; from the last one to the first.
  mutating func nextFinding() -> [Effect] {
    judgeWriting()
    guard let live = manners.live, !live.findings.isEmpty else { return say(words("findings.none")) }
    let next = live.selected.map { ($0 + 1) % live.findings.count } ?? 0
    manners.live?.selected = next
    let finding = live.findings[next]
    var effects: [Effect] = focus(on: .composer)
    if !finding.range.isEmpty { effects += move(to: finding.range.upperBound) }
    revision.advance()
    return effects + say(FindingsLine.sentence(finding, words))
  }

  /// Puts the suggestion of the finding that is shown in place of what it is about.
  mutating func applySuggestion() -> [Effect] {
    judgeWriting()
    guard let live = manners.live, let finding = live.shown else { return say(words("findings.none")) }
    guard let replacement = finding.replacement else {
      return say(words("findings.noSuggestion"))
    }
    _ = focus(on: .composer)
    let effects = edit(.replace(finding.range, with: replacement))
    revision.isTyping = false
    return effects
  }

  /// Sets the text as the customer's language sets it: quotation marks, dashes, spaces, numbers.
  mutating func setTypography() -> [Effect] {
    guard let field = open?.composer.field, !field.isEmpty else {
      return say(words("composer.nothingWritten"))
    }
    guard let manners = openManners else { return say(words("manners.unknown")) }
    let text = field.text
    let edits = Typography.edits(in: text, style: manners.style)
    guard !edits.isEmpty else { return say(words("typography.fine")) }
    _ = focus(on: .composer)
    let effects = edit(.replace(0..<field.byteCount, with: Typography.apply(text, style: manners.style)))
    revision.isTyping = false
    return effects + say(words.counted("typography.set", edits.count))
  }

  /// Writes how the customer is addressed where the cursor stands.
  mutating func insertAddress() -> [Effect] {
    guard let contact = open?.conversation.contact else { return say(words("composer.nothingOpen")) }
    guard let address = address(of: contact), !address.text.isEmpty else {
      return say(words("manners.unknown"))
    }
    _ = focus(on: .composer)
    let effects = edit(.insert(address.text))
    revision.isTyping = false
    return effects
  }

  /// How the customer of the open conversation is addressed; nil before the manners are here.
  func address(of contact: Contact) -> Address? {
    guard let manners = openManners, let channel = open?.conversation.channel else { return nil }
    return manners.pack.address(
      Person(contact, sector: self.manners.setting.sector),
      AddressSetting(channel: channel, agentGender: self.manners.setting.agentGender))
  }

  private mutating func move(to offset: Int) -> [Effect] {
    open?.composer.field.moveCursor(to: offset)
    return []
  }
}

extension LiveFindings {
  /// The finding that stands under the text: the one that was gone to, else the weightiest.
  var shown: Finding? { selected.map { findings[$0] } ?? findings.first }
}
