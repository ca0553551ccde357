import CursesTerminal
import SapaCommand
import ScreenKit
import Testing

@Suite("Doctor on the terminal")
struct DoctorTerminalTests {
  private func look(
    _ environment: [String: String] = [:],
    _ facts: TerminalFacts = TerminalFacts(size: Size(columns: 120, rows: 40)),
    escapeDelay: Int = 50, tmux: [String: String] = [:]
  ) -> [DoctorFinding] {
    DoctorTerminal(
      environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }, facts: facts,
      escapeDelay: escapeDelay, askTmux: { tmux[$0] }
    ).findings
  }

  private func lines(_ findings: [DoctorFinding]) -> [String] {
    findings.map { "\($0.level.rawValue) \($0.area.rawValue): \($0.message)" }
  }

  @Test("a usual terminal has nothing to complain of")
  func usual() {
    #expect(
      lines(look()) == [
        "ok terminal: TERM is xterm-256color, which the terminal database knows.",
        "ok terminal: The terminal has 120 columns and 40 rows: three panes.",
        "ok terminal: The terminal has 256 colours.",
        "ok locale: The locale's encoding is UTF-8 (LC_ALL=C.UTF-8).",
      ])
  }

  static let cases: [([String: String], TerminalFacts, [String: String], String)] = [
    (
      ["TERM": ""], TerminalFacts(size: size, problem: .unknownTerminal("")), [:],
      "problem terminal: The variable TERM"
    ),
    (
      ["TERM": "x"], TerminalFacts(size: size, problem: .tooSimple("x")), [:],
      "problem terminal: The terminal \"x\" cannot"
    ),
    ([:], TerminalFacts(size: nil, problem: .unknownTerminal("")), [:], "note terminal: The variable TERM"),
    ([:], TerminalFacts(size: nil), [:], "note terminal: None of the standard streams"),
    (
      [:], TerminalFacts(size: Size(columns: 0, rows: 0)), [:], "problem terminal: The terminal has 0 columns"
    ),
    (
      [:], TerminalFacts(size: Size(columns: 39, rows: 40)), [:],
      "problem terminal: The terminal has 39 columns"
    ),
    (
      [:], TerminalFacts(size: Size(columns: 80, rows: 9)), [:],
      "problem terminal: The terminal has 80 columns and 9"
    ),
    (
      [:], TerminalFacts(size: Size(columns: 80, rows: 24)), [:],
      "ok terminal: The terminal has 80 columns and 24 rows: the panes are tabs."
    ),
    ([:], TerminalFacts(size: size, colours: 0), [:], "note terminal: The terminal has no colours"),
    (["NO_COLOR": "1"], TerminalFacts(size: size), [:], "note terminal: NO_COLOR is set (1)"),
    (["NO_COLOR": ""], TerminalFacts(size: size), [:], "ok terminal: The terminal has 256 colours."),
    (
      ["COLORTERM": "truecolor"], TerminalFacts(size: size, colours: 8), [:],
      "note terminal: The terminal database says 8"
    ),
    (
      ["TMUX": "/tmp/x,1,0"], TerminalFacts(size: size), [:],
      "problem terminal: It runs inside tmux, but TERM is xterm-256color"
    ),
    (
      ["TMUX": "x", "TERM": "tmux-256color"], TerminalFacts(size: size), [:],
      "ok terminal: It runs inside tmux."
    ),
    (
      ["STY": "1.x", "TERM": "screen"], TerminalFacts(size: size), [:], "ok terminal: It runs inside screen."
    ),
    (["STY": "1.x"], TerminalFacts(size: size), [:], "problem terminal: It runs inside screen, but"),
    (
      ["TMUX": "x"], TerminalFacts(size: size), ["escape-time": "500"],
      "note terminal: tmux holds a lone Esc for 500 ms"
    ),
    (
      ["TMUX": "x"], TerminalFacts(size: size), ["set-clipboard": "external"],
      "note terminal: tmux keeps what a program copies"
    ),
    (["TMUX": "x"], TerminalFacts(size: size), ["set-clipboard": "on"], "ok terminal: tmux passes on"),
    (["TMUX": "x"], TerminalFacts(size: size), [:], "note terminal: tmux did not say"),
    (
      ["LC_ALL": "", "LANG": "xx_YY"], TerminalFacts(size: size, hasLocale: false, codeset: "ANSI_X3.4-1968"),
      [:], "problem locale: The system does not have the locale LANG=xx_YY."
    ),
    (
      ["LC_ALL": ""], TerminalFacts(size: size, codeset: "ISO-8859-1"), [:],
      "problem locale: The locale's encoding is ISO-8859-1, not UTF-8 (no locale is set)."
    ),
  ]
  private static let size = Size(columns: 120, rows: 40)

  @Test("what is doubtful is told, and a problem says what to do", arguments: cases)
  func doubtful(environment: [String: String], facts: TerminalFacts, tmux: [String: String], line: String) {
    let found = look(environment, facts, tmux: tmux)
    #expect(lines(found).contains { $0.hasPrefix(line) }, "\(lines(found))")
    for finding in found where finding.level == .problem { #expect(finding.advice?.isEmpty == false) }
  }

  @Test("a short wait for Esc is doubted over ssh alone, and tmux's short one is not worth a word")
  func escape() {
    let ssh = ["SSH_CONNECTION": "1 2 3 4"]
    #expect(lines(look(ssh, escapeDelay: 10)).contains { $0.contains("10 ms may be too short") })
    #expect(!lines(look(ssh, escapeDelay: 50)).contains { $0.contains("too short") })
    #expect(!lines(look(escapeDelay: 10)).contains { $0.contains("too short") })
    #expect(!lines(look(["TMUX": "x"], tmux: ["escape-time": "10"])).contains { $0.contains("Esc") })
    #expect(!lines(look(["TMUX": "x"], tmux: ["escape-time": "evil"])).contains { $0.contains("Esc") })
  }
}
