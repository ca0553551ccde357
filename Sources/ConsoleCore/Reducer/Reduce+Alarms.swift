import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Asks for what is mine and what is nobody's, where somebody wants to be called.
  mutating func askForAlarms() -> [Effect] {
    guard settings.tools.wantsAlarms, alarms.isStale, alarms.waiting.isEmpty else { return [] }
    alarms.isStale = false
    alarms.waiting = [.mine, .unassigned]
    return [QueueView.mine, .unassigned].map {
      .ask(.queue(QueueQuery($0), offset: 0, limit: Alarms.limit))
    }
  }

  /// Takes the rows of a view, or nothing where the desk did not answer.
  mutating func takeAlarms(_ view: QueueView, _ rows: [ConversationSummary]?) -> [Effect] {
    guard alarms.waiting.remove(view) != nil else { return [] }
    alarms.rows[view] = rows
    guard alarms.waiting.isEmpty else { return [] }
    let rings = judgeAlarms()
    return tellAlarms() + (rings ? [.tool(.ring)] : [])
  }

  /// Finds what burns since the last look.
  ///
  /// - Returns: whether there are new messages to me, and somebody wants to hear of that.
  private mutating func judgeAlarms() -> Bool {
    let mine = alarms.rows[.mine] ?? []
    let all = mine + (alarms.rows[.unassigned] ?? [])
    let alarming = all.compactMap { alarm(for: $0) }
    let isFirst = alarms.burning == nil
    let before = alarms.burning ?? []
    if !isFirst {
      alarms.pending += alarming.filter { !before.contains($0.conversation) }
      alarms.pending += mine.filter { !alarms.mine.contains($0.id) && !isAlarming($0.id) }.map {
        Alarms.Alarm(conversation: $0.id, name: $0.contactName, reason: .handed)
      }
    }
    let unread = Dictionary(mine.map { ($0.id, $0.unreadCount) }) { first, _ in first }
    let hasNew = !isFirst && unread.contains { $1 > alarms.unread[$0] ?? 0 }
    alarms.unread = unread
    alarms.burning = Set(alarming.map(\.conversation))
    alarms.mine = Set(mine.map(\.id))
    return hasNew && settings.tools.bell == .message
  }

  private func isAlarming(_ id: ConversationID) -> Bool { alarms.pending.contains { $0.conversation == id } }

  private func alarm(for summary: ConversationSummary) -> Alarms.Alarm? {
    if let until = summary.snoozedUntil, until > now { return nil }
    if summary.isDone { return nil }
    let isLate = summary.due.map { $0 < now } ?? false
    guard isLate || summary.isVIP && summary.waitingSince != nil else { return nil }
    return Alarms.Alarm(conversation: summary.id, name: summary.contactName, reason: isLate ? .late : .vip)
  }

  /// Tells what waits to be told, at most once a minute, and not to somebody who rests.
  mutating func tellAlarms() -> [Effect] {
    guard let first = alarms.pending.first, !isResting, alarms.quietUntil.map({ $0 <= now }) ?? true else {
      return []
    }
    let count = alarms.pending.count
    let sentence = words("alarm.\(first.reason.rawValue)", SafeText(line: first.name))
    let text = count == 1 ? sentence : words("alarm.more", sentence, SafeText(String(count - 1)))
    alarms.pending = []
    alarms.quietUntil = now.adding(seconds: Alarms.pause)
    var effects: [Effect] = settings.tools.notifies ? [.tool(.notify(text))] : []
    if settings.tools.bell != .never { effects.append(.tool(.ring)) }
    return effects
  }

  /// What I take myself is no hand-over.
  mutating func noteOwnTaking(_ intent: Intent) {
    if case .assign(let agent?) = intent.action, agent.id == settings.me.id {
      alarms.mine.insert(intent.conversation)
    }
  }
}
