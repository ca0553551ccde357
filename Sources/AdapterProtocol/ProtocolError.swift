import DeskLink
package import JSONText

/// Why a line is no message of the protocol.
package enum ProtocolError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line is longer than `limit` bytes.
  case tooLong(limit: Int)
  /// The bytes are not UTF-8.
  case encoding
  /// It is not JSON.
  case syntax(JSONError)
  /// A field holds something else than it must; the path is e.g. `params.intent.steps[0].audience`.
  case field(path: String, expected: String, found: String)
  /// No method has this name.
  case unknownMethod(String)

  /// One sentence: where, what was expected, what was found.
  ///
  /// It may quote text from outside, cut and without controls.
  package var description: String {
    switch self {
    case .tooLong(let limit): "the line is longer than \(limit) bytes"
    case .encoding: "the line is not UTF-8"
    case .syntax(let error):
      "not JSON at column \(error.position.column): expected \(error.expected), found \(error.found)"
    case .field("", let expected, let found): "expected \(expected), found \(found)"
    case .field(let path, let expected, let found): "\(path): expected \(expected), found \(found)"
    case .unknownMethod(let name): "no method is called \(InterchangeReader.quote(name))"
    }
  }

  /// What an adapter answers to a line that it cannot read.
  package var fault: AdapterFault {
    switch self {
    case .tooLong(let limit): .tooLarge(limit: limit)
    case .encoding, .syntax: .unreadable(reason: description)
    case .field(let path, let expected, let found) where path == "params" || path.hasPrefix("params."):
      .invalidParams(path: String(path.dropFirst(7)), expected: expected, found: found)
    case .field: .invalidRequest(reason: description)
    case .unknownMethod(let name): .unknownMethod(name)
    }
  }

  init(_ error: InterchangeError) {
    switch error {
    case .syntax(let error): self = .syntax(error)
    case .field(let path, let expected, let found):
      self = .field(path: path, expected: expected, found: found)
    }
  }

  /// The same error seen from the object or array around it.
  func inside(_ outer: String) -> ProtocolError {
    guard case .field(let path, let expected, let found) = self else { return self }
    let joined = path.isEmpty ? outer : path.hasPrefix("[") ? outer + path : "\(outer).\(path)"
    return .field(path: joined, expected: expected, found: found)
  }
}
