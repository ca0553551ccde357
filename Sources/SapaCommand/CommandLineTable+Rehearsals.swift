/// The subcommands about rehearsals.
extension CommandLineTable {
  static let rehearse = VerbRow(
    .rehearse, "play a scenario with a scripted customer, in the very console",
    """
    Opens the console on a desk of its own, on which a customer writes as the scenario says: at a human pace, impatient when
    nothing comes back. Templates, checks and the last look work as in earnest; nobody outside reads anything. F12 pauses,
    gives a hint, goes back to a scene or ends it. Afterwards come what became of it, a scorecard, and questions. Without a NAME
    the scenarios are listed. The report goes to $XDG_DATA_HOME/sapa/rehearsals/trainees.
    """,
    operand: .scenario, options: [.locales, .language, .script, .size, .now],
    examples: [
      ("sapa rehearse promo-code-at-ten-to-six", "Answer a customer who has ten minutes."),
      ("sapa rehearse outage-with-twenty --locale uk", "The same room in Ukrainian."),
    ],
    run: { RehearseCommand($0).run() })

  static let rehearsalsList = VerbRow(
    .rehearsalsList, "list the scenarios",
    """
    Lists the scenarios of all layers (what ships, the team's folder, your own), the easy ones first.

      out with --json  {"name","title","summary","channel","level","minutes","locales":[…]}
    """,
    options: [.locales, .json], run: { RehearsalsListCommand($0).run() })

  static let rehearsalsCheck = VerbRow(
    .rehearsalsCheck, "check scenarios and play their runs",
    """
    Looks for dead ends, scenes that nothing leads to, loops without a way out and conditions that mean nothing, with file
    and line; then plays the runs of each scenario and compares the ending and the score. Exit code 1 when something is
    wrong.

      out with --json  {"file","line","message"}
    """,
    operand: .scenario, options: [.locales, .json], run: { RehearsalsCheckCommand($0).run() })

  static let rehearsalsProgress = VerbRow(
    .rehearsalsProgress, "tell how a trainee's rehearsals went",
    """
    Lists the rehearsals that a trainee has finished, oldest first, with their scores; your own without a name. They come
    from $XDG_DATA_HOME/sapa/rehearsals/trainees/TRAINEE/progress.jsonl.
    """,
    operand: .trainee, run: { RehearsalsProgressCommand($0).run() })
}
