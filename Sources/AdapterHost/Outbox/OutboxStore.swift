package import DeskModel
package import SystemCalls

/// Keeps a desk's outboxes on disk.
///
/// Each console has one of its own (`outbox/1`, `outbox/2`, …: the lowest that is free), and takes on, where it lies, what consoles
/// that are gone have left: nothing is ever moved, so nothing can be in two places. All methods wait for the disk.
package struct OutboxStore: Sendable {
  /// Ours first; then those of consoles that are gone.
  private var slots: [OutboxSlot]
  private let folder: String
  private var places: [ClientKey: Int] = [:]
  /// What was left, in the order in which it came.
  package let items: [OutboxItem]
  /// Sentences about what could not be read.
  package let problems: [String]

  /// Outboxes that one desk can have.
  private static let slotLimit = 64

  /// Takes the lowest outbox that is free in a folder, and those that nobody has but hold something.
  ///
  /// - Throws: a system error when nothing can be written there: then nothing may be sent.
  package init(claimingIn folder: String, now: Timestamp) throws(SystemError) {
    try FileSystem.makeFolder(folder)
    var slots: [OutboxSlot] = []
    for number in 1...Self.slotLimit {
      let path = "\(folder)/\(number)"
      guard slots.isEmpty || FileSystem.exists(path + "/outbox.jsonl") else { continue }
      if let slot = try OutboxSlot(path, now: now) { slots.append(slot) }
    }
    guard !slots.isEmpty else { throw SystemError.lockedElsewhere(folder) }
    self.slots = slots
    self.folder = folder
    for (place, slot) in slots.enumerated() { for item in slot.items { places[item.key] = place } }
    items = slots.flatMap(\.items).sorted {
      ($0.addedAt, $0.key.rawValue) < ($1.addedAt, $1.key.rawValue)
    }
    problems = slots.flatMap(\.problems)
  }

  /// Takes on what consoles have left that have gone since, where it lies.
  ///
  /// - Returns: what has come with it.
  package mutating func adoptAbandoned(now: Timestamp) -> [OutboxItem] {
    let own = Set(slots.map(\.folder))
    var result: [OutboxItem] = []
    for number in 1...Self.slotLimit {
      let path = "\(folder)/\(number)"
      guard !own.contains(path), FileSystem.exists(path + "/outbox.jsonl"),
        let slot = (try? OutboxSlot(path, now: now)).flatMap({ $0 }),
        slot.items.contains(where: { !$0.state.isOver })
      else { continue }
      for item in slot.items where places[item.key] == nil {
        places[item.key] = slots.count
        result.append(item)
      }
      slots.append(slot)
    }
    return result
  }

  /// Notes an item, and waits until that is on the disk.
  package mutating func persist(_ item: OutboxItem) throws(SystemError) {
    let place = places[item.key] ?? 0
    places[item.key] = place
    try slots[place].append(item)
  }

  /// The folder for copies of files that go with answers.
  package var filesFolder: String { slots[0].folder + "/files" }
}
