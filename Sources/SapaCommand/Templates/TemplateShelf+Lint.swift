import LocalePacks
import ReplyTemplates

extension TemplateShelf {
  /// What lint has to say about all answers.
  ///
  /// `files` are those that the set was made of, `attachments` all that lie in the answers' folders, `today` counts from
  /// 1970-01-01.
  func lint(
    _ files: [TemplateFile], attachments: [AnswerID: Set<String>]? = nil, today: Int
  ) -> [LintFinding] {
    let (packs, dates) = (packs, dates)
    return TemplateLint.findings(
      in: set,
      LintEnvironment(
        family: packs.cldr.family, manners: { packs.manners($0).manners },
        writer: { FactWriter(packs.cldr.locale($0), dates: dates.style($0), today: today) },
        dates: { dates.style($0) }, today: today, files: files,
        attachments: attachments))
  }
}
