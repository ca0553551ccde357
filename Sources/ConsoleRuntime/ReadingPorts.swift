package import ConsoleCore

/// What a reading by roles does outside of the console, as values that tests replace.
package struct ReadingPorts: Sendable {
  /// Lets the desk have a line, by its number from 0; `failed` is told why it could not.
  package var show: @Sendable (Int, _ failed: @escaping @Sendable (ToolFailure) -> Void) -> Void
  /// Lets a voice read a line, nil for silence; `failed` is told why nothing is heard.
  package var speak: @Sendable (SpokenLine?, _ failed: @escaping @Sendable (ToolFailure) -> Void) -> Void

  /// Makes a set of ports; by default nothing is shown and no voice is there.
  package init(
    show: @escaping @Sendable (Int, @escaping @Sendable (ToolFailure) -> Void) -> Void = { $1(.unavailable) },
    speak: @escaping @Sendable (SpokenLine?, @escaping @Sendable (ToolFailure) -> Void) -> Void = {
      if $0 != nil { $1(.unavailable) }
    }
  ) {
    self.show = show
    self.speak = speak
  }
}
