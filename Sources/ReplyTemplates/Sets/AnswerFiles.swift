import DeskModel

/// Writes an answer as its files: what `TemplateSet` reads.
package enum AnswerFiles {
  /// The files of an answer by their names in its folder, `about.md` first, then the locales by their tags.
  ///
  /// - Complexity: O(bytes).
  package static func files(of answer: Answer) -> [(name: String, text: String)] {
    let about = [("about.md", text(of: answer.about ?? AnswerAbout(title: answer.id.path), in: answer.id))]
    return about
      + answer.locales.sorted { "\($0.key)" < "\($1.key)" }.map { ("\($0.key).md", text(of: $0.value)) }
  }

  /// `about.md`, in the folder of an answer.
  package static func text(of about: AnswerAbout, in id: AnswerID) -> String {
    var text = "# \(line(about.title))\n"
    let summary = about.summary.trimmed
    if !summary.isEmpty { text += "\n" + summary + "\n" }
    text += section("Use it when", about.useWhen.map { shown($0, id) })
    text += section("Not when", about.notWhen.map { shown($0, id) })
    text += section(
      "Facts",
      about.facts.map { fact in
        let marks = [fact.type == .text ? nil : fact.type.rawValue, fact.isOptional ? "optional" : nil]
          .compactMap { $0 }
        let head = fact.name + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
        return head + (fact.note.isEmpty ? "" : ": " + line(fact.note))
      })
    return text + section("Settings", settings(about.settings))
  }

  private static func section(_ title: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\n## \(title)\n" + items.map { "- \($0)\n" }.joined()
  }

  private static func shown(_ item: AnswerCase, _ id: AnswerID) -> String {
    guard let target = item.leadsTo else { return line(item.text) }
    let up = String(repeating: "../", count: id.path.split(separator: "/").count)
    return "[\(line(item.text))](\(up)\(target.path)/about.md)"
  }

  private static func settings(_ settings: AnswerSettings) -> [String] {
    var items: [String] = []
    func list(_ key: String, _ values: [String]) {
      if !values.isEmpty { items.append("\(key): \(values.map(line).joined(separator: ", "))") }
    }
    list("tags", settings.tags)
    list("shortcuts", settings.shortcuts)
    if settings.isFirstContactOnly { items.append("first contact only: yes") }
    if let status = settings.status { items.append("set status: \(line(status))") }
    list("add tags", settings.addTags)
    list("remove tags", settings.removeTags)
    if let plan = settings.followUp {
      let (number, unit) =
        plan.after % 86_400 == 0 ? (plan.after / 86_400, "days") : (plan.after / 3_600, "hours")
      items.append("follow up: \(number) \(unit)" + (plan.text.isEmpty ? "" : ": " + line(plan.text)))
    }
    list("attach", settings.attachments)
    list("channels", settings.channels)
    if let owner = settings.owner { items.append("owner: \(line(owner))") }
    if let day = settings.reviewBy { items.append("review by: \(CivilDay.text(day))") }
    if let trial = settings.trial {
      items.append(
        "trial: \(trial.variants.joined(separator: ", ")); until \(trial.limit); difference \(trial.difference)"
      )
    }
    return items
  }

  /// The file of a locale.
  package static func text(of texts: AnswerTexts) -> String {
    var head = ["status: \(status(texts.review))"]
    if let title = texts.title { head.append("title: \(comment(title))") }
    head += texts.allowances.map { "allow: \(comment($0.rule)) because \(comment($0.reason))" }
    var text = "<!-- \(head.joined(separator: "; ")) -->\n"
    if !texts.asks.isEmpty { text += "\n# Customers ask\n" + texts.asks.map { "- \(line($0))\n" }.joined() }
    var place = ""
    for variant in texts.variants {
      var own = variant.audience == .world ? "# In public" : "# In private"
      if !variant.channels.isEmpty { own += ": " + variant.channels.joined(separator: ", ") }
      if own != place { text += "\n\(own)\n" }
      place = own
      text += "\n## \(line(variant.name))\n"
      var marks = variant.review.map { ["status: \(status($0))"] } ?? []
      if variant.occasion != .any { marks.append("after: \(variant.occasion.rawValue)") }
      marks += variant.allowances.map { "allow: \(comment($0.rule)) because \(comment($0.reason))" }
      if !marks.isEmpty { text += "<!-- \(marks.joined(separator: "; ")) -->\n" }
      text += variant.source + "\n"
    }
    return text
  }

  private static func status(_ review: ReviewStatus) -> String {
    switch review {
    case .unreviewed: "unreviewed"
    case .reviewed(let by): "reviewed by \(comment(by))"
    }
  }

  /// A text on one line, as it must be where a line is one thing.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ")
  }

  /// A text within a comment, which must not end it or begin another pair.
  private static func comment(_ text: String) -> String {
    line(text).replacing("-->", with: "→").replacing(";", with: ",")
  }
}
