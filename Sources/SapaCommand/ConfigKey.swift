/// A key of the config as the manual page tells it; `Config` reads it.
package struct ConfigKey: Sendable, Hashable {
  /// The key.
  package let name: String
  /// An example of its value, in JSON5.
  package let example: String
  /// What it sets, with its default.
  package let meaning: String

  /// All keys, in the order of the manual page.
  package static let all: [ConfigKey] = [
    ConfigKey(
      name: "agent", example: #"{ id: "a-olena", name: "Olena", gender: "f" }"#,
      meaning:
        "Who you are on the desk; your login name unless said. With gender (f or m), forms of the other gender are pointed out in languages that have them."
    ),
    ConfigKey(
      name: "sector", example: #""bank""#,
      meaning:
        "The business of your team, which decides how customers are addressed: retail, bank, insurance, government, health, education or travel; none unless said."
    ),
    ConfigKey(
      name: "teamFolder", example: #""~/support-content""#,
      meaning:
        "A folder with the team's own Locales, perhaps a git checkout: packs there lie over those that ship, and those beside the config over both."
    ),
    ConfigKey(
      name: "desk", example: #""/srv/support/desk""#,
      meaning: "The desk's folder; $XDG_DATA_HOME/sapa/desk unless said."),
    ConfigKey(
      name: "desks",
      example:
        #"[{ name: "rt", title: "Support (RT)", adapter: ["sapa-adapter-rt"], settings: { url: "https://rt.example.org" }, tokenCommand: ["pass", "show", "rt"] }, { name: "own", folder: "~/desk" }]"#,
      meaning:
        "Several desks in one console, in place of desk. Each has a short name of a to z, 0 to 9 and hyphens, a title if wanted, and either the folder of a local desk or an adapter: a program with its arguments, its settings as an object, and a token from tokenCommand (what a program prints) or from tokenFile (a file of mode 0600). desk:NAME in a filter shows one alone, --desk NAME opens one alone."
    ),
    ConfigKey(
      name: "deskName", example: #""shop""#,
      meaning: "The name of the desk in the upper left corner."),
    ConfigKey(
      name: "holdSeconds", example: "8",
      meaning:
        "Seconds, 0 to 600, for which a reply is held and can be taken back; 8 unless said, 0 sends at once."),
    ConfigKey(
      name: "secretHours", example: "24",
      meaning:
        "Hours, 0 to 168, for which a password or key that a customer wrote can be shown to you; 24 unless said, 0 keeps none. Card codes, PINs and one-time codes are never kept."
    ),
    ConfigKey(
      name: "keys", example: #"{ resolve: ["E"], palette: ["Ctrl-K", "F10"] }"#,
      meaning:
        "Keys by command, in place of those listed here; an empty list takes a command off the keyboard."),
    ConfigKey(
      name: "views", example: #"[{ name: "Billing, Indonesian", filter: "tag:billing lang:id" }]"#,
      meaning:
        "Views of your own: a name, a filter, and if wanted view (mine, unassigned, all, snoozed, resolved) and sort (burning, waiting, newest, oldest, vip)."
    ),
    ConfigKey(
      name: "theme", example: #""auto""#,
      meaning:
        "How it looks: auto, dark, light, contrast or mono; or { base: \"dark\", late: { color: 196, bold: true } } to change roles."
    ),
    ConfigKey(
      name: "mouse", example: #"true"#,
      meaning:
        "Whether the mouse is listened to; true unless said. With Shift the terminal's own selection works all the same."
    ),
    ConfigKey(
      name: "title", example: #"true"#,
      meaning: "Whether the window gets a title; true unless said."),
    ConfigKey(
      name: "bell", example: #""never""#,
      meaning:
        "When the bell rings: never (unless said), burning for new late or VIP work and hand-overs, message for every message to you, too."
    ),
    ConfigKey(
      name: "notify", example: #"["notify-send", "Sapa", "{}"]"#,
      meaning:
        "A program that is told of new burning work, at most once a minute; {} stands for the sentence; none unless said."
    ),
    ConfigKey(
      name: "editor", example: #""nvim -f""#,
      meaning: "The editor for Alt-E; $VISUAL, $EDITOR or vi unless said. No shell sees it."),
    ConfigKey(
      name: "copyCommand", example: #"["wl-copy"]"#,
      meaning: "A program that takes a text for the clipboard; the terminal itself (OSC 52) unless said."),
    ConfigKey(
      name: "downloads", example: #""~/Downloads""#,
      meaning:
        "The folder for files that are saved; $XDG_DOWNLOAD_DIR, ~/Downloads or where you started unless said."
    ),
    ConfigKey(
      name: "open", example: #"{ "image/*": ["feh", "{}"] }"#,
      meaning: "Programs that show files, by type; {} stands for the file's path; xdg-open unless said."),
    ConfigKey(
      name: "escapeDelay", example: "50",
      meaning: "Milliseconds, 5 to 1000, that a lone Esc waits for company; 50 unless said."),
    ConfigKey(
      name: "language", example: #""en""#,
      meaning: "The language of the console: a folder in Locales; English unless said."),
  ]
}
