package import LocalePacks

/// What changed between two versions of a set.
package struct SetComparison: Sendable, Hashable {
  /// What happened to an answer.
  package enum Fate: Sendable, Hashable {
    case added
    case removed
    /// It had this name, and most of its texts are the same.
    case renamed(from: AnswerID)
    case changed
  }

  /// What changed in an answer.
  package struct AnswerChange: Sendable, Hashable {
    /// Its name now; when it was removed, its name then.
    package var id: AnswerID
    /// What happened.
    package var fate: Fate
    /// What `about.md` says otherwise, `key: old → new`.
    package var about: [AboutChange] = []
    /// The variants that changed, by locale and in the order of the files.
    package var variants: [VariantChange] = []
    /// What customers ask, by locale: sentences that were put in or taken out.
    package var asks: [AskChange] = []
    /// Locales whose texts are as they were though others changed: translations that may be out of date.
    package var leftBehind: [LocaleTag] = []
  }

  /// A thing that `about.md` says otherwise.
  package struct AboutChange: Sendable, Hashable {
    /// The setting, `fact NAME`, `title`, `summary`, `use when` or `not when`.
    package var key: String
    /// What it was; nil when it was not there.
    package var old: String?
    /// What it is; nil when it is not there any more.
    package var new: String?
  }

  /// What happened to a variant.
  package enum VariantFate: Sendable, Hashable {
    case added(String)
    case removed(String)
    /// The same text had this heading: its statistics hang on the old name.
    case renamed(from: String)
    /// The text changed.
    case changed(WordDifference)
    /// The text is the same, and where it fits or who has read it is not; in words.
    case moved([AboutChange])
  }

  /// What changed in a variant.
  package struct VariantChange: Sendable, Hashable {
    /// Its name now; when it was removed, its name then.
    package var id: VariantID
    /// What happened.
    package var fate: VariantFate
  }

  /// A sentence that customers write.
  package struct AskChange: Sendable, Hashable {
    /// The locale.
    package var locale: LocaleTag
    /// The sentence.
    package var text: String
    /// Whether it was put in; else it was taken out.
    package var isAdded: Bool
  }

  /// A fragment that changed.
  package struct FragmentChange: Sendable, Hashable {
    /// The locale.
    package var locale: LocaleTag
    /// The fragment's name.
    package var name: String
    /// What happened.
    package var fate: VariantFate
  }

  /// A guided script that changed.
  package struct ScriptChange: Sendable, Hashable {
    /// The script's folder.
    package var id: String
    /// The locale.
    package var locale: LocaleTag
    /// Whether it was there before.
    package var was: Bool
    /// Whether it is there now.
    package var isThere: Bool
  }

  /// The answers that changed, by name.
  package private(set) var answers: [AnswerChange] = []
  /// The fragments that changed, by locale and name.
  package private(set) var fragments: [FragmentChange] = []
  /// The guided scripts that changed, by name and locale.
  package private(set) var scripts: [ScriptChange] = []

  /// Whether nothing changed.
  package var isEmpty: Bool { answers.isEmpty && fragments.isEmpty && scripts.isEmpty }

  /// Compares two versions.
  ///
  /// - Complexity: O(texts), and for each text that changed its words in both versions multiplied.
  package init(from old: TemplateSet, to new: TemplateSet) {
    let names = Self.renamed(from: old, to: new)
    let before = Set(names.values)
    for id in Set(old.answers.keys).union(new.answers.keys).sorted() {
      switch (old.answers[id], new.answers[id]) {
      case (let past?, let present?):
        if let change = Self.change(from: past, to: present, .changed) { answers.append(change) }
      case (nil, let present?):
        guard let name = names[id], let past = old.answers[name] else {
          answers.append(Self.whole(present, .added) { .added($0) })
          continue
        }
        answers.append(
          Self.change(from: past, to: present, .renamed(from: name))
            ?? AnswerChange(id: id, fate: .renamed(from: name)))
      case (let past?, nil):
        if !before.contains(id) { answers.append(Self.whole(past, .removed) { .removed($0) }) }
      case (nil, nil): break
      }
    }
    for locale in Set(old.fragments.keys).union(new.fragments.keys).sorted(by: { "\($0)" < "\($1)" }) {
      let (past, present) = (old.fragments[locale] ?? [:], new.fragments[locale] ?? [:])
      for name in Set(past.keys).union(present.keys).sorted() {
        guard let fate = Self.fate(from: past[name], to: present[name]) else { continue }
        fragments.append(FragmentChange(locale: locale, name: name, fate: fate))
      }
    }
    for id in Set(old.scripts.keys).union(new.scripts.keys).sorted() {
      let (past, present) = (old.scripts[id] ?? [:], new.scripts[id] ?? [:])
      for locale in Set(past.keys).union(present.keys).sorted(by: { "\($0)" < "\($1)" })
      where !Self.isSame(past[locale], present[locale]) {
        scripts.append(
          ScriptChange(
            id: id, locale: locale, was: past[locale] != nil, isThere: present[locale] != nil))
      }
    }
  }

  // MARK: - Answers

  /// For each new name the old one: answers that went and came with at least half of their texts the same.
  private static func renamed(from old: TemplateSet, to new: TemplateSet) -> [AnswerID: AnswerID] {
    func texts(_ answer: Answer) -> Set<[String]> {
      Set(
        answer.locales.flatMap { locale, texts in
          texts.variants.map { ["\(locale)", $0.name, $0.source] }
        })
    }
    let gone = old.sorted.filter { new.answers[$0.id] == nil }.map { ($0.id, texts($0)) }
    let come = new.sorted.filter { old.answers[$0.id] == nil }.map { ($0.id, texts($0)) }
    var pairs: [(shared: Int, old: AnswerID, new: AnswerID)] = []
    for (past, pastTexts) in gone {
      for (present, presentTexts) in come {
        let shared = pastTexts.intersection(presentTexts).count
        if shared > 0, shared * 2 >= max(pastTexts.count, presentTexts.count) {
          pairs.append((shared, past, present))
        }
      }
    }
    pairs.sort { ($1.shared, $0.old, $0.new) < ($0.shared, $1.old, $1.new) }
    var result: [AnswerID: AnswerID] = [:]
    var taken: Set<AnswerID> = []
    for pair in pairs where result[pair.new] == nil && taken.insert(pair.old).inserted {
      result[pair.new] = pair.old
    }
    return result
  }

  private static func whole(
    _ answer: Answer, _ fate: Fate, _ made: (String) -> VariantFate
  ) -> AnswerChange {
    var change = AnswerChange(id: answer.id, fate: fate)
    for (locale, texts) in answer.locales.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      change.variants += texts.variants.map {
        VariantChange(
          id: VariantID(answer: answer.id, locale: locale, name: $0.name), fate: made($0.source))
      }
    }
    return change
  }

  /// What changed in an answer; nil when nothing did.
  private static func change(from old: Answer, to new: Answer, _ fate: Fate) -> AnswerChange? {
    var change = AnswerChange(id: new.id, fate: fate)
    change.about = AboutComparison.changes(from: old.about, to: new.about)
    var rewritten: Set<LocaleTag> = []
    var untouched: [LocaleTag] = []
    for locale in Set(old.locales.keys).union(new.locales.keys).sorted(by: { "\($0)" < "\($1)" }) {
      let (past, present) = (old.locales[locale], new.locales[locale])
      let variants = variants(from: past, to: present, locale, of: new.id)
      change.variants += variants
      let (pastAsks, presentAsks) = (past?.asks ?? [], present?.asks ?? [])
      change.asks += presentAsks.filter { !pastAsks.contains($0) }.map {
        AskChange(locale: locale, text: $0, isAdded: true)
      }
      change.asks += pastAsks.filter { !presentAsks.contains($0) }.map {
        AskChange(locale: locale, text: $0, isAdded: false)
      }
      guard let past, let present else { continue }
      change.about += AboutComparison.changes(from: past, to: present, locale)
      if variants.contains(where: { $0.fate.isRewording }) {
        rewritten.insert(locale)
      } else if variants.isEmpty {
        untouched.append(locale)
      }
    }
    change.leftBehind = rewritten.isEmpty ? [] : untouched
    return change == AnswerChange(id: new.id, fate: fate) ? nil : change
  }

  private static func variants(
    from old: AnswerTexts?, to new: AnswerTexts?, _ locale: LocaleTag, of answer: AnswerID
  ) -> [VariantChange] {
    let past = Dictionary((old?.variants ?? []).map { ($0.name, $0) }) { first, _ in first }
    let present = new?.variants ?? []
    let names = Set(present.map(\.name))
    var gone = (old?.variants ?? []).filter { !names.contains($0.name) }
    func changed(_ name: String, _ fate: VariantFate) -> VariantChange {
      VariantChange(id: VariantID(answer: answer, locale: locale, name: name), fate: fate)
    }
    var changes: [VariantChange] = []
    for variant in present {
      if let before = past[variant.name] {
        if let fate = fate(from: before, to: variant) { changes.append(changed(variant.name, fate)) }
      } else if let place = gone.firstIndex(where: { $0.source == variant.source }) {
        changes.append(changed(variant.name, .renamed(from: gone.remove(at: place).name)))
      } else {
        changes.append(changed(variant.name, .added(variant.source)))
      }
    }
    return changes + gone.map { changed($0.name, .removed($0.source)) }
  }

  /// What happened to a variant; nil for nothing.
  private static func fate(from old: Variant?, to new: Variant?) -> VariantFate? {
    switch (old, new) {
    case (nil, nil): return nil
    case (nil, let new?): return .added(new.source)
    case (let old?, nil): return .removed(old.source)
    case (let old?, let new?):
      if old.source != new.source { return .changed(WordDifference(from: old.source, to: new.source)) }
      let moves = AboutComparison.places(from: old, to: new)
      return moves.isEmpty ? nil : .moved(moves)
    }
  }

  /// Whether two scripts say the same; where a file lies does not count.
  private static func isSame(_ old: GuidedScript?, _ new: GuidedScript?) -> Bool {
    guard let old, let new else { return old == nil && new == nil }
    func said(_ script: GuidedScript) -> [String] {
      [script.title, script.moment]
        + script.steps.flatMap { step in
          [step.title] + step.items.map { "\($0.kind.rawValue) \($0.source)" }
        }
    }
    return said(old) == said(new) && old.review == new.review
  }
}

extension SetComparison.VariantFate {
  /// Whether what is sent changed, so that translations may have to change as well.
  var isRewording: Bool {
    switch self {
    case .added, .removed, .changed: true
    case .renamed, .moved: false
    }
  }
}
