import DeskModel
package import ReplyTemplates

/// What a draft is compared with, prepared once for many looks.
package struct DuplicateSetting: Sendable, Hashable {
  /// What our side has said in this conversation.
  package var thread: PreparedReplies
  /// What our side has said to this customer in other conversations; empty where that is not known.
  package var elsewhere: PreparedReplies
  /// Names of the customer and of agents, which make no difference.
  package var names: [String]

  /// Makes a setting.
  package init(thread: PreparedReplies, elsewhere: PreparedReplies? = nil, names: [String] = []) {
    self.thread = thread
    self.elsewhere = elsewhere ?? PreparedReplies(thread.reader)
    self.names = names
  }
}

/// Points out a draft that says nearly what we have said already: in this conversation (`duplicate.thread`), or to
/// this customer in another (`duplicate.customer`).
///
/// Notes are left alone, and so is what says little besides courtesy. Replies that read alike and answer otherwise are not
/// the same. Each rule has at most one finding, with the reply that is most alike: `Finding.about`, `Finding.at`, and
/// its percentage, its author and its time (UTC, to the minute) as arguments.
package struct DuplicateCheck: LastLookCheck {
  /// The rule's name; findings bear it, or `duplicate.customer`.
  package let rule = "duplicate.thread"
  private let setting: DuplicateSetting

  /// Makes the check.
  package init(_ setting: DuplicateSetting) { self.setting = setting }

  /// What this check has to say about a draft.
  ///
  /// - Complexity: O(text · log text + replies · words).
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.audience != .internal, draft.kind != .note, draft.kind != .event else { return [] }
    guard !setting.thread.replies.isEmpty || !setting.elsewhere.replies.isEmpty else { return [] }
    let text = setting.thread.reader.read(draft.text, names: setting.names)
    let inThread = setting.thread.mostAlike(text).map { found in
      finding(
        found, rule: "duplicate.thread",
        key: found.likeness.verdict == .same
          ? "finding.duplicate.thread.same" : "finding.duplicate.thread.near",
        nearWeight: draft.audience == .world ? .warn : .hint)
    }
    let elsewhere = setting.elsewhere.mostAlike(text).map { found in
      finding(
        found, rule: "duplicate.customer",
        key: found.likeness.verdict == .same
          ? "finding.duplicate.customer.same" : "finding.duplicate.customer.near",
        nearWeight: .hint)
    }
    return [inThread, elsewhere].compactMap { $0 }
  }

  private func finding(
    _ found: (reply: PreparedReply, likeness: Likeness), rule: String, key: String, nearWeight: Severity
  ) -> Finding {
    Finding(
      rule: rule, severity: found.likeness.verdict == .same ? .warn : nearWeight, messageKey: key,
      arguments: [
        String(found.likeness.percent), found.reply.author, String(found.reply.at.rfc3339.prefix(16)),
      ],
      suggestionKey: "finding.duplicate.other", about: found.reply.entry, at: found.reply.at,
      conversation: found.reply.conversation)
  }
}
