import JSONText

/// What a pack's file says of its language as such, read without the rest of it.
///
/// Languages are told apart among all packs, of which a desk uses few.
struct PackHead: Sendable {
  private(set) var name: String?
  private(set) var language = LanguageRules()

  /// Reads a file up to the last field that is wanted; what is wrong in it is left out, because `PackLayer` tells of it.
  ///
  /// - Complexity: O(bytes up to there).
  init(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes, dialect: .json5)
    var wanted: Set<String> = ["name", "language"]
    do throws(JSONError) {
      try reader.beginObject()
      while !wanted.isEmpty, let key = try reader.nextKey() {
        guard wanted.remove(key) != nil else {
          _ = try reader.skip()
          continue
        }
        var duplicates: [JSONDuplicate] = []
        let value = try JSONValue(reading: &reader, duplicates: &duplicates)
        if key == "name" { name = value.string } else { take(value) }
      }
    } catch {}
  }

  private mutating func take(_ value: JSONValue) {
    var reader = RecordReader(value, at: FieldPath().key("language"))
    language = PackScalars.languageRules(&reader)
  }
}
