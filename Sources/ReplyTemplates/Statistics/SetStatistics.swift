package import DeskModel
package import LocalePacks

/// What became of the replies that were made from the answers of a set.
///
/// It compares texts, never persons.
package struct SetStatistics: Sendable, Hashable {
  /// A variant, or an older text of it.
  package struct VariantRow: Sendable, Hashable {
    /// The variant.
    package var id: VariantID
    /// Whether these replies had another text than it has now.
    package var isOlder: Bool
    /// Whether the set does not have it any more.
    package var isGone: Bool
    /// What became of them.
    package var statistics: VariantStatistics
  }

  /// An answer with its variants.
  package struct AnswerRow: Sendable, Hashable {
    /// The answer.
    package var id: AnswerID
    /// Its title; its name when the set does not have it any more.
    package var title: String
    /// Whether the set does not have it any more.
    package var isGone: Bool
    /// What became of all its replies.
    package var statistics: VariantStatistics
    /// By locale and in the order of the files; what is gone or older stands behind.
    package var variants: [VariantRow]
    /// The trial that runs, and what it says.
    package var trial: Trial?
  }

  /// A trial and what it says.
  package struct Trial: Sendable, Hashable {
    /// As it was set.
    package var plan: VariantTrial
    /// What it says so far.
    package var judgement: TrialJudgement
  }

  /// An answer that nobody used of late.
  package struct Unused: Sendable, Hashable {
    /// The answer.
    package var id: AnswerID
    /// When it was used last; nil for never.
    package var last: Timestamp?
  }

  /// The answers that were used, the most used first; of equal ones by name.
  package private(set) var answers: [AnswerRow] = []
  /// Present texts that agents mostly rewrite, the most sent first.
  package private(set) var toMend: [VariantRow] = []
  /// Answers that were not used in the last `freshFor` seconds, by name.
  package private(set) var unused: [Unused] = []

  /// After so many seconds without use an answer is told as unused: 90 days.
  package static let freshFor: Int64 = 90 * 86_400

  /// Counts replies.
  ///
  /// - Parameters:
  ///   - replies: all of them, in any order; one without a version counts for the present text.
  ///   - set: the answers as they are now.
  ///   - now: what time it is.
  ///   - locales: whose texts are counted; empty for all. A trial is judged in all locales.
  ///   - answer: the one that is wanted; nil for all.
  /// - Complexity: O(replies · log + answers).
  package init(
    _ replies: [SentVariant], in set: TemplateSet, now: Timestamp, locales: [LocaleTag] = [],
    only answer: AnswerID? = nil
  ) {
    let wanted = replies.filter { answer == nil || $0.variant.answer == answer }
      .sorted { ($0.at, $0.conversation.rawValue) < ($1.at, $1.conversation.rawValue) }
    let byAnswer = Dictionary(grouping: wanted, by: \.variant.answer)
    for (id, all) in byAnswer {
      let counted = all.filter { locales.isEmpty || locales.contains($0.variant.locale) }
      if counted.isEmpty { continue }
      let present = set.answers[id]
      answers.append(
        AnswerRow(
          id: id, title: present?.title() ?? id.path, isGone: present == nil,
          statistics: VariantStatistics(counted), variants: Self.rows(counted, present),
          trial: present?.settings.trial.map {
            Trial(plan: $0, judgement: TrialJudgement($0, of: id, all))
          }))
    }
    answers.sort { ($1.statistics.sent, $0.id) < ($0.statistics.sent, $1.id) }
    toMend = answers.flatMap(\.variants).filter { row in
      !row.isOlder && !row.isGone && row.statistics.edited.total > 0 && row.statistics.edited.low > 0.5
    }.sorted { ($1.statistics.sent, $0.id) < ($0.statistics.sent, $1.id) }
    for id in set.answers.keys.sorted() where answer == nil || answer == id {
      let last = byAnswer[id]?.last { locales.isEmpty || locales.contains($0.variant.locale) }?.at
      if last.map({ $0.adding(seconds: Self.freshFor) < now }) ?? true {
        unused.append(Unused(id: id, last: last))
      }
    }
  }

  /// The rows of an answer's variants.
  private static func rows(_ replies: [SentVariant], _ answer: Answer?) -> [VariantRow] {
    struct Key: Hashable {
      var id: VariantID
      var isOlder: Bool
    }
    var places: [VariantID: (place: Int, version: String)] = [:]
    if let answer {
      for (locale, texts) in answer.locales {
        for (place, variant) in texts.variants.enumerated() {
          places[VariantID(answer: answer.id, locale: locale, name: variant.name)] = (place, variant.version)
        }
      }
    }
    let groups = Dictionary(grouping: replies) { reply in
      Key(
        id: reply.variant,
        isOlder: reply.version.map { $0 != places[reply.variant]?.version } ?? false)
    }
    func order(_ key: Key) -> (String, Int, Int, String) {
      ("\(key.id.locale)", key.isOlder ? 1 : 0, places[key.id]?.place ?? .max, key.id.name)
    }
    return groups.keys.sorted { order($0) < order($1) }.map { key in
      let isGone = places[key.id] == nil
      return VariantRow(
        id: key.id, isOlder: key.isOlder && !isGone, isGone: isGone,
        statistics: VariantStatistics(groups[key] ?? []))
    }
  }
}
