import LocalePacks

/// What changed between two versions of a set, in sentences, a line each.
package enum ComparisonText {
  /// What happened to an answer, without its name.
  package static func fate(_ change: SetComparison.AnswerChange) -> String {
    switch change.fate {
    case .added: "added"
    case .removed: "removed"
    case .renamed(let name): "renamed, it was \(name)"
    case .changed: "changed"
    }
  }

  /// What changed in an answer.
  package static func lines(_ change: SetComparison.AnswerChange) -> [String] {
    var lines = change.about.map { "\($0.key): \($0.old ?? "–") → \($0.new ?? "–")" }
    for variant in change.variants {
      lines += self.lines(variant.fate, "\(variant.id.locale) \(variant.id.name)")
    }
    lines += change.asks.map { ask in
      "\(ask.locale) customers ask: \(ask.isAdded ? "{+" + ask.text + "+}" : "[-" + ask.text + "-]")"
    }
    if !change.leftBehind.isEmpty {
      let locales = change.leftBehind.map(\.description).joined(separator: ", ")
      lines.append("may be out of date: \(locales); others changed, and these did not")
    }
    return lines
  }

  /// Fragments and guided scripts that changed.
  package static func others(_ comparison: SetComparison) -> [String] {
    comparison.fragments.flatMap { lines($0.fate, "fragment \($0.locale) \($0.name)") }
      + comparison.scripts.map { change in
        let fate = change.was && change.isThere ? "changed" : change.was ? "removed" : "added"
        return "script \(change.id) \(change.locale): \(fate)"
      }
  }

  private static func lines(_ fate: SetComparison.VariantFate, _ name: String) -> [String] {
    switch fate {
    case .added(let text): ["\(name): added"] + quoted(text)
    case .removed(let text): ["\(name): removed"] + quoted(text)
    case .renamed(let old):
      ["\(name): was “\(old)”, with the same text; its numbers stay with the old name"]
    case .changed(let difference): ["\(name): changed"] + quoted(difference.marked)
    case .moved(let changes):
      changes.map { "\(name), \($0.key): \($0.old ?? "–") → \($0.new ?? "–")" }
    }
  }

  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  │ \($0)" }
  }
}
