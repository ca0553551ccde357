package import DeskModel
package import SystemCalls

/// Keeps drafts on the disk: one file a conversation in `drafts/<agent>/`, replaced atomically.
///
/// All methods wait for the disk; call them off the main thread.
package struct DraftStore: Sendable {
  /// The folder of this agent's drafts.
  package let folder: String

  /// The drafts of an agent on the desk in `desk`.
  ///
  /// Nothing is made until something is saved.
  package init(desk: String, agent: AgentID) {
    folder = DeskFolder(path: desk).drafts + "/" + Self.fileName(agent.rawValue)
  }

  private init(folder: String) { self.folder = folder }

  /// The most consoles of one agent on one desk that keep their drafts apart.
  private static let consoleLimit = 64

  /// Takes a folder of drafts for one console alone, so that two consoles of one agent never overwrite each other's
  /// words nor bring back what the other is just sending.
  ///
  /// The first console takes the agent's folder, further ones `console-2`… in it; the lock goes with the program,
  /// however it ends. The first one also takes over what consoles that are gone have left.
  /// - Returns: the store, and the lock to be kept; no lock where nothing can be written.
  package static func claim(desk: String, agent: AgentID) -> (store: DraftStore, lock: DraftLock?) {
    let first = DraftStore(desk: desk, agent: agent)
    for number in 1...consoleLimit {
      let store = first.console(number)
      guard (try? FileSystem.makeFolder(store.folder)) != nil else { break }
      guard let lock = DraftLock(store.folder) else { continue }
      if number == 1 { store.adoptAbandoned() }
      return (store, lock)
    }
    return (first, nil)
  }

  private func console(_ number: Int) -> DraftStore {
    number == 1 ? self : DraftStore(folder: folder + "/console-\(number)")
  }

  /// Takes over the drafts of consoles that are gone; where there is a draft here already, theirs stays.
  private func adoptAbandoned() {
    for number in 2...Self.consoleLimit {
      let other = console(number)
      guard FileSystem.exists(other.folder), DraftLock(other.folder) != nil,
        let abandoned = try? other.loadAll().drafts
      else { continue }
      for draft in abandoned where !FileSystem.exists(path(of: draft.conversation)) {
        // By one step: whoever dies here leaves it in one place, never in two.
        guard
          (try? FileSystem.rename(other.path(of: draft.conversation), to: path(of: draft.conversation)))
            != nil
        else { continue }
        try? FileSystem.syncFolder(folder)
        try? FileSystem.syncFolder(other.folder)
      }
    }
  }

  /// Puts a draft on the disk, in place of the conversation's earlier one.
  ///
  /// - Complexity: O(bytes).
  package func save(_ draft: StoredDraft) throws(SystemError) {
    try FileSystem.makeFolder(folder)
    try FileSystem.replace(path(of: draft.conversation), with: draft.json)
  }

  /// The draft of a conversation; nil when there is none or it cannot be understood.
  package func load(_ conversation: ConversationID) throws(SystemError) -> StoredDraft? {
    do {
      return StoredDraft(json: try FileSystem.contents(of: path(of: conversation), limit: 64 << 20))
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// Removes the draft of a conversation, if there is one.
  package func remove(_ conversation: ConversationID) throws(SystemError) {
    do {
      try FileSystem.remove(path(of: conversation))
      try FileSystem.syncFolder(folder)
    } catch {
      if !error.isMissing { throw error }
    }
  }

  /// All drafts, the latest first.
  ///
  /// A file that cannot be understood is moved aside (its name ends with `.broken` then) and reported by a
  /// sentence.
  ///
  /// - Complexity: O(bytes of all drafts).
  package func loadAll() throws(SystemError) -> (drafts: [StoredDraft], problems: [String]) {
    let names: [String]
    do {
      names = try FileSystem.list(folder)
    } catch {
      if error.isMissing { return ([], []) }
      throw error
    }
    FileSystem.removeLeftovers(in: folder)
    var drafts: [StoredDraft] = []
    var problems: [String] = []
    for name in names where name.hasSuffix(".json") {
      let path = folder + "/" + name
      do {
        let bytes = try FileSystem.contents(of: path, limit: 64 << 20)
        if let draft = StoredDraft(json: bytes), self.path(of: draft.conversation) == path {
          drafts.append(draft)
        } else {
          problems.append(moveAside(path))
        }
      } catch {
        problems.append("A draft could not be read: \(error.description).")
      }
    }
    drafts.sort { ($1.updatedAt, $0.conversation.rawValue) < ($0.updatedAt, $1.conversation.rawValue) }
    return (drafts, problems)
  }

  private func moveAside(_ path: String) -> String {
    var aside = path + ".broken"
    var number = 1
    while FileSystem.exists(aside) {
      number += 1
      aside = "\(path).\(number).broken"
    }
    do {
      try FileSystem.rename(path, to: aside)
      return "A draft could not be understood; its file is kept as \(aside)."
    } catch {
      return "A draft could not be understood: \(path)."
    }
  }

  private func path(of conversation: ConversationID) -> String {
    folder + "/" + Self.fileName(conversation.rawValue) + ".json"
  }

  /// A file name for any id: letters, digits, `-` and `_` stand for themselves, other bytes become `%XX`.
  ///
  /// A long id is cut, and its hash tells it apart.
  static func fileName(_ id: String) -> String {
    var result = ""
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + hex(UInt64(byte), digits: 2)
      }
    }
    if result.isEmpty { return "%" }
    guard result.utf8.count > 120 else { return result }
    return String(result.prefix(100)) + "%~" + hex(StableHash.of(id), digits: 16)
  }

  private static func hex(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
