package import ConsoleCore
package import DeskModel
package import Rehearsals

/// What a rehearsal does outside of the console, as values that tests replace.
package struct RehearsalPorts: Sendable {
  /// Lets the desk have what the customer has said, all lines since the rehearsal began; returns at once.
  package var say: @Sendable ([RehearsalLine]) -> Void
  /// Keeps what a rehearsal has come to; `done` is told the path of the report, or why it could not be written.
  package var keep:
    @Sendable (RehearsalRecord, _ done: @escaping @Sendable (Result<String, ToolFailure>) -> Void) -> Void

  /// Lets the desk have a line of the customer, whom a colleague plays; `failed` is told why it could not.
  package var sayAsCustomer:
    @Sendable (String, _ number: Int, _ failed: @escaping @Sendable (ToolFailure) -> Void) -> Void = {
      $2(.unavailable)
    }
  /// Lets the desk have how it has ended; `failed` is told why it could not.
  package var end: @Sendable (Int, String, _ failed: @escaping @Sendable (ToolFailure) -> Void) -> Void = {
    $2(.unavailable)
  }
  /// Writes a scenario that is made from a conversation.
  package var make:
    @Sendable (Conversation, _ done: @escaping @Sendable (Result<ScenarioFile, ToolFailure>) -> Void) -> Void =
      {
        $1(.failure(.unavailable))
      }

  /// Makes a set of ports; by default nothing is said and nothing is kept.
  package init(
    say: @escaping @Sendable ([RehearsalLine]) -> Void = { _ in },
    keep:
      @escaping @Sendable (
        RehearsalRecord, @escaping @Sendable (Result<String, ToolFailure>) -> Void
      ) -> Void = { $1(.failure(.unavailable)) }
  ) {
    self.say = say
    self.keep = keep
  }
}
