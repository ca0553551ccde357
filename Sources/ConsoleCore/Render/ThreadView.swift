import DeskLink
import DeskModel
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

/// The thread pane: everything said under a post or in a ticket, one row each, then links and earlier
/// conversations.
struct ThreadView: Equatable {
  private var conversation: Conversation?
  private var earlier: [ConversationSummary] = []
  private var rows: [ThreadRow] = []
  private var branch: Set<Int> = []
  private var cursor = ListCursor()
  private var clusters = ReplyClusters()
  private var me: AgentID
  private var words: Words
  private var utcOffset: Int
  private var today: Timestamp
  private var isFocused: Bool
  private var foldKey: SafeText

  /// The most columns that a name gets: what was said matters more.
  private static let nameColumns = 16

  init(_ state: AppState) {
    me = state.settings.me.id
    words = state.words
    utcOffset = state.utcOffset
    let day = Int64(ClockText.day(state.now, state.utcOffset))
    today = Timestamp(milliseconds: (day * 86_400 - Int64(state.utcOffset)) * 1_000)
    isFocused = state.focus == .thread
    foldKey = SafeText(state.keymap.label(for: .foldOrUnfold) ?? "")
    guard let open = state.open else { return }
    conversation = open.conversation
    earlier = open.earlier
    rows = open.threadRows
    branch = open.branch
    cursor = open.threadCursor
    if let read = state.answers.read, read.uses.basis.conversation == open.conversation.id {
      clusters = read.clusters
    }
  }

  func draw(on canvas: inout Canvas) {
    guard let conversation else { return }
    var list = cursor
    list.resize(count: rows.count, height: canvas.size.rows)
    for (line, place) in list.visible.enumerated() {
      canvas.draw(self.line(rows[place], conversation), row: line, columns: canvas.size.columns)
      if isFocused, place == list.selected {
        canvas.restyle(Rect(column: 0, row: line, columns: canvas.size.columns, rows: 1)) { $0.reversed }
      }
    }
  }

  private func line(_ row: ThreadRow, _ conversation: Conversation) -> StyledLine {
    switch row {
    case .heading(let section, let count, let isFolded):
      let mark = SafeText(isFolded ? "▸ " : "▾ ")
      return StyledLine(
        [StyledRun(mark + heading(section, conversation), .title)],
        trailing: alike(section) + [
          StyledRun(words.counted("thread.count.\(section.rawValue)", count), .muted)
        ])
    case .entry(let place, let guides, _, let hidden):
      return entryLine(conversation.entries[place], place, guides, hidden, conversation)
    case .link(let place):
      let link = conversation.links[place]
      return StyledLine([
        StyledRun(SafeText("  ") + SafeText(line: link.kind) + SafeText(" "), .muted),
        StyledRun(SafeText(line: link.title.isEmpty ? link.id.rawValue : link.title), Style(.link)),
      ])
    case .earlier(let place):
      let summary = earlier[place]
      let when = ClockText.short(summary.lastActivity, utcOffset, now: today, words)
      let status =
        StatusCategory(rawValue: summary.status) != nil ? words("status.\(summary.status)") : .empty
      return StyledLine(
        [
          StyledRun(SafeText("  ") + when + SafeText("  "), .muted),
          StyledRun(
            SafeText(line: summary.subject.isEmpty ? summary.preview : summary.subject), Style(.link)),
        ], trailing: [StyledRun(status, .muted)])
    }
  }

  /// How many of our replies say the same as others here, and how alike they are.
  private func alike(_ section: ThreadSection) -> [StyledRun] {
    guard section == .entries, let percent = clusters.clusters.map(\.percent).max() else { return [] }
    let count = clusters.clusters.reduce(0) { $0 + $1.members.count }
    return [
      StyledRun(words("thread.alike", SafeText(String(count)), SafeText(String(percent))), Style(.warning)),
      StyledRun(SafeText("  ")),
    ]
  }

  private func heading(_ section: ThreadSection, _ conversation: Conversation) -> SafeText {
    switch section {
    case .entries:
      let subject = SafeText(line: conversation.subject)
      return conversation.shape == .publicThread
        ? words("thread.post", subject) : words("thread.\(conversation.shape.rawValue)", subject)
    case .links: return words("thread.links")
    case .earlier: return words("thread.earlier", SafeText(line: conversation.contact.shortName))
    }
  }

  private func entryLine(
    _ entry: Entry, _ place: Int, _ guides: [OutlineGuide], _ hidden: Int, _ conversation: Conversation
  ) -> StyledLine {
    let isPublic = conversation.shape == .publicThread
    var runs: [StyledRun] = []
    if isPublic {
      runs.append(StyledRun(SafeText(String(guides.map(\.rawValue))), .muted))
    }
    let isCustomer = isPublic && entry.author.kind == .customer
    if !isCustomer, isPublic, entry.audience == .world, branch.contains(place) {
      // What the customer answered, and what was answered to them.
      runs.append(StyledRun(SafeText("▹ "), Style(.customer)))
    }
    if isCustomer { runs.append(StyledRun(SafeText("▶ "), Style(.customer, bold: true))) }
    let (name, style) = author(entry, isPublic: isPublic)
    let clock =
      ClockText.day(entry.at, utcOffset) == ClockText.day(today, utcOffset)
      ? ClockText.clock(entry.at, utcOffset) : ClockText.short(entry.at, utcOffset, now: today, words)
    if !isPublic { runs.append(StyledRun(SafeText("  ") + clock + SafeText("  "), .muted)) }
    runs += [StyledRun(name, style), StyledRun(SafeText("  "))]
    if entry.kind == .note { runs.append(StyledRun(words("thread.note"), Style(.note, bold: true))) }
    let textStyle: Style = entry.kind == .event ? Style(.event) : entry.kind == .note ? Style(.note) : .plain
    runs.append(StyledRun(SafeText(line: entry.text), textStyle))
    var trailing: [StyledRun] = []
    if hidden > 0 {
      trailing = [StyledRun(words("thread.hidden", SafeText(String(hidden)), foldKey), Style(.key))]
    } else if isPublic {
      trailing = [StyledRun(clock, .muted)]
    }
    if clusters.percent(of: entry.id) != nil {
      trailing.insert(StyledRun(SafeText(" ≈ "), Style(.warning, bold: true)), at: 0)
    }
    return StyledLine(runs, trailing: trailing)
  }

  private func author(_ entry: Entry, isPublic: Bool) -> (SafeText, Style) {
    let name = SafeText(line: entry.author.displayName).truncated(to: Self.nameColumns)
    switch entry.author.kind {
    case .agent where entry.author.id == me.rawValue:
      return (words("name.you"), Style(.agent, bold: true))
    case .agent: return (isPublic ? words("thread.us", name) : name, Style(.colleague, bold: true))
    case .bot: return (name, Style(.bot))
    case .system: return (name, Style(.event))
    case .customer:
      guard let conversation, entry.author.id == conversation.contact.id.rawValue else {
        return (name, Style(.customer, bold: true))
      }
      return (SafeText(line: conversation.contact.shortName), Style(.customer, bold: true))
    case .stranger: return (name, Style(.stranger))
    }
  }
}
