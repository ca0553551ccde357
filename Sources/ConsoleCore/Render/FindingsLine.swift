import DeskModel
import Safeguards
import ScreenKit
import TextLayout

/// The row under the composer while something is found in the text: what, why, what to do, and the keys for it.
enum FindingsLine {
  /// The row; nil when nothing was found.
  ///
  /// The weightiest finding stands there, or the one that a key has gone to; its keys stay at the right.
  static func line(_ state: AppState, columns: Int) -> StyledLine? {
    guard let live = state.visibleFindings, let finding = live.shown else { return nil }
    let words = state.words
    let style = Self.style(finding)
    var runs = [
      StyledRun(
        SafeText(" ") + words("finding.weight.\(finding.severity.rawValue)"), Style(style.role, bold: true)),
      StyledRun(SafeText(" "), .plain),
      StyledRun(BottomLine.sentence(finding, words), style),
    ]
    if let advice = advice(finding, words) { runs.append(StyledRun(SafeText(" ") + advice, .plain)) }
    func width() -> Int { runs.reduce(0) { $0 + $1.text.columns } }
    let place = place(live, state)
    if let detail = finding.detail.map({ SafeText(" ") + SafeText(line: $0) }),
      width() + detail.columns + place.columns <= columns
    {
      runs.append(StyledRun(detail, .muted))
    }
    if width() + place.columns > columns, let short = short(finding, words) {
      runs.replaceSubrange(2..., with: [StyledRun(short, style)])
    }
    // The keys stand in the bottom line as well: where both do not fit, the words are worth more.
    let keys = keys(live, finding, state)
    let hasRoom = width() + place.columns + keys.columns < columns
    var trailing: [StyledRun] = []
    if !place.isEmpty { trailing.append(StyledRun(place, .muted)) }
    if hasRoom, !keys.isEmpty { trailing.append(StyledRun(keys, Style(.key))) }
    return StyledLine(runs, trailing: trailing)
  }

  /// All that there is to say in one line: what, what to do, why.
  static func sentence(_ finding: Finding, _ words: Words) -> SafeText {
    let parts = [
      BottomLine.sentence(finding, words), advice(finding, words), finding.detail.map { SafeText(line: $0) },
    ]
    return parts.compactMap { $0 }.reduce(.empty) { $0.isEmpty ? $1 : $0 + SafeText(" ") + $1 }
  }

  /// What is meant and what to put there, for a narrow row; the key that goes to it tells the rest.
  private static func short(_ finding: Finding, _ words: Words) -> SafeText? {
    guard let word = finding.arguments.first, !finding.range.isEmpty, let advice = advice(finding, words)
    else {
      return nil
    }
    return SafeText("“") + SafeText(line: word) + SafeText("” ") + advice
  }

  private static func style(_ finding: Finding) -> Style {
    switch finding.severity {
    case .error: Style(.error)
    case .warn: Style(.warning)
    case .hint: .plain
    }
  }

  /// What to do, shortest first: what can be put in, else what the check or the pack says.
  private static func advice(_ finding: Finding, _ words: Words) -> SafeText? {
    if let key = finding.suggestionKey {
      return words.format(key, finding.arguments.map { SafeText(line: $0) })
    }
    return (finding.replacement ?? finding.advice).map { SafeText("→ ") + SafeText(line: $0) }
  }

  /// Which of how many; nothing where there is one.
  private static func place(_ live: LiveFindings, _ state: AppState) -> SafeText {
    guard live.findings.count > 1 else { return .empty }
    let place = SafeText(String((live.selected ?? 0) + 1))
    return SafeText(" ") + state.words("findings.count", place, SafeText(String(live.findings.count)))
  }

  private static func keys(_ live: LiveFindings, _ finding: Finding, _ state: AppState) -> SafeText {
    let next = SafeText(state.keymap.label(for: .nextFinding) ?? "")
    let take = SafeText(state.keymap.label(for: .applySuggestion) ?? "")
    if finding.replacement != nil { return SafeText("  ") + state.words("findings.keys", next, take) }
    return live.findings.count > 1 ? SafeText("  ") + state.words("findings.key", next) : .empty
  }
}
