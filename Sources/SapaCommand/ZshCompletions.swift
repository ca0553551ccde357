/// The completions of zsh, by its function `_arguments`; works as a file in `$fpath` and when it is sourced.
enum ZshCompletions {
  static var script: String {
    """
    #compdef sapa
    # Completions of sapa for zsh, made by: sapa completions zsh
    _sapa() {
      local -a verbs
      verbs=(
        \(verbs)
      )
      if (( CURRENT == 2 )) && [[ ${words[2]} != -* ]]; then
        _describe -t commands 'command' verbs
        return
      fi
      local verb=
      if [[ ${words[2]} != -* ]]; then
        verb=${words[2]}
        shift words
        (( CURRENT-- ))
      fi
      local -a seconds
      case $verb in
        \(families)
      esac
      case $verb in
        \(cases)
      esac
    }
    _sapa_languages() {
      local -a tags
      tags=(${(f)"$(\(Completions.languagesCommand))"})
      _describe -t languages 'language' tags
    }
    _sapa_locales() {
      local -a tags
      tags=(${(f)"$(\(Completions.localesCommand))"})
      _describe -t locales 'locale' tags
    }
    if [[ ${funcstack[1]} == _sapa ]]; then
      _sapa "$@"
    else
      compdef _sapa sapa
    fi

    """
  }

  private static var verbs: String {
    Completions.firstWords.map { Completions.quoted("\($0.word):\(escaped($0.meaning))") }
      .joined(separator: "\n    ")
  }

  /// The second words of subcommands that have them.
  private static var families: String {
    Completions.families.map { family in
      let seconds = family.rows.map { Completions.quoted("\($0.verb.words[1]):\(escaped($0.summary))") }
      return """
        \(family.first))
              if (( CURRENT == 2 )); then
                seconds=(\(seconds.joined(separator: " ")))
                _describe -t commands 'command' seconds
                return
              fi
              verb+=" ${words[2]}"
              shift words
              (( CURRENT-- )) ;;
        """
    }.joined(separator: "\n    ")
  }

  private static var cases: String {
    CommandLineTable.rows.map { row in
      let name = row.verb.words.count == 1 ? row.verb.rawValue : "'\(row.verb.words.joined(separator: " "))'"
      var specifications = Completions.options(row).flatMap { option in
        [option.shortName, option.name].compactMap(\.self).map {
          "\($0)[\(escaped(option.meaning))]" + (option.value.map(value) ?? "")
        }
      }
      if let operand = row.operand { specifications.append("*" + value(operand.kind)) }
      return "\(name)) _arguments \(specifications.map(Completions.quoted).joined(separator: " ")) ;;"
    }.joined(separator: "\n    ")
  }

  private static func value(_ kind: ValueKind) -> String {
    if let words = Completions.words(kind) { return ":\(kind):(\(words.joined(separator: " ")))" }
    return switch kind {
    case .desk: ":desk:_files -/"
    case .folder: ":folder:_files -/"
    case .file: ":file:_files"
    case .program: ":program:_command_names -e"
    case .language: ":language:_sapa_languages"
    case .locale: ":locale:_sapa_locales"
    default: ":\(kind): "
    }
  }

  /// Colons and brackets end the parts of a specification.
  private static func escaped(_ text: String) -> String {
    text.map { "\\:[]".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
