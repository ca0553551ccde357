/// The completions of fish.
enum FishCompletions {
  static var script: String {
    var lines = ["# Completions of sapa for fish, made by: sapa completions fish", "complete -c sapa -f"]
    for (word, meaning) in Completions.firstWords {
      lines.append("complete -c sapa -n __fish_use_subcommand -a \(word) -d \(quoted(meaning))")
    }
    for family in Completions.families {
      let seconds = family.rows.map { $0.verb.words[1] }.joined(separator: " ")
      let place = quoted(
        "__fish_seen_subcommand_from \(family.first); and not __fish_seen_subcommand_from \(seconds)")
      for row in family.rows {
        lines.append("complete -c sapa -n \(place) -a \(row.verb.words[1]) -d \(quoted(row.summary))")
      }
    }
    for row in CommandLineTable.rows {
      let condition = condition(row)
      for option in row.options { lines.append(line(option, condition)) }
      if let operand = row.operand { lines.append("complete -c sapa -n \(condition) \(value(operand.kind))") }
    }
    for option in OptionRow.everywhere { lines.append(line(option, nil)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where the options of a subcommand can stand.
  private static func condition(_ row: VerbRow) -> String {
    let words = row.verb.words
    guard let first = words.first else { return "__fish_use_subcommand" }
    // A second word of one subcommand may be the only one of another.
    let others = Completions.families.filter { family in
      words.count == 1 && family.rows.contains { $0.verb.words[1] == first }
    }.map { "; and not __fish_seen_subcommand_from \($0.first)" }
    return quoted(
      words.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ") + others.joined())
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
    case .desk, .folder: "-f -a '(__fish_complete_directories)'"
    case .file: "-F"
    case .program: "-f -a '(__fish_complete_command)'"
    case .language: "-f -a '(\(Completions.languagesCommand))'"
    case .locale: "-f -a '(\(Completions.localesCommand))'"
    default: "-f"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "\\" || $0 == "'" ? "\\\($0)" : "\($0)" }.joined() + "'"
  }
}
