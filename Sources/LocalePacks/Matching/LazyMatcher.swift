import Synchronization

/// A matcher that is made when it is first asked for: most conversations are read, and few are written into.
final class LazyMatcher: Sendable {
  private let rules: [PhraseRule]
  private let text: TextRules
  private let made = Mutex<PhraseMatcher?>(nil)

  /// Takes what the matcher will be made of.
  init(_ rules: [PhraseRule], _ text: TextRules) {
    self.rules = rules
    self.text = text
  }

  /// The matcher; whoever comes first makes it.
  ///
  /// - Complexity: O(forms) the first time, then O(1).
  var matcher: PhraseMatcher {
    made.withLock { made in
      if let made { return made }
      let matcher = PhraseMatcher(rules, text)
      made = matcher
      return matcher
    }
  }
}
