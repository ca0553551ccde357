/// What the program reads and writes beside its command line, as the manual page tells it.
package enum Surroundings {
  /// A thing and what is said of it.
  package struct Row: Sendable, Hashable {
    /// A variable, a file or an exit code.
    package let name: String
    /// What it means.
    package let meaning: String
  }

  /// The exit codes.
  package static let exitCodes = [
    Row(name: "0", meaning: "All went well."),
    Row(name: "1", meaning: "Something was refused or found, though the rest was done."),
    Row(name: "2", meaning: "The command line is wrong; nothing was done."),
  ]

  /// The variables of the environment that are read.
  package static let variables = [
    Row(name: "TERM", meaning: "The kind of terminal, which the terminal database must know."),
    Row(
      name: "PATH", meaning: "Where programs are looked for, and with sapa adapter list the adapters."),
    Row(name: "NO_COLOR", meaning: "When it is set and not empty, there are no colours."),
    Row(name: "LC_ALL, LC_CTYPE, LANG", meaning: "The locale; its encoding should be UTF-8."),
    Row(name: "COLUMNS", meaning: "How wide sapa templates show may write; 120 unless it is set."),
    Row(name: "TZ", meaning: "The time zone in which times are shown."),
    Row(
      name: "XDG_CONFIG_HOME", meaning: "The folder of sapa/config.json5; ~/.config unless it is set."),
    Row(name: "XDG_DATA_HOME", meaning: "The folder of sapa/desk; ~/.local/share unless it is set."),
    Row(
      name: "XDG_DOWNLOAD_DIR", meaning: "The folder for files that are saved; ~/Downloads unless it is set."),
    Row(
      name: "TMPDIR", meaning: "The folder where sapa serve keeps files on their way; /tmp unless it is set."),
    Row(
      name: "TMUX, STY", meaning: "Whether tmux or screen stands between: what is copied is wrapped for it."),
    Row(
      name: "SAPA_CONTENT",
      meaning:
        "The folder of Locales and Templates, for a program that stands apart from them. Unless it is set, they are looked for beside the program, in ../share/sapa from it, and in /usr/share/sapa."
    ),
    Row(
      name: "SOURCE_DATE_EPOCH", meaning: "The moment, in seconds, whose day stands on this page."),
  ]

  /// The files.
  package static let files = [
    Row(name: "$XDG_CONFIG_HOME/sapa/config.json5", meaning: "What you have set."),
    Row(
      name: "$XDG_DATA_HOME/sapa/desk",
      meaning: "The desk, when neither --desk nor the config names another. Several consoles may share it."),
    Row(
      name: "DESK/journal/*.jsonl",
      meaning:
        "All that was said and done, one event a line. It only grows, and can be read and backed up while it is written."
    ),
    Row(name: "DESK/journal/torn-*.txt", meaning: "Half lines that a crash has left, put aside."),
    Row(
      name: "DESK/index", meaning: "Made from the journal, and made anew when it is missing or does not fit."),
    Row(name: "DESK/drafts", meaning: "What was typed and not sent, a folder for each agent."),
    Row(name: "/usr/share/sapa", meaning: "Locales and Templates, where a package has put them."),
  ]
}
