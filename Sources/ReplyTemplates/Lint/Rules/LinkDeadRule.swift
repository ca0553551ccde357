import DeskModel

/// Finds links in `about.md` that lead to no answer and no file.
struct LinkDeadRule: SetLintRule {
  func findings(in context: LintContext) -> [LintFinding] {
    context.set.sorted.flatMap { answer -> [LintFinding] in
      guard let about = answer.about else { return [] }
      let lines = context.lines(of: about.file)
      guard !lines.isEmpty else { return withoutFile(answer, about, context) }
      return lines.enumerated().flatMap { index, line in
        Self.targets(in: line).filter { !exists($0.target, answer, context) }.map { target, column in
          var finding = context.finding(
            "link.dead", .error, about: answer, line: index + 1,
            "“\(target)” leads nowhere; correct the path, or take the link out.")
          finding.column = column
          return finding
        }
      }
    }
  }

  /// The cases of an answer that was not read from a file.
  private func withoutFile(
    _ answer: Answer, _ about: AnswerAbout, _ context: LintContext
  ) -> [LintFinding] {
    (about.useWhen + about.notWhen).compactMap { item in
      guard let id = item.leadsTo, context.set.answers[id] == nil else { return nil }
      return context.finding(
        "link.dead", .error, about: answer, line: item.line,
        "“\(item.text)” leads to “\(id)”, and there is no such answer; correct the link.")
    }
  }

  /// What stands in `](…)`, without titles and fragments, with its column.
  private static func targets(in line: Substring) -> [(target: String, column: Int)] {
    var result: [(String, Int)] = []
    var rest = line
    while let open = rest.firstRange(ofWord: "](") {
      guard let close = rest[open.upperBound...].firstIndex(of: ")") else { break }
      let written = rest[open.upperBound..<close].prefix { $0 != "#" && $0 != " " }
      if !written.isEmpty {
        result.append((String(written), line.distance(from: line.startIndex, to: open.upperBound) + 1))
      }
      rest = rest[close...]
    }
    return result
  }

  private func exists(_ target: String, _ answer: Answer, _ context: LintContext) -> Bool {
    if target.contains(":") { return true }
    if target.hasPrefix("/") { return false }
    if let id = AnswerID(relative: target, to: answer.id) { return context.set.answers[id] != nil }
    if target.hasSuffix("/about.md") || target == "about.md" { return target == "about.md" }
    var parts = answer.id.path.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." {
        guard !parts.isEmpty else { return true }
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    let path = "replies/" + parts.joined(separator: "/")
    if context.environment.files.contains(where: { $0.name == path || $0.name.hasPrefix(path + "/") }) {
      return true
    }
    guard let attachments = context.environment.attachments else { return true }
    return attachments.contains { id, names in
      names.contains { "replies/\(id.path)/\($0)" == path }
    }
  }
}
