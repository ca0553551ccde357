package import AdapterProtocol

/// What answers the calls of a console: the part of an adapter that knows its backend.
///
/// Both functions are called on the thread that reads, one after the other, and should return soon: whoever has to
/// wait for a backend answers later, from any thread. Each call is answered exactly once.
package protocol AdapterService: Sendable {
  /// Begins, or begins anew with another token; the answer is the manifest.
  ///
  /// The version is agreed already. `token` has been read from wherever it came; nil when none was given.
  func initialize(_ params: InitializeParams, version: Int, token: Secret?, reply: OpenCall)

  /// Answers a call, one of those that the manifest names.
  func serve(_ call: AdapterCall, reply: OpenCall)
}
