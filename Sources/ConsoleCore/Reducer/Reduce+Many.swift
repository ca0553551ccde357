import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Whether acts are for the marked conversations: only while the queue, where the marks can be seen, has the keys.
  package var actsOnMarks: Bool { focus == .queue && !many.marks.isEmpty }

  /// What brings back the present state of a row after an act; nil when nothing would change.
  static func inverse(of action: IntentAction, in row: ConversationSummary) -> IntentAction? {
    switch action {
    case .setStatus(let status): return status == row.status ? nil : .setStatus(row.status)
    case .assign(let agent): return agent == row.assignee ? nil : .assign(row.assignee)
    case .snooze(let until): return until == row.snoozedUntil ? nil : .snooze(until: row.snoozedUntil)
    case .tag(let add, let remove):
      let added = add.filter { !row.tags.contains($0) }
      let removed = remove.filter { row.tags.contains($0) }
      return added.isEmpty && removed.isEmpty ? nil : .tag(add: removed, remove: added)
    case .followUp, .access, .say, .markRead: return nil
    }
  }

  // MARK: Acting

  /// One part of an act on several conversations.
  struct BatchPart {
    var conversation: ConversationID
    var who: String?
    var action: IntentAction
    var inverse: IntentAction?
    var undoes: UndoStep?
  }

  /// Asks the desk for an act on every marked conversation; the marks go.
  mutating func actOnMarks(_ action: IntentAction) -> [Effect] {
    if case .followUp(let followUp) = action { return gather(.followUp(followUp)) }
    let rows = many.marks.summaries
    return begin(
      action,
      rows.map { row in
        BatchPart(
          conversation: row.id, who: row.contactName, action: action,
          inverse: Self.inverse(of: action, in: row))
      })
  }

  /// Asks the desk for all parts of an act.
  mutating func begin(
    _ action: IntentAction, _ parts: [BatchPart], isUndo: Bool = false, refusals: [Batch.Refusal] = []
  ) -> [Effect] {
    let number = many.nextBatch
    many.nextBatch += 1
    many.batches[number] = Batch(
      action: action, isUndo: isUndo, marked: isUndo ? [] : many.marks.summaries, left: parts.count,
      refusals: refusals)
    if !isUndo { many.marks = Marks() }
    guard !parts.isEmpty else { return finish(number) }
    return parts.map { part in
      let intent = Intent(
        clientKey: makeClientKey(), conversation: part.conversation, by: settings.me, action: part.action)
      pendingActs[intent.clientKey] = PendingAct(
        intent: intent, inverse: part.inverse, isReply: false, undoes: part.undoes, batch: number,
        who: part.who)
      return .ask(.apply(intent))
    }
  }

  /// Takes what became of one part.
  mutating func take(_ outcome: Outcome, of act: PendingAct, in number: Int) -> [Effect] {
    switch outcome {
    case .applied, .accepted, .queued: return take(part: act, in: number, refusal: nil)
    case .denied(let reason): return take(part: act, in: number, refusal: reason)
    case .invalid(let field, let reason): return take(part: act, in: number, refusal: field + ": " + reason)
    case .throttled, .unknown, .conflict, .partial:
      return take(part: act, in: number, refusal: words("act.unclear").string)
    }
  }

  /// Notes that a part was done, or why not, and sums up after the last one.
  mutating func take(part act: PendingAct, in number: Int, refusal: String?) -> [Effect] {
    guard var batch = many.batches[number] else { return [] }
    let conversation = act.intent.conversation
    batch.left -= 1
    if let refusal {
      let step = act.undoes ?? UndoStep(conversation: conversation, inverse: act.intent.action, who: act.who)
      batch.refusals.append(
        Batch.Refusal(step: step, reason: refusal, summary: batch.marked.first { $0.id == conversation }))
    } else {
      batch.doneCount += 1
      if let inverse = act.inverse {
        batch.steps.append(UndoStep(conversation: conversation, inverse: inverse, who: act.who))
      }
    }
    many.batches[number] = batch
    return batch.left == 0 ? finish(number) : []
  }

  /// Sums up; what was refused is marked again, or can be undone again.
  private mutating func finish(_ number: Int) -> [Effect] {
    guard let batch = many.batches.removeValue(forKey: number) else { return [] }
    let steps = batch.isUndo ? batch.refusals.map(\.step) : batch.steps
    if var step = steps.first {
      step.more = Array(steps.dropFirst())
      undoSteps.append(step)
    }
    many.marks.add(batch.refusals.compactMap(\.summary))
    return say(sentence(for: batch), isError: !batch.refusals.isEmpty)
  }

  private func sentence(for batch: Batch) -> SafeText {
    let done = SafeText(String(batch.doneCount))
    let key = SafeText(keymap.label(for: .undo) ?? "")
    guard let first = batch.refusals.first else {
      if batch.isUndo { return words("batch.undone", done) }
      return words(
        batch.steps.isEmpty ? "batch.done" : "batch.doneWithUndo", done, describe(batch.action), key)
    }
    let refused = SafeText(String(batch.refusals.count))
    let who = SafeText(line: first.step.who ?? first.step.conversation.rawValue)
    let reason = SafeText(line: first.reason)
    return batch.isUndo
      ? words("batch.undonePartly", done, refused, who, reason)
      : words("batch.partly", done, describe(batch.action), refused, who, reason)
  }

  /// Undoes an act on several conversations as one step.
  mutating func undoAll(_ step: UndoStep) -> [Effect] {
    var first = step
    first.more = []
    return begin(
      step.inverse,
      ([first] + step.more).map { step in
        BatchPart(
          conversation: step.conversation, who: step.who, action: step.inverse, inverse: nil, undoes: step)
      }, isUndo: true)
  }

  // MARK: Reading before acting

  /// Reads all marked conversations, then does what they are read for.
  mutating func gather(_ purpose: Gathering.Purpose) -> [Effect] {
    let rows = many.marks.summaries
    many.gathering = Gathering(purpose, rows.map(\.id))
    return say(words("many.reading", SafeText(String(rows.count)))) + gatherNext()
  }

  private mutating func gatherNext() -> [Effect] {
    let ids = many.gathering?.next() ?? []
    return ids.map { .ask(.conversation($0)) }
  }

  /// Takes one of the conversations that are read; nil for one that could not be.
  mutating func gathered(_ id: ConversationID, _ conversation: Conversation?) -> [Effect] {
    guard many.gathering?.waiting.remove(id) != nil else { return [] }
    many.gathering?.found[id] = conversation
    guard let gathering = many.gathering, gathering.isComplete else { return gatherNext() }
    many.gathering = nil
    remark = nil
    // Whoever has gone elsewhere meanwhile does not want it any more.
    guard actsOnMarks, popup == nil else { return takeTypeAhead() }
    switch gathering.purpose {
    case .reply: return beginBulk(gathering.conversations) + takeTypeAhead()
    case .followUp(let followUp):
      let unread = many.marks.summaries.filter { gathering.found[$0.id] == nil }
      return begin(
        .followUp(followUp),
        gathering.conversations.map { conversation in
          BatchPart(
            conversation: conversation.id, who: conversation.contact.displayName, action: .followUp(followUp),
            inverse: Self.inverse(of: .followUp(followUp), in: conversation))
        },
        refusals: unread.map { row in
          Batch.Refusal(
            step: UndoStep(conversation: row.id, inverse: .followUp(followUp), who: row.contactName),
            reason: words("many.unread").string, summary: row)
        }) + takeTypeAhead()
    }
  }
}
