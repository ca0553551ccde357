/// The subcommands about rehearsals.
extension CommandLineTable {
  static let rehearse = VerbRow(
    .rehearse, "play a scenario with a scripted customer, in the very console",
    """
    Opens the console on a desk of its own, on which a customer writes as the scenario says: at a human pace, impatient when
    nothing comes back. Templates, checks and the last look work as in earnest; nobody outside reads anything. F12 pauses,
    gives a hint, goes back to a scene or ends it. Afterwards come what became of it, a scorecard, and questions. Without a
    NAME the scenarios are listed. The report goes to $XDG_DATA_HOME/sapa/rehearsals/trainees.

    With --with-colleague a second person plays the customer, in another terminal of the same account: sapa rehearse
    --as customer. A card says what to want and hide; F12 shows it again and ends the rehearsal. A console that has
    ended before the report comes back with --as, on either side.
    """,
    operand: .scenario,
    options: [.withColleague, .seat, .locales, .language, .script, .size, .now],
    examples: [
      ("sapa rehearse promo-code-at-ten-to-six", "Answer a customer who has ten minutes."),
      ("sapa rehearse outage-with-twenty --locale uk", "The same room in Ukrainian."),
      ("sapa rehearse --as customer", "Play the customer for a colleague who waits."),
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

  static let rehearsalsMake = VerbRow(
    .rehearsalsMake, "make a scenario from a conversation, with other names and numbers",
    """
    Prints a scenario in which a conversation of the desk can be rehearsed: the customer's lines as scenes, what was
    answered then beside them, and names, handles, numbers, addresses and secrets replaced, the same one by the same one.
    Read it before others do: what the customer wanted and hid is left for you to write. In the console R does the same
    and keeps the file among your own scenarios.
    """,
    operand: .made, options: [.desk],
    examples: [
      ("sapa rehearsals make 4711 > refund.md", "Write a scenario from the conversation 4711.")
    ],
    run: { RehearsalsMakeCommand($0).run() })

  static let read = VerbRow(
    .read, "read a dialogue aloud by roles, on one terminal or on two",
    """
    Shows a conversation of the desk, or of a FILE such as a rehearsal has left, line by line: Space shows the next one. One
    reads what the customer wrote, the other what was answered, and nothing is added; notes can be written at each line
    with n, and stay. On two terminals of one account each reader turns the page for their own lines: --as customer on
    one, --as agent on the other. v lets a voice read, with espeak-ng or speech-dispatcher. What was begun is gone on
    with, until --again. It is kept in $XDG_DATA_HOME/sapa/readings.
    """,
    operand: .dialogue, options: [.role, .voices, .again, .desk, .language, .script, .size, .now],
    examples: [
      ("sapa read 4711 --as customer", "Read the customer's lines, while somebody reads the agent's.")
    ],
    run: { ReadCommand($0).run() })
}
