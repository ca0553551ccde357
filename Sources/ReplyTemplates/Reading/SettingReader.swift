import DeskModel

/// Reads the settings of an answer.
struct SettingReader {
  static let keys = [
    "tags", "shortcuts", "first contact only", "set status", "add tags", "remove tags", "follow up", "attach",
    "channels", "owner", "review by", "trial",
  ]

  private(set) var settings: AnswerSettings

  init(_ settings: AnswerSettings) { self.settings = settings }

  /// Takes one `key: value`.
  mutating func take(_ text: String) throws(TemplateFault) {
    guard let colon = text.firstIndex(of: ":") else { throw .unknownKey(text, known: Self.keys) }
    let key = text[..<colon].trimmed.lowercased()
    let value = text[text.index(after: colon)...].trimmed
    let list = value.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    guard !value.isEmpty else {
      throw .badValue(key: key, value: value, wanted: "something behind the colon")
    }
    switch key {
    case "tags": settings.tags = list
    case "shortcuts": settings.shortcuts = list
    case "first contact only":
      guard value == "yes" || value == "no" else {
        throw .badValue(key: key, value: value, wanted: "yes or no")
      }
      settings.isFirstContactOnly = value == "yes"
    case "set status": settings.status = value
    case "add tags": settings.addTags = list
    case "remove tags": settings.removeTags = list
    case "follow up": settings.followUp = try followUp(key, value)
    case "attach": settings.attachments = try files(key, list)
    case "channels": settings.channels = list
    case "owner": settings.owner = value
    case "review by":
      guard let day = CivilDay.days(value) else {
        throw .badValue(key: key, value: value, wanted: "a day such as 2027-06-01")
      }
      settings.reviewBy = day
    case "trial": settings.trial = try trial(key, value)
    default: throw .unknownKey(key, known: Self.keys)
    }
  }

  /// `2 days: ask whether the parcel came`.
  private func followUp(_ key: String, _ value: String) throws(TemplateFault) -> PlannedFollowUp {
    let colon = value.firstIndex(of: ":") ?? value.endIndex
    let span = value[..<colon].split(separator: " ")
    let text = colon < value.endIndex ? value[value.index(after: colon)...].trimmed : ""
    let unit: Int? =
      switch span.last {
      case "hour", "hours": 3_600
      case "day", "days": 86_400
      default: nil
      }
    guard span.count == 2, let number = Int(span[0]), (1...1_000).contains(number), let unit else {
      throw .badValue(
        key: key, value: value, wanted: "a span and what to do, such as “2 days: ask whether it came”")
    }
    return PlannedFollowUp(after: number * unit, text: text)
  }

  private func files(_ key: String, _ list: [String]) throws(TemplateFault) -> [String] {
    for name in list where name.hasPrefix("/") || name.split(separator: "/").contains("..") {
      throw .badValue(key: key, value: name, wanted: "names of files in the answer's folder")
    }
    return list
  }

  /// `plain, warm; until 400; difference 8`.
  private func trial(_ key: String, _ value: String) throws(TemplateFault) -> VariantTrial {
    let wanted = "two variants, when it ends and what matters, such as “plain, warm; until 400; difference 8”"
    let parts = value.split(separator: ";").map { $0.trimmed }
    let names = (parts.first ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    func number(_ word: String) -> Int? {
      parts.dropFirst().lazy.filter { $0.hasPrefix(word + " ") }.first.flatMap {
        Int($0.dropFirst(word.count + 1))
      }
    }
    guard parts.count == 3, names.count == 2, names[0] != names[1], let limit = number("until"),
      let difference = number("difference"), (20...1_000_000).contains(limit), (1...99).contains(difference)
    else { throw .badValue(key: key, value: value, wanted: wanted) }
    return VariantTrial(variants: names, limit: limit, difference: difference)
  }
}

/// Days written as `2027-06-01`.
enum CivilDay {
  /// The year of a day since 1970-01-01.
  static func year(_ days: Int) -> Int {
    CivilTime(Timestamp(milliseconds: Int64(days) * 86_400_000)).year
  }

  /// A day since 1970-01-01 as text.
  static func text(_ days: Int) -> String {
    let civil = CivilTime(Timestamp(milliseconds: Int64(days) * 86_400_000))
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
  }

  /// Days since 1970-01-01; nil when the text is no day of the calendar.
  static func days(_ text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let days = CivilTime.days(year: year, month: month, day: day)
    let back = CivilTime(Timestamp(milliseconds: Int64(days) * 86_400_000))
    return back.day == day ? days : nil
  }
}
