import DeskModel

/// Finds drafts in another language than the customer's.
///
/// The customer's is the one that they write in, and the pack's where that is not certain. Silent when the draft's is not.
struct LanguageCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    // Spelled like the customer's language, a draft in another would lose letters that tell it.
    guard let languages = read.languages, let draft = languages.guess(read.draft.text) else { return [] }
    let customer =
      read.draft.customer.isEmpty
      ? nil : languages.guess(read.draft.customer.suffix(3).joined(separator: "\n"))
    let wanted = customer ?? read.pack.tag
    // Of a customer whose language is not known nothing can be said.
    guard wanted.language != LocaleTag.root.language else { return [] }
    guard draft.language != wanted.language || draft.script != wanted.script && wanted.script != nil else {
      return []
    }
    // What is typed with a neighbour's letters, as Persian with Arabic ones, has its own words when spelled right.
    let isMistyped =
      draft.language != wanted.language && languages.guess(read.text)?.language == wanted.language
      && languages.frequentWords(of: wanted, in: read.text)
        >= languages.frequentWords(of: draft, in: PackText(read.draft.text))
    if isMistyped { return [] }
    return [
      PackFinding(
        "language.mismatch", .warn, 0..<draftLength(read),
        arguments: [languages.name(of: draft), languages.name(of: wanted)])
    ]
  }

  private func draftLength(_ read: ReadDraft) -> Int { read.draft.text.utf8.count }
}
