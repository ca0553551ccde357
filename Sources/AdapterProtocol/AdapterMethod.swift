/// The calls of the protocol.
package enum AdapterMethod: String, Sendable, Hashable, CaseIterable {
  case initialize, queues, agents, conversations, conversation, thread, contact, templates, preview
  case attachment, upload, search, apply, reconcile, presence, changes, shutdown

  /// What every adapter answers.
  package static let indispensable: [AdapterMethod] = [.conversations, .conversation, .thread, .apply]
}

extension AdapterMethod: WireWord {}
