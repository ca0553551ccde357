package import DeskModel

/// What an agent had before their eyes when they wrote.
package enum DeskBasis: Sendable, Hashable {
  /// A version of the conversation.
  case version(Int)
  /// Its last entry.
  case entry(EntryID)
}

/// Several acts on one conversation that are written together, by one write under one lock.
///
/// The journal has a key for each event. An intent of one act has its own; of several acts, number 2 of 3 of the intent
/// `k` has the key `k`, U+001F, `2/3`. So a try after a crash finds what of it is there already.
package struct DeskSteps: Sendable, Hashable {
  /// Made once, kept through every retry.
  package var clientKey: ClientKey
  /// What it concerns.
  package var conversation: ConversationID
  /// What was seen; nil to act whatever happened since.
  package var basedOn: DeskBasis?
  /// Who wants it.
  package var by: Agent
  /// What is wanted, in this order: 1...16 acts, at most one of which says something.
  package var actions: [IntentAction]

  /// Makes an intent.
  package init(
    clientKey: ClientKey, conversation: ConversationID, basedOn: DeskBasis? = nil, by: Agent,
    actions: [IntentAction]
  ) {
    self.clientKey = clientKey
    self.conversation = conversation
    self.basedOn = basedOn
    self.by = by
    self.actions = actions
  }

  /// The most acts of an intent.
  package static let limit = 16
  /// The most UTF-8 bytes of a key.
  package static let keyLimit = 256

  /// Parts a key from the number of a step; no client key may hold it.
  static let separator: Unicode.Scalar = "\u{1F}"

  /// The key of an act's event; `step` from 0, `count` acts in all.
  static func key(_ key: ClientKey, step: Int, of count: Int) -> ClientKey {
    count == 1 ? key : ClientKey("\(key.rawValue)\(separator)\(step + 1)/\(count)")
  }

  /// The client key from which the key of an event was made.
  package static func clientKey(ofEvent key: String) -> ClientKey {
    ClientKey(String(String.UnicodeScalarView(key.unicodeScalars.prefix { $0 != separator })))
  }

  /// One of the acts as an intent of its own.
  func intent(_ step: Int) -> Intent {
    Intent(
      clientKey: Self.key(clientKey, step: step, of: actions.count), conversation: conversation, by: by,
      action: actions[step])
  }

  /// Why the key cannot be used; nil when it can.
  var objectionToKey: String? {
    if clientKey.rawValue.isEmpty { return "must not be empty" }
    if clientKey.rawValue.utf8.count > Self.keyLimit { return "is longer than \(Self.keyLimit) bytes" }
    if clientKey.rawValue.unicodeScalars.contains(Self.separator) { return "must not hold U+001F" }
    return nil
  }
}

/// What became of several acts.
package enum DeskStepsOutcome: Sendable, Hashable {
  /// All are done and on the disk; `version` is that after the last of them.
  case applied(entry: EntryID?, audience: Audience?, version: Int)
  /// Nothing was done: something was said since.
  case conflict(newer: [Entry], version: Int)
  /// A crash has cut an earlier try off: only the acts for which it says true are done.
  case partial([Bool], entry: EntryID?, audience: Audience?, reason: String)
  /// Nothing was done: the desk refuses a value of an act (from 0), or of the intent where there is none.
  case invalid(step: Int?, field: String, reason: String)
  /// Nothing was done: the key was used for something else.
  case otherSteps
  /// They stand in the journal and are perhaps not on the disk.
  case unknown
}
