import DeskModel

/// RT's two ways of saying something, one for each audience.
enum MessageRoute: String, Sendable, Hashable, CaseIterable {
  /// The customer gets it.
  case correspond
  /// Only we read it.
  case comment

  /// The way to an audience; nil where RT has none.
  init?(_ audience: Audience) {
    switch audience {
    case .customer: self = .correspond
    case .internal: self = .comment
    case .world: return nil
    }
  }

  /// The way that a row of the history tells; nil for rows that are no messages.
  ///
  /// The text with which a ticket was opened is the customer's.
  init?(type: String) {
    switch type {
    case "Create", "Correspond": self = .correspond
    case "Comment": self = .comment
    default: return nil
    }
  }

  /// Who reads it.
  var audience: Audience {
    switch self {
    case .correspond: .customer
    case .comment: .internal
    }
  }

  /// What it is.
  var kind: EntryKind {
    switch self {
    case .correspond: .message
    case .comment: .note
    }
  }
}
