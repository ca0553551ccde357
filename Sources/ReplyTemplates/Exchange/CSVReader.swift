/// Why a text is not CSV.
package struct CSVError: Error, Sendable, Hashable {
  /// The line, from 1.
  package var line: Int
  /// What is wrong, as a part of a sentence.
  package var problem: String

  /// Makes an error.
  package init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }
}

/// A row of a table.
package struct CSVRow: Sendable, Hashable {
  /// The line on which it begins, from 1.
  package var line: Int
  /// Its fields, as they are meant.
  package var fields: [String]
}

/// Reads and writes tables as RFC 4180 describes them; line ends may be CRLF or LF.
package enum CSVText {
  /// Reads all rows; a byte order mark at the start and rows of nothing at all are left out.
  ///
  /// - Throws: `CSVError` for a quote that is never closed, and for text behind a closing quote.
  /// - Complexity: O(bytes).
  package static func rows(
    _ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")
  ) throws(CSVError) -> [CSVRow] {
    var rows: [CSVRow] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var rowLine = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var wasQuoted = false

    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
      wasQuoted = false
    }
    func endRow() {
      let isBlank = fields.isEmpty && field.isEmpty && !wasQuoted
      endField()
      if !isBlank { rows.append(CSVRow(line: rowLine, fields: fields)) }
      fields = []
    }

    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote, field.isEmpty, !wasQuoted {
        let opened = line
        guard let end = quoted(bytes, from: index + 1, into: &field, line: &line) else {
          throw CSVError(line: opened, problem: "a quote is opened here and never closed")
        }
        index = end
        wasQuoted = true
        continue
      }
      switch byte {
      case separator: endField()
      case 0x0A:
        endRow()
        line += 1
        rowLine = line
      case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: break
      case 0x0D where index + 1 == bytes.count: break
      default:
        if wasQuoted {
          throw CSVError(
            line: line, problem: "text stands behind a closing quote; a quote within a field is written twice"
          )
        }
        field.append(byte)
      }
      index += 1
    }
    if !field.isEmpty || !fields.isEmpty || wasQuoted { endRow() }
    return rows
  }

  /// The rows as text, CRLF behind each; fields are quoted where they must be.
  ///
  /// - Complexity: O(bytes).
  package static func bytes(_ rows: [[String]]) -> [UInt8] {
    var result: [UInt8] = []
    for row in rows {
      for (index, field) in row.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        write(field, isAlone: row.count == 1, into: &result)
      }
      result.append(contentsOf: [0x0D, 0x0A])
    }
    return result
  }

  private static let quote = UInt8(ascii: "\"")

  private static func quoted(
    _ bytes: [UInt8], from start: Int, into field: inout [UInt8], line: inout Int
  ) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        guard index + 1 < bytes.count, bytes[index + 1] == quote else { return index + 1 }
        index += 1
      } else if byte == 0x0A {
        line += 1
      }
      field.append(byte)
      index += 1
    }
    return nil
  }

  private static func write(_ field: String, isAlone: Bool, into result: inout [UInt8]) {
    let needsQuotes =
      field.utf8.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
      || (isAlone && field.isEmpty)
    guard needsQuotes else {
      result.append(contentsOf: field.utf8)
      return
    }
    result.append(quote)
    for byte in field.utf8 {
      if byte == quote { result.append(quote) }
      result.append(byte)
    }
    result.append(quote)
  }
}
