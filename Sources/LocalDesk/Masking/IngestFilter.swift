package import DeskModel

/// What a desk does with secrets that customers write, before anything is kept.
///
/// The desk's journal, its index, what searches and exports see and what is shown are made of masked texts; nothing else is
/// ever written.
package struct IngestFilter: Sendable {
  /// Masks a conversation; nil when nothing is in it.
  ///
  /// `earlier` are entries that came before those of the conversation and
  /// are masked already.
  package var mask: @Sendable (_ conversation: Conversation, _ earlier: [Entry]) -> MaskedConversation?
  /// For how long a secret that may be kept is kept after the customer wrote it, in seconds; 0 for not at all.
  package var lifetime: Int64

  /// Makes a filter.
  package init(
    lifetime: Int64 = 86_400,
    mask: @escaping @Sendable (_ conversation: Conversation, _ earlier: [Entry]) -> MaskedConversation?
  ) {
    self.lifetime = lifetime
    self.mask = mask
  }
}
