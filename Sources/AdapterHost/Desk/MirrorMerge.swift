import AdapterProtocol
import DeskModel

/// What a mirror makes of what a backend says: pure, one function an answer.
struct MirrorMerge: Sendable {
  /// What the backend's words for statuses mean, by word.
  var categories: [String: StatusCategory] = [:]
  /// Whether the backend keeps snoozes, else we do.
  var keepsSnoozes = true
  /// Whether the backend keeps follow-ups, else we do.
  var keepsFollowUps = true
  /// Whether the backend keeps what was asked of accounts, else we do.
  var keepsAccess = true

  /// Believes a backend of which nothing is known.
  init() {}

  /// What a manifest tells.
  init(_ manifest: Manifest) {
    categories = Dictionary(manifest.statuses.statuses.map { ($0.id, $0.category) }) { first, _ in first }
    keepsSnoozes = manifest.write.steps.contains(.snooze)
    keepsFollowUps = manifest.write.steps.contains(.followUp)
    keepsAccess = manifest.write.steps.contains(.access)
  }

  /// A row of a list.
  ///
  /// Entries that are here stay; when the row knows of later ones, what it says counts until they are read.
  func row(_ row: ConversationRow, into current: Conversation?) -> Conversation {
    let summary = row.summary
    var result = current ?? Conversation(id: summary.id, contact: Contact(id: summary.contactID))
    result.shape = summary.shape
    result.channel = summary.channel
    result.subject = summary.subject
    setStatus(summary.status, nil, in: &result)
    result.locale = summary.locale ?? result.locale
    result.tags = summary.tags
    result.assignee = summary.assignee
    if keepsSnoozes { result.snoozedUntil = summary.snoozedUntil }
    if result.contact.id != summary.contactID { result.contact = Contact(id: summary.contactID) }
    if !summary.contactName.isEmpty, result.contact.displayName != summary.contactName {
      result.contact.full = summary.contactName
    }
    result.contact.isVIP = summary.isVIP
    let isRead = result.outline == nil && !result.entries.isEmpty
    let isNewer = result.entries.last.map { $0.at < summary.lastActivity } ?? true
    if !isRead || isNewer {
      var outline = ConversationOutline(summary)
      // A row that says nothing is worse than one that says what it is about.
      if outline.preview.isEmpty { outline.preview = summary.subject }
      result.outline = outline
    }
    return result
  }

  /// Whether a row does not tell what was said last of a conversation that is not over.
  func saysTooLittle(_ row: ConversationRow) -> Bool {
    let meant = categories[row.summary.status] ?? row.summary.statusCategory
    return row.summary.preview.isEmpty && meant != .resolved
  }

  /// A conversation without its entries.
  func record(_ record: ConversationRecord, into current: Conversation?) -> Conversation {
    var result = record.conversation
    setStatus(result.status, record.category, in: &result)
    result.entries = current?.entries ?? []
    result.outline = current?.outline
    result.version = current?.version ?? 1
    result.readUpTo = result.readUpTo ?? current?.readUpTo
    if let current {
      if !keepsSnoozes {
        result.snoozedUntil = current.snoozedUntil
        result.sleepsThroughFollowUp = current.sleepsThroughFollowUp
      }
      if !keepsFollowUps { result.followUp = current.followUp }
      if !keepsAccess {
        result.access = current.access
        result.sleepsThroughAccess = current.sleepsThroughAccess
      }
      result.contact = contact(result.contact, into: current.contact)
    }
    return result
  }

  /// A contact: what is not told stays as it was.
  func contact(_ told: Contact, into current: Contact) -> Contact {
    guard told.id == current.id else { return told }
    var result = told
    result.full = told.full ?? current.full
    result.given = told.given ?? current.given
    result.family = told.family ?? current.family
    result.patronymic = told.patronymic ?? current.patronymic
    result.title = told.title ?? current.title
    result.gender = told.gender ?? current.gender
    result.age = told.age ?? current.age
    result.role = told.role ?? current.role
    result.locale = told.locale ?? current.locale
    result.timeZone = told.timeZone ?? current.timeZone
    result.company = told.company ?? current.company
    result.isVIP = told.isVIP || current.isVIP
    if told.notes.isEmpty { result.notes = current.notes }
    if told.fields.isEmpty { result.fields = current.fields }
    return result
  }

  /// Entries that were read, oldest first.
  ///
  /// `isWhole`: there are no others. Else they are the last ones, and those that are here before the first of them stay.
  func thread(_ records: [EntryRecord], isWhole: Bool, into current: Conversation) -> Conversation {
    var result = current
    result.outline = nil
    let entries = records.map(\.entry)
    guard !isWhole, let first = entries.first else {
      if isWhole { result.entries = entries }
      return result
    }
    if let place = current.entries.firstIndex(where: { $0.id == first.id }) {
      result.entries = Array(current.entries[..<place]) + entries
    } else {
      let fresh = Set(entries.map(\.id))
      result.entries = current.entries.filter { $0.at <= first.at && !fresh.contains($0.id) } + entries
    }
    return result
  }

  /// One entry as it is now, be it new, edited or deleted.
  func entry(_ record: EntryRecord, into current: Conversation) -> Conversation {
    var result = current
    let entry = record.entry
    if let place = result.entries.lastIndex(where: { $0.id == entry.id }) {
      result.entries[place] = entry
      return result
    }
    // A thread that was never read must not look as if this were all of it.
    guard result.outline == nil else {
      advance(&result, by: entry)
      return result
    }
    let place = result.entries.lastIndex { $0.at <= entry.at }.map { $0 + 1 } ?? 0
    result.entries.insert(entry, at: place)
    return result
  }

  /// Lets an outline say what a new entry means.
  private func advance(_ conversation: inout Conversation, by entry: Entry) {
    guard var outline = conversation.outline, entry.kind != .event else { return }
    outline.lastActivity = max(outline.lastActivity, entry.at)
    if entry.isOurAnswer {
      outline.waitingSince = nil
      outline.unreadCount = 0
    } else if entry.isFromOutside, conversation.shape != .publicThread || entry.author.kind == .customer {
      outline.waitingSince = outline.waitingSince ?? entry.at
      outline.unreadCount += 1
    }
    if entry.audience != .internal { outline.preview = entry.text }
    conversation.outline = outline
  }

  /// A conversation that is no more, or a part of another one.
  func gone(movedTo target: ConversationID?, into current: Conversation) -> Conversation {
    var result = current
    result.category = .resolved
    if let target, !result.links.contains(where: { $0.id == target && $0.kind == "movedTo" }) {
      result.links.append(ConversationLink(id: target, kind: "movedTo", title: ""))
    }
    return result
  }

  private func setStatus(_ word: String, _ told: StatusCategory?, in conversation: inout Conversation) {
    conversation.status = word
    let meant = told ?? categories[word]
    conversation.category = meant == StatusCategory(backendStatus: word) ? nil : meant
  }
}
