import JSONText

/// A call with its parameters.
package enum AdapterCall: Sendable, Hashable {
  /// Begins; nothing else may come before its answer.
  case initialize(InitializeParams)
  /// All queues.
  case queues
  /// Whom a conversation can be given to.
  case agents
  /// A page of conversations.
  case conversations(ConversationsParams)
  /// One conversation.
  case conversation(ConversationParams)
  /// A page of its entries.
  case thread(ThreadParams)
  /// A contact with their conversations.
  case contact(ContactParams)
  /// A page of templates.
  case templates(PageParams)
  /// What a template would do.
  case preview(PreviewParams)
  /// A piece of a file.
  case attachment(AttachmentParams)
  /// A piece of a file of ours.
  case upload(UploadParams)
  /// A part of what is found.
  case search(SearchParams)
  /// Do something.
  case apply(BackendIntent)
  /// What became of it.
  case reconcile(ReconcileParams)
  /// Tell what we do, ask what others do.
  case presence(PresenceParams)
  /// What has happened.
  case changes(ChangesParams)
  /// The last call.
  case shutdown

  /// The call's name.
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

  var params: any WireValue {
    switch self {
    case .queues, .agents, .shutdown: NoFields()
    case .initialize(let params): params
    case .conversations(let params): params
    case .conversation(let params): params
    case .thread(let params): params
    case .contact(let params): params
    case .templates(let params): params
    case .preview(let params): params
    case .attachment(let params): params
    case .upload(let params): params
    case .search(let params): params
    case .apply(let params): params
    case .reconcile(let params): params
    case .presence(let params): params
    case .changes(let params): params
    }
  }

  init(_ method: AdapterMethod, params slot: WireSlot) throws(ProtocolError) {
    switch method {
    case .queues, .agents, .shutdown:
      _ = try NoFields(reading: slot)
      self = method == .queues ? .queues : method == .agents ? .agents : .shutdown
    case .initialize: self = .initialize(try InitializeParams(reading: slot))
    case .conversations: self = .conversations(try ConversationsParams(reading: slot))
    case .conversation: self = .conversation(try ConversationParams(reading: slot))
    case .thread: self = .thread(try ThreadParams(reading: slot))
    case .contact: self = .contact(try ContactParams(reading: slot))
    case .templates: self = .templates(try PageParams(reading: slot))
    case .preview: self = .preview(try PreviewParams(reading: slot))
    case .attachment: self = .attachment(try AttachmentParams(reading: slot))
    case .upload: self = .upload(try UploadParams(reading: slot))
    case .search: self = .search(try SearchParams(reading: slot))
    case .apply: self = .apply(try BackendIntent(reading: slot))
    case .reconcile: self = .reconcile(try ReconcileParams(reading: slot))
    case .presence: self = .presence(try PresenceParams(reading: slot))
    case .changes: self = .changes(try ChangesParams(reading: slot))
    }
  }
}
