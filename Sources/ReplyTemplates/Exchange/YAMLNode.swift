import JSONText

/// Why a text is not YAML of the kind that is read.
package struct YAMLError: Error, Sendable, Hashable {
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

/// A value of a YAML text with its line.
struct YAMLNode: Hashable {
  indirect enum Value: Hashable {
    /// Text; a plain one may mean a number, a truth value or nothing.
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case map([YAMLEntry])
  }

  var value: Value
  /// From 1.
  var line: Int

  /// The value as JSON has it: plain scalars by the core schema of YAML 1.2.
  var json: JSONValue {
    switch value {
    case .scalar(let text, let isPlain): isPlain ? Self.plain(text) : .string(text)
    case .list(let nodes): .array(nodes.map(\.json))
    case .map(let entries): .object(entries.map { JSONMember(key: $0.key, value: $0.node.json) })
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: break
    }
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || 0x30...0x39 ~= first else {
      return .string(text)
    }
    // What JSON takes for a number keeps its digits; `007` and `1.2.3` are texts.
    guard let document = try? JSONDocument(Array(text.utf8)), case .number = document.root else {
      return .string(text)
    }
    return document.root
  }
}

struct YAMLEntry: Hashable {
  var key: String
  var node: YAMLNode
}
