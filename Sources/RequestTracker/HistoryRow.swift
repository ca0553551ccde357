import DeskModel
import JSONText

/// A row of RT's history: something that was said or done.
struct HistoryRow: Sendable, Hashable {
  /// Counts up over all tickets.
  var id: Int
  /// What it is, in RT's word, such as `Correspond`, `Status` or `Set`.
  var type: String
  /// The field that was changed.
  var field: String
  /// What the field held before.
  var old: String
  /// What it holds now.
  var new: String
  /// The subject, or else what RT notes.
  var data: String
  /// The ticket; in a merged one, the ticket that it belonged to.
  var ticket: String
  /// When, in whole seconds.
  var at: Timestamp
  /// Who.
  var creator: JSONValue?

  /// The fields to ask for.
  static let fields = "Type,Creator,Created,Data,Field,OldValue,NewValue,ObjectId"

  /// Reads a row; nil when it has no id or time.
  init?(_ json: JSONValue) {
    guard let id = json.number("id"), let at = Timestamp(rfc3339: json.text("Created")) else { return nil }
    self.id = id
    self.at = at
    type = json.text("Type")
    field = json.text("Field")
    old = json.text("OldValue")
    new = json.text("NewValue")
    data = json.text("Data")
    ticket = json.text("ObjectId")
    creator = json["Creator"]
  }

  /// The way by which it was said; nil when nothing was said.
  var route: MessageRoute? { MessageRoute(type: type) }

  /// Whether nobody needs to see it: mails that RT has sent for a row, and rows that say what another one says.
  var isNoise: Bool {
    switch type {
    case "EmailRecord", "CommentEmailRecord": true
    // The row `Set` of the owner says the same.
    case "SetWatcher": true
    default: false
    }
  }

  /// The ticket into which this row says that its own was merged; nil for all other rows.
  var mergeTarget: String? {
    guard type == "AddLink", field == "MergedInto", let target = Self.ticketNumber(new), target != ticket
    else {
      return nil
    }
    return target
  }

  /// The number of a ticket in RT's address of it, as `fsck.com-rt://rt.test/ticket/11`.
  static func ticketNumber(_ address: String) -> String? {
    guard let number = address.parts(aroundLast: "/ticket/")?.behind else { return nil }
    return RTTarget.isNumber(number) ? number : nil
  }
}
