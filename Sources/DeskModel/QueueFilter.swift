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
  /// The channel, case ignored: `channel:mail`.
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

/// A condition on the desk itself, where a console has several: `desk:rt`, or `-desk:rt`.
package struct DeskTerm: Sendable, Hashable {
  /// The desk's name in the config, as typed; case does not matter.
  package var name: String
  /// Whether it must be that desk; else any other.
  package var isWanted: Bool

  /// Makes a condition.
  package init(_ name: String, isWanted: Bool = true) {
    self.name = name
    self.isWanted = isWanted
  }
}

/// Which conversations a person wants to see, as they typed it: all conditions must hold.
package struct QueueFilter: Sendable, Hashable {
  /// The conditions on conversations.
  package var terms: [QueueTerm]
  /// The conditions on desks.
  ///
  /// They are apart from the others because a desk does not know its name: whoever combines desks looks at them, and a
  /// desk by itself passes over them.
  package var desks: [DeskTerm]

  /// A filter through which everything passes.
  package init(terms: [QueueTerm] = [], desks: [DeskTerm] = []) {
    self.terms = terms
    self.desks = desks
  }

  /// Whether everything passes.
  package var isEmpty: Bool { terms.isEmpty && desks.isEmpty }

  /// Whether conversations of a desk can pass.
  ///
  /// - Complexity: O(conditions on desks).
  package func admits(desk name: String) -> Bool {
    desks.allSatisfy { TextNeedle($0.name).equals(name) == $0.isWanted }
  }

  /// Whether a conversation passes, at a moment, for an agent; the conditions on desks do not count.
  ///
  /// - Complexity: O(terms).
  package func matches(_ summary: ConversationSummary, me: AgentID, now: Timestamp) -> Bool {
    terms.allSatisfy { $0.matches(summary, me: me, now: now) }
  }
}

extension QueueTerm {
  /// Whether it must be looked at again as time goes on.
  package var dependsOnTime: Bool {
    switch self {
    case .not(let term): term.dependsOnTime
    case .waiting, .due, .quiet, .state(.late): true
    case .tag, .language, .channel, .status, .assignee, .customer, .state, .text: false
    }
  }

  fileprivate func matches(_ summary: ConversationSummary, me: AgentID, now: Timestamp) -> Bool {
    switch self {
    case .not(let term): return !term.matches(summary, me: me, now: now)
    case .tag(let tag):
      let wanted = TextNeedle(tag)
      return summary.tags.contains { wanted.equals($0) }
    case .language(let tag):
      guard let locale = summary.locale else { return false }
      return TextNeedle(tag).equals(locale) || TextNeedle(tag + "-").begins(locale)
    case .channel(let name): return TextNeedle(name).equals(summary.channel)
    case .status(let word):
      let wanted = TextNeedle(word)
      return wanted.equals(summary.status) || wanted.equals(summary.statusCategory.rawValue)
    case .assignee("me"): return summary.assignee?.id == me
    case .assignee("nobody"): return summary.assignee == nil
    case .assignee(let name):
      guard let agent = summary.assignee else { return false }
      return agent.id.rawValue == name || TextNeedle(name).isFound(in: agent.name)
    case .customer(let name):
      return summary.contactID.rawValue == name || TextNeedle(name).isFound(in: summary.contactName)
    case .state(let state): return state.holds(for: summary, me: me, now: now)
    case .waiting(let comparison, let span):
      return summary.waitingSince.map { comparison.holds(now.seconds(since: $0), span) } ?? false
    case .due(let comparison, let span):
      return summary.due.map { comparison.holds($0.seconds(since: now), span) } ?? false
    case .quiet(let comparison, let span):
      return comparison.holds(now.seconds(since: summary.lastActivity), span)
    case .text(let words):
      let wanted = TextNeedle(words)
      return [summary.subject, summary.contactName, summary.preview].contains { wanted.isFound(in: $0) }
    }
  }
}

extension TextNeedle {
  fileprivate func begins(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return begins(bytes.span, 0..<bytes.count)
  }
}

extension SpanComparison {
  /// Whether a span stands so to another one.
  package func holds(_ left: Int64, _ right: Int64) -> Bool {
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
