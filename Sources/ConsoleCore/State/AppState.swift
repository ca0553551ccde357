package import DeskLink
package import DeskModel
package import ScreenKit
package import TextLayout

/// A remark in the bottom line: what was done, or what went wrong.
package struct Remark: Sendable, Hashable {
  /// What it says.
  package var text: SafeText
  /// Whether something went wrong.
  package var isError: Bool
}

/// Something done that can be undone: what was done in words, and what undoes it.
package struct UndoStep: Sendable, Hashable {
  /// The conversation.
  package var conversation: ConversationID
  /// What brings the old state back.
  package var inverse: IntentAction
  /// The customer's name, for the sentence.
  package var who: String?
  /// The other conversations to which the same was done at once.
  package var more: [UndoStep] = []
}

/// What a question was asked for that is not the queue's own.
package enum Aside: Sendable, Hashable {
  /// The conversation that burns most.
  case nextBurning
  /// Rows to mark.
  case markAll
}

/// An entry of a conversation that may not be open yet.
package struct EntryTarget: Sendable, Hashable {
  /// The conversation.
  package var conversation: ConversationID
  /// The entry; nil for the conversation as such.
  package var entry: EntryID?
}

/// Everything that the console knows.
///
/// A plain value: no terminal, no clock, no file.
package struct AppState: Sendable, Hashable {
  /// What the person has set.
  @Boxed package var settings: ConsoleSettings
  /// The console's words.
  @Boxed package var words: Words
  /// Keys and what they do.
  @Boxed package var keymap: Keymap
  /// Counts what the panes other than the composer may show.
  package internal(set) var revision = Revision()
  /// The screen's size.
  package var size: Size
  /// Where everything stands on it; brought up to date at the end of each `reduce`.
  @Boxed package internal(set) var layout: Layout
  /// Now, as of the last wake-up.
  package var now: Timestamp
  /// Seconds east of UTC here.
  package var utcOffset: Int
  /// Seconds east of UTC in the zones of contacts, by IANA name; a zone that nobody knows is absent.
  package var zoneOffsets: [String: Int] = [:]
  /// When relative times on the screen are brought up to date.
  package var refreshDue: Timestamp
  /// When relative times were last brought up to date.
  package var refreshedAt: Timestamp
  /// The queue.
  @Boxed package var queue = QueueState()
  /// Whether the queue is shown where it is not shown by itself.
  package var showsQueue = true
  /// The conversation in the panes; nil before one was opened.
  @Boxed package var open: OpenConversation?
  /// The conversation whose answer is waited for.
  package var opening: ConversationID?
  /// Conversations from which others were opened by a link, the last one last: Esc goes back.
  package var trail: [ConversationID] = []
  /// What was typed while a conversation is on its way: meant for it, not for the one still shown.
  package var typeAhead: [InputEvent] = []
  /// Whether the open conversation has changed and is to be asked for again.
  package var isOpenStale = false
  /// Answers begun elsewhere, by conversation.
  package var parked: [ConversationID: Composer] = [:]
  /// The pane that gets the keys.
  package var focus = Pane.queue
  /// What lies over the panes.
  @Boxed package var popup: Popup?
  /// The last look at an answer that is about to go.
  @Boxed package var look: Look?
  /// The remark in the bottom line.
  package var remark: Remark?
  /// People whom a conversation can be handed to.
  package var agents: [Agent] = []
  /// How often news make the console ask.
  package var newsPace = NewsPace()
  /// Who else is at which conversation.
  package var presences: [Presence] = []
  /// What colleagues are told of us, and what they have said that we have not seen.
  @Boxed package var together = Together()
  /// How customers are addressed and written to, and what that says of the text being written.
  @Boxed package var manners = MannersState()
  /// The answers with their variants, and what was used where.
  @Boxed package var answers = AnswersState()
  /// What is held of the open conversation behind the marks that stand for secrets.
  package var heldSecrets = HeldSecrets()
  /// The rehearsal that is played here; nil on a real desk.
  @Boxed package internal(set) var rehearsal: RehearsalRoom?
  /// The dialogue that is read by roles here; nil elsewhere.
  @Boxed package internal(set) var reading: ReadingRoom?
  /// What is on its way to desks in other processes, or has failed there.
  @Boxed package var outbox = PendingWork()
  /// Which desks there are in other processes, and whether they are there.
  @Boxed package var desks = Desks()
  /// The queues that backends offer, those of the first desk first.
  @Boxed package var backendQueues: [BackendQueue] = []
  /// What is known of work that burns.
  @Boxed package var alarms = Alarms()
  /// Files of which the bytes are on their way.
  package var fileWishes: [FileWish] = []
  /// The folder that a file was attached from last, with its slash; empty for the one that the program was started in.
  package var pathBefore = ""
  /// What can be undone, last first.
  package var undoSteps: [UndoStep] = []
  /// Acts of which the desk has not yet said what became of them.
  package var pendingActs: [ClientKey: PendingAct] = [:]
  /// Makes client keys unique: a random prefix and a counter.
  package var keyPrefix: String
  /// The number of the next client key.
  package var nextKey = 1
  /// The line into which a filter of the queue is typed; nil when it is not open.
  @Boxed package var filterPrompt: FilterPrompt?
  /// What is looked for in the open conversation; nil when nothing is.
  @Boxed package var find: Find?
  /// The last search over the whole desk, taken up again by the next one.
  @Boxed package var lastSearch: DeskSearch?
  /// The entry to show as soon as the conversation that it stands in is open.
  package var entryToShow: EntryTarget?
  /// What is done to several conversations at once.
  @Boxed package var many = Many()
  /// Questions that are not the queue's own, and what they were asked for.
  package var asides: [DeskRequest: Aside] = [:]
  /// The conversation of which was said that its answer is not sent, when it was to be resolved; until the next key.
  package var unsentAsked: ConversationID?
  /// Whether the program is to end.
  package var isQuitting = false

  /// Makes the state of a console that knows nothing yet.
  package init(
    settings: ConsoleSettings, words: Words, keymap: Keymap, size: Size, now: Timestamp, utcOffset: Int,
    keyPrefix: String
  ) {
    self.settings = settings
    self.words = words
    self.keymap = keymap
    self.size = size
    layout = Layout(Layout.Request(size: size, focus: .queue, showsQueue: true, composerRows: 1))
    self.now = now
    self.utcOffset = utcOffset
    self.keyPrefix = keyPrefix
    refreshDue = now.adding(seconds: 60)
    refreshedAt = now
  }

  /// Takes the local time zone's offset, which changes twice a year.
  package mutating func take(utcOffset offset: Int) {
    guard offset != utcOffset else { return }
    utcOffset = offset
    revision.advance()
  }

  /// Notes that the screen shows the present state: a look that stands there can be agreed to.
  package mutating func noteDrawn() {
    look?.isDrawn = true
    if case .bulk(var bulk) = popup, bulk.stage == .reviewing, !bulk.isDrawn {
      bulk.isDrawn = true
      popup = .bulk(bulk)
    }
  }

  /// A client key that was never used before.
  package mutating func makeClientKey() -> ClientKey {
    defer { nextKey += 1 }
    return ClientKey("\(keyPrefix)-\(nextKey)")
  }

  /// The composer for a conversation, wherever it is kept.
  package func composer(for id: ConversationID) -> Composer? {
    open?.conversation.id == id ? open?.composer : parked[id]
  }

  /// Whether a reply is between composer and wire.
  var hasHeldReplies: Bool { open?.composer.held != nil || parked.values.contains { $0.held != nil } }

  /// Replies that go by themselves, with their conversations.
  package var waitingReplies: [(conversation: ConversationID, composer: Composer)] {
    heldReplies.filter { !$0.composer.isHeldStuck }
  }

  /// How many conversations have an answer that was begun and not sent.
  package var keptAnswers: Int {
    let open = open.map { !$0.composer.isBlank || $0.composer.held != nil } ?? false
    return parked.values.count { !$0.isBlank || $0.held != nil } + (open ? 1 : 0)
  }

  /// What is said when the program has ended: what is kept, and what becomes of it.
  package var farewell: [SafeText] {
    let counts = outbox.counts
    return [
      ("quit.kept", keptAnswers), ("quit.answersWait", counts.answers), ("quit.changesWait", counts.changes),
      ("quit.failed", counts.failed),
    ].filter { $0.1 > 0 }.map { words.counted($0.0, $0.1) }
  }

  /// All replies between composer and wire, with their conversations; stuck ones too.
  package var heldReplies: [(conversation: ConversationID, composer: Composer)] {
    var all = parked.filter { $0.value.held != nil }.map { (conversation: $0.key, composer: $0.value) }
    if let open, open.composer.held != nil { all.append((open.conversation.id, open.composer)) }
    return all.sorted { $0.conversation.rawValue < $1.conversation.rawValue }
  }
}

/// An act that the desk was asked for.
package struct PendingAct: Sendable, Hashable {
  /// The intent.
  package var intent: Intent
  /// What would undo it; nil when it cannot be undone.
  package var inverse: IntentAction?
  /// Whether it is a held reply that is being sent.
  package var isReply: Bool
  /// Why it was not known what became of it; nil where nothing has gone wrong.
  package var doubt: SafeText?
  /// The step that it undoes, taken off the list meanwhile.
  package var undoes: UndoStep?
  /// The act on several conversations that it is a part of.
  package var batch: Int?
  /// The customer's name, for the sentence.
  package var who: String?
}
