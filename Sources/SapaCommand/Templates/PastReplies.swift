import DeskModel
import JSONText
import LocalDesk
import LocalePacks
import ReplyTemplates

/// Makes of a desk's past conversations what a replay plays.
struct PastReplies: Sendable {
  private let recognizer: ReplyRecognizer
  private let tags: [AnswerID: Set<String>]
  /// The answers by the last part of their names.
  private let labels: [String: [AnswerID]]

  init(_ set: TemplateSet, _ recognizer: ReplyRecognizer) {
    self.recognizer = recognizer
    tags = set.answers.mapValues { Set($0.settings.tags) }
    labels = Dictionary(grouping: set.answers.keys.sorted()) { Self.label($0.path) }
  }

  /// What the agents of a conversation wrote and picked; nil where they wrote nothing.
  func conversation(_ stored: StoredConversation) -> ReplayConversation? {
    let conversation = stored.conversation
    var turns: [ReplayTurn] = []
    for entry in conversation.entries {
      if entry.isFromOutside {
        turns.append(.customer(entry.text))
      } else if entry.isOurAnswer, entry.author.kind == .agent {
        let note = stored.raws[entry.id].map { PickNote($0) } ?? PickNote()
        turns.append(
          .reply(entry.text, typed: note.draft, picked: picked(entry, note, in: conversation.tags)))
      }
    }
    let hasReply = turns.contains { if case .reply = $0 { true } else { false } }
    guard hasReply else { return nil }
    return ReplayConversation(
      id: conversation.id.rawValue, tags: conversation.tags,
      locale: (conversation.locale ?? conversation.contact.locale).flatMap { LocaleTag($0) },
      channel: conversation.channel,
      audience: conversation.shape == .publicThread ? .world : .customer, turns: turns)
  }

  /// The answer that a reply was made from: by what it says itself, by the label that was imported with it, by its words.
  private func picked(_ entry: Entry, _ note: PickNote, in tags: [String]) -> AnswerID? {
    for use in entry.templates {
      if let variant = VariantID(use.variant) { return variant.answer }
    }
    if let label = note.picked { return answer(labelled: label, in: tags) }
    return recognizer.variant(
      of: entry.text, isPublic: entry.audience == .world, conversationTags: tags)?.answer
  }

  /// The answer that a label of another system means: its whole name, or the last part of it, where several have that one
  /// the one that shares a tag with the conversation; nil for a label of none.
  func answer(labelled label: String, in conversationTags: [String]) -> AnswerID? {
    let whole = AnswerID(label)
    if tags[whole] != nil { return whole }
    let found = labels[Self.label(label)] ?? []
    return found.first { !(tags[$0] ?? []).isDisjoint(with: conversationTags) }
      ?? (found.count == 1 ? found.first : nil)
  }

  private static func label(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

/// What a system that had answers of its own told of a reply, in the object `raw` of the entry.
struct PickNote: Sendable, Hashable {
  /// The name of the answer that was picked.
  var picked: String?
  /// What had been typed before.
  var draft: String?

  init() {}

  /// Reads `{"picked":"…","draft":"…"}`; what is no text is not there.
  init(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    try? read(&reader)
  }

  private mutating func read(_ reader: inout JSONReader) throws(JSONError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard ["picked", "draft"].contains(key), try reader.peek() == .string else {
        _ = try reader.skip()
        continue
      }
      let text = try reader.string()
      if key == "picked" { picked = text } else { draft = text }
    }
  }
}
