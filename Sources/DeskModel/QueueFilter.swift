/// Compares a span of time.
package enum SpanComparison: String, Sendable, Hashable, CaseIterable {
  case longer = ">"
  case shorter = "<"
}

/// One condition of a filter.
package enum QueueTerm: Sendable, Hashable {
  /// A tag, whole, case ignored: `tag:billing`.
  case tag(String)
  /// The language or a part of it: `lang:id` holds for `id-ID`, too.
  case language(String)
  /// The channel: `channel:mail`.
  case channel(String)
  /// The status, ours or the backend's word: `status:pending`.
  case status(String)
  /// Whose it is: `who:me`, `who:nobody`, or a part of a name or an id.
  case assignee(String)
  /// A part of the customer's name, or the id: `from:dewi`.
  case customer(String)
  /// `is:vip`, `is:late`, `is:unread`, `is:waiting`, `is:public`, `is:mine`, `is:due`.
  case state(QueueRowState)
  /// How long somebody has been waiting, in seconds: `waiting>1h`.
  case waiting(SpanComparison, Int64)
  /// How much time is left, in seconds, negative when late: `due<30m`.
  case due(SpanComparison, Int64)
  /// How long ago the last thing happened, in seconds: `quiet>2d`.
  case quiet(SpanComparison, Int64)
  /// Words of the subject, the preview or the name.
  case text(String)
  /// The opposite: `-tag:spam`.
  indirect case not(QueueTerm)
}

/// What a row can be.
package enum QueueRowState: String, Sendable, Hashable, CaseIterable {
  case vip, late, unread, waiting, due, mine
  case isPublic = "public"
}

/// Which conversations a person wants to see, as they typed it: all conditions must hold.
package struct QueueFilter: Sendable, Hashable {
  /// The conditions.
  package var terms: [QueueTerm]

  /// A filter through which everything passes.
  package init(terms: [QueueTerm] = []) { self.terms = terms }

  /// Whether everything passes.
  package var isEmpty: Bool { terms.isEmpty }

  /// Whether a conversation passes, at a moment, for an agent.
  ///
  /// - Complexity: O(terms).
  package func matches(_ summary: ConversationSummary, me: AgentID, now: Timestamp) -> Bool {
    terms.allSatisfy { $0.matches(summary, me: me, now: now) }
  }
}

extension QueueTerm {
  fileprivate func matches(_ summary: ConversationSummary, me: AgentID, now: Timestamp) -> Bool {
    switch self {
    case .not(let term): return !term.matches(summary, me: me, now: now)
    case .tag(let tag): return summary.tags.contains { $0.lowercased() == tag.lowercased() }
    case .language(let tag):
      guard let locale = summary.locale?.lowercased() else { return false }
      let wanted = tag.lowercased()
      return locale == wanted || locale.hasPrefix(wanted + "-")
    case .channel(let name): return summary.channel.lowercased() == name.lowercased()
    case .status(let word):
      return summary.status.lowercased() == word.lowercased()
        || summary.statusCategory.rawValue == word.lowercased()
    case .assignee("me"): return summary.assignee?.id == me
    case .assignee("nobody"): return summary.assignee == nil
    case .assignee(let name):
      guard let agent = summary.assignee else { return false }
      return agent.id.rawValue == name || Self.has(agent.name, name)
    case .customer(let name):
      return summary.contactID.rawValue == name || Self.has(summary.contactName, name)
    case .state(let state): return state.holds(for: summary, me: me, now: now)
    case .waiting(let comparison, let span):
      return summary.waitingSince.map { comparison.holds(now.seconds(since: $0), span) } ?? false
    case .due(let comparison, let span):
      return summary.due.map { comparison.holds($0.seconds(since: now), span) } ?? false
    case .quiet(let comparison, let span):
      return comparison.holds(now.seconds(since: summary.lastActivity), span)
    case .text(let words):
      return Self.has(summary.subject, words) || Self.has(summary.contactName, words)
        || Self.has(summary.preview, words)
    }
  }

  private static func has(_ text: String, _ part: String) -> Bool {
    text.lowercased().contains(part.lowercased())
  }
}

extension SpanComparison {
  fileprivate func holds(_ left: Int64, _ right: Int64) -> Bool {
    switch self {
    case .longer: left > right
    case .shorter: left < right
    }
  }
}

extension QueueRowState {
  fileprivate func holds(for summary: ConversationSummary, me: AgentID, now: Timestamp) -> Bool {
    switch self {
    case .vip: summary.isVIP
    case .late: summary.due.map { $0 <= now } ?? false
    case .unread: summary.unreadCount > 0
    case .waiting: summary.waitingSince != nil
    case .due: summary.due != nil
    case .mine: summary.assignee?.id == me
    case .isPublic: summary.shape == .publicThread
    }
  }
}
