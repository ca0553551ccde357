import JSONText
import LocalePacks

/// One text of a file, before it has its place in an answer.
struct ImportedText {
  var name: ItemName
  var body: TemplateBody
  var facts: [Fact] = []
  var settings = AnswerSettings()
  var summary = ""
}

extension ImportedText {
  /// The text with names that stand on one line, because headings do.
  fileprivate var onOneLine: ImportedText {
    var text = self
    text.name.title = name.title.onOneLine
    text.name.variant = name.variant?.onOneLine
    text.facts = facts.map { fact in
      var fact = fact
      fact.note = fact.note.onOneLine
      return fact
    }
    return text
  }
}

extension String {
  fileprivate var onOneLine: String {
    guard contains(where: \.isNewline) else { return self }
    return split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// Where something stands in a file, for notes.
struct ItemPlace {
  var line: Int?
  /// From 1.
  var number: Int
  var label: String?

  var description: String { "item \(number)" + (label.map { " (\($0))" } ?? "") }
}

/// Makes answers of the texts of a file: gives ids, joins variants, and collects notes.
struct AnswerCollector {
  let file: String
  let locale: LocaleTag
  let format: ExchangeFormat
  private(set) var notes: [ExchangeNote] = []
  private var answers: [Answer] = []
  private var places: [AnswerID: Int] = [:]
  private var records = KeptRecords()
  private var lookups: [[VariantID]] = []
  private var fieldCounts: [(name: String, count: Int)] = []

  init(file: String, locale: LocaleTag, format: ExchangeFormat) {
    self.file = file
    self.locale = locale
    self.format = format
  }

  mutating func note(_ place: ItemPlace? = nil, _ construct: String, _ action: ExchangeAction) {
    notes.append(
      ExchangeNote(
        file: file, line: place?.line, item: place?.description, construct: construct, action: action))
  }

  mutating func note(_ place: ItemPlace, _ remarks: [TextRemark]) {
    for remark in remarks { note(place, remark.construct, remark.action) }
  }

  /// Counts a field that says nothing about the texts, so that one note tells of all of them.
  mutating func count(field name: String) {
    if let index = fieldCounts.firstIndex(where: { $0.name == name }) {
      fieldCounts[index].count += 1
    } else {
      fieldCounts.append((name, 1))
    }
  }

  mutating func keep(root: [JSONMember]) { records.root = root }

  /// Takes the texts of one record, which are variants of one answer; without an id the usual one is taken if it is free.
  ///
  /// Complexity: O(variants of the answer) for each text.
  mutating func add(
    _ given: [ImportedText], usual: AnswerID? = nil, record: [JSONMember] = [], at place: ItemPlace
  ) {
    let texts = given.map { $0.onOneLine }
    guard let first = texts.first else { return }
    let id: AnswerID
    if let stated = first.name.id {
      id = stated
    } else {
      let wanted = usual ?? AnswerID.made(of: first.name.title)
      id = free(wanted)
      if id != wanted { note(place, "the id \(wanted) is taken", .became("it is \(id) here")) }
    }
    var added: [VariantID] = []
    for text in texts {
      if let variant = add(text, to: id, at: place) { added.append(variant) }
    }
    guard !added.isEmpty else { return }
    records.records.append(KeptRecord(members: record, about: nil, variants: [:]))
    lookups.append(added)
  }

  func finished() -> ExchangeSet {
    var result = ExchangeSet(format: format, answers: answers, notes: notes, records: records)
    for field in fieldCounts {
      let items = field.count == 1 ? "1 item" : "\(field.count) items"
      result.notes.append(
        ExchangeNote(file: file, construct: "\(field.name) (\(items))", action: .leftOut))
    }
    for (index, variants) in lookups.enumerated() {
      for variant in variants {
        let answer = places[variant.answer].map { answers[$0] }
        result.records.records[index].about = answer?.about
        result.records.records[index].variants[variant] = answer?.locales[variant.locale]?.variants
          .first { $0.name == variant.name }
      }
    }
    return result
  }

  // MARK: - Parts

  private func free(_ wanted: AnswerID) -> AnswerID {
    guard places[wanted] != nil else { return wanted }
    var number = 2
    while places[AnswerID("\(wanted.path)-\(number)")] != nil { number += 1 }
    return AnswerID("\(wanted.path)-\(number)")
  }

  private mutating func add(_ text: ImportedText, to id: AnswerID, at place: ItemPlace) -> VariantID? {
    guard let body = stored(text.body, at: place) else { return nil }
    let index: Int
    if let known = places[id] {
      index = known
      merge(text, into: index, at: place)
    } else {
      index = answers.count
      places[id] = index
      answers.append(
        Answer(
          id: id,
          about: AnswerAbout(
            title: text.name.title, summary: text.summary, facts: text.facts, settings: text.settings)))
    }
    let locale = text.name.locale ?? self.locale
    var name = text.name.variant ?? ItemName.usualVariant
    let taken = answers[index].locales[locale]?.variants.map(\.name) ?? []
    if taken.contains(name) {
      var number = 2
      while taken.contains("\(name)-\(number)") { number += 1 }
      note(place, "the variant \(name) is there already", .became("it is \(name)-\(number) here"))
      name = "\(name)-\(number)"
    }
    answers[index].locales[locale, default: AnswerTexts()].variants.append(
      Variant(
        name: name, audience: text.name.audience, channels: text.name.channels,
        occasion: text.name.occasion, source: body.source, body: body))
    return VariantID(answer: id, locale: locale, name: name)
  }

  /// The body as a file of ours holds it; nil when nothing is in it.
  private mutating func stored(_ body: TemplateBody, at place: ItemPlace) -> TemplateBody? {
    let storable = StorableBody(body)
    guard !storable.body.pieces.isEmpty else {
      note(place, "a text with nothing in it", .leftOut)
      return nil
    }
    if storable.hasNewBlanks {
      note(place, "a brace, a \\ or \"if\" before a mark of ours", .became("a blank stands beside it"))
    }
    return storable.body
  }

  private mutating func merge(_ text: ImportedText, into index: Int, at place: ItemPlace) {
    guard var about = answers[index].about else { return }
    for fact in text.facts where !about.facts.contains(where: { $0.name == fact.name }) {
      about.facts.append(fact)
    }
    answers[index].about = about
    if about.title != text.name.title {
      note(place, "another title: \(text.name.title)", .became("the answer is called \(about.title)"))
    }
    if about.settings != text.settings || about.summary != text.summary {
      note(place, "other settings than the answer's first text", .leftOut)
    }
  }
}
