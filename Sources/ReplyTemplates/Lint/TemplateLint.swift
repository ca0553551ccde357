/// Reads a template set as a strict colleague would, and says what to mend.
package enum TemplateLint {
  static let variantRules: [any VariantLintRule] = [
    PlaceholderUnknownRule(), PlaceholderBareRule(), PlaceholderFormatRule(), PlaceholderForeignBracesRule(),
    ConditionUnknownRule(), ChoiceUnreachableRule(), FragmentRule(), FactsLiteralRule(),
    DateRule(), PublicPrivateFactRule(), ChannelLengthRule(), LinkMalformedRule(), TextRepeatedWordRule(),
    TextBlanksRule(), TextSmallLetterRule(), TextMarkdownRule(), PackRule(),
  ]

  static let setRules: [any SetLintRule] = [
    FormatRule(), AboutRule(), PlaceholderUnusedRule(), PluralFormsRule(), LocaleMissingRule(),
    LocaleVariantsRule(),
    VariantAlikeRule(), AnswerAlikeRule(), FactsDifferRule(), RegisterMixedVariantsRule(), LinkDeadRule(),
    AttachMissingRule(), ReviewRule(), ShortcutClashRule(), TrialVariantsRule(), CaseLoopRule(),
    AskDuplicateRule(),
  ]

  /// What there is to say about a set, by file, line, column and rule; what files allow is left out.
  ///
  /// - Complexity: O(cases · text of each variant + variants² of a locale).
  package static func findings(in set: TemplateSet, _ environment: LintEnvironment) -> [LintFinding] {
    let context = LintContext(set, environment)
    var findings: Set<LintFinding> = []
    for rule in setRules { findings.formUnion(rule.findings(in: context)) }
    for answer in set.sorted {
      for (tag, texts) in answer.locales {
        for variant in texts.variants {
          let unit = LintUnit(answer: answer, locale: tag, variant: variant, context)
          for rule in variantRules { findings.formUnion(rule.findings(in: unit, context)) }
        }
      }
    }
    let all = LintAllowances(context).applied(to: Array(findings), context)
    return Self.once(all).sorted {
      ($0.file, $0.line, $0.column, $0.rule, $0.message) < (
        $1.file, $1.line, $1.column, $1.rule, $1.message
      )
    }
  }

  /// One finding for each place, rule and sentence: a fragment is read in every text that takes it.
  private static func once(_ findings: [LintFinding]) -> [LintFinding] {
    struct Place: Hashable {
      var file: String
      var line: Int
      var column: Int
      var rule: String
      var message: String
    }
    var told: Set<Place> = []
    return findings.sorted { "\($0)\($0.answer?.path ?? "")" < "\($1)\($1.answer?.path ?? "")" }.filter {
      finding in
      told.insert(
        Place(
          file: finding.file, line: finding.line, column: finding.column, rule: finding.rule,
          message: finding.message)
      ).inserted
    }
  }
}
