import DeskLink
import DeskModel
import Synchronization
import SystemCalls

/// What the journal has of an intent of several acts.
enum StepsStanding {
  /// Nothing.
  case nothing
  /// Something else has its key.
  case other
  /// The events of its acts, nil for one that is missing; at least one is there.
  case found([StoredStep?])
}

/// An event of an act, and the version after it.
struct StoredStep {
  let event: JournalEvent
  let version: Int
  let place: JournalPlace
}

extension StepsStanding {
  /// Which acts are there.
  static func done(_ stored: [StoredStep?]) -> [Bool] { stored.map { $0 != nil } }

  /// What was said by one of them.
  static func entry(_ stored: [StoredStep?]) -> Entry? {
    for case .said(let entry)? in stored.map({ $0?.event.content }) { return entry }
    return nil
  }
}

extension EmbeddedDesk {
  /// Looks an intent up in what has been read of the journal.
  func standing(of steps: DeskSteps) throws(DeskError) -> StepsStanding {
    let count = steps.actions.count
    var stored: [StoredStep?] = []
    for step in 0..<count {
      stored.append(try find(DeskSteps.key(steps.clientKey, step: step, of: count)))
    }
    for (step, found) in stored.enumerated() {
      guard let found else { continue }
      guard found.event.conversation == steps.conversation, found.event.does(steps.actions[step]) else {
        return .other
      }
    }
    if stored.contains(where: { $0 != nil }) { return .found(stored) }
    // The first event of an intent is always there when anything of it is.
    for other in 1...DeskSteps.limit where other != count {
      if try find(DeskSteps.key(steps.clientKey, step: 0, of: other)) != nil { return .other }
    }
    return .nothing
  }

  /// The event that has a key.
  private func find(_ key: ClientKey) throws(DeskError) -> StoredStep? {
    for place in state.withLock({ $0.places(of: key) }) {
      guard let row = state.withLock({ $0.row(place.row) }), Int(place.event) < row.events.count else {
        continue
      }
      let journalPlace = row.events[Int(place.event)]
      let event = try loader.event(journalPlace)
      guard event.key == key.rawValue else { continue }
      return StoredStep(event: event, version: Int(place.event) + 2, place: journalPlace)
    }
    return nil
  }
}

extension JournalEvent {
  /// Whether it does what an act wants; of files only their number is compared.
  func does(_ action: IntentAction) -> Bool {
    switch (action, content) {
    case (.say(let text, let kind, let audience, let parent, let files), .said(let entry)):
      entry.text == text && entry.kind == kind && entry.audience == audience && entry.parent == parent
        && entry.attachments.count == files.count
    case (.setStatus(let word), .changed(.status(let done))): word == done
    case (.assign(let agent), .changed(.assignee(let done))): agent?.id == done?.id
    case (.tag(let add, let remove), .changed(.tags(let added, let removed))):
      add == added && remove == removed
    case (.snooze(let until), .changed(.snoozed(let done))): until == done
    case (.followUp(let wanted), .changed(.followUp(let done))): wanted == done
    case (.access(let wanted), .changed(.access(let done))): wanted == done
    case (.markRead(let entry), .changed(.readUpTo(let done))): entry == done
    default: false
    }
  }
}
