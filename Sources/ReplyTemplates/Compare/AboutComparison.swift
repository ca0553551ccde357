import DeskModel
import LocalePacks

/// What `about.md`, and the places of variants, say otherwise than before.
enum AboutComparison {
  typealias Change = SetComparison.AboutChange

  /// The things that differ, in the order of the file.
  static func changes(from old: AnswerAbout?, to new: AnswerAbout?) -> [Change] {
    differences(from: old.map(lines) ?? [], to: new.map(lines) ?? [])
  }

  /// Where a variant fits, and who has read it.
  static func places(from old: Variant, to new: Variant) -> [Change] {
    differences(from: places(old), to: places(new))
  }

  /// The title of a locale's file, and who has read it.
  static func changes(from old: AnswerTexts, to new: AnswerTexts, _ locale: LocaleTag) -> [Change] {
    func lines(_ texts: AnswerTexts) -> [(key: String, value: String)] {
      [("\(locale) status", status(texts.review))] + (texts.title.map { [("\(locale) title", $0)] } ?? [])
    }
    return differences(from: lines(old), to: lines(new))
  }

  private static func differences(
    from old: [(key: String, value: String)], to new: [(key: String, value: String)]
  ) -> [Change] {
    let past = Dictionary(old.map { ($0.key, $0.value) }) { $0 + "; " + $1 }
    let present = Dictionary(new.map { ($0.key, $0.value) }) { $0 + "; " + $1 }
    var told: Set<String> = []
    return (new + old).compactMap { key, _ in
      guard told.insert(key).inserted, past[key] != present[key] else { return nil }
      return Change(key: key, old: past[key], new: present[key])
    }
  }

  private static func lines(_ about: AnswerAbout) -> [(key: String, value: String)] {
    var lines = [("title", about.title)]
    func add(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append((key, value)) }
    }
    add("summary", about.summary)
    for item in about.useWhen { add("use when", described(item)) }
    for item in about.notWhen { add("not when", described(item)) }
    for fact in about.facts {
      add("fact \(fact.name)", fact.type.rawValue + (fact.isOptional ? ", optional" : "") + ": " + fact.note)
    }
    let settings = about.settings
    add("tags", list(settings.tags))
    add("shortcuts", list(settings.shortcuts))
    add("first contact only", settings.isFirstContactOnly ? "yes" : nil)
    add("set status", settings.status)
    add("add tags", list(settings.addTags))
    add("remove tags", list(settings.removeTags))
    add("follow up", settings.followUp.map { "\($0.after / 3_600) hours: \($0.text)" })
    add("attach", list(settings.attachments))
    add("channels", list(settings.channels))
    add("owner", settings.owner)
    add("review by", settings.reviewBy.map(day))
    add(
      "trial",
      settings.trial.map {
        "\(list($0.variants)); until \($0.limit); difference \($0.difference)"
      })
    return lines
  }

  private static func places(_ variant: Variant) -> [(key: String, value: String)] {
    [
      ("readers", variant.audience == .world ? "in public" : "in private"),
      ("channels", list(variant.channels)), ("after", variant.occasion.rawValue),
      ("status", status(variant.review)),
    ].filter { !$0.1.isEmpty }
  }

  private static func status(_ review: ReviewStatus?) -> String {
    switch review {
    case nil: ""
    case .unreviewed?: "unreviewed"
    case .reviewed(let by)?: "reviewed by \(by)"
    }
  }

  private static func described(_ item: AnswerCase) -> String {
    item.text + (item.leadsTo.map { " → \($0)" } ?? "")
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// `2027-06-01`.
  private static func day(_ days: Int) -> String {
    String(Timestamp(milliseconds: Int64(days) * 86_400_000).rfc3339.prefix(10))
  }
}
