import DeskModel
import LocalePacks

/// Finds files in which one variant is familiar and another formal, where the rules of register were told to be silent.
///
/// Otherwise these rules tell of each place themselves.
struct RegisterMixedVariantsRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    context.set.sorted.flatMap { answer in
      answer.locales.sorted { "\($0.key)" < "\($1.key)" }.compactMap { tag, texts in
        finding(answer, tag, texts, context)
      }
    }
  }

  private func finding(
    _ answer: Answer, _ tag: LocaleTag, _ texts: AnswerTexts, _ context: LintContext
  ) -> LintFinding? {
    guard let manners = context.manners[tag], texts.variants.contains(where: { isAllowed($0, texts) }) else {
      return nil
    }
    let other = manners.pack.rules(in: .markers).filter {
      $0.kind == (manners.pack.preferred == .formal ? "formal" : "informal") && !$0.isAmbiguous
        && $0.match == .word
    }
    var deviant: Variant?
    var usual: Variant?
    for variant in texts.variants {
      let draft = PackDraft(text: variant.body.words)
      let isDeviant = manners.findings(in: draft, on: context.environment.today).contains {
        $0.rule.hasPrefix("register.") && $0.rule != "register.agentForm"
      }
      if isDeviant {
        deviant = deviant ?? variant
      } else if other.contains(where: { $0.stands(in: variant.body.words) }) {
        usual = usual ?? variant
      }
    }
    guard let deviant, let usual else { return nil }
    var finding = context.finding(
      "register.mixed-variants", .warn, answer, tag, line: deviant.line,
      "“\(deviant.name)” and “\(usual.name)” are written in different registers; keep to one in all variants of a language."
    )
    finding.file = deviant.file
    return finding
  }

  private func isAllowed(_ variant: Variant, _ texts: AnswerTexts) -> Bool {
    (variant.allowances + texts.allowances).contains { $0.rule.hasPrefix("register") }
  }
}

extension PhraseRule {
  /// Whether one of the forms stands in a text as words of their own.
  fileprivate func stands(in text: String) -> Bool {
    func words(_ text: String) -> String {
      let folded = isExactCase ? text : text.lowercased()
      return " " + folded.split { !$0.isLetter }.joined(separator: " ") + " "
    }
    let all = words(text)
    return forms.contains { all.contains(words($0)) }
  }
}
