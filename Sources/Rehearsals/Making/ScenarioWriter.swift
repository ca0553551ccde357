import DeskModel

/// Writes a scenario in the format that `ScenarioReader` reads.
struct ScenarioWriter {
  let conversation: Conversation
  let parts: ConversationParts
  let pseudonyms: Pseudonyms
  /// When the first scene begins.
  let begin: Timestamp

  var scenario: MadeScenario {
    let title = self.title
    let sections = [head(title), customer, known, before] + scenes + [ending, saidThen, criteria, run]
    let text =
      sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    return MadeScenario(text: text, title: title, locale: locale, name: Self.fileName(title))
  }

  // MARK: - The head

  private var subject: String { PlainText.oneLine(pseudonyms.replaced(conversation.subject)) }

  private var title: String {
    // Marks of headings at the beginning would be taken for more of the heading's own.
    let title = subject.drop { $0 == "#" || $0.isWhitespace }
    return title.isEmpty ? "A conversation of ours" : String(title)
  }

  private var locale: String {
    let language = PseudonymBuilder.language(conversation.locale ?? conversation.contact.locale ?? "en")
    let isTag = (2...3).contains(language.count) && language.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    return isTag ? language : "en"
  }

  private var channel: Scenario.Channel {
    if conversation.shape == .publicThread { return .comment }
    let isMail = conversation.shape == .ticket || conversation.channel.lowercased().contains("mail")
    return isMail ? .email : .chat
  }

  private func head(_ title: String) -> [String] {
    var lines = [
      "<!-- status: unreviewed -->", "# " + title, "",
      "A conversation that took place. Names, numbers and addresses are made up.", "",
      "- locale: " + locale, "- channel: " + channel.rawValue, "- level: 2",
      "- minutes: \(min(60, 3 + 2 * parts.scenes.count))",
    ]
    if !subject.isEmpty { lines.append("- subject: " + subject) }
    let tags = conversation.tags
      .map { PlainText.oneLine(pseudonyms.replaced($0)).filter { $0 != "," }.trimmed }.filter { !$0.isEmpty }
    if !tags.isEmpty { lines.append("- tags: " + tags.joined(separator: ", ")) }
    return lines
  }

  // MARK: - Who, and what is known

  private static let ownKeys: Set<String> = [
    "name", "given", "family", "patronymic", "gender", "locale", "zone", "company", "vip", "mood", "wants",
    "hides",
  ]

  private var customer: [String] {
    let contact = pseudonyms.contact
    var lines = ["## Customer", ""]
    func add(_ key: String, _ value: String?) {
      let text = PlainText.oneLine(value ?? "")
      if !text.isEmpty { lines.append("- \(key): \(text)") }
    }
    add("name", contact.full)
    add("given", contact.given)
    add("family", contact.family)
    add("patronymic", contact.patronymic)
    add("gender", contact.gender?.rawValue)
    add("locale", tag(contact.locale ?? conversation.locale))
    add("zone", tag(contact.timeZone))
    add("company", contact.company)
    if contact.isVIP { add("vip", "yes") }
    var hasPlan = false
    for field in contact.fields + pseudonyms.replaced(conversation.fields) {
      var key = PlainText.oneLine(field.name).filter { $0 != ":" }.trimmed
      let small = key.lowercased()
      if key.isEmpty || Self.ownKeys.contains(small) || small == "plan" && hasPlan { key = "Field " + key }
      if small == "plan" { hasPlan = true }
      add(key, field.values.map(PlainText.oneLine).filter { !$0.isEmpty }.joined(separator: "; "))
    }
    add("wants", "(to be written: what did the customer really want?)")
    add("hides", "(to be written: what did the customer not say?)")
    return lines
  }

  /// A tag of a language or a zone; nil for anything else.
  private func tag(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 40, PlainText.oneLine(pseudonyms.replaced(text)) == text else {
      return nil
    }
    let isTag = text.unicodeScalars.allSatisfy {
      $0.value < 0x80 && ($0.isLetter || $0.isDigit || "-_/+".unicodeScalars.contains($0))
    }
    return isTag ? text : nil
  }

  private var known: [String] {
    let notes = pseudonyms.contact.notes + parts.known.map { pseudonyms.replaced($0.text) }
    let items = notes.map { note in PlainText.lines(note).filter { !$0.isEmpty }.map { "- " + $0 } }
      .filter { !$0.isEmpty }
    guard !items.isEmpty else { return [] }
    return ["## You know", ""]
      + items.map { $0.joined(separator: "\n") }.joined(separator: "\n\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
  }

  // MARK: - What stood there before

  private var before: [String] {
    guard !parts.before.isEmpty else { return [] }
    let places = Dictionary(parts.before.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var children: [Int: [Int]] = [:]
    for (place, entry) in parts.before.enumerated() {
      // A parent that comes later would make a circle.
      let parent = entry.parent.flatMap { places[$0] }.flatMap { $0 < place ? $0 : nil } ?? -1
      children[parent, default: []].append(place)
    }
    var lines = ["## Before", ""]
    var open = (children[-1] ?? []).reversed().map { (place: $0, depth: 0) }
    while let next = open.popLast() {
      let entry = parts.before[next.place]
      let indent = String(repeating: "  ", count: min(next.depth, 20))
      lines += item(indent, "\(voice(entry)), \(age(entry.at))", text(entry))
      open += (children[next.place] ?? []).reversed().map { (place: $0, depth: next.depth + 1) }
    }
    return lines
  }

  private func voice(_ entry: Entry) -> String {
    switch entry.author.kind {
    case .customer: return "customer"
    case .stranger: return "stranger " + name(entry.author)
    case .agent, .bot, .system:
      let isPost = conversation.shape == .publicThread && entry.parent == nil && entry.kind == .comment
      return isPost ? "post by us" : "agent " + name(entry.author)
    }
  }

  private func name(_ author: Author) -> String {
    let name = PlainText.oneLine(pseudonyms.name(of: author)).filter { $0 != ":" && $0 != "," }.trimmed
    return name.isEmpty ? "colleague" : name
  }

  /// How long ago something was said when the first scene begins; in numbers of at most two digits.
  private func age(_ moment: Timestamp) -> String {
    let seconds = max(1, begin.seconds(since: moment))
    let units: [(word: String, seconds: Int64, limit: Int64)] = [
      ("second", 1, 60), ("minute", 60, 60), ("hour", 3_600, 48), ("day", 86_400, 14), ("week", 604_800, 53),
    ]
    for unit in units where seconds / unit.seconds < unit.limit {
      let count = max(1, seconds / unit.seconds)
      return "\(count) \(unit.word)\(count == 1 ? "" : "s") ago"
    }
    return "52 weeks ago"
  }

  // MARK: - Scenes

  /// The name of a scene, from 0; never three digits, which could be somebody's.
  private func sceneName(_ place: Int) -> String {
    let number = place + 1
    guard number >= 100 else { return "\(number)" }
    let hundred = String(repeating: "+", count: number / 100)
    return "\(number % 100)" + hundred
  }

  private var scenes: [[String]] {
    parts.scenes.enumerated().map { place, scene in
      let next = place + 1 < parts.scenes.count ? sceneName(place + 1) : "End"
      var lines = ["## Scene: " + sceneName(place), ""]
      for entry in scene.said {
        lines += text(entry).map { $0.isEmpty ? ">" : "> " + $0 } + [""]
      }
      return lines + ["- Otherwise: go to \(next).", "- After 3 minutes: go to \(next)."]
    }
  }

  /// The lines of what was said, without empty ones at the ends; attachments by their kind.
  private func text(_ entry: Entry) -> [String] {
    var lines = PlainText.lines(pseudonyms.replaced(entry.text))
    while lines.first?.isEmpty ?? false { lines.removeFirst() }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    lines += entry.attachments.map { attachment in
      let kind = attachment.mediaType.prefix { $0 != "/" }
      return ["image", "video", "audio", "text"].contains(kind) ? "📎 (\(kind))" : "📎"
    }
    return lines.isEmpty ? ["…"] : lines
  }

  private var ending: [String] { ["## Ending: End", "Result: fair"] }

  private var saidThen: [String] {
    let items = parts.scenes.enumerated().flatMap { place, scene in
      scene.answers.flatMap { item("", "Scene " + sceneName(place), text($0)) }
    }
    return items.isEmpty ? [] : ["## Said then", ""] + items
  }

  private var criteria: [String] {
    [
      "## A good answer holds", "",
      "- Solution: the customer gets what helps, or knows what happens next and when.",
      "  Judge: In the customer’s place, would you know now what happens next?",
      "- Tone: the customer is taken seriously.",
      "  Judge: In the customer’s place, would you have felt that somebody was trying to help?",
    ]
  }

  /// What was said then leads to the end; a scene without an answer is waited out.
  private var run: [String] {
    var lines = ["## Run: then", "", "- ends: End"]
    for scene in parts.scenes {
      let said = scene.answers.flatMap { text($0) }
      lines += said.isEmpty ? ["- wait: 3 minutes"] : item("", "agent", said)
    }
    return lines
  }

  /// A list item whose text goes on in indented lines.
  private func item(_ indent: String, _ key: String, _ text: [String]) -> [String] {
    let lines = text.filter { !$0.isEmpty }
    let more = lines.dropFirst().map { indent + "  " + PlainText.continuation($0) }
    return ["\(indent)- \(key): \(lines.first ?? "…")"] + more
  }

  /// A title as the name of a file.
  private static func fileName(_ title: String) -> String {
    let words = FoldedWord(title).text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.prefix(8)
    return words.isEmpty ? "rehearsal" : words.joined(separator: "-")
  }
}
