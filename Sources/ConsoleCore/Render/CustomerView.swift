import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// The customer pane: who this is, their time, what we know, what stands between us.
struct CustomerView: Equatable {
  private var input: CustomerLines.Input?
  private var offset: Int
  private var isFocused: Bool

  init(_ state: AppState) {
    input = state.open.map { CustomerLines.Input($0, in: state) }
    offset = state.open?.customerOffset ?? 0
    isFocused = state.focus == .customer
  }

  func draw(on canvas: inout Canvas) {
    guard let input else { return }
    let lines = input.lines(columns: canvas.size.columns).dropFirst(offset)
    // The last row tells how much is out of sight, in place of a line and not over one.
    let isCut = lines.count > canvas.size.rows
    let shown = isCut ? canvas.size.rows - 1 : lines.count
    for (row, line) in lines.prefix(max(0, shown)).enumerated() { canvas.draw(line, row: row) }
    if isCut {
      let more = input.words("customer.more", SafeText(String(lines.count - shown)))
      canvas.draw(more, row: canvas.size.rows - 1, column: 0, style: .muted)
    }
  }
}

/// The lines of the customer pane.
enum CustomerLines {
  /// What the lines are made from.
  struct Input: Equatable {
    var contact: Contact
    var locale: String?
    var channel: String
    var tags: [String]
    var fields: [Field]
    var deadlines: Deadlines
    var snoozedUntil: Timestamp?
    var followUp: FollowUp?
    var access: AccessText?
    var earlierCount: Int
    var zoneOffset: Int?
    var minute: Timestamp
    var utcOffset: Int
    var words: Words
    var manners: MannersText
    var secrets: [HeldSecretMark]
    var secretKey: String?

    init(_ open: OpenConversation, in state: AppState) {
      let conversation = open.conversation
      contact = conversation.contact
      locale = conversation.locale ?? conversation.contact.locale
      channel = conversation.channel
      tags = conversation.tags
      fields = conversation.fields
      deadlines = conversation.deadlines
      // A deadline for a reply is met once nobody waits any more.
      if open.summary.waitingSince == nil {
        deadlines.firstReply = nil
        deadlines.nextReply = nil
      }
      snoozedUntil = conversation.snoozedUntil
      followUp = conversation.followUp
      access = AccessText(conversation)
      earlierCount = open.earlier.count
      zoneOffset = conversation.contact.timeZone.flatMap { state.zoneOffsets[$0] }
      minute = state.now.startOfMinute
      utcOffset = state.utcOffset
      words = state.words
      manners = MannersText(state)
      secrets = state.heldSecrets.conversation == conversation.id ? state.heldSecrets.marks : []
      secretKey = state.keymap.label(for: .showSecret)
    }
  }

  /// The lines for the open conversation.
  static func lines(_ open: OpenConversation, in state: AppState, columns: Int) -> [StyledLine] {
    Input(open, in: state).lines(columns: columns)
  }
}

extension CustomerLines.Input {
  /// All lines, wrapped to a width.
  func lines(columns: Int) -> [StyledLine] {
    var lines = who(columns)
    lines += manners.holidayLines(columns, words)
    lines += section("customer.fields", contact.fields + fields, columns)
    if !contact.notes.isEmpty {
      lines.append(StyledLine())
      lines.append(StyledLine(words("customer.notes"), .title))
      for note in contact.notes { lines += wrapped(SafeText(note), columns, Style(.note)) }
    }
    lines += dates(columns)
    lines += promised(columns)
    lines += held(columns)
    lines += asked(columns)
    lines.append(StyledLine())
    let tagText =
      tags.isEmpty ? words("customer.noTags") : SafeText(line: tags.joined(separator: " · "))
    lines += labelled(words("customer.tags"), tagText, columns)
    return lines
  }

  private func who(_ columns: Int) -> [StyledLine] {
    var lines = wrapped(SafeText(line: contact.displayName), columns, .title)
    lines += manners.addressLines(columns, words)
    if contact.isVIP { lines.append(StyledLine(words("customer.vip"), Style(.badge, bold: true))) }
    if let company = contact.company { lines += wrapped(SafeText(line: company), columns, .plain) }
    if let zoneOffset, let zone = contact.timeZone {
      let place = zone.split(separator: "/").last.map { String($0.map { $0 == "_" ? " " : $0 }) } ?? zone
      lines += wrapped(
        words("customer.localTime", SafeText(line: place), ClockText.clock(minute, zoneOffset)), columns,
        .plain)
    } else if let zone = contact.timeZone {
      lines += wrapped(SafeText(line: zone), columns, .muted)
    }
    if let locale { lines += wrapped(language(locale), columns, .plain) }
    lines += wrapped(words("customer.channel", SafeText(line: channel)), columns, .muted)
    let others =
      earlierCount == 0
      ? words("customer.first")
      : earlierCount == OpenConversation.earlierLimit
        ? words("customer.earlierMany", SafeText(String(earlierCount)))
        : words.counted("customer.earlier", earlierCount)
    lines += wrapped(others, columns, .muted)
    return lines
  }

  /// The language's name and the whole tag; the tag alone where we have no name for it.
  private func language(_ tag: String) -> SafeText {
    guard let name = LanguageName.of(tag, words) else { return SafeText(line: tag) }
    return words("customer.language", name, SafeText(line: tag))
  }

  private func section(_ key: String, _ fields: [Field], _ columns: Int) -> [StyledLine] {
    guard !fields.isEmpty else { return [] }
    var lines = [StyledLine(), StyledLine(words(key), .title)]
    for field in fields {
      let name = SafeText(line: field.name)
      if field.values.count == 1 {
        lines += labelled(name, SafeText(line: field.values[0]), columns)
      } else {
        lines += wrapped(name, columns, .muted)
        for value in field.values {
          lines += wrapped(SafeText(line: value), columns - 1, .plain).map { indented($0) }
        }
      }
    }
    return lines
  }

  /// What was promised for a moment, late in words and in style.
  private func promised(_ columns: Int) -> [StyledLine] {
    guard let followUp else { return [] }
    let moment = ClockText.moment(followUp.at, utcOffset, now: minute, words)
    let lines = [StyledLine(), StyledLine(words("customer.followUp"), .title)]
    let late = ClockText.span(seconds: minute.seconds(since: followUp.at), words)
    let when =
      followUp.at > minute
      ? wrapped(moment, columns, .plain)
      : wrapped(words("customer.followUpLate", moment, late), columns, Style(.late, bold: true))
    let text =
      followUp.text.isEmpty ? [] : wrapped(SafeText(followUp.text), columns - 1, .plain).map(indented)
    return lines + when + text
  }

  /// What the customer wrote that is held for a while behind marks.
  private func held(_ columns: Int) -> [StyledLine] {
    let marks = secrets.filter { $0.expires > minute }
    if marks.isEmpty { return [] }
    var lines = [StyledLine(), StyledLine(words("customer.secrets"), .title)]
    for mark in marks {
      let left = ClockText.span(seconds: mark.expires.seconds(since: minute), words)
      lines += labelled(SecretView.kind(mark, words), words("secret.left", left), columns)
    }
    if let secretKey {
      lines += wrapped(words("customer.secretsHint", SafeText(secretKey)), columns, .muted)
    }
    return lines
  }

  /// Access that was asked for, and where it stands.
  private func asked(_ columns: Int) -> [StyledLine] {
    guard let access else { return [] }
    return [StyledLine(), StyledLine(words("customer.access"), .title)]
      + access.sentences(at: minute, utcOffset, words).flatMap { wrapped($0.0, columns, $0.1) }
  }

  private func dates(_ columns: Int) -> [StyledLine] {
    let due: [(String, Timestamp?)] = [
      ("customer.firstReply", deadlines.firstReply), ("customer.nextReply", deadlines.nextReply),
      ("customer.resolution", deadlines.resolution), ("customer.snoozed", snoozedUntil),
    ]
    var lines: [StyledLine] = []
    for case (let key, let moment?) in due {
      let text =
        moment == .untilWoken
        ? words("customer.untilReply") : ClockText.moment(moment, utcOffset, now: minute, words)
      lines += labelled(words(key), text, columns)
    }
    return lines.isEmpty ? [] : [StyledLine(), StyledLine(words("customer.dates"), .title)] + lines
  }

  /// `name  value`, the value on rows of its own where both do not fit on one.
  private func labelled(_ name: SafeText, _ value: SafeText, _ columns: Int) -> [StyledLine] {
    if name.columns + 2 + value.columns <= columns {
      return [StyledLine([StyledRun(name + SafeText("  "), .muted), StyledRun(value)])]
    }
    return wrapped(name, columns, .muted) + wrapped(value, columns - 1, .plain).map { indented($0) }
  }

  private func indented(_ line: StyledLine) -> StyledLine {
    StyledLine([StyledRun(SafeText(" "))] + line.runs)
  }

  private func wrapped(_ text: SafeText, _ columns: Int, _ style: Style) -> [StyledLine] {
    TextWrap.wrap(text, columns: max(1, columns)).map { StyledLine(text.part($0.shown), style) }
  }
}
