import LocalePacks

/// Tables with a line of column names.
///
/// Our own tables have a column `template` with texts in our format, and hold nearly everything. Those of others are read by the names that
/// their columns usually have; a table without column names is taken for TextExpander's: abbreviation, text, label.
enum CSVExchange: ExchangeCodec {
  static let aliases: [String: [String]] = [
    "template": ["template"],
    "text": [
      "text", "content", "body", "message", "snippet", "reply", "response", "answer", "plain text",
      "plaintext",
      "body text", "body_text", "macro text", "expansion", "replace",
    ],
    "html": ["html", "body html", "body_html", "content html"],
    "id": ["id"],
    "title": ["title", "name", "label", "macro name", "subject"],
    "locale": ["locale", "language", "lang"],
    "variant": ["variant"],
    "audience": ["audience", "visibility"],
    "channels": ["channels", "channel"],
    "after": ["after", "occasion"],
    "summary": ["summary", "description", "notes", "note"],
    "tags": ["tags", "keywords", "labels", "category", "folder", "group"],
    "shortcuts": ["shortcuts", "shortcut", "short_code", "short code", "abbreviation", "trigger"],
  ]

  /// The separator that the first line has most of.
  static func separator(of bytes: [UInt8]) -> UInt8 {
    let line = bytes.prefix(65_536).prefix { $0 != 0x0A }
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = candidates.map { mark in (mark, line.count { $0 == mark }) }
    return counts.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? UInt8(ascii: ",")
  }

  static func rows(_ source: ExchangeSource) throws(ExchangeError) -> [CSVRow] {
    do throws(CSVError) {
      return try CSVText.rows(source.bytes, separator: separator(of: source.bytes))
    } catch {
      throw .csv(file: source.file, error)
    }
  }

  static func hasTextColumn(_ columns: [String]) -> Bool {
    ["template", "text", "html"].contains { column($0, in: columns) != nil }
  }

  private static func column(_ field: String, in columns: [String]) -> Int? {
    for name in aliases[field] ?? [] {
      if let index = columns.firstIndex(of: name) { return index }
    }
    return nil
  }

  // MARK: - Reading

  static func read(_ source: ExchangeSource) throws(ExchangeError) -> ExchangeSet {
    var rows = try rows(source)
    var collector = AnswerCollector(file: source.file, locale: source.locale, format: .csv)
    var columns = rows.first?.fields.map { $0.trimmed.lowercased() } ?? []
    if hasTextColumn(columns) {
      rows.removeFirst()
    } else if let first = rows.first {
      guard (2...4).contains(first.fields.count) else {
        throw .noTextColumn(file: source.file, columns: first.fields.map { String($0.prefix(40)) })
      }
      columns = ["abbreviation", "text", "label", "notes"]
      collector.note(
        nil, "a table without column names", .became("its columns are taken for abbreviation, text, label"))
    }
    let table = CSVTable(columns: columns)
    for (index, row) in rows.enumerated() {
      let place = ItemPlace(line: row.line, number: index + 1)
      table.read(row, into: &collector, at: place)
    }
    return collector.finished()
  }

  // MARK: - Writing

  static func write(_ job: ExportJob) -> (bytes: [UInt8], notes: [ExchangeNote]) {
    let texts = job.answers.exportTexts(locale: job.locale)
    let all = CSVTable.written
    let values = texts.map { text in all.map { $0.value(text) } }
    // Columns that every table has, and those in which anything stands.
    let used = all.indices.filter { index in
      all[index].isAlways || values.contains { !$0[index].isEmpty }
    }
    let head = used.map { all[$0].name }
    return (CSVText.bytes([head] + values.map { row in used.map { row[$0] } }), [])
  }
}
