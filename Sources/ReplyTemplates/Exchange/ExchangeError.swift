package import JSONText

/// Why a file of another program could not be read at all.
///
/// File names and what was found come from outside.
package enum ExchangeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing in the file says what it is.
  case unknownFormat(file: String)
  /// The bytes are not UTF-8; the line counts from 1.
  case notUTF8(file: String, line: Int)
  /// The file has more bytes than are read.
  case tooLarge(file: String, bytes: Int, limit: Int)
  /// Not JSON.
  case json(file: String, JSONError)
  /// A line of a JSON Lines file is not JSON; the line counts from 1.
  case jsonLine(file: String, line: Int, JSONError)
  /// Not YAML, or YAML of a kind that is not read.
  case yaml(file: String, YAMLError)
  /// Not CSV.
  case csv(file: String, CSVError)
  /// A field has another type than the format says; the path is written as `macros[2].actions`.
  case wrongType(file: String, path: String, expected: String, found: String)
  /// A table has no column with texts.
  case noTextColumn(file: String, columns: [String])

  /// One sentence: the file, the place, what is wrong and what to do.
  package var description: String {
    switch self {
    case .unknownFormat(let file):
      "\(file): no format was recognised; name one with --format, such as "
        + ExchangeFormat.allCases.prefix(3).map(\.rawValue).joined(separator: ", ")
    case .notUTF8(let file, let line):
      "\(file):\(line): the text is not UTF-8; save the file as UTF-8 and import it again"
    case .tooLarge(let file, let bytes, let limit):
      "\(file): \(bytes) bytes are more than the \(limit) that are read; split the file"
    case .json(let file, let error):
      "\(file):\(error.position.line):\(error.position.column): expected \(error.expected), found \(error.found)"
    case .jsonLine(let file, let line, let error):
      "\(file):\(line):\(error.position.column): expected \(error.expected), found \(error.found)"
    case .yaml(let file, let error): "\(file):\(error.line): \(error.problem)"
    case .csv(let file, let error): "\(file):\(error.line): \(error.problem)"
    case .wrongType(let file, let path, let expected, let found):
      "\(file): \(path.isEmpty ? "the file" : path) must be \(expected), not \(found)"
    case .noTextColumn(let file, let columns):
      "\(file): no column holds texts (there are \(columns.joined(separator: ", "))); name one \"text\""
    }
  }
}
