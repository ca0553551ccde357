/// How the entries of a conversation hang together.
package enum ConversationShape: String, Sendable, Hashable, CaseIterable {
  /// A chat: flat, one customer.
  case dialog
  /// A ticket: flat, perhaps several people, a status.
  case ticket
  /// A tree of comments under a post, with strangers in it.
  case publicThread
}

/// Where a conversation stands, in terms that every backend's own statuses map to.
package enum StatusCategory: String, Sendable, Hashable, CaseIterable {
  case new, open, pending, resolved

  /// The category of a backend's own word; unknown words count as open, so that nothing disappears.
  package init(backendStatus word: String) {
    switch word.lowercased() {
    case "new": self = .new
    case "pending", "waiting", "hold", "on-hold", "stalled", "snoozed": self = .pending
    case "resolved", "solved", "closed", "done", "rejected", "deleted": self = .resolved
    default: self = .open
    }
  }
}

/// When we have promised to act; nil where nothing is promised.
package struct Deadlines: Sendable, Hashable {
  /// The first answer ever.
  package var firstReply: Timestamp?
  /// The answer to the last message.
  package var nextReply: Timestamp?
  /// The end of the matter.
  package var resolution: Timestamp?

  /// Makes a set of deadlines.
  package init(firstReply: Timestamp? = nil, nextReply: Timestamp? = nil, resolution: Timestamp? = nil) {
    self.firstReply = firstReply
    self.nextReply = nextReply
    self.resolution = resolution
  }

  /// The earliest deadline; nil when there is none.
  package var earliest: Timestamp? { [firstReply, nextReply, resolution].compactMap { $0 }.min() }
}

/// What a deadline is for.
package enum DeadlineKind: String, Sendable, Hashable, CaseIterable {
  case firstReply, nextReply, resolution, followUp, access
}

/// A tie to another conversation.
package struct ConversationLink: Sendable, Hashable {
  /// The other conversation.
  package var id: ConversationID
  /// The backend's word for the tie, as `linked` or `parent`; from outside.
  package var kind: String
  /// The other's subject, from outside.
  package var title: String

  /// Makes a link.
  package init(id: ConversationID, kind: String, title: String) {
    self.id = id
    self.kind = kind
    self.title = title
  }
}

/// A conversation whole: what the panes show.
///
/// All text is from outside.
package struct Conversation: Sendable, Hashable {
  /// The backend's id.
  package var id: ConversationID
  /// How its entries hang together.
  package var shape: ConversationShape
  /// Where it takes place, as chat, mail or facebook.
  package var channel: String
  /// What it is about.
  package var subject: String
  /// The backend's word for its status.
  package var status: String
  /// A BCP 47 tag for the language spoken, if known.
  package var locale: String?
  /// Tags in the backend's order, without doubles.
  package var tags: [String]
  /// Who of us has it; nil for nobody.
  package var assignee: Agent?
  /// The customer.
  package var contact: Contact
  /// All entries, oldest first, but for those that are `omitted`.
  package var entries: [Entry]
  /// How many entries before these are left out, where only the end of the conversation was asked for; else 0.
  package var omitted = 0
  /// When it comes back by itself; nil when it is not snoozed.
  package var snoozedUntil: Timestamp?
  /// When we have promised to act.
  package var deadlines: Deadlines
  /// What an agent has promised for a moment; nil when nothing is.
  package var followUp: FollowUp?
  /// Whether it was put to sleep when the follow-up was due already, which does not wake it then.
  package var sleepsThroughFollowUp = false
  /// The access to the customer's account that was asked for last; nil when none was.
  package var access: AccessRequest?
  /// Whether it was put to sleep when the access was to have ended already, which does not wake it then.
  package var sleepsThroughAccess = false
  /// Ties to other conversations.
  package var links: [ConversationLink]
  /// Custom fields.
  package var fields: [Field]
  /// The last entry that somebody of us has seen; nil when nobody has opened it.
  package var readUpTo: EntryID?
  /// Counts up with each change; compared to see whether the thread moved on.
  package var version: Int
  /// What the backend's word for the status means, where that word alone does not tell; nil leaves it to the word.
  package var category: StatusCategory?
  /// What a list says of it, as long as its last entries have not been read from its backend; nil when they have.
  package var outline: ConversationOutline?

  /// Makes a conversation.
  package init(
    id: ConversationID, shape: ConversationShape = .dialog, channel: String = "chat", subject: String = "",
    status: String = "open", locale: String? = nil, tags: [String] = [], assignee: Agent? = nil,
    contact: Contact, entries: [Entry] = [], snoozedUntil: Timestamp? = nil,
    deadlines: Deadlines = Deadlines(), followUp: FollowUp? = nil, links: [ConversationLink] = [],
    fields: [Field] = [], readUpTo: EntryID? = nil, version: Int = 0
  ) {
    self.id = id
    self.shape = shape
    self.channel = channel
    self.subject = subject
    self.status = status
    self.locale = locale
    self.tags = tags
    self.assignee = assignee
    self.contact = contact
    self.entries = entries
    self.snoozedUntil = snoozedUntil
    self.deadlines = deadlines
    self.followUp = followUp
    self.links = links
    self.fields = fields
    self.readUpTo = readUpTo
    self.version = version
  }

  /// Where it stands.
  package var statusCategory: StatusCategory { category ?? StatusCategory(backendStatus: status) }

  /// When it comes back by itself: at the end of its snooze, or earlier when a follow-up is due or access that was given
  /// is to end; a backend's status `snoozed` without a time sleeps until it is woken; nil when it is awake.
  package var sleepsUntil: Timestamp? {
    guard var wake = snoozedUntil ?? (status.lowercased() == "snoozed" ? .untilWoken : nil) else {
      return nil
    }
    if let followUp, !sleepsThroughFollowUp { wake = min(wake, followUp.at) }
    if let access, access.isOpen, let end = access.until, !sleepsThroughAccess { wake = min(wake, end) }
    return wake
  }

  /// When access that stands open must be looked at: at the moment at which it is to end, and in a resolved conversation as
  /// soon as the follow-up says, else at once; nil where none stands open, or nothing says when.
  package var accessDue: Timestamp? {
    guard let access, access.isOpen else { return nil }
    guard statusCategory == .resolved else { return access.until }
    let asked = followUp?.at ?? access.givenAt ?? access.askedAt
    return access.until.map { min($0, asked) } ?? asked
  }

  /// Since when the customer waits for our answer: the first message from outside after our last answer; nil
  /// when the last word is ours, or when the matter is resolved.
  ///
  /// Under a public post only the customer's own comments count, and only our answers to them: strangers
  /// talk all day, and what we told one of them is no answer to this customer.
  ///
  /// - Complexity: O(entries).
  package var waitingSince: Timestamp? {
    guard statusCategory != .resolved else { return nil }
    if let outline { return outline.waitingSince }
    var since: Timestamp?
    let isPublic = shape == .publicThread
    let own = isPublic ? Set(entries.lazy.filter { $0.author.kind == .customer }.map(\.id)) : []
    for entry in entries.reversed() {
      if entry.isOurAnswer, !isPublic || entry.parent.map({ own.contains($0) }) ?? false { break }
      if isPublic ? entry.author.kind == .customer : entry.isFromOutside { since = entry.at }
    }
    return since
  }

  /// When the customer, or in a private conversation anybody from outside, wrote first; nil when they never did.
  ///
  /// - Complexity: O(entries).
  package var startedAt: Timestamp? {
    let isPublic = shape == .publicThread
    return entries.first { isPublic ? $0.author.kind == .customer : $0.isFromOutside }?.at
  }

  /// Whether we have ever answered; under a public post, whether we have answered this customer.
  ///
  /// - Complexity: O(entries).
  package var hasOurAnswer: Bool {
    guard shape == .publicThread else { return entries.contains { $0.isOurAnswer } }
    let own = Set(entries.lazy.filter { $0.author.kind == .customer }.map(\.id))
    return entries.contains { $0.isOurAnswer && ($0.parent.map { own.contains($0) } ?? false) }
  }

  /// How many entries it has, the omitted ones included.
  package var entryCount: Int { omitted + entries.count }

  /// How many entries from outside nobody of us has seen: those after `readUpTo`, and after our last answer.
  ///
  /// - Complexity: O(entries).
  package var unreadCount: Int {
    if let outline { return outline.unreadCount }
    var count = 0
    for entry in entries.reversed() {
      if entry.id == readUpTo || entry.isOurAnswer { break }
      if entry.isFromOutside { count += 1 }
    }
    return statusCategory == .resolved && readUpTo == nil ? 0 : count
  }
}
