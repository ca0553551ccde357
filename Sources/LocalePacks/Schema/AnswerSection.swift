extension AnswerRules {
  /// Reads the fields of `answers` that are no records.
  init(_ reader: inout RecordReader) {
    negations = reader.forms("negations")
    courtesies = reader.forms("courtesies")
    clitics = reader.forms("clitics")
    numbers =
      reader.object("numbers") { numbers in
        (0...31).reduce(into: [:]) { all, number in
          let forms = numbers.forms(String(number))
          if !forms.isEmpty { all[number] = forms }
        }
      } ?? [:]
  }
}

extension RecordReader {
  /// Reads one list of words that exclude each other.
  static func answerWords(
    _ reader: inout RecordReader, _ id: String, _ provenance: Provenance
  ) -> AnswerWords? {
    let sides = reader.lists("sides")
    let isWeak = reader.bool("weak") ?? false
    if sides.isEmpty, !reader.has("sides") { reader.note("sides", "is missing: lists of words") }
    var seen: Set<String> = []
    for form in sides.flatMap({ Set($0.map { $0.lowercased() }) }) {
      reader.noteForm("sides", form)
      if !seen.insert(form).inserted { reader.note("sides", "“\(form)” stands on two sides") }
    }
    return AnswerWords(id: id, sides: sides, isWeak: isWeak, provenance: provenance)
  }

  fileprivate mutating func forms(_ key: String) -> [String] {
    let forms = strings(key)
    for form in forms { noteForm(key, form) }
    return forms
  }

  /// Notes a form that nothing can match, or everything.
  private mutating func noteForm(_ key: String, _ form: String) {
    if PhraseRule.looksLikeRegex(form) {
      note(key, "“\(form)” looks like a regular expression; write the forms out")
    } else if !form.contains(where: PackText.isContent) {
      note(key, "“\(form)” has neither letter nor digit")
    }
  }
}
