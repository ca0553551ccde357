package import ConsoleCore
package import DeskModel

/// The store of secrets that customers wrote, as values that tests replace.
///
/// Both return at once and call `done` later, on any thread.
package struct SecretPorts: Sendable {
  /// Looks what is held of a conversation.
  package var look: @Sendable (ConversationID, _ done: @escaping @Sendable ([HeldSecretMark]) -> Void) -> Void
  /// Writes down who wants to see a secret and why, and gives it then; nil when it is held no longer.
  package var reveal:
    @Sendable (
      HeldSecretMark, _ reason: String, _ done: @escaping @Sendable (Result<String?, ToolFailure>) -> Void
    ) -> Void

  /// Makes a set of ports; by default nothing is held.
  package init(
    look: @escaping @Sendable (ConversationID, @escaping @Sendable ([HeldSecretMark]) -> Void) -> Void = {
      $1([])
    },
    reveal:
      @escaping @Sendable (
        HeldSecretMark, String, @escaping @Sendable (Result<String?, ToolFailure>) -> Void
      ) -> Void = { $2(.success(nil)) }
  ) {
    self.look = look
    self.reveal = reveal
  }
}
