import DeskModel

/// Finds addresses of pages in texts on which nobody can click, or that are not encrypted.
struct LinkMalformedRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    LiteralFacts.all(in: unit.flat.characters).filter { $0.kind == .link }.compactMap { link in
      func finding(_ rule: String, _ severity: Severity, _ message: String) -> LintFinding {
        unit.finding(rule, severity, at: link.places.lowerBound, of: unit.flat, message)
      }
      // A placeholder goes on with it, or begins it.
      let text = unit.flat.characters
      let isOpen =
        link.places.upperBound < text.count && text[link.places.upperBound] == MappedText.gap
        || link.places.lowerBound > 0 && text[link.places.lowerBound - 1] == MappedText.gap
      if link.key.hasPrefix("www.") {
        return finding(
          "link.malformed", .warn,
          "“\(link.key)” has no “https://” before it, and some channels will not let anybody click on it; write it."
        )
      }
      guard let colon = link.key.firstRange(of: "://") else { return nil }
      let scheme = link.key[..<colon.lowerBound].lowercased()
      let host = link.key[colon.upperBound...].prefix { !"/?#:".contains($0) }
      let isHost = host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".") && !host.contains("..")
      if ["http", "https"].contains(scheme), !isHost, !isOpen {
        return finding(
          "link.malformed", .error, "“\(link.key)” is no address of a page; write all of it, without blanks.")
      }
      if ["htp", "htps", "http", "https"].contains(scheme), scheme.hasPrefix("htp") {
        return finding("link.malformed", .error, "“\(link.key)” begins with “\(scheme)”; write “https”.")
      }
      guard scheme == "http" else { return nil }
      return finding(
        "link.insecure", .hint, "“\(link.key)” is not encrypted; write “https” where the page has it.")
    }
  }
}

extension String {
  fileprivate func firstRange(of word: String) -> Range<Index>? { self[...].firstRange(ofWord: word) }
}
