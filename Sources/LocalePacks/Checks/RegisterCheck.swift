import DeskModel

/// Finds forms of the register that the team does not use, and registers that are mixed.
///
/// With markers: an unambiguous marker counts; ambiguous ones count beside it, or when two different rules agree.
/// By absence: a message without any polite marker counts; what has no sentence in it stays silent.
struct RegisterCheck: PackCheck {
  /// Shorter messages say too little about their register, in graphemes.
  private static let leastLength = 6

  func findings(in read: ReadDraft) -> [PackFinding] {
    let pack = read.pack
    guard pack.method != .none else { return [] }
    let wrongKind = pack.preferred == .formal ? "informal" : "formal"
    let rightKind = pack.preferred == .formal ? "formal" : "informal"
    let markers = read.matches(.markers)
    let wrong = convincing(markers.filter { $0.rule.kind == wrongKind })
    let isPolite = markers.contains { $0.rule.kind == "polite" }
    let right = convincing(markers.filter { $0.rule.kind == rightKind })
    if pack.method == .absence, pack.preferred == .formal {
      if isPolite || !right.isEmpty { return wrong.map { finding("register.mixed", $0, read) } }
      return absence(read, markers)
    }
    let name = wrong.isEmpty || right.isEmpty ? "register." + wrongKind : "register.mixed"
    return wrong.map { finding(name, $0, read) }
  }

  private func convincing(_ markers: [ReadDraft.RuleMatch]) -> [ReadDraft.RuleMatch] {
    let isConvincing =
      markers.contains { !$0.rule.isAmbiguous } || Set(markers.map(\.rule.id)).count > 1
    return isConvincing ? markers : []
  }

  private func finding(_ name: String, _ marker: ReadDraft.RuleMatch, _ read: ReadDraft) -> PackFinding {
    PackFinding(name, marker, in: .markers, read, severity: .warn)
  }

  private func absence(_ read: ReadDraft, _ markers: [ReadDraft.RuleMatch]) -> [PackFinding] {
    let own = read.text.characters.indices.filter { place in
      PackText.isContent(read.text.characters[place]) && !read.text.isMuted[place]
    }
    guard own.count >= Self.leastLength, let first = own.first, let last = own.last else { return [] }
    let informal = markers.filter { $0.rule.kind == "informal" }
    if let marker = informal.first { return [finding("register.informal", marker, read)] }
    return [
      PackFinding(
        "register.informal", absenceSeverity(read.pack), read.text.bytes(first..<last + 1),
        arguments: [read.pack.name], key: "register.noPolite")
    ]
  }

  /// What it weighs that no marker is there: no more than a hint while nobody has confirmed any of them.
  private func absenceSeverity(_ pack: LocalePack) -> Severity {
    let isConfirmed = pack.draftRules.contains {
      $0.section == .markers && ($0.rule.kind == "polite" || $0.rule.kind == "formal")
        && $0.rule.provenance.status != .unsourced
    }
    return isConfirmed ? .warn : .hint
  }
}
