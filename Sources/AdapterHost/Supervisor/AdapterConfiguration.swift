package import AdapterProtocol

/// Why there is no token.
package struct TokenError: Error, Sendable, Hashable {
  /// What went wrong, for a person; from outside.
  package var reason: String

  /// Makes an error.
  package init(reason: String) { self.reason = reason }
}

/// What must be known to run an adapter.
package struct AdapterConfiguration: Sendable {
  /// The program and its arguments.
  package var arguments: [String]
  /// What the config holds for this desk; only the adapter understands it.
  package var settings: RawJSON
  /// The language of reasons that people read, a BCP 47 tag.
  package var locale: String
  /// Who we are.
  package var client: ProgramName
  /// Gets the token, each time that the adapter is started; nil inside where none is needed.
  ///
  /// It may take its time.
  package var token: @Sendable () -> Result<Secret?, TokenError>
  /// What is borne.
  package var limits: SessionLimits
  /// When it is started anew.
  package var restarts: RestartPolicy

  /// Makes a configuration.
  package init(
    arguments: [String], settings: RawJSON = .emptyObject, locale: String = "en", client: ProgramName,
    limits: SessionLimits = SessionLimits(), restarts: RestartPolicy = RestartPolicy(),
    token: @escaping @Sendable () -> Result<Secret?, TokenError> = { .success(nil) }
  ) {
    self.arguments = arguments
    self.settings = settings
    self.locale = locale
    self.client = client
    self.token = token
    self.limits = limits
    self.restarts = restarts
  }
}
