import DeskModel
import SystemCalls

/// Writes the whole index of a state.
struct IndexWriter {
  private let state: DeskState
  private var rows: [UInt8] = []
  private var heap: [UInt8] = []
  private var agents: [UInt8] = []
  private var assigned: [UInt32] = []
  private var keys: [(hash: UInt64, place: KeyPlace)] = []

  /// Gathers what is to be written.
  ///
  /// - Complexity: O(n).
  init(_ state: DeskState) {
    self.state = state
    let count = UInt32(truncatingIfNeeded: state.count)
    rows.reserveCapacity(Int(count) * RowField.size)
    for row in 0..<count { append(row) }
    gatherKeys()
    gatherAgents()
  }

  private mutating func append(_ row: UInt32) {
    let texts = state.texts(row)
    for field in stride(from: 0, to: RowField.heapOffset, by: 8) {
      rows.append(littleEndian: state.load(UInt64.self, row, field))
    }
    rows.append(littleEndian: UInt64(heap.count))
    for field in stride(from: RowField.heapOffset + 8, to: RowField.dueFlags, by: 8) {
      rows.append(littleEndian: state.load(UInt64.self, row, field))
    }
    rows.append(littleEndian: state.load(UInt32.self, row, RowField.dueFlags))
    rows.append(littleEndian: UInt32(0))
    heap.append(contentsOf: texts)
  }

  private mutating func gatherKeys() {
    if let base = state.base {
      for slot in 0..<base.count(.keySlots) {
        let row = base.load(UInt32.self, .keySlots, byte: slot * 16 + 8)
        if row == 0 { continue }
        let hash = base.load(UInt64.self, .keySlots, byte: slot * 16)
        keys.append(
          (hash, KeyPlace(row: row - 1, event: base.load(UInt32.self, .keySlots, byte: slot * 16 + 12))))
      }
    }
    for (key, place) in state.freshKeys { keys.append((StableHash.of(key), place)) }
  }

  private mutating func gatherAgents() {
    var lists: [String: [UInt32]] = [:]
    let awake = state.orders[.all]
    for place in 0..<awake.count {
      let row = awake[place]
      guard state.load(UInt8.self, row, RowField.flags) & RowField.flagAssigned != 0 else { continue }
      var reader = TextsReader(state.texts(row))
      _ = reader.text()
      _ = reader.text()
      if let agent = reader.text() { lists[agent, default: []].append(row) }
    }
    for agent in state.agents.values.sorted(by: { $0.id.rawValue < $1.id.rawValue }) {
      let list = lists[agent.id.rawValue] ?? []
      Self.append(agent.id.rawValue, to: &agents)
      Self.append(agent.name, to: &agents)
      agents.append(littleEndian: UInt32(truncatingIfNeeded: assigned.count))
      agents.append(littleEndian: UInt32(truncatingIfNeeded: list.count))
      assigned += list
    }
  }

  /// Puts the index on the disk, in place of the old one.
  ///
  /// - Complexity: O(n).
  mutating func write(to folder: DeskFolder, journal: Journal, beforeReplace: () -> Void) throws(SystemError)
  {
    let position = state.position
    guard let firstHash = IndexFile.fingerprint(journal, ofStartBefore: position),
      let tailHash = IndexFile.fingerprint(journal, ofEndAt: position)
    else { throw SystemError.missingData("read", folder.journal) }
    var problems: [UInt8] = []
    for problem in state.problems { Self.append(problem, to: &problems) }
    // Before the rows are handed out: the chains are written into them.
    let contacts = contactSlots()
    let sections: [(count: Int, bytes: [UInt8])] = [
      (rows.count / RowField.size, rows), (heap.count, heap), list(idSlots()), list(contacts), keySlots(),
      list(state.orders[.all]), list(state.orders[.unassigned]), list(assigned), list(state.orders[.snoozed]),
      list(state.orders[.resolved]), list(state.orders.wake), (agents.count, agents),
      (problems.count, problems),
    ]
    var header = [Int64](repeating: 0, count: IndexFile.headerSize / 8 - 1)
    func set(_ name: IndexFile.Header, _ value: Int) { header[name.rawValue] = Int64(value) }
    header[IndexFile.Header.magic.rawValue] = Int64(bitPattern: IndexFile.magic)
    header[IndexFile.Header.firstHash.rawValue] = Int64(bitPattern: firstHash)
    header[IndexFile.Header.tailHash.rawValue] = Int64(bitPattern: tailHash)
    header[IndexFile.Header.asOf.rawValue] = state.orders.asOf
    header[IndexFile.Header.policyHash.rawValue] = Int64(bitPattern: state.policy.hash)
    set(.version, Int(IndexFile.version))
    set(.segment, position.segment)
    set(.offset, position.offset)
    set(.line, position.line)
    set(.rowCount, state.count)
    set(.keyCount, keys.count)
    set(.problemCount, state.problemCount)
    var offset = IndexFile.headerSize
    for (number, section) in sections.enumerated() {
      header[IndexFile.Header.sections + number * 2] = Int64(offset)
      header[IndexFile.Header.sections + number * 2 + 1] = Int64(section.count)
      offset += (section.bytes.count + 7) & ~7
    }
    set(.fileSize, offset)
    try store(header, sections.map { $0.bytes }, to: folder.indexFile, beforeReplace)
  }

  private func store(
    _ header: [Int64], _ sections: [[UInt8]], to path: String, _ beforeReplace: () -> Void
  ) throws(SystemError) {
    var bytes: [UInt8] = []
    for number in header { bytes.append(littleEndian: number) }
    bytes.append(littleEndian: StableHash.of(bytes))
    let temporary = FileSystem.temporaryName(for: path)
    do {
      do {
        let file = try FileDescriptor(opening: temporary, .truncate)
        try file.write(bytes)
        for section in sections {
          try file.write(section)
          let padding = (8 - section.count % 8) % 8
          if padding > 0 { try file.write([UInt8](repeating: 0, count: padding)) }
        }
        // A torn index would be taken for a whole one: its checksum covers the header only.
        try file.syncData()
      }
      beforeReplace()
      try FileSystem.rename(temporary, to: path)
    } catch {
      try? FileSystem.remove(temporary)
      throw error
    }
  }

  // MARK: - Sections

  private func idSlots() -> [UInt32] {
    var slots = [UInt32](repeating: 0, count: Self.slotCount(state.count))
    for row in 0..<UInt32(truncatingIfNeeded: state.count) {
      let hash = rows.load(UInt64.self, at: Int(row) * RowField.size + RowField.idHash) ?? 0
      var slot = Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = row + 1
    }
    return slots
  }

  /// Makes the table, and links the rows of each contact.
  private mutating func contactSlots() -> [UInt32] {
    var slots = [UInt32](repeating: 0, count: Self.slotCount(state.count))
    func hash(_ row: UInt32) -> UInt64 {
      rows.load(UInt64.self, at: Int(row) * RowField.size + RowField.contactHash) ?? 0
    }
    for row in 0..<UInt32(truncatingIfNeeded: state.count) {
      let own = hash(row)
      var slot = Int(truncatingIfNeeded: own & UInt64(slots.count - 1))
      while slots[slot] != 0, hash(slots[slot] - 1) != own { slot = (slot + 1) & (slots.count - 1) }
      let next = slots[slot]
      let place = Int(row) * RowField.size + RowField.contactNext
      for byte in 0..<4 { rows[place + byte] = UInt8(truncatingIfNeeded: next >> UInt32(byte * 8)) }
      slots[slot] = row + 1
    }
    return slots
  }

  private func keySlots() -> (count: Int, bytes: [UInt8]) {
    var slots = [(hash: UInt64, place: KeyPlace)?](repeating: nil, count: Self.slotCount(keys.count))
    for key in keys {
      var slot = Int(truncatingIfNeeded: key.hash & UInt64(slots.count - 1))
      while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = key
    }
    var bytes: [UInt8] = []
    for slot in slots {
      bytes.append(littleEndian: slot?.hash ?? 0)
      bytes.append(littleEndian: slot.map { $0.place.row + 1 } ?? 0)
      bytes.append(littleEndian: slot?.place.event ?? 0)
    }
    return (slots.count, bytes)
  }

  private static func slotCount(_ count: Int) -> Int {
    var size = 2
    while size < count * 2 { size *= 2 }
    return size
  }

  private func list(_ rows: [UInt32]) -> (count: Int, bytes: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 4)
    for row in rows { bytes.append(littleEndian: row) }
    return (rows.count, bytes)
  }

  private func list(_ rows: RowList) -> (count: Int, bytes: [UInt8]) { list(rows.rows(0..<rows.count)) }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(littleEndian: UInt32(truncatingIfNeeded: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
