/// The completions of bash: one function, which needs nothing of the package bash-completion.
enum BashCompletions {
  static var script: String {
    """
    # Completions of sapa for bash 4.4 and later, made by: sapa completions bash
    _sapa() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= options= kind=
      COMPREPLY=()
      if ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} != -* ]]; then verb=${COMP_WORDS[1]}; fi
      case $verb in
        \(families)
      esac
      case $verb in
        \(cases)
      esac
      if ((COMP_CWORD == 1)); then kind=verb; fi
      case $before in
        \(values)
      esac
      if [[ $word == -* && $kind != value:* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
        return
      fi
      case ${kind#value:} in
        \(kinds)
      esac
    }
    complete -F _sapa sapa

    """
  }

  /// The second words of subcommands that have them.
  private static var families: String {
    Completions.families.map { family in
      let seconds = family.rows.map { $0.verb.words[1] }.joined(separator: " ")
      return """
        \(family.first))
              if ((COMP_CWORD == 2)); then
                mapfile -t COMPREPLY < <(compgen -W '\(seconds)' -- "$word")
                return
              fi
              verb+=" ${COMP_WORDS[2]-}" ;;
        """
    }.joined(separator: "\n    ")
  }

  private static var cases: String {
    CommandLineTable.rows.map { row in
      let name = row.verb.words.count == 1 ? row.verb.rawValue : "'\(row.verb.words.joined(separator: " "))'"
      let options = Completions.options(row).map(\.name).joined(separator: " ")
      let kind = row.operand.map { " kind=\($0.kind)" } ?? ""
      return "\(name)) options='\(options)'\(kind) ;;"
    }.joined(separator: "\n    ")
  }

  private static var values: String {
    Completions.valued.map { option in
      "\(option.name)) kind=value:\(option.value.map { "\($0)" } ?? "") ;;"
    }.joined(separator: "\n    ")
  }

  private static var kinds: String {
    ValueKind.allCases.compactMap { kind in
      if let words = Completions.words(kind) {
        return
          "\(kind)) mapfile -t COMPREPLY < <(compgen -W '\(words.joined(separator: " "))' -- \"$word\") ;;"
      }
      switch kind {
      case .desk, .folder: return path(kind, "-d")
      case .file: return path(kind, "-f")
      case .program: return "\(kind)) mapfile -t COMPREPLY < <(compgen -A command -A file -- \"$word\") ;;"
      case .language:
        return
          "\(kind)) mapfile -t COMPREPLY < <(compgen -W \"$(\(Completions.languagesCommand))\" -- \"$word\") ;;"
      case .locale:
        return
          "\(kind)) mapfile -t COMPREPLY < <(compgen -W \"$(\(Completions.localesCommand))\" -- \"$word\") ;;"
      default: return nil
      }
    }.joined(separator: "\n    ")
  }

  /// `filenames` lets readline quote what it puts in and end folders with a slash.
  private static func path(_ kind: ValueKind, _ flag: String) -> String {
    "\(kind)) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen \(flag) -- \"$word\") ;;"
  }
}
