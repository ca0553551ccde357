import DeskLink
import DeskModel
import LocalePacks
import Safeguards
package import ScreenKit
package import TextLayout
import Widgets

/// One row of the conversation pane.
package enum TranscriptRow: Sendable, Hashable {
  case blank
  /// A line across the pane with words in its middle: a day, or where the unread part begins.
  case separator(SafeText, Style)
  /// Who said it and when; ours stand at the right.
  case header(StyledLine)
  /// One row of a wrapped text, `indent` columns from the left.
  case text(SafeText, Row, indent: Int, style: Style)
}

/// Lays out entries as rows of the conversation pane.
///
/// Only what is looked at is laid out.
package struct TranscriptLayout: Sendable, Equatable {
  /// Rows above the entries: who this is, and a blank.
  package static let headingRows = 2

  var conversation: Conversation
  var places: [EntryID: Int]
  var items: [TranscriptItem]
  var held: HeldReply?
  var isSending: Bool
  var newFrom: EntryID?
  var me: AgentID
  /// What messages of the customer hold, for the agent alone.
  var signals: [EntryID: [CustomerSignal]]
  /// The language in which the agent is told.
  var language: String
  var words: Words
  var utcOffset: Int
  /// The start of the day that is called today.
  var now: Timestamp
  var columns: Int

  init(_ open: OpenConversation, in state: AppState, columns: Int) {
    conversation = open.conversation
    places = open.places
    items = open.items
    held = open.composer.held
    isSending = open.composer.isSending
    newFrom = open.newFrom
    me = state.settings.me.id
    let reading = state.manners.reading
    signals = reading?.basis.conversation == open.conversation.id ? reading?.signals ?? [:] : [:]
    language = state.manners.setting.language
    words = state.words
    utcOffset = state.utcOffset
    // Only the day matters: a transcript that changed each minute would be drawn anew for nothing.
    let today = Int64(ClockText.day(state.now, state.utcOffset))
    now = Timestamp(milliseconds: (today * 86_400 - Int64(state.utcOffset)) * 1_000)
    self.columns = columns
  }

  /// The rows of one item, with what stands above it.
  ///
  /// - Complexity: O(text of the item).
  func rows(of place: Int) -> [TranscriptRow] {
    guard items.indices.contains(place) else { return [] }
    switch items[place] {
    case .held: return [.blank] + heldRows()
    case .entry(let index):
      let entry = conversation.entries[index]
      return lead(place, entry) + block(entry)
    }
  }

  func height(of place: Int) -> Int { rows(of: place).count }

  /// An entry as the lines of a popup: when, and all that was said.
  func lines(of entry: Entry) -> [StyledLine] {
    let text = readable(entry.text)
    let when = words(
      "date.withClock", ClockText.date(entry.at, utcOffset, now: now, words),
      ClockText.clock(entry.at, utcOffset))
    let rows = TextWrap.wrap(text, columns: max(1, columns))
    return [StyledLine(when, .muted), StyledLine()] + rows.map { StyledLine(text.part($0.shown)) }
  }

  /// Day, unread mark or blank above an entry.
  private func lead(_ place: Int, _ entry: Entry) -> [TranscriptRow] {
    var rows: [TranscriptRow] = []
    var before: Entry?
    if place > 0, case .entry(let index) = items[place - 1] { before = conversation.entries[index] }
    let day = ClockText.day(entry.at, utcOffset)
    if before.map({ ClockText.day($0.at, utcOffset) != day }) ?? true {
      if before != nil { rows.append(.blank) }
      rows.append(.separator(ClockText.date(entry.at, utcOffset, now: now, words), .muted))
      rows.append(.blank)
    } else if let before, entry.kind != .event || before.kind != .event {
      rows.append(.blank)
    }
    if entry.id == newFrom { rows.append(.separator(words("transcript.new"), Style(.unread, bold: true))) }
    return rows
  }

  /// The most UTF-8 bytes of one entry that are laid out here.
  static let textLimit = 32 * 1_024

  /// A text, cut where it is longer than anybody reads in a pane.
  private func readable(_ raw: String) -> SafeText {
    guard raw.utf8.count > Self.textLimit else { return SafeText(raw) }
    var end = raw.utf8.index(raw.startIndex, offsetBy: Self.textLimit)
    while end.samePosition(in: raw.unicodeScalars) == nil { end = raw.utf8.index(before: end) }
    let rest = SafeText(String((raw.utf8.count - Self.textLimit) / 1_024 + 1))
    return SafeText(String(raw[..<end])) + SafeText("\n") + words("transcript.cut", rest)
  }

  /// The text of an entry as the pane shows it, and the byte at which what was said begins.
  func shownText(of entry: Entry) -> (text: SafeText, start: Int) {
    let text = readable(entry.text)
    guard entry.kind == .event else { return (text, 0) }
    let line = eventLine(entry, text)
    return (line, line.string.utf8.count - text.singleLine.string.utf8.count)
  }

  private func eventLine(_ entry: Entry, _ text: SafeText) -> SafeText {
    words("transcript.event", ClockText.clock(entry.at, utcOffset), text.singleLine)
  }

  /// The row of an item, from 0, on which a byte of its text stands.
  func row(of item: Int, byte: Int) -> Int {
    let rows = rows(of: item)
    return rows.firstIndex { row in
      if case .text(_, let piece, _, _) = row { piece.range.contains(byte) } else { false }
    } ?? 0
  }

  private func block(_ entry: Entry) -> [TranscriptRow] {
    let text = readable(entry.text)
    let clock = ClockText.clock(entry.at, utcOffset)
    if entry.kind == .event {
      return wrapped(eventLine(entry, text), indent: 1, style: Style(.event))
    }
    let name = authorName(entry)
    if entry.kind == .note || entry.audience == .internal {
      let header = StyledLine(
        [
          StyledRun(clock + SafeText(" "), Style(.note, bold: true)),
          StyledRun(name, Style(.note, bold: true)),
          StyledRun(SafeText("  ") + words("transcript.note"), Style(.note)),
        ] + stateRuns(entry.state))
      return [.header(header)] + wrapped(text, indent: 3, style: Style(.note)) + files(of: entry, indent: 3)
    }
    if entry.isOurAnswer {
      let role: StyleRole = entry.author.kind == .bot ? .bot : isMine(entry) ? .agent : .colleague
      let header = StyledLine([], trailing: ourTrailer(entry, name, clock, role))
      return [.header(header)] + wrapped(text, indent: min(6, columns / 6), style: Style(role))
        + files(of: entry, indent: min(6, columns / 6))
    }
    let role: StyleRole = entry.author.kind == .customer ? .customer : .stranger
    // A run for each piece: a right-to-left name must not take the clock round with it.
    var runs = [
      StyledRun(clock + SafeText(" "), Style(role, bold: true)), StyledRun(name, Style(role, bold: true)),
      StyledRun(SafeText("  ")),
    ]
    if let answered = answered(entry) { runs.append(StyledRun(answered, .muted)) }
    runs += stateRuns(entry.state)
    return [.header(StyledLine(runs))] + wrapped(text, indent: 3, style: .plain) + files(of: entry, indent: 3)
      + signals(of: entry)
  }

  /// What a message holds between the lines.
  private func signals(of entry: Entry) -> [TranscriptRow] {
    guard let found = signals[entry.id] else { return [] }
    return SignalText.sentences(found, in: entry.text, language: language, words).flatMap {
      wrapped($0, indent: 3, style: Style(.note))
    }
  }

  /// A row or more for each file that came with an entry.
  private func files(of entry: Entry, indent: Int) -> [TranscriptRow] {
    entry.attachments.flatMap { file in
      wrapped(words("transcript.file", FileText.title(of: file, words)), indent: indent, style: Style(.link))
    }
  }

  private func ourTrailer(
    _ entry: Entry, _ name: SafeText, _ clock: SafeText, _ role: StyleRole
  ) -> [StyledRun] {
    var runs: [StyledRun] = []
    if entry.audience == .world {
      runs.append(StyledRun(words("transcript.public"), Style(.publicAudience, bold: true)))
    }
    runs.append(StyledRun(name, Style(role, bold: true)))
    runs.append(StyledRun(SafeText(" ") + clock + SafeText(" "), Style(role, bold: true)))
    return runs + stateRuns(entry.state)
  }

  private func heldRows() -> [TranscriptRow] {
    guard let held else { return [] }
    let isStuck = held.until == .untilWoken
    let label = words(isSending ? "transcript.sending" : isStuck ? "transcript.stuck" : "transcript.held")
    var runs: [StyledRun] = []
    if held.audience == .world {
      runs.append(StyledRun(words("transcript.public"), Style(.publicAudience, bold: true)))
    }
    if held.audience == .internal { runs.append(StyledRun(words("transcript.note"), Style(.note))) }
    runs.append(StyledRun(label, Style(.warning, bold: true)))
    let text = wrapped(readable(held.text), indent: min(6, columns / 6), style: Style(.warning))
    let files = held.attachments.flatMap { file in
      wrapped(
        words("transcript.file", SafeText(line: file.name)), indent: min(6, columns / 6),
        style: Style(.warning))
    }
    return [.header(StyledLine([], trailing: runs))] + text + files
  }

  private func wrapped(_ text: SafeText, indent: Int, style: Style) -> [TranscriptRow] {
    TextWrap.wrap(text, columns: max(1, columns - indent - 1)).map {
      .text(text, $0, indent: indent, style: style)
    }
  }

  private func isMine(_ entry: Entry) -> Bool {
    entry.author.kind == .agent && entry.author.id == me.rawValue
  }

  func authorName(_ entry: Entry) -> SafeText {
    if isMine(entry) { return words("name.you") }
    if entry.author.kind == .customer, entry.author.id == conversation.contact.id.rawValue {
      return SafeText(line: conversation.contact.shortName)
    }
    return SafeText(line: entry.author.displayName)
  }

  private func answered(_ entry: Entry) -> SafeText? {
    guard conversation.shape == .publicThread, let parent = entry.parent,
      let place = places[parent]
    else { return nil }
    let above = conversation.entries[place]
    return above.parent == nil
      ? words("transcript.onPost", SafeText(line: conversation.subject))
      : words("transcript.answering", SafeText(line: above.author.displayName))
  }

  /// How far an entry has come: nothing where all is as it should be, loud only where somebody must do something.
  private func stateRuns(_ state: EntryState) -> [StyledRun] {
    let style: Style
    switch state {
    case .sent: return []
    case .queued, .delivered, .edited, .redacted, .deleted: style = .muted
    case .local, .held, .unknown: style = Style(.warning)
    case .failed: style = Style(.error, bold: true)
    }
    return [StyledRun(words("state.\(state.rawValue)"), style)]
  }
}

extension Timestamp {
  /// The moment rounded down to its minute, so that what shows minutes changes once a minute.
  var startOfMinute: Timestamp {
    let rest = milliseconds % 60_000
    return Timestamp(milliseconds: milliseconds - (rest < 0 ? rest + 60_000 : rest))
  }
}
