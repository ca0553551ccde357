import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// What becomes of access that was asked for: the record, the answer of the customer, the end.
extension AppState {
  /// Notes that access was asked for, after the reply that asks has really gone.
  mutating func note(_ access: AccessRequest?, in id: ConversationID) -> [Effect] {
    guard var access else { return [] }
    access.askedAt = now
    access.askedBy = settings.me
    return act(.access(access), on: id)
  }

  /// Opens the list of what can have become of the access that was asked for here.
  mutating func askAccess() -> [Effect] {
    guard !actsOnMarks else { return say(words("access.oneAtATime")) }
    guard let current = open else { return say(words("composer.nothingOpen")) }
    guard let access = current.conversation.access else {
      return say(words("access.none", SafeText(keymap.label(for: .safeRequest) ?? "")))
    }
    let standing = access.standing
    func item(_ key: String, _ choice: AccessRequest?, isNow: Bool) -> PopupItem {
      PopupItem(
        title: words(key), detail: isNow ? words("picker.now") : .empty, choice: .access(choice))
    }
    var items = AccessRequest.Answer.allCases.map { answer in
      item(
        "access.answer.\(answer.rawValue)", access.answered(answer, at: now),
        isNow: standing.rawValue == answer.rawValue)
    }
    let end = item("access.ended", access.closed(at: now, by: settings.me), isNow: standing == .closed)
    switch standing {
    case .access: items.insert(end, at: 0)
    case .closed: items.append(end)
    case .asked: items.append(item("access.notAsked", nil, isNow: false))
    case .guide, .call, .declined: break
    }
    return show(PickerPopup(titleKey: "picker.access", items: items))
  }

  /// Notes what has become of it; what we promised ourselves for its end is done with it.
  mutating func settle(_ access: AccessRequest?) -> [Effect] {
    guard let conversation = open?.conversation else { return say(words("composer.nothingOpen")) }
    var effects: [Effect] = []
    if access?.isOpen != true, let followUp = conversation.followUp,
      let rest = rest(of: followUp.text, after: reminder(for: conversation))
    {
      effects += act(.followUp(rest.isEmpty ? nil : FollowUp(at: followUp.at, text: rest)))
    }
    return effects + act(.access(access))
  }

  /// What is to be promised before an act: that the password is changed, where a conversation is resolved in which access
  /// stands open; nil where nothing is.
  func promise(before action: IntentAction, in conversation: Conversation) -> IntentAction? {
    guard case .setStatus(let word) = action, StatusCategory(backendStatus: word) == .resolved,
      conversation.statusCategory != .resolved, conversation.access?.isOpen == true
    else { return nil }
    let reminder = reminder(for: conversation)
    let present = conversation.followUp?.text ?? ""
    // What was promised before is not lost: a conversation has one follow-up.
    let rest = rest(of: present, after: reminder) ?? present
    return .followUp(FollowUp(at: now, text: rest.isEmpty ? reminder : reminder + Self.joint + rest))
  }

  /// What is said when a conversation has been resolved in which access stands open; nil after any other act.
  func warning(after intent: Intent) -> SafeText? {
    guard case .setStatus(let word) = intent.action, StatusCategory(backendStatus: word) == .resolved,
      let conversation = open?.conversation, conversation.id == intent.conversation,
      conversation.access?.isOpen == true
    else { return nil }
    return words(
      "access.stillOpen", SafeText(line: conversation.contact.shortName),
      SafeText(keymap.label(for: .access) ?? ""))
  }

  /// What parts our reminder from what was promised before.
  private static let joint = " · "

  private func reminder(for conversation: Conversation) -> String {
    words("access.reminder", SafeText(line: conversation.contact.shortName)).string
  }

  /// What a follow-up says behind our reminder; nil when it does not begin with that.
  private func rest(of text: String, after reminder: String) -> String? {
    if text == reminder { return "" }
    let beginning = reminder + Self.joint
    return text.hasPrefix(beginning) ? String(text.dropFirst(beginning.count)) : nil
  }
}
