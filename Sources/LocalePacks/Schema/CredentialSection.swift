extension RecordReader {
  /// Reads one list of words by which requests for secrets are known.
  static func credentialWords(
    _ reader: inout RecordReader, _ id: String, _ provenance: Provenance
  ) -> CredentialWords? {
    let kind = reader.choice("kind", CredentialWords.Kind.self)
    if kind == nil, !reader.has("kind") {
      reader.note("kind", "is missing: what the words mean, such as password, ask or forbid")
    }
    let forms = reader.strings("forms")
    if forms.isEmpty, !reader.has("forms") { reader.note("forms", "is missing: what is looked for") }
    for form in forms {
      if PhraseRule.looksLikeRegex(form) {
        reader.note("forms", "“\(form)” looks like a regular expression; write the forms out")
      } else if !form.contains(where: PackText.isContent) {
        reader.note("forms", "“\(form)” has neither letter nor digit")
      } else if form.hasPrefix("-") {
        reader.note("forms", "“\(form)” begins with a hyphen, which stands only for the rest of a word")
      }
    }
    return kind.map { CredentialWords(id: id, kind: $0, forms: forms, provenance: provenance) }
  }
}
