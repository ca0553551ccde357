import JSONText

/// What an adapter answers to a call that went well.
package enum AdapterAnswer: Sendable, Hashable {
  /// What it can do.
  case initialize(Manifest)
  /// All queues.
  case queues(QueueList)
  /// Whom a conversation can be given to.
  case agents(AssigneeList)
  /// A page of conversations.
  case conversations(ConversationsPage)
  /// One conversation.
  case conversation(ConversationRecord)
  /// A page of its entries.
  case thread(ThreadPage)
  /// A contact with their conversations.
  case contact(ContactPage)
  /// A page of templates.
  case templates(TemplatesPage)
  /// What a template would do.
  case preview(TemplatePreview)
  /// A piece of a file.
  case attachment(AttachmentPiece)
  /// How much of our file has arrived.
  case upload(UploadProgress)
  /// A part of what is found.
  case search(SearchResult)
  /// What became of an intent.
  case apply(ApplyOutcome)
  /// What is found of it.
  case reconcile(Reconciliation)
  /// Who is where.
  case presence(PresenceList)
  /// What has happened.
  case changes(ChangesPage)
  /// It will end when its input ends.
  case shutdown

  /// The call that it answers.
  package var method: AdapterMethod {
    switch self {
    case .initialize: .initialize
    case .queues: .queues
    case .agents: .agents
    case .conversations: .conversations
    case .conversation: .conversation
    case .thread: .thread
    case .contact: .contact
    case .templates: .templates
    case .preview: .preview
    case .attachment: .attachment
    case .upload: .upload
    case .search: .search
    case .apply: .apply
    case .reconcile: .reconcile
    case .presence: .presence
    case .changes: .changes
    case .shutdown: .shutdown
    }
  }

  var result: any WireValue {
    switch self {
    case .shutdown: NoFields()
    case .initialize(let result): result
    case .queues(let result): result
    case .agents(let result): result
    case .conversations(let result): result
    case .conversation(let result): result
    case .thread(let result): result
    case .contact(let result): result
    case .templates(let result): result
    case .preview(let result): result
    case .attachment(let result): result
    case .upload(let result): result
    case .search(let result): result
    case .apply(let result): result
    case .reconcile(let result): result
    case .presence(let result): result
    case .changes(let result): result
    }
  }

  init(_ method: AdapterMethod, result slot: WireSlot) throws(ProtocolError) {
    switch method {
    case .shutdown:
      _ = try NoFields(reading: slot)
      self = .shutdown
    case .initialize: self = .initialize(try Manifest(reading: slot))
    case .queues: self = .queues(try QueueList(reading: slot))
    case .agents: self = .agents(try AssigneeList(reading: slot))
    case .conversations: self = .conversations(try ConversationsPage(reading: slot))
    case .conversation: self = .conversation(try ConversationRecord(reading: slot))
    case .thread: self = .thread(try ThreadPage(reading: slot))
    case .contact: self = .contact(try ContactPage(reading: slot))
    case .templates: self = .templates(try TemplatesPage(reading: slot))
    case .preview: self = .preview(try TemplatePreview(reading: slot))
    case .attachment: self = .attachment(try AttachmentPiece(reading: slot))
    case .upload: self = .upload(try UploadProgress(reading: slot))
    case .search: self = .search(try SearchResult(reading: slot))
    case .apply: self = .apply(try ApplyOutcome(reading: slot))
    case .reconcile: self = .reconcile(try Reconciliation(reading: slot))
    case .presence: self = .presence(try PresenceList(reading: slot))
    case .changes: self = .changes(try ChangesPage(reading: slot))
    }
  }
}
