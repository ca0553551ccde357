import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Moments that are offered without typing.
  private var usualMoments: [(key: String, at: Timestamp)] {
    [
      ("snooze.hour", now.adding(seconds: 3_600)), ("snooze.threeHours", now.adding(seconds: 3 * 3_600)),
      ("snooze.tomorrow", ClockText.nextMorning(after: now, utcOffset, weekday: nil)),
      ("snooze.monday", ClockText.nextMorning(after: now, utcOffset, weekday: 0)),
    ]
  }

  /// Opens the list of times to sleep until; others can be typed.
  mutating func askSnooze() -> [Effect] {
    guard actsOnMarks || open != nil else { return say(words("composer.nothingOpen")) }
    var items = usualMoments.map { key, time in
      PopupItem(
        title: words(key), detail: ClockText.moment(time, utcOffset, now: now, words),
        choice: .snooze(until: time))
    }
    items.append(PopupItem(title: words("snooze.untilReply"), choice: .snooze(until: .untilWoken)))
    let sleeps =
      actsOnMarks
      ? many.marks.summaries.contains { $0.snoozedUntil != nil } : open?.conversation.sleepsUntil != nil
    if sleeps { items.append(PopupItem(title: words("snooze.wake"), choice: .snooze(until: nil))) }
    var picker = PickerPopup(titleKey: "picker.snooze", items: items)
    picker.hintKey = "typed.hint"
    return show(picker)
  }

  /// Opens the list of times to act at; others, and what is to be done, can be typed.
  mutating func askFollowUp() -> [Effect] {
    guard actsOnMarks || open != nil else { return say(words("composer.nothingOpen")) }
    let present = actsOnMarks ? nil : open?.conversation.followUp
    var items: [PopupItem] = []
    if let present {
      items.append(
        PopupItem(
          title: words("followUp.done"), detail: ClockText.moment(present.at, utcOffset, now: now, words),
          choice: .followUp(nil)))
    } else if actsOnMarks {
      items.append(PopupItem(title: words("followUp.done"), choice: .followUp(nil)))
    }
    items += usualMoments.map { key, time in
      PopupItem(
        title: words(key), detail: ClockText.moment(time, utcOffset, now: now, words),
        choice: .followUp(FollowUp(at: time, text: present?.text ?? "")))
    }
    var picker = PickerPopup(titleKey: "picker.followUp", items: items)
    picker.hintKey = "typed.hintWithNote"
    return show(picker)
  }

  /// Puts the moment that was typed first, or says why there is none.
  func offerTypedMoment(in picker: inout PickerPopup) {
    picker.nothing = nil
    let isFollowUp = picker.titleKey == "picker.followUp"
    guard isFollowUp || picker.titleKey == "picker.snooze" else { return }
    do throws(TypedMoment.Problem) {
      let typed = try TypedMoment(
        picker.filter, now: now, utcOffset: utcOffset, TypedMoment.Vocabulary(words))
      guard isFollowUp || typed.rest.isEmpty else { throw TypedMoment.Problem.notUnderstood }
      let moment = ClockText.moment(typed.at, utcOffset, now: now, words)
      var item = PopupItem(
        title: typed.rest.isEmpty ? moment : words("typed.withNote", moment, SafeText(line: typed.rest)),
        detail: words("typed.in", ClockText.span(seconds: typed.at.seconds(since: now), words)),
        choice: isFollowUp
          ? .followUp(FollowUp(at: typed.at, text: typed.rest)) : .snooze(until: typed.at))
      item.isTyped = true
      picker.items.append(item)
      picker.matches.insert(picker.items.count - 1, at: 0)
    } catch {
      picker.nothing = sentence(for: error, isFollowUp: isFollowUp)
    }
  }

  private func sentence(for problem: TypedMoment.Problem, isFollowUp: Bool) -> SafeText? {
    switch problem {
    case .empty: nil
    case .notUnderstood: words(isFollowUp ? "typed.beginWithTime" : "typed.notUnderstood")
    case .noSuchTime: words("typed.noSuchTime")
    case .past(let at): words("typed.past", ClockText.moment(at, utcOffset, now: now, words))
    case .tooFar: words("typed.tooFar")
    }
  }
}
