package import JSONText

/// Why a file of locale data cannot be used.
package enum LocaleDataError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file is no JSON5.
  case syntax(file: String, JSONError)
  /// A key stands twice in one object of the file.
  case duplicate(file: String, key: String, JSONPosition)
  /// A field is missing or holds something else; `field` is its path, such as `locales.uk.quotes`.
  case field(file: String, field: String, expected: String)

  /// One sentence for the person.
  package var description: String {
    switch self {
    case .syntax(let file, let error): "\(file), \(error)"
    case .duplicate(let file, let key, let position):
      "\(file), line \(position.line), column \(position.column): \(key) stands twice"
    case .field(let file, let field, let expected): "\(file): \(field) must be \(expected)"
    }
  }
}
