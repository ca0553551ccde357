import JSONText

/// A value of a file of locale data with the path that leads to it, for messages.
struct DataField {
  let file: String
  let path: String
  let value: JSONValue

  /// Reads a whole file.
  init(_ bytes: [UInt8], file: String) throws(LocaleDataError) {
    let document: JSONDocument
    do throws(JSONError) { document = try JSONDocument(bytes, dialect: .json5) } catch {
      throw .syntax(file: file, error)
    }
    if let twice = document.duplicates.first {
      throw .duplicate(file: file, key: twice.key, twice.position)
    }
    self.init(file: file, path: "", value: document.root)
  }

  private init(file: String, path: String, value: JSONValue) {
    self.file = file
    self.path = path
    self.value = value
  }

  func fail(_ expected: String) -> LocaleDataError {
    .field(file: file, field: path.isEmpty ? "the file" : path, expected: expected)
  }

  private func below(_ key: String, _ value: JSONValue) -> DataField {
    DataField(file: file, path: path.isEmpty ? key : path + "." + key, value: value)
  }

  /// The field of a key; nil when there is none.
  func optional(_ key: String) -> DataField? {
    value[key].map { below(key, $0) }
  }

  /// The field of a key; one that is not there is null, so that reading it fails with its path.
  subscript(key: String) -> DataField { optional(key) ?? below(key, .null) }

  func members() throws(LocaleDataError) -> [(key: String, field: DataField)] {
    guard let members = value.members else { throw fail("an object") }
    return members.map { ($0.key, below($0.key, $0.value)) }
  }

  func elements() throws(LocaleDataError) -> [DataField] {
    guard let elements = value.array else { throw fail("an array") }
    return elements.enumerated().map { below(String($0.offset), $0.element) }
  }

  func string() throws(LocaleDataError) -> String {
    guard let text = value.string else { throw fail("a string") }
    return text
  }

  func bool() throws(LocaleDataError) -> Bool {
    guard let flag = value.bool else { throw fail("true or false") }
    return flag
  }

  func int(_ range: ClosedRange<Int>) throws(LocaleDataError) -> Int {
    guard let number = value.int, range.contains(number) else {
      throw fail("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func strings(count: Int? = nil) throws(LocaleDataError) -> [String] {
    let elements = try elements()
    if let count, elements.count != count { throw fail("an array of \(count) strings") }
    var texts: [String] = []
    for element in elements { texts.append(try element.string()) }
    return texts
  }

  func tag() throws(LocaleDataError) -> LocaleTag {
    guard let tag = LocaleTag(try string()) else { throw fail("the tag of a locale") }
    return tag
  }
}
