import JSONText

/// Chatwoot's canned responses: `[{"short_code":"late","content":"Hello {{contact.first_name}}"}]`.
///
/// A response has a short code and a text, and nothing else: the short code is title, id and shortcut.
enum ChatwootExchange: ExchangeCodec {
  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .chatwoot)
    let first = source.bytes.first { !($0 == 0x20 || 0x09...0x0D ~= $0 || $0 >= 0x80) }
    var values: [JSONValue] = []
    var lines: [Int] = []
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      let records = try JSONRecords(source, list: "payload")
      collector.note(duplicates: records.duplicates)
      collector.keep(root: records.root)
      values = records.values
    } else {
      let rows = try CSVExchange.rows(source)
      let columns = rows.first?.fields.map { $0.trimmed.lowercased() } ?? []
      guard columns.contains("content") else { throw .noTextColumn(file: source.file, columns: columns) }
      for row in rows.dropFirst() {
        values.append(.object(zip(columns, row.fields).map { JSONMember(key: $0, value: .string($1)) }))
        lines.append(row.line)
      }
    }
    let isTable = !lines.isEmpty
    collector.forEach(values, lines: lines, label: "short_code") { collector, members, place in
      guard let content = collector.text("content", of: members, at: place) else {
        return collector.note(place, "a response without content", .leftOut)
      }
      let name = ItemName(collector.text("short_code", of: members, at: place) ?? "")
      let text = PlaceholderDialect.chatwoot.read(content)
      collector.note(place, text.remarks)
      collector.leftovers(
        members, known: ["short_code", "content"],
        housekeeping: ["id", "account_id", "created_at", "updated_at"], at: place)
      let settings = AnswerSettings(shortcuts: name.title.isEmpty ? [] : [name.title])
      collector.add(
        [ImportedText(name: name, body: text.body, facts: text.facts, settings: settings)],
        record: isTable ? [] : members, at: place)
    }
    return collector.finished()
  }

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    var notes = ExportNotes(.chatwoot)
    let texts = job.answers.exportTexts(
      locale: job.locale, title: { $0.settings.shortcuts.first ?? $0.id.path })
    let records = texts.records(job.records).map { record -> [JSONMember] in
      switch record {
      case .kept(let members): return members
      case .text(let text, let members):
        let written = PlaceholderDialect.chatwoot.write(
          text.variant.body, facts: text.answer.about?.facts ?? [])
        notes.add(text.id, written.remarks)
        return members.updated([
          "short_code": .string(text.name.text), "content": .string(written.text),
        ])
      }
    }
    let list = job.records.root.isEmpty ? nil : "payload"
    return (JSONRecords.bytes(records, root: job.records.root, list: list), notes.notes)
  }
}
