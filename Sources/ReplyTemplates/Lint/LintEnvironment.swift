package import LocalePacks

/// What lint has to be given besides the set.
package struct LintEnvironment: Sendable {
  /// How locales belong together.
  package var family: LocaleFamily
  /// The manners of a locale; nil when there are none, and then the rules of packs are silent.
  package var manners: @Sendable (LocaleTag) -> Manners?
  /// What writes a locale's values; nil when nothing does, and then the locale's texts are not filled in.
  package var writer: @Sendable (LocaleTag) -> FactWriter?
  /// How a locale writes dates; nil when that is not known.
  package var dates: @Sendable (LocaleTag) -> DateStyle?
  /// The day, in days since 1970-01-01.
  package var today: Int
  /// The files that the set was made of: lines of settings and links are looked up in them.
  package var files: [TemplateFile]
  /// The names of all files in each answer's folder, with `/` where they lie deeper; nil when nobody has looked.
  package var attachments: [AnswerID: Set<String>]?
  /// What a team decides for itself.
  package var options: LintOptions

  /// Makes an environment.
  package init(
    family: LocaleFamily, manners: @escaping @Sendable (LocaleTag) -> Manners?,
    writer: @escaping @Sendable (LocaleTag) -> FactWriter?,
    dates: @escaping @Sendable (LocaleTag) -> DateStyle? = { _ in nil }, today: Int,
    files: [TemplateFile] = [], attachments: [AnswerID: Set<String>]? = nil,
    options: LintOptions = LintOptions()
  ) {
    self.family = family
    self.manners = manners
    self.writer = writer
    self.dates = dates
    self.today = today
    self.files = files
    self.attachments = attachments
    self.options = options
  }
}

/// What a team decides for itself about lint.
package struct LintOptions: Sendable, Hashable {
  /// Locales that every answer should have; when empty, those that more than half of the answers have.
  package var locales: [LocaleTag] = []
  /// The fewest variants that an answer should have in private, where it has any.
  package var leastInPrivate = 3
  /// The fewest variants that an answer should have in public, where it has any.
  package var leastInPublic = 4
  /// From which likeness on two variants are told of as a warning, in hundredths.
  package var alike = 60
  /// From which likeness on two variants are told of as an error, in hundredths.
  package var nearlySame = 80
  /// The most characters that a channel takes.
  ///
  /// Google Play's reply to a review has 350, a text message 160, a post on X 280.
  package var channelLimits = [
    "review": 350, "play": 350, "chat": 700, "sms": 160, "x": 280, "twitter": 280, "app-store": 5_970,
  ]
  /// The most characters of a public text that names no channels, since it is also offered where the least fits.
  package var publicLimit = 350

  /// Makes the usual options.
  package init() {}
}
