package import DeskModel

/// One row of a list of conversations.
package struct ConversationRow: Sendable, Hashable {
  /// What the row shows.
  package var summary: ConversationSummary
  /// The state that was summarised; nil where lists do not tell it.
  package var version: VersionTag?

  /// Makes a row.
  package init(_ summary: ConversationSummary, version: VersionTag? = nil) {
    self.summary = summary
    self.version = version
  }
}

extension ConversationRow: WireRecord {
  static var blank: ConversationRow {
    ConversationRow(
      ConversationSummary(
        id: "", shape: .dialog, channel: "", subject: "", contactName: "", contactID: "", status: "",
        assignee: nil, locale: nil, tags: [], isVIP: false, unreadCount: 0,
        lastActivity: Timestamp(milliseconds: 0), waitingSince: nil, due: nil, snoozedUntil: nil, preview: "")
    )
  }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("id", &summary.id)
    try coder.required("shape", &summary.shape)
    try coder.required("channel", &summary.channel)
    try coder.usual("subject", &summary.subject, "")
    try coder.required("contact", &summary.contactID)
    try coder.usual("contactName", &summary.contactName, "")
    try coder.required("status", &summary.status)
    try coder.optional("assignee", &summary.assignee)
    try coder.optional("locale", &summary.locale)
    try coder.usual("tags", &summary.tags, [])
    try coder.usual("vip", &summary.isVIP, false)
    try coder.usual("unread", &summary.unreadCount, 0)
    try coder.required("lastActivity", &summary.lastActivity)
    try coder.optional("waitingSince", &summary.waitingSince)
    try coder.optional("due", &summary.due)
    try coder.optional("dueKind", &summary.dueKind)
    try coder.optional("snoozedUntil", &summary.snoozedUntil)
    try coder.usual("preview", &summary.preview, "")
    try coder.optional("version", &version)
  }

  func check() throws(ProtocolError) {
    if summary.due == nil, summary.dueKind != nil {
      throw .field(path: "dueKind", expected: "nothing where there is no due", found: "a string")
    }
  }
}
