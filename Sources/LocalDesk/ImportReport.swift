/// A line that was not imported.
package struct ImportRefusal: Sendable, Hashable, CustomStringConvertible {
  /// The line's number, from 1.
  package let line: Int
  /// The path of the field, such as `entries[3].audience`; empty when the line is not JSON.
  package let field: String
  /// What is wrong, such as `expected customer, internal or world, found "public"`.
  package let complaint: String

  /// Such as `line 7: entries[3].audience: expected customer, internal or world, found "public"`.
  package var description: String {
    field.isEmpty ? "line \(line): \(complaint)" : "line \(line): \(field): \(complaint)"
  }
}

/// A line that was imported after a repair.
package struct ImportWarning: Sendable, Hashable, CustomStringConvertible {
  /// The line's number, from 1.
  package let line: Int
  /// What was repaired.
  package let complaint: String

  /// Such as `line 7: ill-formed UTF-8 was replaced by U+FFFD`.
  package var description: String { "line \(line): \(complaint)" }
}

/// What became of an import.
package struct ImportReport: Sendable, Hashable {
  /// Refusals and warnings of which all particulars are kept; the rest is only counted.
  package static let listLimit = 100

  /// Conversations that are new on the desk.
  package internal(set) var taken = 0
  /// Conversations that were on the desk and are another now.
  package internal(set) var updated = 0
  /// Conversations that were on the desk and stay as they are.
  package internal(set) var unchanged = 0
  /// Secrets for which marks stand now.
  package internal(set) var masked = 0
  /// How many lines were refused.
  package internal(set) var refusedCount = 0
  /// The first of them.
  package internal(set) var refused: [ImportRefusal] = []
  /// How many lines were repaired.
  package internal(set) var warningCount = 0
  /// The first of them.
  package internal(set) var warnings: [ImportWarning] = []

  /// Makes an empty report.
  package init() {}

  mutating func refuse(_ line: Int, _ field: String, _ complaint: String) {
    refusedCount += 1
    if refused.count < Self.listLimit {
      refused.append(ImportRefusal(line: line, field: field, complaint: complaint))
    }
  }

  mutating func warn(_ line: Int, _ complaint: String) {
    warningCount += 1
    if warnings.count < Self.listLimit { warnings.append(ImportWarning(line: line, complaint: complaint)) }
  }
}
