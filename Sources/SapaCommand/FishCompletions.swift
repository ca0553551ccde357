/// The completions of fish.
enum FishCompletions {
  static var script: String {
    var lines = ["# Completions of sapa for fish, made by: sapa completions fish", "complete -c sapa -f"]
    for row in CommandLineTable.rows {
      let verb = row.verb.rawValue
      let condition =
        row.verb == .console ? "__fish_use_subcommand" : quoted("__fish_seen_subcommand_from \(verb)")
      if row.verb != .console {
        lines.append("complete -c sapa -n __fish_use_subcommand -a \(verb) -d \(quoted(row.summary))")
      }
      for option in row.options { lines.append(line(option, condition)) }
      if let operand = row.operand { lines.append("complete -c sapa -n \(condition) \(value(operand.kind))") }
    }
    for option in OptionRow.everywhere { lines.append(line(option, nil)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ option: OptionRow, _ condition: String?) -> String {
    var parts = ["complete -c sapa"]
    if let condition { parts.append("-n \(condition)") }
    parts.append("-l \(option.name.drop { $0 == "-" })")
    if let short = option.shortName { parts.append("-s \(short.drop { $0 == "-" })") }
    parts.append("-d \(quoted(option.meaning))")
    if let kind = option.value { parts.append("-r \(value(kind))") }
    return parts.joined(separator: " ")
  }

  private static func value(_ kind: ValueKind) -> String {
    if let words = Completions.words(kind) { return "-f -a \(quoted(words.joined(separator: " ")))" }
    return switch kind {
    case .folder: "-f -a '(__fish_complete_directories)'"
    case .file: "-F"
    case .language: "-f -a '(\(Completions.languagesCommand))'"
    default: "-f"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "\\" || $0 == "'" ? "\\\($0)" : "\($0)" }.joined() + "'"
  }
}
