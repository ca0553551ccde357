import DeskModel
package import LocalePacks
import Safeguards
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// The locale by whose manners a conversation is judged.
  static func locale(of conversation: Conversation) -> String {
    MannersCheck.locale(written: conversation.locale, own: conversation.contact.locale)
  }

  /// The locale of the open conversation.
  var openLocale: String? { open.map { Self.locale(of: $0.conversation) } }

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
    // After a key that has only changed the text being written.
    if manners.reflected == revision.number { return askForFindings() }
    // Nothing may go that the manners would stop, so those are asked for at once.
    if isPassing() { return askForManners() }
    defer { manners.reflected = revision.number }
    let effects =
      askForManners() + askForAnswers() + askForEarlierReplies() + recognizeUses() + askForSecrets()
      + askForFindings()
    readCustomer()
    return effects
  }

  /// How long somebody stays at a conversation that they do not pass by, in milliseconds: longer than between two keys of who
  /// goes along the queue.
  private static let passing: Int64 = 120

  /// Whether the open conversation may be passed by: who goes along the queue does not have each one read on the way.
  private mutating func isPassing() -> Bool {
    guard settings.findingsDelay > 0, let id = open?.conversation.id else {
      manners.arrival = nil
      return false
    }
    if manners.arrival?.conversation != id {
      let rests = Timestamp(milliseconds: now.milliseconds + Self.passing)
      manners.arrival = MannersState.Arrival(conversation: id, rests: rests)
    }
    guard let rests = manners.arrival?.rests else { return false }
    if now < rests { return true }
    manners.arrival?.rests = nil
    return false
  }

  /// Takes the manners of a locale; what is wrong with their files is told once.
  mutating func takeManners(_ locale: String, _ manners: Manners?, problems: [SafeText]) -> [Effect] {
    self.manners.take(locale, manners, needed: neededLocales)
    judgeReviewAnew()
    let effects = sendWhatWaited()
    let fresh = problems.filter { self.manners.told.insert($0).inserted }
    guard let problem = fresh.first else { return effects }
    let more = fresh.count - 1
    return effects
      + say(
        more == 0
          ? words("manners.problem", problem) : words("manners.problems", problem, SafeText(String(more))),
        isError: true)
  }

  /// Takes up an Enter that has waited for the manners: the reply is held, or the look says what they say.
  private mutating func sendWhatWaited() -> [Effect] {
    guard let look, look.conversation == open?.conversation.id,
      look.findings.contains(where: { $0.rule == Self.readingRule }), let current = open,
      unread(current).isEmpty
    else { return [] }
    self.look = nil
    return send()
  }

  private static let readingRule = "manners.reading"

  /// Reads manners anew when they are needed next: a team may have mended its packs.
  mutating func forgetManners() {
    manners.known = [:]
    manners.told = []
    manners.reading = nil
  }

  /// The locales of the open conversation and of those that one reply goes to.
  private var neededLocales: [String] {
    var locales = openLocale.map { [$0] } ?? []
    if case .bulk(let bulk)? = popup { locales += bulk.conversations.map(Self.locale) }
    return locales
  }

  mutating func askForManners() -> [Effect] {
    var effects: [Effect] = []
    for locale in neededLocales where manners.known[locale] == nil && manners.asked.insert(locale).inserted {
      effects.append(.loadManners(locale))
    }
    return effects
  }

  /// Has the text being written looked at, if anything that matters has changed since the last time.
  ///
  /// Not between the keys of somebody who types on, but when they pause; and one look at a time: what is typed meanwhile is
  /// looked at after it.
  private mutating func askForFindings() -> [Effect] {
    manners.judgeDue = nil
    if settings.findingsDelay > 0, isWritten, let changed = open?.composer.changedAt {
      let due = Timestamp(milliseconds: changed.milliseconds + Int64(settings.findingsDelay))
      if now < due {
        manners.judgeDue = due
        return []
      }
    }
    guard let judgement = judgementOfWriting() else { return [] }
    guard !manners.isJudging else { return [] }
    manners.isJudging = true
    return [.judge(judgement)]
  }

  /// Looks at the text being written at once, for a key that needs what is found.
  private mutating func judgeWriting() {
    if let judgement = judgementOfWriting() { show(judgement.findings()) }
  }

  /// Takes what was found in the text as it stood a moment ago.
  mutating func takeJudged(_ live: LiveFindings) -> [Effect] {
    manners.isJudging = false
    if isWritten, live.basis.conversation == open?.conversation.id { show(live) }
    return []
  }

  private mutating func show(_ found: LiveFindings) {
    var live = found
    live.findings = found.findings.map(dated)
    live.mannerly = found.mannerly.map(dated)
    let before = manners.live
    let selected = before.flatMap { live in live.selected.map { live.findings[$0] } }
    live.selected = selected.flatMap { old in
      live.findings.firstIndex { $0.rule == old.rule && $0.arguments == old.arguments }
    }
    manners.live = live
    if live.row != before?.row { revision.advance() }
  }

  /// Whether there is a text to look at.
  private var isWritten: Bool {
    // Nobody looks over a customer's shoulder.
    !isCustomer
      && (open.map { !$0.composer.field.isEmpty && $0.composer.audience != .internal } ?? false)
  }

  /// What is to be found out about the text being written; nil when it is known.
  private mutating func judgementOfWriting() -> Judgement? {
    guard isWritten, let current = open else {
      forgetFindings()
      return nil
    }
    let basis = basis(of: current)
    guard manners.live?.basis != basis else { return nil }
    return judgement(of: current, basis, waits: false)
  }

  private func judgement(
    of current: OpenConversation, _ basis: LiveFindings.Basis, waits: Bool
  ) -> Judgement {
    let conversation = current.conversation
    return Judgement(
      basis: basis, draft: draft(of: current), manners: openManners, setting: manners.setting,
      day: day(of: conversation.contact), replies: duplicateSetting(for: conversation, waits: waits))
  }

  private func basis(of current: OpenConversation) -> LiveFindings.Basis {
    let conversation = current.conversation
    let locale = Self.locale(of: conversation)
    return LiveFindings.Basis(
      conversation: conversation.id, version: conversation.version, entries: conversation.entries.count,
      text: current.composer.field.text, audience: current.composer.audience, parent: current.composer.parent,
      locale: manners.known[locale] == nil ? nil : locale, day: day(of: conversation.contact),
      replies: answers.read?.uses.basis)
  }

  /// All that is found in the answer that is open, for the last look; what was found while it was written is taken over.
  func findings(in current: OpenConversation) -> [Finding] {
    let draft = draft(of: current)
    let basis = basis(of: current)
    if let live = manners.live, live.basis == basis {
      return LastLook.sorted(LastLook.judge(draft) + live.mannerly + unread(current))
    }
    let found = judgement(of: current, basis, waits: true).mannerly.map(dated)
    return LastLook.sorted(LastLook.judge(draft) + found + unread(current))
  }

  /// What stops a reply as long as the manners of its customer are on their way: nothing may go that they would stop.
  private func unread(_ current: OpenConversation) -> [Finding] {
    current.composer.audience == .internal ? [] : unread(current.conversation)
  }

  /// The same for a reply to the customer of a conversation.
  func unread(_ conversation: Conversation) -> [Finding] {
    guard manners.asked.contains(Self.locale(of: conversation)) else { return [] }
    return [Finding(rule: Self.readingRule, severity: .error, messageKey: "finding.manners.reading")]
  }

  private mutating func forgetFindings() {
    guard let live = manners.live else { return }
    manners.live = nil
    if live.row != nil { revision.advance() }
  }

  /// Checks with those of a customer's manners, where these are here.
  func checks(_ standard: [any LastLookCheck], for conversation: Conversation) -> [any LastLookCheck] {
    standard
      + Judgement.checks(
        by: manners.known[Self.locale(of: conversation)] ?? nil, manners.setting,
        day: day(of: conversation.contact))
  }

  /// A finding with the time of the reply it points at as a clock here shows it.
  private func dated(_ finding: Finding) -> Finding {
    guard finding.rule.hasPrefix("duplicate."), let at = finding.at, finding.arguments.count > 2 else {
      return finding
    }
    var finding = finding
    finding.arguments[2] = ClockText.short(at, utcOffset, now: now, words).string
    return finding
  }

  /// The most messages, the last ones, that are read for what they hold, and the longest, in UTF-8 bytes.
  private static let readingLimit = (messages: 40, bytes: 4_096)

  /// Reads what the customer wrote, each message once.
  private mutating func readCustomer() {
    guard let current = open, let locale = openLocale, let known = openManners else {
      if manners.reading?.signals.isEmpty == false { revision.advance() }
      manners.reading = nil
      return
    }
    let conversation = current.conversation
    let basis = CustomerReadings.Basis(
      conversation: conversation.id, version: conversation.version, entries: conversation.entries.count,
      locale: locale)
    let before = manners.reading
    guard before?.basis != basis else { return }
    let isSame = before?.basis.conversation == conversation.id && before?.basis.locale == locale
    var texts: [EntryID: String] = [:]
    var signals: [EntryID: [CustomerSignal]] = [:]
    let messages = conversation.entries.filter {
      $0.author.kind == .customer && $0.author.id == conversation.contact.id.rawValue
    }
    for entry in messages.suffix(Self.readingLimit.messages)
    where entry.text.utf8.count <= Self.readingLimit.bytes {
      texts[entry.id] = entry.text
      let found =
        isSame && before?.texts[entry.id] == entry.text
        ? before?.signals[entry.id] ?? []
        : CustomerReading.signals(in: entry.text, known.pack, agentLanguage: manners.setting.language)
      if !found.isEmpty { signals[entry.id] = found }
    }
    manners.reading = CustomerReadings(basis: basis, texts: texts, signals: signals)
    // The customer pane says more when the manners have just come.
    if !isSame || signals != before?.signals { revision.advance() }
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
    guard let finding = visibleFindings?.shown else { return say(words("findings.none")) }
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
    guard let first = edits.first, let last = edits.last else { return say(words("typography.fine")) }
    // One step to undo: from the first place that changes to the last.
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = first.range.lowerBound
    var cursor = field.cursor
    for edit in edits {
      result += bytes[place..<edit.range.lowerBound] + Array(edit.replacement.utf8)
      place = edit.range.upperBound
      if edit.range.upperBound <= field.cursor { cursor += edit.replacement.utf8.count - edit.range.count }
    }
    let range = first.range.lowerBound..<last.range.upperBound
    guard bytes.count - range.count + result.count <= ComposeField.byteLimit else {
      return say(words("typography.full"), isError: true)
    }
    _ = focus(on: .composer)
    let effects = edit(.replace(range, with: String(decoding: result, as: UTF8.self)))
    open?.composer.field.moveCursor(to: cursor)
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

extension AppState {
  /// The findings that stand under the composer: those of the open conversation, while nothing weightier has the row.
  var visibleFindings: LiveFindings? {
    guard look == nil, let open, let live = manners.live, live.basis.conversation == open.conversation.id,
      open.composer.held == nil, !open.composer.isHeldStuck
    else { return nil }
    return live
  }
}

extension LiveFindings {
  /// The finding that stands under the text: the one that was gone to, else the weightiest.
  var shown: Finding? { selected.map { findings[$0] } ?? findings.first }

  /// All that the row under the composer shows; nil when it shows nothing.
  struct Row: Sendable, Hashable {
    var rule: String
    var severity: Severity
    var messageKey: String
    var arguments: [String]
    var replacement: String?
    var place: Int?
    var count: Int
  }

  var row: Row? {
    shown.map {
      Row(
        rule: $0.rule, severity: $0.severity, messageKey: $0.messageKey, arguments: $0.arguments,
        replacement: $0.replacement, place: selected, count: findings.count)
    }
  }
}
