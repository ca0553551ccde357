import JSONText

extension SecretWords {
  /// Reads `Locales/<tag>/secrets.json5`; what is wrong with it is left out and told.
  ///
  /// - Complexity: O(bytes), and O(bytes) more for each problem.
  package static func read(_ file: PackFile) -> (words: SecretWords, problems: [PackProblem]) {
    var words = SecretWords(tag: file.tag)
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(file.bytes, dialect: .json5)
    } catch {
      let message = "is not JSON5: expected \(error.expected), found \(error.found)"
      return (
        words, [PackProblem(file: file.path, line: error.position.line, field: "", message: message)]
      )
    }
    var problems = document.duplicates.map {
      PackProblem(
        file: file.path, line: $0.position.line, field: $0.key, message: "stands twice in one object")
    }
    var reader = RecordReader(document.root, at: FieldPath())
    words.read(&reader)
    reader.finish()
    problems += reader.notes.map { note in
      PackProblem(
        file: file.path, line: note.path.line(in: file.bytes), field: note.path.description,
        message: note.message)
    }
    return (words, problems)
  }

  /// Reads the files of all languages, in the order of their tags.
  ///
  /// A file of the team or of a person adds its words to those that ship.
  /// - Complexity: O(bytes).
  package static func read(_ files: [PackFile]) -> (words: [SecretWords], problems: [PackProblem]) {
    var words: [SecretWords] = []
    var problems: [PackProblem] = []
    for file in files {
      let (own, wrong) = read(file)
      problems += wrong
      if let place = words.firstIndex(where: { $0.tag == own.tag }) {
        words[place].add(own)
      } else {
        words.append(own)
      }
    }
    return (words.sorted { "\($0.tag)" < "\($1.tag)" }, problems)
  }

  private mutating func add(_ other: SecretWords) {
    nouns.merge(other.nouns) { $0 + $1 }
    copulas += other.copulas
    between += other.between
    after += other.after
    notValues += other.notValues
    otherNumbers += other.otherNumbers
    asks += other.asks
    if !other.digits.isEmpty { digits = other.digits }
  }

  private mutating func read(_ reader: inout RecordReader) {
    nouns =
      reader.object("nouns") { nouns in
        var lists: [Noun: [String]] = [:]
        for noun in Noun.allCases { lists[noun] = nouns.forms(noun.rawValue) }
        return lists
      } ?? [:]
    copulas = reader.forms("is")
    between = reader.forms("between")
    after = reader.forms("after")
    notValues = reader.forms("notValues")
    otherNumbers = reader.forms("otherNumbers")
    asks = reader.forms("asks")
    if reader.has("digits") {
      digits = reader.lists("digits")
      if digits.count != 10 { reader.note("digits", "must have ten elements, for the digits from 0 to 9") }
    }
  }
}

extension RecordReader {
  /// A list of forms; those that nothing could match are left out and noted.
  fileprivate mutating func forms(_ key: String) -> [String] {
    strings(key).filter { form in
      if PhraseRule.looksLikeRegex(form.utf8.contains(0x2A) ? form.replacing("*", with: "") : form) {
        note(key, "“\(form)” looks like a regular expression; write the forms out")
      } else if !form.contains(where: PackText.isContent) {
        note(key, "“\(form)” has neither letter nor digit")
      } else if form.hasPrefix("*") {
        note(key, "“\(form)” begins with a star, which stands only for the rest of a word")
      } else {
        return true
      }
      return false
    }
  }
}
