import DeskModel

/// Tells what could not be read at all.
struct FormatRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    context.set.problems.map { problem in
      LintFinding(
        file: problem.file, line: problem.line, rule: "format." + Self.name(of: problem.fault),
        severity: .error, message: problem.fault.sentence)
    }
  }

  private static func name(of fault: TemplateFault) -> String {
    switch fault {
    case .notUTF8: "encoding"
    case .tooLarge: "size"
    case .badName: "name"
    case .unclosed: "unclosed"
    case .badPlaceholder: "placeholder"
    case .unknownFormat: "unknown-format"
    case .nestedChoice, .loneChoice: "choice"
    case .badCondition: "condition"
    case .badFragment: "fragment"
    case .variantWithoutPlace, .unknownPlace: "place"
    case .twice: "twice"
    case .namelessHeading: "heading"
    case .strayText: "stray"
    case .unknownKey: "key"
    case .badValue: "value"
    case .noTitle: "title"
    }
  }
}
