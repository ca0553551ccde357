import DeskModel
import LocalePacks
import Safeguards
import ScreenKit
import TextLayout
import Widgets

/// How a customer is addressed and which holidays they have, for the customer pane.
struct MannersText: Equatable {
  private var address: Address?
  private var now: [HolidayNotice]
  private var next: [HolidayNotice]
  private var day: Int
  /// What people say at this hour where the customer is; nil where they greet alike at all hours, or it is not known.
  private var greeting: String?
  private var language: String

  /// How far ahead holidays are told, in days.
  private static let horizon = 14

  init(_ state: AppState) {
    language = state.manners.setting.language
    let contact = state.open?.conversation.contact
    address = contact.flatMap { state.address(of: $0) }
    day = contact.map { state.day(of: $0) } ?? 0
    let manners = state.openManners
    if let offset = contact?.timeZone.flatMap({ state.zoneOffsets[$0] }) {
      let clock = CivilTime(state.now, offsetSeconds: offset)
      greeting = manners?.pack.greeting(atMinute: clock.hour * 60 + clock.minute)?.text
    }
    now = manners?.notices(on: day) ?? []
    next = Array((manners?.upcoming(after: day, within: Self.horizon) ?? []).prefix(3))
  }

  /// How to address this person, and why.
  func addressLines(_ columns: Int, _ words: Words) -> [StyledLine] {
    // Of a language without a pack there is nothing to say that the name does not say itself.
    guard let address, !address.text.isEmpty, address.provenance.origin.tag != .root else { return [] }
    let label = words(address.kind == .greeting ? "customer.greeting" : "customer.address")
    let name = SafeText(line: address.text)
    var lines: [StyledLine]
    if label.columns + 2 + name.columns <= columns {
      lines = [
        StyledLine([StyledRun(label + SafeText("  "), .muted), StyledRun(name, Style(.accent, bold: true))])
      ]
    } else {
      lines = wrapped(label, columns, .muted) + wrapped(name, columns, Style(.accent, bold: true))
    }
    let pack = words("customer.pack", SafeText(line: "\(address.provenance.origin)"))
    let why = SafeText(line: address.why.text(in: language)) + SafeText(" (") + pack + SafeText(")")
    lines += wrapped(why, columns - 1, .muted).map(indented)
    if let greeting {
      let hello = words("customer.hello") + SafeText("  ")
      lines += wrapped(hello + SafeText(line: greeting), columns, .muted)
    }
    return lines
  }

  /// What is on and what comes, with how to greet.
  func holidayLines(_ columns: Int, _ words: Words) -> [StyledLine] {
    guard !now.isEmpty || !next.isEmpty else { return [] }
    var lines = [StyledLine(), StyledLine(words("customer.holidays"), .title)]
    for notice in now { lines += self.lines(notice, isOn: true, columns, words) }
    for notice in next { lines += self.lines(notice, isOn: false, columns, words) }
    return lines
  }

  private func lines(_ notice: HolidayNotice, isOn: Bool, _ columns: Int, _ words: Words) -> [StyledLine] {
    let name = SafeText(line: notice.name)
    let days = notice.start - day
    let after = day - notice.end
    var when =
      days > 0
      ? words.counted("customer.inDays", days)
      : after > 0 ? words.counted("customer.daysAgo", after) : words("customer.today")
    if notice.isEstimated { when = words("customer.about", when) }
    let isSolemn = notice.rule.tone == .solemn
    var lines = wrapped(
      name + SafeText("  ") + when, columns, isSolemn && isOn ? Style(.warning, bold: true) : .plain)
    guard isOn else { return lines }
    func detail(_ text: SafeText, _ style: Style = .muted) {
      lines += wrapped(text, columns - 1, style).map(indented)
    }
    switch notice.rule.tone {
    case .solemn: detail(words("customer.tone.solemn"), Style(.warning))
    case .quiet: detail(words("customer.tone.quiet"))
    case .festive:
      if let greeting = notice.rule.greeting {
        detail(SafeText("“") + SafeText(line: greeting) + SafeText("”"), .plain)
      }
    }
    switch notice.rule.audience {
    case .all: break
    case .selfIdentified: detail(words("customer.holidayOnlyIf"))
    case .optIn: detail(words("customer.holidayTeam"))
    }
    if let note = notice.rule.note { detail(SafeText(line: note.text(in: language))) }
    return lines
  }

  private func indented(_ line: StyledLine) -> StyledLine {
    StyledLine([StyledRun(SafeText(" "))] + line.runs)
  }

  private func wrapped(_ text: SafeText, _ columns: Int, _ style: Style) -> [StyledLine] {
    TextWrap.wrap(text, columns: max(1, columns)).map { StyledLine(text.part($0.shown), style) }
  }
}
