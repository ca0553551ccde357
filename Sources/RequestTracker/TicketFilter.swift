import AdapterProtocol
import DeskModel

/// The terms of a filter as TicketSQL, as far as RT can say them.
///
/// What RT finds may be more than what was meant; `keeps` drops the rest by the same rule as the console's.
struct TicketFilter: Sendable {
  /// What must hold, in TicketSQL.
  private(set) var conditions: [String] = []
  /// Places of terms that are not applied.
  private(set) var unapplied: [Int] = []
  /// Whether a term speaks of the status, so that resolved tickets may be wanted.
  private(set) var namesStatus = false
  private var checked = QueueFilter()

  /// Translates terms.
  init(_ terms: [QueueTerm], now: Timestamp) {
    for (place, term) in terms.enumerated() {
      switch term.name {
      case .tag, .language, .channel, .state, .waiting:
        unapplied.append(place)
        continue
      case .status: namesStatus = true
      case .assignee, .customer, .due, .quiet, .text: break
      }
      checked.terms.append(term)
      if let condition = Self.condition(term, now: now) { conditions.append(condition) }
    }
  }

  /// Whether rows may have to be dropped, so that RT's total is not ours.
  var isChecked: Bool { !checked.isEmpty }

  /// Whether a row is what was asked for.
  func keeps(_ row: ConversationRow, me: AgentID, now: Timestamp) -> Bool {
    checked.matches(row.summary, me: me, now: now)
  }

  /// What RT can be asked so that nothing is missed; nil: everything.
  private static func condition(_ term: QueueTerm, now: Timestamp) -> String? {
    switch term {
    case .status(let word): return status(word)
    case .assignee("me"): return "Owner = '__CurrentUser__'"
    case .assignee("nobody"): return TicketSQL.equals("Owner", "Nobody")
    case .assignee(let name):
      guard let part = TicketSQL.holds("Owner.RealName", name),
        let login = TicketSQL.holds("Owner.Name", name)
      else { return nil }
      return TicketSQL.any([part, login])
    case .customer(let name):
      guard let part = TicketSQL.holds("Requestor.RealName", name),
        let login = TicketSQL.holds("Requestor.Name", name),
        let address = TicketSQL.holds("Requestor.EmailAddress", name)
      else { return nil }
      return TicketSQL.any([part, login, address])
    case .text(let words):
      guard let subject = TicketSQL.holds("Subject", words),
        let name = TicketSQL.holds("Requestor.RealName", words),
        let address = TicketSQL.holds("Requestor.EmailAddress", words)
      else { return nil }
      return TicketSQL.any([subject, name, address])
    case .due(let comparison, let span):
      let set = "Due > '1970-01-03'"
      switch comparison {
      case .longer:
        return TicketSQL.all([
          set, "Due > \(TicketSQL.moment(now.adding(seconds: bounded(span)), slack: .earlier))",
        ])
      case .shorter:
        return TicketSQL.all([
          set, "Due < \(TicketSQL.moment(now.adding(seconds: bounded(span)), slack: .later))",
        ])
      }
    case .quiet(let comparison, let span):
      switch comparison {
      case .longer:
        return "LastUpdated < \(TicketSQL.moment(now.adding(seconds: -bounded(span)), slack: .later))"
      case .shorter:
        return "LastUpdated > \(TicketSQL.moment(now.adding(seconds: -bounded(span)), slack: .earlier))"
      }
    case .not, .tag, .language, .channel, .state, .waiting: return nil
    }
  }

  /// Seconds that keep a date within the years that RT can read: 50 years in either direction.
  private static func bounded(_ span: Int64) -> Int64 { min(max(span, -1_577_880_000), 1_577_880_000) }

  /// A status itself, or all that mean the same to the console.
  private static func status(_ word: String) -> String? {
    let wanted = TicketSQL.equals("Status", word)
    switch word.lowercased() {
    // Every word that is not known counts as open, which no search can say.
    case "open": return nil
    case "new": return wanted
    case "pending":
      return statuses(["pending", "waiting", "hold", "on-hold", "stalled", "snoozed"])
    case "resolved":
      return statuses(["resolved", "solved", "closed", "done", "rejected", "deleted"])
    default: return wanted
    }
  }

  private static func statuses(_ words: [String]) -> String {
    TicketSQL.any(words.map { TicketSQL.equals("Status", $0) })
  }
}
