package import JSONText

/// What an importer makes of a file.
package struct ExchangeSet: Sendable, Hashable {
  /// The format that was read.
  package var format: ExchangeFormat
  /// The answers in the file's order, no id twice.
  package var answers: [Answer]
  /// What could not be carried over as it was, in the file's order.
  package var notes: [ExchangeNote]
  /// The file's own records: an export to the same format writes those again whose answers have not changed.
  package var records: KeptRecords

  /// Makes a set.
  package init(
    format: ExchangeFormat, answers: [Answer] = [], notes: [ExchangeNote] = [],
    records: KeptRecords = KeptRecords()
  ) {
    self.format = format
    self.answers = answers
    self.notes = notes
    self.records = records
  }
}

/// Something that one side has and the other cannot say, and what was done with it.
package struct ExchangeNote: Sendable, Hashable, CustomStringConvertible {
  /// The file that was read, or the name of the format that was written.
  package var file: String
  /// The line, from 1; nil where the format has none that help.
  package var line: Int?
  /// The item: `item 3 (Refund)`, or a variant's id on export; nil for the whole file.
  ///
  /// Text from outside.
  package var item: String?
  /// What it was: `{% for c in comments %}`, `action priority`.
  ///
  /// Text from outside.
  package var construct: String
  /// What was done with it.
  package var action: ExchangeAction

  /// Makes a note.
  package init(
    file: String, line: Int? = nil, item: String? = nil, construct: String, action: ExchangeAction
  ) {
    self.file = file
    self.line = line
    self.item = item
    self.construct = construct
    self.action = action
  }

  /// One line: place, item, what it was, what was done; text from outside.
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return [place, item, construct, action.description].compactMap { $0 }.joined(separator: ": ")
  }
}

/// What was done with something that could not be carried over as it was.
package enum ExchangeAction: Sendable, Hashable, CustomStringConvertible {
  /// It stands in the text as it stood there: somebody must look at it.
  case keptAsText
  /// It is not in the result.
  case leftOut
  /// It has become something else, which the words name.
  case became(String)

  /// In words.
  package var description: String {
    switch self {
    case .keptAsText: "kept as text"
    case .leftOut: "left out"
    case .became(let what): what
    }
  }
}

/// The records of a file, kept so that it can be written again as it was.
package struct KeptRecords: Sendable, Hashable {
  /// The members of the outermost object, the list of records as an empty array among them.
  package var root: [JSONMember]
  /// The records in the file's order.
  package var records: [KeptRecord]

  /// Makes records.
  package init(root: [JSONMember] = [], records: [KeptRecord] = []) {
    self.root = root
    self.records = records
  }
}

/// A record of a file and what was made of it.
package struct KeptRecord: Sendable, Hashable {
  /// The record as it stood there.
  package var members: [JSONMember]
  /// What was read of the answer.
  package var about: AnswerAbout?
  /// The variants that come from this record, as they were read.
  package var variants: [VariantID: Variant]

  /// Makes a record.
  package init(members: [JSONMember], about: AnswerAbout?, variants: [VariantID: Variant]) {
    self.members = members
    self.about = about
    self.variants = variants
  }
}
