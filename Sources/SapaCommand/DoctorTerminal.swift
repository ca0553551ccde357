package import CursesTerminal
import ScreenKit

/// What the doctor says of the terminal and the locale, from facts alone.
package struct DoctorTerminal: Sendable {
  /// The environment.
  package var environment: [String: String]
  /// What the system and the terminal database say.
  package var facts: TerminalFacts
  /// Milliseconds that a lone Esc waits for company.
  package var escapeDelay: Int
  /// Asks tmux for the value of one of its server's options; nil when it does not answer.
  package var askTmux: @Sendable (String) -> String?

  /// Makes a look at a terminal.
  package init(
    environment: [String: String], facts: TerminalFacts, escapeDelay: Int = 50,
    askTmux: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.environment = environment
    self.facts = facts
    self.escapeDelay = escapeDelay
    self.askTmux = askTmux
  }

  /// All lines.
  package var findings: [DoctorFinding] { [kind, size, colours] + multiplexer + escape + clipboard + locale }

  private func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private var isTerminal: Bool { facts.size != nil }
  private var isInTmux: Bool { variable("TMUX") != nil }

  private var kind: DoctorFinding {
    guard let problem = facts.problem else {
      return .ok(.terminal, "TERM is \(variable("TERM") ?? ""), which the terminal database knows.")
    }
    // Without a terminal, as in a pipe, TERM does not matter.
    return isTerminal
      ? .problem(.terminal, problem.problem, advice: problem.advice)
      : .note(.terminal, problem.problem, advice: problem.advice)
  }

  private var size: DoctorFinding {
    guard let size = facts.size else {
      return .note(
        .terminal, "None of the standard streams is a terminal, so its size is not known.",
        advice: "Run sapa doctor in the terminal that the console is to run in.")
    }
    let text = "The terminal has \(size.columns) columns and \(size.rows) rows"
    if size.columns == 0 || size.rows == 0 {
      return .problem(
        .terminal, text + ": it does not know its size.", advice: "Say it, for example: stty cols 120 rows 40"
      )
    }
    if size.columns < 40 || size.rows < 10 {
      return .problem(
        .terminal, text + ", fewer than the console needs.", advice: "Make the window at least 40x10.")
    }
    let panes =
      size.columns >= 160
      ? "the queue stands beside the three panes" : size.columns >= 100 ? "three panes" : "the panes are tabs"
    return .ok(.terminal, "\(text): \(panes).")
  }

  private var colours: DoctorFinding {
    if let text = variable("NO_COLOR") {
      return .note(.terminal, "NO_COLOR is set (\(text)), so there are no colours.")
    }
    let count = facts.colours
    if count < 8 { return .note(.terminal, "The terminal has no colours; every state is told without them.") }
    if count < 256, let promise = variable("COLORTERM") {
      return .note(
        .terminal, "The terminal database says \(count) colours, though COLORTERM is \(promise).",
        advice: isInTmux
          ? "Have tmux say what it can: set -g default-terminal tmux-256color"
          : "Set TERM to one with 256 colours, for example xterm-256color.")
    }
    return .ok(.terminal, "The terminal has \(count) colours.")
  }

  private var multiplexer: [DoctorFinding] {
    let term = variable("TERM") ?? ""
    let isOurs = term.hasPrefix("tmux") || term.hasPrefix("screen")
    if isInTmux {
      if isOurs { return [.ok(.terminal, "It runs inside tmux.")] }
      return [
        .problem(
          .terminal, "It runs inside tmux, but TERM is \(term): keys and colours can come out wrong.",
          advice: "Take the line out of your shell's files that sets TERM; tmux sets it itself.")
      ]
    }
    if variable("STY") != nil {
      if isOurs { return [.ok(.terminal, "It runs inside screen.")] }
      return [
        .problem(
          .terminal, "It runs inside screen, but TERM is \(term): keys and colours can come out wrong.",
          advice: "Take the line out of your shell's files that sets TERM; screen sets it itself.")
      ]
    }
    return []
  }

  private var escape: [DoctorFinding] {
    if isInTmux, let text = askTmux("escape-time"), let wait = Int(text), wait > 100 {
      return [
        .note(
          .terminal, "tmux holds a lone Esc for \(wait) ms before the console sees it.",
          advice: "In ~/.tmux.conf: set -s escape-time 10")
      ]
    }
    if variable("SSH_CONNECTION") != nil, escapeDelay < 25 {
      return [
        .note(
          .terminal, "Over ssh, \(escapeDelay) ms may be too short to tell Esc from Alt with a key.",
          advice: "If keys come out as Esc and letters, set a longer escapeDelay in the config.")
      ]
    }
    return []
  }

  private var clipboard: [DoctorFinding] {
    guard isInTmux else {
      guard variable("STY") != nil else { return [] }
      return [.note(.terminal, "screen does not pass what is copied on to the terminal's clipboard.")]
    }
    guard let value = askTmux("set-clipboard") else {
      return [.note(.terminal, "tmux did not say whether it passes on what is copied (set-clipboard).")]
    }
    if value == "on" { return [.ok(.terminal, "tmux passes on what is copied (set-clipboard is on).")] }
    return [
      .note(
        .terminal, "tmux keeps what a program copies away from the clipboard (set-clipboard is \(value)).",
        advice: "In ~/.tmux.conf: set -s set-clipboard on")
    ]
  }

  private var locale: [DoctorFinding] {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { key in variable(key).map { "\(key)=\($0)" } }.first
    if !facts.hasLocale {
      return [
        .problem(
          .locale, "The system does not have the locale \(name ?? "of the environment").",
          advice: "Use one that locale -a lists, for example: export LC_ALL=C.UTF-8")
      ]
    }
    if facts.codeset != "UTF-8" {
      return [
        .problem(
          .locale, "The locale's encoding is \(facts.codeset), not UTF-8 (\(name ?? "no locale is set")).",
          advice: "Set one, for example: export LC_ALL=C.UTF-8")
      ]
    }
    return [.ok(.locale, "The locale's encoding is UTF-8 (\(name ?? "no locale is set")).")]
  }
}
