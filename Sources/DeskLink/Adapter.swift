package import DeskModel

/// A question or a wish to a desk.
package enum DeskRequest: Sendable, Hashable {
  /// Rows `offset ..< offset + limit` (from 0) of a query, and the counts of all views.
  case queue(QueueQuery, offset: Int, limit: Int)
  /// The place (from 0) of a conversation among the rows of a query.
  case place(of: ConversationID, in: QueueQuery)
  /// How many rows each of some queries has.
  case counts([QueueQuery])
  /// A part of what stands somewhere on the desk; goes on where the request's `after` says.
  case search(SearchRequest)
  /// Tell colleagues what I do, and which variants of answers stand in my reply; nil when no conversation is open.
  case announce(ConversationID?, PresenceActivity, holding: [String] = [])
  /// The bytes of a file that came with an entry.
  case attachment(ConversationID, AttachmentID)
  /// One conversation with all entries.
  case conversation(ConversationID)
  /// The end of a conversation, for a screen; the desk may answer with all of it.
  case end(of: ConversationID)
  /// Other conversations of the same contact, latest first, at most `limit`.
  case earlier(with: ContactID, except: ConversationID, limit: Int)
  /// People whom a conversation can be handed to.
  case agents
  /// Do something.
  case apply(Intent)
  /// What became of an intent, asked by its key.
  case reconcile(ClientKey)
  /// Try an intent of the outbox again that has failed; `basedOn` is the version that the agent has before their eyes now.
  case retry(ClientKey, basedOn: Int?)
  /// Give an intent of the outbox up, unless it is on its way.
  case discard(ClientKey)
  /// Count the backends' queues anew; what they have is told by `DeskNotice.queues`.
  case countQueues
}

/// What a desk answers.
package enum DeskAnswer: Sendable, Hashable {
  /// Rows of a query, from `offset` on, how many it has, and how many there are in each view.
  case queue(QueueQuery, offset: Int, rows: [ConversationSummary], counts: QueueCounts)
  /// The place of a conversation among the rows of a query; nil when it is not there.
  case place(ConversationID, QueueQuery, Int?)
  /// How many rows queries have.
  case counts([QueueQuery: Int])
  /// A part of what a search finds.
  case search(SearchRequest, SearchPage)
  /// The bytes of a file.
  case attachment(AttachmentID, [UInt8])
  /// Done; there is nothing to say about it.
  case done
  /// A conversation.
  case conversation(Conversation)
  /// A conversation of which earlier entries are omitted, and what the queue says of it.
  case end(Conversation, ConversationSummary)
  /// Earlier conversations of a contact.
  case earlier(ContactID, [ConversationSummary])
  /// People whom a conversation can be handed to.
  case agents([Agent])
  /// What became of an intent.
  case outcome(Outcome)
}

/// Why a desk could not answer.
package enum DeskError: Error, Sendable, Hashable {
  /// No conversation has this id.
  case unknownConversation(ConversationID)
  /// The desk cannot be reached or read now; the reason is for a person, from outside.
  case away(reason: String)
  /// The desk cannot be written now (full disk, read-only); nothing was changed.
  case cannotWrite(reason: String)
  /// The desk does not know how to do this.
  case unsupported(String)
}

/// What a desk tells by itself.
package enum DeskNotice: Sendable, Hashable {
  /// These conversations changed, through us or through somebody else.
  case changed([ConversationID])
  /// So much changed that everything should be asked anew.
  case reset
  /// Who else is at which conversation now: all of them, each time.
  case presence([Presence])
  /// What is on its way to a backend, oldest first: all of it, each time.
  case outbox([PendingIntent])
  /// Which desks there are and whether they are there: all of them, each time.
  case desks([DeskStatus])
  /// Which queues the backends offer, in their order: all of them, each time.
  case queues([BackendQueue])
}

/// A connection to a backend: the embedded desk, or a process that speaks the wire protocol.
///
/// Requests and answers are values, as on the wire, so that they can be logged, compared and replayed. An adapter
/// never blocks the caller: it calls `reply` exactly once, perhaps before `handle` returns (the embedded desk
/// does so for all reading, which saves a frame), perhaps later on another thread.
package protocol Adapter: Sendable {
  /// Answers one request.
  func handle(_ request: DeskRequest, reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void)

  /// Calls `listener`, on any thread, whenever something changed, until the adapter is closed. One listener.
  func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void)

  /// Finishes what was begun and lets go of files and processes.
  func close()
}
