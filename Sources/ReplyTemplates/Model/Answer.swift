package import LocalePacks

/// One answer with all its locales and variants.
package struct Answer: Sendable, Hashable {
  /// Its name.
  package var id: AnswerID
  /// What `about.md` says; nil when there is none.
  package var about: AnswerAbout?
  /// The texts of each locale, the layers merged.
  package var locales: [LocaleTag: AnswerTexts]

  /// Makes an answer.
  package init(id: AnswerID, about: AnswerAbout? = nil, locales: [LocaleTag: AnswerTexts] = [:]) {
    self.id = id
    self.about = about
    self.locales = locales
  }

  /// The title: that of the locale where it has one, otherwise `about.md`'s, otherwise the id.
  package func title(in locale: LocaleTag? = nil) -> String {
    locale.flatMap { locales[$0]?.title } ?? about?.title ?? id.path
  }

  /// The fact that `about.md` lists under a name.
  package func fact(_ name: String) -> Fact? { about?.facts.first { $0.name == name } }

  /// Its settings; the defaults without `about.md`.
  package var settings: AnswerSettings { about?.settings ?? AnswerSettings() }
}

/// What `about.md` says of an answer.
package struct AnswerAbout: Sendable, Hashable {
  /// The first heading.
  package var title: String
  /// The text under it.
  package var summary: String
  /// When to use it.
  package var useWhen: [AnswerCase]
  /// When not.
  package var notWhen: [AnswerCase]
  /// The facts that it needs.
  package var facts: [Fact]
  /// Its settings.
  package var settings: AnswerSettings
  /// The path of the file, for messages.
  package var file: String

  /// Makes a description.
  package init(
    title: String, summary: String = "", useWhen: [AnswerCase] = [], notWhen: [AnswerCase] = [],
    facts: [Fact] = [], settings: AnswerSettings = AnswerSettings(), file: String = ""
  ) {
    self.title = title
    self.summary = summary
    self.useWhen = useWhen
    self.notWhen = notWhen
    self.facts = facts
    self.settings = settings
    self.file = file
  }
}

/// A case in which an answer is used, or is not.
package struct AnswerCase: Sendable, Hashable {
  /// The words, with a link's text in place of the link.
  package var text: String
  /// The answer that a link leads to; nil without one.
  package var leadsTo: AnswerID?
  /// Its line in the file, from 1.
  package var line: Int

  /// Makes a case.
  package init(text: String, leadsTo: AnswerID? = nil, line: Int = 0) {
    self.text = text
    self.leadsTo = leadsTo
    self.line = line
  }
}

/// The texts of one answer in one locale.
package struct AnswerTexts: Sendable, Hashable {
  /// The answer's title in this language.
  package var title: String?
  /// Whether a native speaker has read the file.
  package var review: ReviewStatus
  /// What customers write when they want this answer.
  package var asks: [String]
  /// The variants in the file's order.
  package var variants: [Variant]
  /// Rules of lint that are not told in the whole file, with their reasons.
  package var allowances: [LintAllowance]
  /// The path of the strongest file, for messages.
  package var file: String

  /// Makes texts.
  package init(
    title: String? = nil, review: ReviewStatus = .unreviewed, asks: [String] = [], variants: [Variant] = [],
    allowances: [LintAllowance] = [], file: String = ""
  ) {
    self.title = title
    self.review = review
    self.asks = asks
    self.variants = variants
    self.allowances = allowances
    self.file = file
  }
}
