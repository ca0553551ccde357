/// A rule about one variant; a new one is a file with its type, and a line in `TemplateLint.variantRules`.
protocol VariantLintRule: Sendable {
  /// What there is to say about a variant, in any order.
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding]
}

/// A rule about a whole set; a new one is a file with its type, and a line in `TemplateLint.setRules`.
protocol SetLintRule: Sendable {
  /// What there is to say about a set, in any order.
  func findings(in context: LintContext) -> [LintFinding]
}
