import JSONText

/// The records of a JSON file: an array, an object with an array, or a single one.
struct JSONRecords {
  /// The members of the outermost object, with an empty array in place of the records.
  var root: [JSONMember] = []
  var values: [JSONValue] = []
  var duplicates: [JSONDuplicate] = []

  /// Reads a file; `list` names the key of the array, `single` that of a single record.
  init(
    _ source: ExchangeSource, list: String?, single: String? = nil
  ) throws(ExchangeError) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(source.bytes)
    } catch {
      throw .json(file: source.file, error)
    }
    duplicates = document.duplicates
    switch document.root {
    case .array(let values): self.values = values
    case .object(let members):
      if let list, let value = members[list] {
        guard let values = value.array else {
          throw .wrongType(file: source.file, path: list, expected: "an array", found: value.kind.phrase)
        }
        self.values = values
        root = members.updated([list: .array([])])
      } else if let single, let value = members[single] {
        values = [value]
      } else if let list, single == nil || members.contains(where: { $0.value.array != nil }) == false,
        members.count == 1
      {
        throw .wrongType(
          file: source.file, path: "", expected: "an array, or an object with \"\(list)\"",
          found: "an object with \"\(members[0].key)\"")
      } else {
        values = [document.root]
      }
    default:
      throw .wrongType(
        file: source.file, path: "",
        expected: list.map { "an array, or an object with \"\($0)\"" } ?? "an array",
        found: document.root.kind.phrase)
    }
  }

  /// The bytes of a file with these records: within the outermost object where there is one.
  static func bytes(_ records: [[JSONMember]], root: [JSONMember], list: String?) -> [UInt8] {
    let array = JSONValue.array(records.map { .object($0) })
    var writer = JSONWriter()
    if let list {
      writer.value(.object(root.updated([list: array])))
    } else {
      writer.value(array)
    }
    return writer.bytes + [0x0A]
  }
}

extension AnswerCollector {
  /// Notes keys that stand twice in an object of the file.
  mutating func note(duplicates: [JSONDuplicate]) {
    for duplicate in duplicates {
      note(
        nil, "line \(duplicate.position.line): the key \(duplicate.key) stands twice",
        .became("the last one counts"))
    }
  }

  /// The members of each record; what is no object is noted.
  mutating func forEach(
    _ values: [JSONValue], lines: [Int] = [], label: String,
    _ body: (inout AnswerCollector, [JSONMember], ItemPlace) -> Void
  ) {
    for (index, value) in values.enumerated() {
      var place = ItemPlace(line: index < lines.count ? lines[index] : nil, number: index + 1)
      guard let members = value.members else {
        note(place, "\(value.kind.phrase) in place of an object", .leftOut)
        continue
      }
      place.label = members[label]?.string.map { String($0.prefix(60)) }
      body(&self, members, place)
    }
  }

  /// A text of a record with line feeds at its line ends; nil where there is none.
  mutating func text(_ key: String, of members: [JSONMember], at place: ItemPlace) -> String? {
    switch members[key] {
    case nil, .null: return nil
    case .string(let text): return lines(text)
    case .number(let number): return number.text
    case .bool(let flag): return flag ? "true" : "false"
    case .some(let value):
      note(place, "\(key): \(value.kind.phrase) in place of a string", .leftOut)
      return nil
    }
  }

  /// The text with line feeds at its line ends.
  mutating func lines(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    let parts = text.splitBySeparator("\r\n")
    if parts.count > 1 {
      let note = ExchangeNote(file: file, construct: "line ends CR LF", action: .became("LF"))
      if !notes.contains(note) { self.note(nil, note.construct, note.action) }
    }
    return parts.joined(separator: "\n")
  }

  /// Tells of the members that nothing was made of; those of `housekeeping` in one note for the file.
  mutating func leftovers(
    _ members: [JSONMember], known: Set<String>, housekeeping: Set<String>, at place: ItemPlace
  ) {
    for member in members where !known.contains(member.key) {
      switch member.value {
      case .null, .string(""), .array([]), .object([]): continue
      default: break
      }
      if housekeeping.contains(member.key) {
        count(field: member.key)
      } else {
        note(place, "\(member.key): \(Self.short(member.value))", .leftOut)
      }
    }
  }

  /// A value as JSON, cut after 80 characters.
  static func short(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    let text = String(decoding: writer.bytes.prefix(400), as: UTF8.self)
    return text.count > 80 ? text.prefix(80) + "…" : text
  }
}

/// Notes of an export that remarks of a writer become.
struct ExportNotes {
  let format: ExchangeFormat
  private(set) var notes: [ExchangeNote] = []

  init(_ format: ExchangeFormat) { self.format = format }

  mutating func add(_ id: VariantID, _ remarks: [TextRemark]) {
    for remark in remarks {
      notes.append(
        ExchangeNote(
          file: format.rawValue, item: id.description, construct: remark.construct, action: remark.action))
    }
  }
}
