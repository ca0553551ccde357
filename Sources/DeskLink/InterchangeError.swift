package import JSONText

/// Why a line is no conversation in the interchange format.
package enum InterchangeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It is not JSON.
  case syntax(JSONError)
  /// A field holds something else than it must; the path is e.g. `entries[3].audience`.
  case field(path: String, expected: String, found: String)

  /// The path of the field, such as `entries[3].audience`; empty when the line is not JSON.
  package var path: String {
    switch self {
    case .syntax: ""
    case .field(let path, _, _): path
    }
  }

  /// What was expected, without the field.
  package var complaint: String {
    switch self {
    case .syntax(let error):
      "not JSON at column \(error.position.column): expected \(error.expected), found \(error.found)"
    case .field(_, let expected, let found): "expected \(expected), found \(found)"
    }
  }

  /// Such as `entries[3].audience: expected customer, internal or world, found "public"`.
  package var description: String { path.isEmpty ? complaint : "\(path): \(complaint)" }

  /// The same error seen from the object or array around it.
  func inside(_ outer: String) -> InterchangeError {
    guard case .field(let path, let expected, let found) = self else { return self }
    let joined = path.isEmpty ? outer : path.hasPrefix("[") ? outer + path : "\(outer).\(path)"
    return .field(path: joined, expected: expected, found: found)
  }
}
