import DeskModel
import JSONText
import LocalePacks

/// A record that is to be written.
enum ExportRecord {
  /// Nothing has changed since it was read: it is written as it was.
  case kept([JSONMember])
  /// A variant, and the record it was read from, if any.
  case text(ExportText, [JSONMember])
}

/// A variant with its answer and the name of its record.
struct ExportText {
  var answer: Answer
  var id: VariantID
  var variant: Variant
  var name: ItemName

  /// The title that people gave it, or the path.
  var title: String { answer.title() }
}

extension Sequence where Element == Answer {
  /// All variants in the order of the answers, locales by their tags, with names as short as they can be.
  ///
  /// `title` is what a record is called in the format; `usualID` the id that an importer makes of it.
  func exportTexts(
    locale: LocaleTag, title: (Answer) -> String = { $0.title() },
    usualID: (String) -> AnswerID = AnswerID.made(of:)
  ) -> [ExportText] {
    flatMap { answer -> [ExportText] in
      var texts: [ExportText] = []
      let title = title(answer)
      for tag in answer.locales.keys.sorted(by: { $0.description < $1.description }) {
        for variant in answer.locales[tag]?.variants ?? [] {
          var name = ItemName(title: title)
          let isUsual =
            texts.isEmpty && tag == locale && variant.name == ItemName.usualVariant
            && variant.audience == .customer && variant.channels.isEmpty && variant.occasion == .any
            && usualID(title) == answer.id && ItemName(title) == name
          if !isUsual {
            name.id = answer.id
            name.locale = tag
            name.variant = variant.name
            name.audience = variant.audience
            name.channels = variant.channels
            name.occasion = variant.occasion
          }
          texts.append(
            ExportText(
              answer: answer, id: VariantID(answer: answer.id, locale: tag, name: variant.name),
              variant: variant, name: name))
        }
      }
      return texts
    }
  }
}

extension Array where Element == ExportText {
  /// The records to write: kept ones in the place of their first variant, where none of theirs has changed.
  func records(_ kept: KeptRecords) -> [ExportRecord] {
    var owner: [VariantID: Int] = [:]
    for (index, record) in kept.records.enumerated() {
      for id in record.variants.keys { owner[id] = index }
    }
    let now = [VariantID: ExportText](map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isSame = kept.records.map { record in
      !record.members.isEmpty
        && record.variants.allSatisfy { id, variant in
          now[id].map { $0.variant == variant && $0.answer.about == record.about } ?? false
        }
    }
    var written: Set<Int> = []
    return compactMap { text in
      guard let index = owner[text.id] else { return .text(text, []) }
      if isSame[index] {
        return written.insert(index).inserted ? .kept(kept.records[index].members) : nil
      }
      return .text(text, written.insert(index).inserted ? kept.records[index].members : [])
    }
  }
}

extension Array where Element == JSONMember {
  /// The value of a key.
  subscript(key: String) -> JSONValue? { first { $0.key == key }?.value }

  /// The members with some values exchanged where they stand, or set behind the others; nil takes a key away.
  func updated(_ changes: KeyValuePairs<String, JSONValue?>) -> [JSONMember] {
    var result = self
    for (key, value) in changes {
      let index = result.firstIndex { $0.key == key }
      switch (index, value) {
      case (let index?, let value?): result[index].value = value
      case (let index?, nil): result.remove(at: index)
      case (nil, let value?): result.append(JSONMember(key: key, value: value))
      case (nil, nil): break
      }
    }
    return result
  }
}
