package import AdapterProtocol

/// How an adapter's program is started.
package struct AdapterCommand: Sendable, Hashable {
  /// The program, found along PATH, and its arguments; not empty, never through a shell.
  package var arguments: [String]
  /// The token, which the program reads from its descriptor 3; nil when none is needed.
  package var token: Secret?

  /// Names a program.
  package init(_ arguments: [String], token: Secret? = nil) {
    self.arguments = arguments
    self.token = token
  }

  /// What `initialize` says of the token.
  package var tokenSource: TokenSource? { token == nil ? nil : .descriptor(3) }
}
