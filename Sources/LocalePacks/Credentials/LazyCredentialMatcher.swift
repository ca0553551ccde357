import Synchronization

/// A matcher of requests for secrets that is made when it is first asked for.
final class LazyCredentialMatcher: Sendable {
  private let words: [CredentialWords]
  private let made = Mutex<CredentialMatcher?>(nil)

  /// Takes what the matcher will be made of.
  init(_ words: [CredentialWords]) { self.words = words }

  /// The matcher; whoever comes first makes it.
  ///
  /// - Complexity: O(letters of the forms) the first time, then O(1).
  var matcher: CredentialMatcher {
    made.withLock { made in
      if let made { return made }
      let matcher = CredentialMatcher(words)
      made = matcher
      return matcher
    }
  }
}
