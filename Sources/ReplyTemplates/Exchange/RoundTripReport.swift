import LocalePacks

/// What an export has lost: the answers as they were against the answers as they are read back.
enum RoundTripReport {
  /// One note for each thing that does not come back.
  ///
  /// Complexity: O(answers and their texts).
  static func notes(_ answers: [Answer], back: [Answer], format: ExchangeFormat) -> [ExchangeNote] {
    let found = [AnswerID: Answer](back.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var notes: [ExchangeNote] = []
    for answer in answers {
      func note(_ item: String, _ construct: String, _ action: ExchangeAction = .leftOut) {
        notes.append(
          ExchangeNote(file: format.rawValue, item: item, construct: construct, action: action))
      }
      guard let other = found[answer.id] else {
        note(answer.id.path, answer.locales.isEmpty ? "an answer without texts" : "the answer")
        continue
      }
      for loss in losses(answer, other) { note(answer.id.path, loss) }
      for locale in answer.locales.keys.sorted(by: { $0.description < $1.description }) {
        guard let texts = answer.locales[locale] else { continue }
        for loss in losses(texts) { note("\(answer.id)@\(locale)", loss) }
        for variant in texts.variants {
          let id = VariantID(answer: answer.id, locale: locale, name: variant.name).description
          guard let same = other.locales[locale]?.variants.first(where: { $0.name == variant.name }) else {
            note(id, "the variant")
            continue
          }
          if same.body != variant.body.trimmed {
            note(id, "the text", .became("it is read back as: \(same.source)"))
          }
          for loss in losses(variant, same) { note(id, loss) }
        }
      }
    }
    return notes
  }

  private static func losses(_ answer: Answer, _ other: Answer) -> [String] {
    var result: [String] = []
    if answer.title() != other.title() { result.append("the title \(answer.title())") }
    guard let about = answer.about else { return result }
    let back = other.about
    if about.summary != back?.summary ?? "" { result.append("the summary") }
    if !about.useWhen.isEmpty { result.append("when to use it") }
    if !about.notWhen.isEmpty { result.append("when not to use it") }
    for fact in about.facts {
      guard let same = other.fact(fact.name) else {
        result.append("the fact \(fact.name)")
        continue
      }
      if (same.type, same.isOptional, same.note) != (fact.type, fact.isOptional, fact.note) {
        result.append("what is said of the fact \(fact.name)")
      }
    }
    return result + losses(about.settings, back?.settings ?? AnswerSettings())
  }

  private static func losses(_ settings: AnswerSettings, _ back: AnswerSettings) -> [String] {
    let checks: [(isSame: Bool, name: String)] = [
      (settings.tags == back.tags, "tags"), (settings.shortcuts == back.shortcuts, "shortcuts"),
      (settings.isFirstContactOnly == back.isFirstContactOnly, "first contact only"),
      (settings.status == back.status, "set status"), (settings.addTags == back.addTags, "add tags"),
      (settings.removeTags == back.removeTags, "remove tags"),
      (settings.followUp == back.followUp, "follow up"), (settings.attachments == back.attachments, "attach"),
      (settings.channels == back.channels, "channels"), (settings.owner == back.owner, "owner"),
      (settings.reviewBy == back.reviewBy, "review by"), (settings.trial == back.trial, "trial"),
    ]
    return checks.filter { !$0.isSame }.map { "the setting \"\($0.name)\"" }
  }

  private static func losses(_ texts: AnswerTexts) -> [String] {
    var result: [String] = []
    if texts.title != nil { result.append("the title in this language") }
    if texts.review != .unreviewed { result.append("who has reviewed the texts") }
    if !texts.asks.isEmpty { result.append("what customers ask") }
    if !texts.allowances.isEmpty { result.append("rules that are not told of") }
    return result
  }

  private static func losses(_ variant: Variant, _ back: Variant) -> [String] {
    var result: [String] = []
    if variant.audience != back.audience { result.append("who reads it") }
    if variant.channels != back.channels { result.append("its channels") }
    if variant.occasion != back.occasion { result.append("when it fits") }
    if variant.review != nil { result.append("who has reviewed it") }
    if !variant.allowances.isEmpty { result.append("rules that are not told of in it") }
    return result
  }
}
