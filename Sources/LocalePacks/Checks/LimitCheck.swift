import DeskModel

/// Counts what a pack wants little of: exclamation marks, emoji, capitals, long and tangled sentences.
struct LimitCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    read.pack.limits.flatMap { findings($0, read) }
  }

  private func findings(_ limit: LimitRule, _ read: ReadDraft) -> [PackFinding] {
    switch limit.kind {
    case .exclamations: exclamations(limit, read)
    case .marksInRow: marksInRow(limit, read)
    case .emoji: emoji(limit, read)
    case .capitals: capitals(limit, read)
    case .words, .commas, .characters: sentences(limit, read)
    }
  }

  private func finding(
    _ rule: String, _ limit: LimitRule, _ places: Range<Int>, _ read: ReadDraft, count: Int,
    replacement: String? = nil, key: String? = nil
  ) -> PackFinding {
    PackFinding(
      rule, limit.provenance.capped(limit.severity ?? .hint), read.text.bytes(places),
      arguments: [String(count), String(limit.max)], why: limit.why, replacement: replacement,
      records: ["limits/" + limit.id], key: key)
  }

  /// Places of own characters that satisfy a condition.
  private func places(_ read: ReadDraft, where condition: (Character) -> Bool) -> [Int] {
    read.text.exact.indices.filter { !read.text.isMuted[$0] && condition(read.text.exact[$0]) }
  }

  private static func isExclamation(_ character: Character) -> Bool { character == "!" || character == "！" }

  private func exclamations(_ limit: LimitRule, _ read: ReadDraft) -> [PackFinding] {
    // A run counts once here; `marksInRow` tells of it.
    let found = places(read, where: Self.isExclamation).filter { place in
      place == 0 || !Self.isExclamation(read.text.exact[place - 1])
    }
    guard found.count > limit.max else { return [] }
    let place = found[limit.max]
    return [finding("courtesy.exclamation", limit, place..<place + 1, read, count: found.count)]
  }

  private func marksInRow(_ limit: LimitRule, _ read: ReadDraft) -> [PackFinding] {
    var result: [PackFinding] = []
    let text = read.text.exact
    var place = 0
    while place < text.count {
      let start = place
      while place < text.count, Self.isExclamation(text[place]) || text[place] == "?" || text[place] == "？" {
        place += 1
      }
      if place - start > limit.max, !read.text.isMuted[start] {
        result.append(
          finding(
            "courtesy.marks", limit, start..<place, read, count: place - start,
            replacement: String(text[start])))
      }
      place = max(place, start + 1)
    }
    return result
  }

  private func emoji(_ limit: LimitRule, _ read: ReadDraft) -> [PackFinding] {
    let found = places(read, where: Self.isEmoji)
    guard found.count > limit.max else { return [] }
    if read.draft.customer.contains(where: { $0.contains(where: Self.isEmoji) }) { return [] }
    let place = found[limit.max]
    return [
      finding(
        "courtesy.emoji", limit, place..<place + 1, read, count: found.count, key: "courtesy.emojiCount")
    ]
  }

  static func isEmoji(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first else { return false }
    return first.properties.isEmojiPresentation
      || first.properties.isEmoji && character.unicodeScalars.contains { $0.value == 0xFE0F }
      || 0x1F300...0x1FAFF ~= first.value
  }

  private func capitals(_ limit: LimitRule, _ read: ReadDraft) -> [PackFinding] {
    var run: [PackText.Word] = []
    var result: [PackFinding] = []
    func close() {
      if run.count > limit.max, let first = run.first, let last = run.last {
        result.append(
          finding(
            "courtesy.capitals", limit, first.places.lowerBound..<last.places.upperBound, read,
            count: run.count))
      }
      run = []
    }
    for word in read.text.words {
      let isShouted =
        word.exact.count >= 4 && !word.isMuted && word.exact.allSatisfy { $0.isLetter && $0.isUppercase }
      if isShouted { run.append(word) } else if !run.isEmpty { close() }
    }
    close()
    return result
  }

  private func sentences(_ limit: LimitRule, _ read: ReadDraft) -> [PackFinding] {
    read.text.sentences.indices.compactMap { sentence in
      let core = read.text.core(ofSentence: sentence)
      let count: Int
      switch limit.kind {
      case .words: count = read.text.words(ofSentence: sentence).count
      case .characters: count = core.count { !read.text.characters[$0].isWhitespace }
      default: count = core.count { Self.isBreak(read.text.characters[$0]) }
      }
      guard count > limit.max, !core.isEmpty, !read.text.isMuted[core.lowerBound] else { return nil }
      return finding(
        limit.kind == .commas ? "clarity.tangled" : "clarity.long", limit, core, read, count: count)
    }
  }

  private static func isBreak(_ character: Character) -> Bool {
    switch character {
    case ",", ";", "(", "，", "；", "、", "،", "؛", "（": true
    default: false
    }
  }
}
