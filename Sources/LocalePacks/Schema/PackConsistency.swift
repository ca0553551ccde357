/// What no single file can tell of itself: sources that nobody has, persons whom nobody can address, gaps in the day.
enum PackConsistency {
  static func problems(of pack: LocalePack, layers: [PackLayer]) -> [PackProblem] {
    guard let nearest = layers.first else { return [] }
    func problem(_ field: String, _ message: String, _ layer: PackLayer? = nil) -> PackProblem {
      let layer = layer ?? nearest
      return PackProblem(file: layer.file, line: nil, field: field, message: message)
    }
    var problems: [PackProblem] = []
    let known = Set(pack.sources.map(\.id))
    for (field, id, provenance) in pack.provenances {
      guard let layer = layers.first(where: { $0.origin == provenance.origin }) else { continue }
      for source in provenance.sources where !known.contains(source) {
        problems.append(
          problem(field + "/" + id, "names the source “\(source)”, which “sources” does not explain", layer))
      }
    }
    if nearest.origin.tag != .root,
      !pack.addressRules.contains(where: { $0.isTotal && $0.provenance.origin.tag != .root })
    {
      problems.append(
        problem(
          "address.rules",
          "has no rule for a person of whom nothing is known: one without “when” and without a name in its form"
        ))
    }
    problems += gaps(pack).map { problem("greetings", $0) }
    return problems
  }

  /// Minutes of the day that no greeting covers, or two do.
  private static func gaps(_ pack: LocalePack) -> [String] {
    guard !pack.greetings.isEmpty else { return [] }
    var problems: [String] = []
    var minute = 0
    while minute < 1_440 {
      let ids = pack.greetings.filter { $0.covers(minute) }.map(\.id)
      let start = minute
      while minute < 1_440, pack.greetings.filter({ $0.covers(minute) }).map(\.id) == ids { minute += 1 }
      guard ids.count != 1 else { continue }
      let span = "\(ClockTime.text(minutes: start))–\(ClockTime.text(minutes: minute))"
      problems.append(
        ids.isEmpty
          ? "leave \(span) without a greeting" : "overlap at \(span): \(ids.joined(separator: ", "))")
    }
    return problems
  }
}

extension AddressRule {
  /// Whether it fits everybody.
  var isTotal: Bool { when == AddressCondition() && AddressForm(form).parts.isEmpty }
}

extension LocalePack {
  /// Every record with its section, id and provenance.
  var provenances: [(section: String, id: String, provenance: Provenance)] {
    var result: [(section: String, id: String, provenance: Provenance)] = []
    for sectioned in draftRules + customerRules {
      let section = sectioned.section == .markers ? "register.markers" : sectioned.section.rawValue
      result.append((section, sectioned.rule.id, sectioned.rule.provenance))
    }
    result += addressRules.map { ("address.rules", $0.id, $0.provenance) }
    result += addressTerms.map { ("address.terms", $0.id, $0.provenance) }
    result += titles.map { ("address.titles", $0.id, $0.provenance) }
    result += limits.map { ("limits", $0.id, $0.provenance) }
    result += greetings.map { ("greetings", $0.id, $0.provenance) }
    result += phrases.map { ("phrases", $0.id, $0.provenance) }
    result += answerWords.map { ("answers.words", $0.id, $0.provenance) }
    result += credentialWords.map { ("credentials", $0.id, $0.provenance) }
    result += holidays.map { ("holidays", $0.id, $0.provenance) }
    return result
  }
}
