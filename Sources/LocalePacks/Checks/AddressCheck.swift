import DeskModel

/// Finds persons who are addressed in the wrong way: with a term of the other gender, the wrong part of the name, the wrong
/// case, somebody else's name, or not at all where the pack expects it.
///
/// Silent about everything that is not known: gender, name, an uncertain vocative.
struct AddressCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    let parts = read.pack.nameParts(of: read.draft.person)
    let names = NamePlaces(read, parts)
    let address = address(read)
    // Terms that lie in each other have one name beside them.
    var told: Set<Told> = []
    var result = names.terms.compactMap { finding(for: $0, names, read, address) }.filter {
      told.insert(Told(rule: $0.rule, range: $0.range)).inserted
    }
    result += wrongCase(names, read)
    if names.terms.isEmpty, names.isEmpty, let missing = missing(read, address) { result.append(missing) }
    return result
  }

  private struct Told: Hashable {
    let rule: String
    let range: Range<Int>
  }

  private func finding(
    for match: PhraseMatcher.Match, _ names: NamePlaces, _ read: ReadDraft, _ address: Address
  ) -> PackFinding? {
    let term = read.pack.addressTerms[match.rule]
    let person = read.draft.person
    let name = names.name(beside: match.places, term.position)
    let isTheirs = name != nil || names.standsAlone(match.places, term.position)
    let record = ["address.terms/" + term.id]
    if let needed = term.gender, let gender = person.gender, needed != gender, isTheirs {
      return PackFinding(
        "address.term", term.provenance.capped(.warn), read.text.bytes(match.places),
        arguments: [read.words(match.places), address.text], better: better(address), records: record)
    }
    if let name {
      // The whole name is right wherever a part of it is.
      guard let part = name.part, part != .full, let wanted = wantedPart(term), part != wanted,
        let right = names.text(of: wanted), !names.isSame(right, read.words(name.places))
      else { return nil }
      return PackFinding(
        "address.part", term.provenance.capped(.warn), read.text.bytes(name.places),
        arguments: [read.words(name.places), right], replacement: right, records: record)
    }
    guard let other = names.otherName(beside: match.places, term.position), names.isKnown else { return nil }
    return PackFinding(
      "address.name", term.provenance.capped(.warn), read.text.bytes(other),
      arguments: [read.words(other), address.text], better: better(address), records: record)
  }

  private func wantedPart(_ term: AddressTerm) -> NamePlaces.Part? {
    switch term.part {
    case .given: .given
    case .family: .family
    case .patronymic, .full, .any: nil
    }
  }

  private func wrongCase(_ names: NamePlaces, _ read: ReadDraft) -> [PackFinding] {
    guard read.pack.declension != .none, let vocative = names.givenVocative else { return [] }
    let severity = caseSeverity(read.pack)
    return names.found.compactMap { name in
      guard name.part == .given, !name.isVocative,
        names.hasTerm(before: name.places) || names.isCalled(name.places),
        !names.isSame(vocative, read.words(name.places))
      else { return nil }
      return PackFinding(
        "address.case", severity, read.text.bytes(name.places),
        arguments: [read.words(name.places), vocative], replacement: vocative)
    }
  }

  /// What a wrong case weighs: no more than a hint while nobody has confirmed how the language calls people by name.
  private func caseSeverity(_ pack: LocalePack) -> Severity {
    let isConfirmed =
      pack.addressTerms.contains { $0.part != .family && $0.provenance.status != .unsourced }
      || pack.addressRules.contains { $0.form.contains(":vocative") && $0.provenance.status != .unsourced }
    return isConfirmed ? .warn : .hint
  }

  private func missing(_ read: ReadDraft, _ address: Address) -> PackFinding? {
    switch read.pack.expectation {
    case .never: return nil
    case .firstReply: if !read.draft.isFirstReply { return nil }
    case .always: break
    }
    guard !read.text.words.isEmpty, address.kind == .term, !address.text.isEmpty else { return nil }
    return PackFinding(
      "address.missing", .hint, 0..<0, arguments: [address.text], why: address.why,
      records: ["address.rules/" + address.rule])
  }

  private func address(_ read: ReadDraft) -> Address {
    read.pack.address(
      read.draft.person, AddressSetting(channel: read.draft.channel, agentGender: read.draft.agentGender))
  }

  private func better(_ address: Address) -> AgentText? {
    address.text.isEmpty ? nil : AgentText(byLanguage: ["en": address.text])
  }
}
