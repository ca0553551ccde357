package import DeskModel

/// A scenario made from a conversation, as the text of a file.
package struct MadeScenario: Sendable, Hashable {
  /// The file, in the format of the catalogue (`Scenarios`).
  package let text: String
  /// Its title.
  package let title: String
  /// A tag without a region, as the file's name has it.
  package let locale: String
  /// The title in small letters and hyphens; `rehearsal` where no Latin letters are in it.
  package let name: String

  /// The file's name in a folder of scenarios: `name.md` for English, else `name.locale.md`.
  package var fileName: String { fileName(for: name) }

  /// The file's name under another name.
  package func fileName(for name: String) -> String { locale == "en" ? name + ".md" : "\(name).\(locale).md" }
}

/// Makes a scenario from a conversation: what the customer said, scene by scene, and what was answered then.
///
/// Names, handles, numbers, addresses and secrets are replaced (`Pseudonyms`). What the customer wanted and
/// hid nobody has written down: a lead fills that in. Under a public post the scenes begin with the last part
/// of the customer's branch in which no stranger speaks, and what stood before is told before them; a private
/// conversation is told whole. Attachments are named by their kind only.
package enum ScenarioMaker {
  /// Makes a scenario of a whole conversation; nil when the customer has said nothing.
  ///
  /// The seed gives names and numbers: the same one gives the same scenario. Entries that were left out are
  /// not told.
  ///
  /// - Complexity: O(text · names).
  package static func scenario(from conversation: Conversation, seed: UInt64) -> MadeScenario? {
    let parts = ConversationParts(conversation)
    guard let first = parts.scenes.first?.said.first else { return nil }
    let pseudonyms = Pseudonyms(conversation, seed: seed)
    let writer = ScenarioWriter(
      conversation: conversation, parts: parts, pseudonyms: pseudonyms, begin: first.at)
    return writer.scenario
  }
}

/// A conversation in scenes: what stood before, and the customer's messages with the answers to them.
struct ConversationParts: Sendable, Hashable {
  struct Scene: Sendable, Hashable {
    /// What the customer said, without an answer between.
    var said: [Entry]
    /// What we answered, up to the customer's next message.
    var answers: [Entry] = []
  }

  /// Oldest first.
  private(set) var before: [Entry] = []
  private(set) var scenes: [Scene] = []
  /// Internal notes, and what look-ups have found.
  private(set) var known: [Entry] = []

  /// Parts a conversation.
  ///
  /// - Complexity: O(entries).
  init(_ conversation: Conversation) {
    let entries = conversation.entries.filter { $0.state != .deleted && $0.state != .redacted }
    known = entries.filter {
      $0.kind == .note || $0.kind != .event && $0.audience == .internal || Self.isLookUp($0)
    }
    let spoken = entries.filter { Self.isSpoken($0) }
    let start: Int
    if conversation.shape == .publicThread {
      start = Self.lastPart(spoken)
    } else {
      start = spoken.firstIndex { $0.isFromOutside } ?? spoken.count
    }
    before = Array(spoken[..<start])
    let own = Set(spoken.lazy.filter { $0.author.kind == .customer }.map(\.id))
    let isPublic = conversation.shape == .publicThread
    for entry in spoken[start...] {
      if entry.isFromOutside {
        if isPublic, entry.author.kind != .customer { continue }
        if scenes.isEmpty || !(scenes.last?.answers.isEmpty ?? true) { scenes.append(Scene(said: [])) }
        scenes[scenes.count - 1].said.append(entry)
      } else if !scenes.isEmpty, !isPublic || entry.parent.map(own.contains) ?? false {
        scenes[scenes.count - 1].answers.append(entry)
      }
    }
  }

  /// Whether others could read it; what we never sent was not said.
  private static func isSpoken(_ entry: Entry) -> Bool {
    guard entry.kind != .event, entry.kind != .note, entry.audience != .internal else { return false }
    guard !entry.text.trimmed.isEmpty || !entry.attachments.isEmpty else { return false }
    switch entry.state {
    case .local, .held, .queued, .failed: return false
    default: return entry.isFromOutside || entry.isOurAnswer
    }
  }

  /// `CustomerName: Jane; Price: 12`: what the system showed, rather than that something was assigned.
  private static func isLookUp(_ entry: Entry) -> Bool {
    guard entry.kind == .event, entry.author.kind == .system || entry.author.kind == .bot else {
      return false
    }
    let pairs = entry.text.split { $0 == ";" || $0.isNewline }.filter { $0.contains(": ") }
    return pairs.count >= 2
  }

  /// Where the last part of the customer's branch begins in which no stranger speaks.
  private static func lastPart(_ entries: [Entry]) -> Int {
    guard let last = entries.lastIndex(where: { $0.author.kind == .customer }) else { return entries.count }
    var branch = Set(entries.lazy.filter { $0.author.kind == .customer }.map(\.id))
    for entry in entries {
      if let parent = entry.parent, branch.contains(parent) { branch.insert(entry.id) }
    }
    var start = last
    for place in entries[..<last].indices.reversed() {
      let entry = entries[place]
      if entry.author.kind == .stranger, branch.contains(entry.id) { break }
      if entry.author.kind == .customer { start = place }
    }
    return start
  }
}
