import DeskModel
package import Rehearsals
import Safeguards
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Makes the console a room for a rehearsal; its desk must hold the rehearsal's conversations.
  ///
  /// There is one conversation that counts, so it is what is looked at first.
  package mutating func enter(_ rehearsal: Rehearsal) {
    self.rehearsal = RehearsalRoom(rehearsal)
    focus = .conversation
  }

  /// Begins with the first scene.
  mutating func beginRehearsal() {
    let time = now.milliseconds
    rehearsal?.rehearsal.begin(at: time)
  }

  /// Lets the customer go on: says what is due, asks what must be asked, opens what comes afterwards.
  mutating func playCustomer() -> [Effect] {
    // A colleague needs no clock, and what comes afterwards is the trainee's.
    guard var room = rehearsal, room.seat == .agent else { return [] }
    let said = room.rehearsal.pass(to: now.milliseconds)
    room.said += said.map { RehearsalLine(at: now, text: $0) }
    let effects: [Effect] = said.isEmpty ? [] : [.playCustomer(room.said)]
    if popup == nil {
      if let question = room.rehearsal.question {
        popup = .rehearsal(RehearsalPopup(.question(question)))
        look = nil
      } else if room.rehearsal.isOver, !room.isDebriefed {
        room.isDebriefed = true
        popup = .rehearsal(RehearsalPopup(.ending))
        look = nil
      }
    }
    let isTyping = room.rehearsal.isTyping(at: now.milliseconds)
    if isTyping != room.showsTyping {
      room.showsTyping = isTyping
      revision.advance()
    }
    if room != rehearsal { rehearsal = room }
    return effects
  }

  /// Lets the story see what the agent has done, when the desk has it.
  mutating func noteInRehearsal(_ intent: Intent) {
    guard rehearsal != nil else { return }
    let time = now.milliseconds
    guard intent.conversation == RehearsalStage.id else { return noteReplyToOther(intent) }
    switch intent.action {
    case .say(let text, .note, _, _, _): rehearsal?.rehearsal.take(.note, text: text, at: time)
    case .say(let text, _, _, _, _):
      let facts = facts(of: text, intent)
      rehearsal?.rehearsal.take(facts, at: time)
    case .setStatus(let status):
      if StatusCategory(backendStatus: status) == .resolved { rehearsal?.rehearsal.take(.resolve, at: time) }
    case .assign(let agent):
      if agent?.id != settings.me.id { rehearsal?.rehearsal.take(.handOver, at: time) }
    case .followUp(let followUp): if followUp != nil { rehearsal?.rehearsal.take(.followUp, at: time) }
    case .access(let access): if access != nil { rehearsal?.rehearsal.take(.askForAccess, at: time) }
    case .tag, .snooze, .markRead: break
    }
  }

  private mutating func noteReplyToOther(_ intent: Intent) {
    guard case .say(let text, let kind, _, _, _) = intent.action, kind != .note, let room = rehearsal else {
      return
    }
    let others = room.rehearsal.scenario.others
    guard let place = others.indices.first(where: { RehearsalStage.other($0) == intent.conversation }) else {
      return
    }
    let time = now.milliseconds
    rehearsal?.rehearsal.take(reply: text, toOther: others[place].name, at: time)
  }

  /// The last look has stopped what was to be sent.
  mutating func noteStopped(_ text: String, _ findings: [Finding]) {
    guard rehearsal != nil, !text.isEmpty, findings.contains(where: { $0.severity == .error }) else { return }
    let facts = ReplyFacts(text: text, findings: findings.map(found))
    if case .stopped(facts)? = rehearsal?.rehearsal.turns.last?.what { return }
    let time = now.milliseconds
    rehearsal?.rehearsal.take(stopped: facts, at: time)
  }

  private func facts(of text: String, _ intent: Intent) -> ReplyFacts {
    guard let current = open, current.conversation.id == intent.conversation else {
      return ReplyFacts(text: text)
    }
    let before = current.conversation.entries.filter {
      !($0.text == text && $0.author.id == settings.me.id.rawValue)
    }
    return facts(of: text, after: before[...], in: current, usesAnswer: !intent.templates.isEmpty)
  }

  /// What the checks say of a reply as it stood before it was said, after some entries of its conversation.
  func facts(
    of text: String, after before: ArraySlice<Entry>, in current: OpenConversation, usesAnswer: Bool
  ) -> ReplyFacts {
    var conversation = current.conversation
    conversation.entries = Array(before)
    var composer = Composer(for: conversation.shape, parent: nil)
    composer.replaceText(text)
    let earlier = OpenConversation(conversation, composer: composer)
    let live: Set<String> = [
      "thread.movedOn", "thread.colleagueWriting", "thread.answered", "manners.reading",
    ]
    let findings = findings(in: earlier).filter { !live.contains($0.rule) }
    return ReplyFacts(text: text, findings: findings.map(found), usesAnswer: usesAnswer)
  }

  private func found(_ finding: Finding) -> ReplyFacts.Finding {
    ReplyFacts.Finding(
      rule: finding.rule, severity: finding.severity, sentence: FindingsLine.sentence(finding, words).string)
  }

  // MARK: - The menu

  /// Opens the menu of the rehearsal.
  mutating func openRehearsal() -> [Effect] {
    guard let room = rehearsal else { return say(words("rehearsal.none")) }
    look = nil
    remark = nil
    popup = .rehearsal(RehearsalPopup(isCustomer ? .card : room.isDebriefed ? .report : .menu))
    return []
  }

  /// Gives a key to the rehearsal's popup.
  mutating func take(_ key: KeyPress, in popup: inout RehearsalPopup) -> [Effect] {
    guard rehearsal != nil else {
      self.popup = nil
      return []
    }
    switch popup.page {
    case .menu: return takeInMenu(key, &popup)
    case .scenes: return takeInScenes(key, &popup)
    case .endings: return takeInEndings(key, &popup)
    case .card: return takeInCard(key, &popup)
    case .question(let question): return takeAnswer(key, question, &popup)
    case .ending: return takeInEnding(key, &popup)
    case .judging(let place): return takeJudgement(key, place, &popup)
    case .empathy: return takeGuess(key, &popup)
    case .report: return takeInReport(key, &popup)
    }
  }

  /// What the menu offers, in order.
  package enum RehearsalChoice: String, Sendable, CaseIterable { case goOn, pause, hint, scene, end }

  /// What the menu of this rehearsal offers: a colleague who plays the customer needs no clock and no scenes.
  var rehearsalChoices: [RehearsalChoice] {
    rehearsal?.rehearsal.customer == .colleague ? [.goOn, .hint, .end] : RehearsalChoice.allCases
  }

  private mutating func takeInMenu(_ key: KeyPress, _ popup: inout RehearsalPopup) -> [Effect] {
    let all = rehearsalChoices
    var chosen: RehearsalChoice?
    switch key.code {
    case .up: popup.selected = (popup.selected + all.count - 1) % all.count
    case .down, .tab: popup.selected = (popup.selected + 1) % all.count
    case .enter: chosen = all[popup.selected]
    case .character(let letter):
      chosen = all.first { words("rehearsal.menu.\($0.rawValue).key").string == String(letter).lowercased() }
    default: break
    }
    if closes(key) { chosen = .goOn }
    guard let chosen else {
      self.popup = .rehearsal(popup)
      return []
    }
    self.popup = nil
    switch chosen {
    case .goOn: return []
    case .pause: return pauseRehearsal()
    case .hint: return giveHint()
    case .scene:
      self.popup = .rehearsal(RehearsalPopup(.scenes))
      return []
    case .end where rehearsal?.rehearsal.customer == .colleague:
      self.popup = .rehearsal(RehearsalPopup(.endings))
      return []
    case .end:
      rehearsal?.isDebriefed = true
      self.popup = .rehearsal(RehearsalPopup(.ending))
      return []
    }
  }

  private mutating func pauseRehearsal() -> [Effect] {
    guard let room = rehearsal else { return [] }
    let pauses = room.rehearsal.pausedAt == nil
    let time = now.milliseconds
    rehearsal?.rehearsal.pause(pauses, at: time)
    return say(words(pauses ? "rehearsal.paused" : "rehearsal.goesOn"))
  }

  private mutating func giveHint() -> [Effect] {
    guard let room = rehearsal, let hint = room.rehearsal.scene?.hint, !hint.isEmpty else {
      return say(words("rehearsal.noHint"))
    }
    return say(words("rehearsal.hint", SafeText(line: room.rehearsal.filled(hint))))
  }

  private mutating func takeInScenes(_ key: KeyPress, _ popup: inout RehearsalPopup) -> [Effect] {
    let count = rehearsal?.rehearsal.scenario.scenes.count ?? 0
    if closes(key) || count == 0 {
      self.popup = nil
      return []
    }
    switch key.code {
    case .up: popup.selected = (popup.selected + count - 1) % count
    case .down, .tab: popup.selected = (popup.selected + 1) % count
    case .enter:
      self.popup = nil
      let time = now.milliseconds
      rehearsal?.rehearsal.begin(at: time, scene: popup.selected)
      return say(words("rehearsal.again"))
    default: break
    }
    self.popup = .rehearsal(popup)
    return []
  }

  // MARK: - Questions

  private func yesOrNo(_ key: KeyPress) -> Bool? {
    guard case .character(let letter) = key.code else { return nil }
    let typed = String(letter).lowercased()
    if typed == words("rehearsal.yesKey").string { return true }
    return typed == words("rehearsal.noKey").string ? false : nil
  }

  private mutating func takeAnswer(
    _ key: KeyPress, _ question: String, _ popup: inout RehearsalPopup
  ) -> [Effect] {
    guard let answer = yesOrNo(key) else {
      self.popup = .rehearsal(popup)
      return []
    }
    self.popup = nil
    let time = now.milliseconds
    rehearsal?.rehearsal.answer(answer, at: time)
    return []
  }

  // MARK: - Afterwards

  private mutating func takeInEnding(_ key: KeyPress, _ popup: inout RehearsalPopup) -> [Effect] {
    if key.code == .enter || key.code == .character(" ") { goOn(to: 0, &popup) }
    if closes(key) {
      self.popup = nil
      return say(words("rehearsal.later", SafeText(keymap.label(for: .rehearsal) ?? "")))
    }
    self.popup = .rehearsal(popup)
    return []
  }

  /// The next question of the scorecard, or the empathy map when there is none.
  private func goOn(to place: Int, _ popup: inout RehearsalPopup) {
    guard let room = rehearsal else { return }
    let questions = Scorecard(room.rehearsal).questions
    popup.page = place < questions.count ? .judging(place) : .empathy
    popup.selected = 0
  }

  private mutating func takeJudgement(_ key: KeyPress, _ place: Int, _ popup: inout RehearsalPopup)
    -> [Effect]
  {
    if let answer = yesOrNo(key) {
      popup.judgements.append(answer)
      goOn(to: place + 1, &popup)
    }
    self.popup = .rehearsal(popup)
    return []
  }

  private mutating func takeGuess(_ key: KeyPress, _ popup: inout RehearsalPopup) -> [Effect] {
    switch key.code {
    case .up: popup.selected = (popup.selected + popup.guesses.count - 1) % popup.guesses.count
    case .down, .tab: popup.selected = (popup.selected + 1) % popup.guesses.count
    case .enter where popup.selected < popup.guesses.count - 1: popup.selected += 1
    case .enter:
      popup.page = .report
      popup.offset = 0
      self.popup = .rehearsal(popup)
      return keep(popup)
    default:
      if let edit = lineEdit(key) { _ = popup.guesses[popup.selected].apply(edit) }
    }
    self.popup = .rehearsal(popup)
    return []
  }

  private func keep(_ popup: RehearsalPopup) -> [Effect] {
    guard let room = rehearsal else { return [] }
    let card = Scorecard(room.rehearsal, judgements: popup.judgements)
    let report = RehearsalText.report(room, popup, words, utcOffset: utcOffset).map(\.string)
    return [
      .keepRehearsal(
        RehearsalRecord(room.rehearsal, card, trainee: settings.me.name, at: now, report: report))
    ]
  }

  /// Says where the report was written, or why it was not.
  mutating func takeKept(_ result: Result<String, ToolFailure>) -> [Effect] {
    switch result {
    case .success(let path): say(words("rehearsal.kept", SafeText(line: path)))
    case .failure(let failure): say(words("rehearsal.notKept", sentence(for: failure)), isError: true)
    }
  }

  private mutating func takeInReport(_ key: KeyPress, _ popup: inout RehearsalPopup) -> [Effect] {
    if closes(key) {
      self.popup = nil
      return say(words("rehearsal.over", SafeText(keymap.label(for: .quit) ?? "")))
    }
    scroll(key, &popup)
    self.popup = .rehearsal(popup)
    return []
  }

  /// Scrolls a text that is read.
  func scroll(_ key: KeyPress, _ popup: inout RehearsalPopup) {
    let page = max(1, size.rows - 6)
    switch key.code {
    case .up, .character("k"): popup.offset -= 1
    case .down, .character("j"), .enter: popup.offset += 1
    case .pageUp: popup.offset -= page
    case .pageDown, .character(" "): popup.offset += page
    case .home, .character("g"): popup.offset = 0
    case .end, .character("G"): popup.offset = .max / 2
    default: break
    }
    popup.offset = max(0, min(popup.offset, RehearsalView.lastOffset(popup, self)))
  }
}
