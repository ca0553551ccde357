import JSONText

/// A field of a resolved pack that is no record: a value, or a list of texts.
package struct PackField: Sendable, Hashable {
  /// Its path in the file: `register.method`.
  package let path: String
  /// The value as JSON; from a file, so show it as `SafeText` only.
  package let value: String
  /// The file that says so, the nearest of those that do.
  package let origin: PackOrigin
}

extension LocalePack {
  /// The fields that say something of the locale, sorted by path; not those of the file itself, its sources and examples.
  ///
  /// - Complexity: O(n log n) in the number of fields.
  package var fields: [PackField] {
    let others: Set = ["schema", "locale", "parent", "sources", "examples"]
    return scalars.leaves.compactMap { leaf in
      guard !others.contains(String(leaf.path.prefix { $0 != "." })), let origin = origins[leaf.path] else {
        return nil
      }
      var writer = JSONWriter()
      writer.value(leaf.value)
      return PackField(path: leaf.path, value: String(decoding: writer.bytes, as: UTF8.self), origin: origin)
    }.sorted { $0.path < $1.path }
  }
}

extension JSONValue {
  /// All values that are no objects, with their paths.
  var leaves: [(path: String, value: JSONValue)] {
    guard case .object(let members) = self else { return [("", self)] }
    return members.flatMap { member in
      member.value.leaves.map { ($0.path.isEmpty ? member.key : member.key + "." + $0.path, $0.value) }
    }
  }
}
